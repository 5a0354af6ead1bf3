import { describe, expect, it } from "vitest";
import type { SequenceText } from "@/api/sequences";
import { met } from "./meeting";
import type { MailStep, Step, WaitStep } from "./model";
import { fresh, standard } from "./steps";

const mail = (id: string, subject = id): MailStep => ({
  ...(fresh("mail", "en", id) as MailStep),
  words: { fr: null, en: { subject, body: "Hello." } },
});
const wait = (id: string): WaitStep => fresh("wait", "en", id) as WaitStep;
const text = (steps: Step[], more: Partial<SequenceText> = {}): SequenceText => ({ name: "Keep", settings: standard, steps, ...more });
const base = text([mail("a"), wait("w"), mail("b")]);
const seen = ({ steps }: SequenceText) => steps.map((one) => (one.do === "mail" ? one.words?.en?.subject : one.id));

describe("two who write one sequence", () => {
  it("lose nothing where each changed something else", () => {
    const mine = text([mail("a"), wait("w"), mail("b", "B, mine"), mail("c")], { settings: { ...standard, from_hour: 8 } });
    const theirs = text([mail("x"), mail("a", "A, theirs"), wait("w"), mail("b")], {
      name: "Keepers",
      settings: { ...standard, to_hour: 20 },
    });

    const { text: both, clashes } = met(base, mine, theirs, "mine");

    expect(clashes).toEqual([]);
    expect(seen(both)).toEqual(["x", "A, theirs", "w", "B, mine", "c"]);
    expect(both.name).toBe("Keepers");
    expect(both.settings).toEqual({ ...standard, from_hour: 8, to_hour: 20 });
  });
  it("are asked where both changed the same, and the rest is kept whatever they answer", () => {
    const mine = text([mail("a", "A, mine"), wait("w"), mail("b")]);
    const theirs = text([mail("a", "A, theirs"), wait("w"), mail("b", "B, theirs")]);

    const met_ = (winner: "mine" | "theirs") => met(base, mine, theirs, winner);

    expect(met_("mine").clashes).toEqual([{ of: "step", id: "a", theirs: theirs.steps[0], mine: mine.steps[0] }]);
    expect(seen(met_("mine").text)).toEqual(["A, mine", "w", "B, theirs"]);
    expect(seen(met_("theirs").text)).toEqual(["A, theirs", "w", "B, theirs"]);
  });
  it("are asked of a step that one took out and the other changed", () => {
    const mine = text([mail("a"), wait("w")]);
    const theirs = text([mail("a"), wait("w"), mail("b", "B, theirs")]);

    expect(met(base, mine, theirs, "mine").clashes).toEqual([{ of: "step", id: "b", theirs: theirs.steps[2], mine: undefined }]);
    expect(seen(met(base, mine, theirs, "mine").text)).toEqual(["a", "w"]);
    expect(seen(met(base, mine, theirs, "theirs").text)).toEqual(["a", "w", "B, theirs"]);
  });
  it("keep the order of who changed it, and what the other one added or took out", () => {
    const mine = text([mail("b"), wait("w"), mail("a")]);
    const theirs = text([mail("a"), mail("c"), mail("b")]);

    const { text: both, clashes } = met(base, mine, theirs, "mine");

    expect(clashes).toEqual([]);
    expect(seen(both)).toEqual(["b", "a", "c"]);
  });
  it("do not clash over spaces at the ends of what one of them saved", () => {
    const typed = text([mail("a", "A "), wait("w"), mail("b")]);
    const kept = text([mail("a", "A"), wait("w"), mail("b")]);

    expect(met(typed, text([mail("a", "A and on"), wait("w"), mail("b")]), kept, "mine").clashes).toEqual([]);
  });
});
