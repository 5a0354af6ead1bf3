import { describe, expect, it } from "vitest";
import { bad, type Attachments } from "./useAttachments";

type File = NonNullable<Attachments["files"][number]["file"]>;
const file = (state: File["state"]) => ({ id: "fil_1", gone: false, file: { state } as File });

describe("a file that is to leave", () => {
  it("is barred when it was refused, taken out of its template, or is gone; not while it waits", () => {
    expect((["refused", "withdrawn"] as const).map((state) => bad(file(state)))).toEqual([true, true]);
    expect((["waiting", "ready"] as const).map((state) => bad(file(state)))).toEqual([false, false]);
    expect(bad({ id: "fil_1", gone: true, file: undefined })).toBe(true);
  });
});
