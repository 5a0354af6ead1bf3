import { useTranslation } from "react-i18next";
import type { Action, Stage } from "@/api/model";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { useSequenceNames } from "@/ui/sequences";
import { useTexts } from "@/ui/texts";

/** What a stage does when somebody enters it, in plain words. */
export function useActionWords() {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  const who = (id: string): string =>
    id === "owner" || id === "team" ? t(`does.${id}`) : (members.find((m) => m.id === id)?.name ?? t("does.someone"));
  const delay = ({ business_days: days, hours }: { business_days: number; hours: number }): string =>
    days + hours === 0
      ? t("does.atOnce")
      : f.list([...(days ? [t("does.days", { count: days })] : []), ...(hours ? [t("does.hours", { count: hours })] : [])]);
  const texts = useTexts();
  const sequence = useSequenceNames();
  /** By name as far as it is known here. */
  const begun = (key: string, id: string): string => {
    const name = sequence(id);
    return name ? t(`does.${key}`, { sequence: name }) : t(`does.${key}_some`);
  };
  const own = (key: string) => texts.find(({ text }) => text.id === key)?.text.name ?? t("templates.own");
  const template = (key: string) => (key.startsWith("txt_") ? own(key) : t(`templates.${key}`, { defaultValue: key }));
  const one = (action: Action): string => {
    switch (action.do) {
      case "send":
        return t("does.send", { template: template(action.template), delay: delay(action.after) });
      case "task":
        return t("does.task", { title: action.title, who: who(action.assignee), count: action.due_in_days });
      case "tag":
        return t("does.tag", { tag: action.tag });
      case "notify":
        return t("does.notify", { who: f.list(action.members.map(who)) });
      case "scorecard":
        return t("does.scorecard", { who: f.list(action.members.map(who)), count: action.due_in_days });
      case "sequence":
        return begun("sequence", action.sequence_id);
      case "ask_missing":
        return action.pieces.length
          ? t("does.ask_these", {
              fields: f.list(action.pieces.map((piece) => t(`field.${piece}`, { defaultValue: "CV" }).toLocaleLowerCase())),
            })
          : t("does.ask_missing");
    }
  };
  /** The same without when, which stands beside it. */
  const brief = (action: { do: string; template?: string; title?: string; tag?: string; sequence_id?: string }): string =>
    action.do === "sequence"
      ? begun("brief_sequence", action.sequence_id ?? "")
      : t(`does.brief_${action.do}`, { template: template(action.template ?? ""), title: action.title, tag: action.tag });
  const first = (text: string) => text.charAt(0).toLocaleUpperCase(f.reader.language) + text.slice(1);
  return {
    one,
    brief,
    who,
    template,
    /** A sentence of all of it, or nothing. */
    of: (stage: Pick<Stage, "actions">): string => (stage.actions.length ? `${first(f.list(stage.actions.map(one)))}.` : ""),
  };
}
