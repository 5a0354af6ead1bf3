import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EnrolmentAct, SeenEnrolment } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { Person } from "@/ui/parts";
import { actsFor } from "./acts";
import { EnrolmentMenu } from "./EnrolmentMenu";
import { EnrolmentMark } from "./StateMark";
import { useEnrolmentWords } from "./useEnrolmentWords";

interface Props {
  one: SeenEnrolment;
  /** What they did with the step that they are listed by. */
  deed: "given" | "sent" | "replied" | "clicked" | undefined;
  on: boolean;
  runs: boolean;
  newest: number;
  selected: boolean;
  failure: string | undefined;
  onSelect: () => void;
  onAct: (act: EnrolmentAct) => void;
}
/** One person of a sequence: where they are, and what can be done. */
export function EnrolmentRow({ one, deed, on, runs, newest, selected, failure, onSelect, onAct }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useEnrolmentWords();
  const { enrolment } = one;
  const name = one.name ?? t("people.noName");
  const stands = words.stands(one);
  const when = one.did_at ?? enrolment.settled_at ?? enrolment.enrolled_at;
  return (
    <li className="enrolment" data-cursor={on || undefined} data-on={selected || undefined}>
      {runs && <Checkbox aria-label={name} checked={selected} onChange={onSelect} />}
      <span className="enrolment-who">
        <Person name={name} size={28} />
        <span className="two">
          <Link to="/people/$id" params={{ id: enrolment.candidate_id }} search={{ tab: "timeline" }} className="name cut">
            {name}
          </Link>
          <span className="meta cut">
            {failure ? (
              <span className="koi">{failure}</span>
            ) : (
              <>
                {one.did_at
                  ? t(`seq.${deed ?? "sent"}_at`, { when: f.day(one.did_at) })
                  : t(`seq.via_${enrolment.via}`, {
                      who: enrolment.enrolled_by_name ?? t("event.system"),
                      when: f.day(enrolment.enrolled_at),
                    })}
                {enrolment.version < newest && `, ${t("seq.version", { version: enrolment.version }).toLocaleLowerCase()}`}
              </>
            )}
          </span>
        </span>
      </span>
      <span className="two enrolment-where">
        <span className="cut" title={words.step(one)}>
          {words.step(one) || t("seq.noStepLeft")}
        </span>
        <span
          className={stands.alarm ? "koi" : "meta"}
          title={enrolment.wake_at ? words.full(enrolment.wake_at, enrolment.zone) : undefined}
        >
          {stands.text}
        </span>
      </span>
      <EnrolmentMark state={enrolment.state} />
      <time className="meta only-wide enrolment-when" dateTime={when} title={f.full(when)}>
        {f.ago(when)}
      </time>
      {runs && <EnrolmentMenu name={name} acts={actsFor(enrolment, newest)} onAct={onAct} />}
    </li>
  );
}
