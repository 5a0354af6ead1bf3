import { expect, it } from "vitest";
import type { Event } from "@/api/model";
import { begun, blank, draftOf, fieldsOf, newNote, noteEdit, saysSomething, wordsOf, type Field } from "./note";

const fields: Field[] = [
  { id: "covered", label: "What was covered", kind: "long_text", choices: [] },
  { id: "go_on", label: "Go on", kind: "yes_no", choices: [] },
];
const lea = { id: "mem_1", name: "Léa Fontaine" };

it("sends what was answered, with its question as it was asked", () => {
  const draft = { ...blank("interview", "job_1"), answers: { covered: " The job. ", go_on: "" } };
  expect(newNote(draft, fields, false)).toEqual({
    text: "",
    visibility: "all",
    kind: "interview",
    job_id: "job_1",
    answers: [{ id: "covered", label: "What was covered", value: "The job." }],
  });
  expect(wordsOf(draft, fields)).toBe("\nThe job.");
});
it("takes a call that nobody answered for a report, and an empty one for none", () => {
  expect(saysSomething(blank("call", null), fields)).toBe(false);
  expect(saysSomething({ ...blank("call", null), outcome: "voicemail" }, fields)).toBe(true);
  expect(saysSomething(blank("note", null), fields)).toBe(false);
  expect(begun({ ...blank("call", null), outcome: "voicemail" })).toBe(false);
  expect(newNote({ ...blank("call", null), minutes: "12", text: "Vu." }, fields, false).call).toEqual({
    direction: "out",
    outcome: "reached",
    minutes: 12,
  });
});
it("leaves the answers of a report behind when it becomes a note", () => {
  expect(newNote({ ...blank("note", null), text: "Vu.", answers: { covered: "x" } }, fields, true)).toEqual({
    text: "Vu.",
    visibility: "all",
    kind: "note",
    override: true,
  });
});
it("mentions who was picked and still stands in the text", () => {
  expect(newNote({ ...blank("note", null), text: "Ask @Léa Fontaine", picked: [lea] }, [], false).mentions).toEqual(["mem_1"]);
  expect(newNote({ ...blank("note", null), text: "Ask nobody", picked: [lea] }, [], false)).not.toHaveProperty("mentions");
});
it("changes only what differs, and keeps questions that are asked no more", () => {
  const event = {
    note: {
      kind: "interview",
      text: "Ask @Léa Fontaine",
      visibility: "all",
      job_id: null,
      mentions: ["mem_1"],
      answers: [{ id: "old", label: "An old question", value: "Yes." }],
      call: null,
    },
  } as unknown as Event;
  const was = draftOf(event, [lea]);
  const all = fieldsOf(fields, event);
  expect(all.map((one) => one.id)).toEqual(["covered", "go_on", "old"]);
  expect(noteEdit(was, was, all, false)).toEqual({});
  expect(noteEdit(was, { ...was, visibility: "recruiters" }, all, false)).toEqual({ visibility: "recruiters" });
  expect(noteEdit(was, { ...was, text: "Ask nobody" }, all, false)).toEqual({ text: "Ask nobody", mentions: [] });
  expect(noteEdit(was, { ...was, answers: { ...was.answers, covered: "The pay." } }, all, false).answers).toHaveLength(2);
});
