import { expect, it } from "vitest";
import type { AuditLine } from "@/api/settings";
import { detailOf, type Wording } from "./detail";

const words: Wording = {
  t: (key, values) => (values?.from ? `${String(values.from)}…${String(values.to)}` : key),
  said: ({ fr, en }) => en ?? fr ?? "",
  list: (items) => items.join(", "),
  day: (at) => at,
  memberName: (id) => (id === "mem_1" ? "Ida" : undefined),
};
const detail = (kind: string, data: Record<string, unknown>) => detailOf({ kind, data } as AuditLine, words);

it("names the fields that changed, each once, by what they are and not by their place", () => {
  const changes = [{ field: "emails.0" }, { field: "emails.1" }, { field: "experience.2.title" }];
  expect(detail("fields_edited", { changes })).toBe("field.emails, field.title");
});
it("says from where to where", () => {
  expect(detail("stage_moved", { from: { name: { en: "New" } }, to: { name: { fr: "Appel" } } })).toBe("New → Appel");
  expect(detail("application_created", { to: { name: { en: "New" } } })).toBe("New");
  expect(detail("member_role_changed", { member_name: "Ida", before: "reader", after: "admin" })).toBe("Ida, role.reader → role.admin");
});
it("says what a mail, a task, an export were about", () => {
  expect(detail("mail_queued", { subject: "Hello" })).toBe("Hello");
  expect(detail("task_done", { title: "Call" })).toBe("Call");
  expect(detail("audit_exported", { since: "a", until: "b" })).toBe("a…b");
  expect(detail("application_assigned", { owner: "mem_1" })).toBe("Ida");
});
it("is empty where there is nothing more to say", () => {
  expect(detail("candidate_seen", {})).toBe("");
});
