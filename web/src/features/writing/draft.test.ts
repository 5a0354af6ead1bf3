import { beforeEach, describe, expect, it } from "vitest";
import { drafts } from "@/ui/drafts";
import { storing } from "@/ui/storing";
import { blank, cannotLeave, changed, instantOf, keep, kept, mornings, opening, placeOf, sent } from "./draft";

describe("a time to leave", () => {
  it("is that of the zone, over changes of the clocks", () => {
    expect(instantOf("2026-11-27", "09:00", "Europe/Paris")).toBe("2026-11-27T08:00:00.000Z");
    expect(instantOf("2026-03-29", "09:00", "Europe/Paris")).toBe("2026-03-29T07:00:00.000Z");
    expect(instantOf("2026-07-01", "09:00", "America/New_York")).toBe("2026-07-01T13:00:00.000Z");
  });
  it("offers Monday unless that is tomorrow", () => {
    expect(mornings(new Date("2026-11-26T10:00:00Z"), "Europe/Paris")).toEqual({
      tomorrow: "2026-11-27T08:00:00.000Z",
      monday: "2026-11-30T08:00:00.000Z",
    });
    expect(mornings(new Date("2026-11-29T10:00:00Z"), "Europe/Paris").monday).toBeNull();
    expect(mornings(new Date("2026-11-30T10:00:00Z"), "Europe/Paris").monday).toBe("2026-12-07T08:00:00.000Z");
  });
});

describe("a mail that cannot leave", () => {
  const written = { ...blank, subject: "Un poste", body: "Bonjour" };
  it("says what it lacks first, then what its files or its people keep it from", () => {
    expect(cannotLeave(blank, true)).toBe("empty");
    expect(cannotLeave({ ...written, subject: " " }, false)).toBe("no_subject");
    expect(cannotLeave({ ...written, body: "" }, false)).toBe("no_text");
    expect(cannotLeave(written, true)).toBe("files");
    expect(cannotLeave(written, false)).toBe("above");
  });
});

describe("a mail begun with a template", () => {
  const begun = { ...blank, subject: "Un poste", body: "Bonjour", text_id: "txt_1" };
  it("is the template's as long as nobody changes its words", () => {
    expect(changed(begun, { language: "en", body: "Bonjour" }).text_id).toBe("txt_1");
    expect(changed(begun, { body: "Bonsoir" }).text_id).toBeNull();
    expect(changed(begun, { body: "Bonsoir", text_id: "txt_2" }).text_id).toBe("txt_2");
  });
  it("leaves behind the plain text that was written beside its old words, and no other", () => {
    const beside = { ...begun, plain: "Bonjour, en clair" };
    expect(changed(beside, { body: "Bonsoir" }).plain).toBeNull();
    expect(changed(beside, { subject: "Deux postes" }).plain).toBe("Bonjour, en clair");
    const byHand = changed(beside, { plain: "À ma façon" });
    expect(changed(byHand, { body: "Bonsoir" }).plain).toBe("À ma façon");
  });
});

describe("a mail that is being written", () => {
  const place = placeOf({ people: [{ id: "can_1", name: "Ada" }], thread: undefined, draft: undefined });
  const half = { ...blank, subject: "Half a thought" };
  beforeEach(storing);

  it("is kept while other things are being written", () => {
    keep("mem_1", place, half);
    drafts.held("mem_1", "sequence.seq_1");
    expect(kept("mem_1", place)).toEqual(half);
  });
  it("is found again by whoever wrote it, and by nobody else on the same machine", () => {
    keep("mem_1", place, half);
    expect(kept("mem_2", place)).toBeNull();
  });
  it("is no draft any more once it was sent, and what another tab writes in its place stays one", () => {
    keep("mem_1", place, half);
    sent("mem_1", place, { ...half, body: "Sent from another tab" });
    expect(kept("mem_1", place)).toEqual(half);
    sent("mem_1", place, half);
    expect(kept("mem_1", place)).toBeNull();
  });
});

describe("what a composer opens with", () => {
  const held = { ...blank, subject: "Half", body: "Half a li" };
  const draft = { ...blank, subject: "Fwd: A post", body: "For your information:" };
  it("is what was kept of a mail that is passed on or changed, rather than how that began", () => {
    expect(opening({ draft, begun: true }, held)).toEqual(held);
    expect(opening({ draft, of: { key: "mail-1", version: 2 } }, held)).toEqual(held);
    expect(opening({ draft, begun: true }, null)).toEqual(draft);
  });
  it("is the draft that came back from a mail that was stopped, whatever was kept", () => {
    expect(opening({ draft }, held)).toEqual(draft);
  });
  it("is kept apart for each state of a mail that waits: words for an earlier one don't undo a colleague's", () => {
    const people = [{ id: "can_1", name: "Ada" }];
    const places = [1, 2].map((version) => placeOf({ people, draft, of: { key: "mail-1", version } }));
    expect(new Set([...places, placeOf({ people, draft })]).size).toBe(3);
  });
});
