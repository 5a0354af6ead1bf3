import { expect, it } from "vitest";
import { owed } from "./due";

const now = new Date("2026-11-24T10:00:00Z");

it("counts the days since a promise was broken", () => {
  expect(owed({ answer_due_at: "2026-11-22T09:00:00Z" }, now)).toMatchObject({ state: "late", key: "answerLate", days: 2 });
});
it("warns within a working day, over a weekend too", () => {
  expect(owed({ answer_due_at: "2026-11-25T09:00:00Z" }, now)?.state).toBe("soon");
  expect(owed({ answer_due_at: "2026-11-30T09:00:00Z" }, new Date("2026-11-27T17:00:00Z"))?.state).toBe("soon");
});
it("is quiet about what is far away", () => {
  expect(owed({ notice_due_at: "2026-12-24T10:00:00Z" }, now)).toMatchObject({ state: "ok", key: "noticeBy" });
});
it("says what was done", () => {
  expect(owed({ answer_due_at: "2026-11-22T09:00:00Z", acknowledged_at: "2026-11-21T09:00:00Z" }, now)).toMatchObject({
    state: "done",
    key: "answered",
  });
});
it("owes nothing to who was promised nothing", () => {
  expect(owed({}, now)).toBeNull();
});
