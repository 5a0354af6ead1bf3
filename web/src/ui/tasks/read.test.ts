import { describe, expect, it } from "vitest";
import { readTask } from "./read";

const today = "2026-11-23"; // a Monday
const when = (text: string) => {
  const { title, on, at } = readTask(text, today);
  return [title, on, at];
};

describe("a task as it is typed", () => {
  it("says its day at the end, in both languages", () => {
    expect(when("Rappeler Maëlys demain")).toEqual(["Rappeler Maëlys", "2026-11-24", null]);
    expect(when("Call Maëlys on Friday")).toEqual(["Call Maëlys", "2026-11-27", null]);
    expect(when("Relancer dans 2 semaines")).toEqual(["Relancer", "2026-12-07", null]);
    expect(when("Follow up in 1 month")).toEqual(["Follow up", "2026-12-23", null]);
    expect(when("Relancer après-demain")).toEqual(["Relancer", "2026-11-25", null]);
  });
  it("says a time, after the day or before it", () => {
    expect(when("Rappeler jeudi à 15h30")).toEqual(["Rappeler", "2026-11-26", "15:30"]);
    expect(when("Call at 3pm tomorrow")).toEqual(["Call", "2026-11-24", "15:00"]);
    expect(when("Appeler à 9 h")).toEqual(["Appeler", today, "09:00"]);
    expect(when("Call, 12 am")).toEqual(["Call", today, "00:00"]);
  });
  it("says a date, of next year when this year's is past", () => {
    expect(when("Envoyer l’offre le 27/11")).toEqual(["Envoyer l’offre", "2026-11-27", null]);
    expect(when("Prendre des nouvelles le 5 janvier")).toEqual(["Prendre des nouvelles", "2027-01-05", null]);
    expect(when("Send the plan by 1st Dec")).toEqual(["Send the plan", "2026-12-01", null]);
  });
  it("a weekday is the coming one, never today", () => {
    expect(when("Relire lundi")).toEqual(["Relire", "2026-11-30", null]);
  });
  it("keeps words that say no day, and words alone", () => {
    expect(when("Préparer le plan du lundi de rentrée")).toEqual(["Préparer le plan du lundi de rentrée", null, null]);
    expect(when("Demain")).toEqual(["Demain", null, null]);
    expect(when("Send 31/02")).toEqual(["Send 31/02", null, null]);
    expect(when("Revoir l’étape 3")).toEqual(["Revoir l’étape 3", null, null]);
  });
  it("shows which words were read", () => {
    expect(readTask("Rappeler Maëlys, jeudi à 15h", today).said).toBe("jeudi à 15h");
  });
});
