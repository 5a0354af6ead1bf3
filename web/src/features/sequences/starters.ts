/** Beginnings for a sequence, in the words of who begins: to be changed, not to be sent as they stand. Pure. */
import type { Language } from "@/api/model";
import type { MailStep, Step, TaskStep, WaitStep } from "./model";
import { fresh, inUnit } from "./steps";

export type Starter = "blank" | "first_contact" | "keep_in_touch" | "after_interview";
export const starters: readonly Starter[] = ["first_contact", "keep_in_touch", "after_interview", "blank"];

type Told = (key: string) => string;
const mail = (told: Told, language: Language, key: string, changes: Partial<MailStep> = {}): MailStep => ({
  ...(fresh("mail", language) as MailStep),
  words: { fr: null, en: null, [language]: { subject: told(`${key}Subject`), body: told(`${key}Body`) } },
  send_as: "enroller",
  ...changes,
});
const wait = (amount: number, unit: "business_days" | "days"): WaitStep => inUnit(fresh("wait", "en") as WaitStep, amount, unit);
const task = (title: string): TaskStep => ({ ...(fresh("task", "en") as TaskStep), title });

/** `told`: the words of a starter by key, in the language that the sequence begins in. */
export function stepsOf(starter: Starter, told: Told, language: Language): Step[] {
  switch (starter) {
    case "blank":
      return [];
    case "first_contact":
      return [
        mail(told, language, "hello"),
        wait(3, "business_days"),
        mail(told, language, "again"),
        wait(4, "business_days"),
        task(told("call")),
        wait(4, "business_days"),
        mail(told, language, "last"),
      ];
    case "keep_in_touch":
      return [mail(told, language, "news"), wait(90, "days"), mail(told, language, "news2"), wait(90, "days"), task(told("check"))];
    case "after_interview":
      return [
        mail(told, language, "thanks"),
        wait(3, "business_days"),
        task(told("decide")),
        wait(2, "business_days"),
        mail(told, language, "wait"),
      ];
  }
}
