import { describe, expect, it } from "vitest";
import type { Ask } from "@/api/asks";
import type { OpenedCandidate } from "@/api/model";
import { lacks, standOf } from "./pieces";

const record = (fields: object, documents: object[] = []) =>
  ({ candidate: { fields: { name: null, emails: [], phones: [], ...fields } }, documents }) as unknown as OpenedCandidate;
const ask = (given: Partial<Ask>) => ({ state: "asked", expires_at: "2026-12-08T09:30:00Z", ...given }) as Ask;
const now = new Date("2026-11-26T09:30:00Z");

describe("what a record lacks", () => {
  it("is what is expected and not known", () => {
    expect(lacks(record({ name: { value: "Ada" }, emails: [{ value: "a@b.example" }] }))).toEqual(["phones", "cv"]);
    expect(lacks(record({ phones: [{ value: "+33" }] }, [{}]))).toEqual(["name", "emails"]);
  });
});
describe("a question", () => {
  it("waits until it is answered, taken back or over", () => {
    expect(standOf(ask({}), now)).toBe("waiting");
    expect(standOf(ask({ expires_at: "2026-11-20T09:30:00Z" }), now)).toBe("ended");
    expect(standOf(ask({ state: "answered" }), now)).toBe("answered");
    expect(standOf(ask({ state: "withdrawn" }), now)).toBe("withdrawn");
  });
});
