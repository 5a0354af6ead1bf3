import { ActionIcon, Button } from "@mantine/core";
import { IconAlertTriangle, IconMail, IconSquareCheck, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Foreseen, Preflight } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { enrol } from "@/ui/enrol";
import { place, useStepWords } from "./useStepWords";
import { useEnrolmentWords } from "./useEnrolmentWords";

const SHOWN = 20;
/** Its mails leave outside the sequence's hours, since these never meet the workspace's. */
const APART = "hours_apart";

/** Who would get what when, on their own clock; and who is left out, and why. */
export function Foresight({ seen, onDrop }: { seen: Preflight; onDrop?: ((id: string) => void) | undefined }) {
  const { t } = useTranslation();
  const f = useFormat();
  const out = seen.people.filter((one) => one.excluded);
  const into = seen.people.filter((one) => !one.excluded);
  const moves = into.map((one) => (one.plan[0]?.moved_by ?? []).filter((why) => why !== APART)).filter((why) => why.length > 0);
  const apart = into.filter((one) => one.plan.some((step) => step.moved_by.includes(APART)));
  const why = f.list([...new Set(moves.flatMap(([first]) => first ?? []))].map((one) => t(`later.${one}`)));
  const reasons = Object.entries(seen.excluded).map(([why, count]) => t(`seq.outs_${why}`, { count, n: f.number(count) }));
  return (
    <div className="foresight">
      <p className="strong" role="status">
        {t("seq.getIt", { count: seen.enrolled, n: f.number(seen.enrolled) })}
        {out.length > 0 && (
          <span className="ochre"> {t("seq.areOut", { count: out.length, n: f.number(out.length), why: f.list(reasons) })}</span>
        )}
      </p>
      {moves.length > 0 && <p className="meta">{t("later.first", { count: moves.length, n: f.number(moves.length), why })}</p>}
      {apart.length > 0 && (
        <p className="row ochre foreseen-why">
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
          <span>{t("later.apart", { count: apart.length, n: f.number(apart.length) })}</span>
        </p>
      )}
      {out.length > 0 && (
        <Group
          people={out}
          open={into.length === 0}
          title={t("seq.outTitle", { count: out.length, n: f.number(out.length) })}
          onDrop={onDrop}
        />
      )}
      {into.length > 0 && (
        <Group people={into} open title={t("seq.inTitle", { count: into.length, n: f.number(into.length) })} onDrop={onDrop} />
      )}
    </div>
  );
}
function Group({
  people,
  open,
  title,
  onDrop,
}: {
  people: Foreseen[];
  open: boolean;
  title: string;
  onDrop?: ((id: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, SHOWN);
  return (
    <details open={open || people.length <= 5}>
      <summary>{title}</summary>
      <ul className="foreseen">
        {shown.map((one) => (
          <One key={one.candidate_id} one={one} open={people.length === 1} onDrop={onDrop} />
        ))}
      </ul>
      {people.length > SHOWN && !all && (
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => setAll(true)}>
          {t("seq.allOfThem", { count: people.length, n: f.number(people.length) })}
        </Button>
      )}
    </details>
  );
}
function One({ one, open: begun, onDrop }: { one: Foreseen; open: boolean; onDrop?: ((id: string) => void) | undefined }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useStepWords();
  const { theirs, full } = useEnrolmentWords();
  const [open, setOpen] = useState(begun);
  const name = one.name ?? one.to ?? t("people.noName");
  const zone = one.zone ?? f.reader.zone;
  const first = one.plan[0];
  const fields = f.list(one.missing.map((field) => t(`merge.${field.replace(".", "_")}`, { defaultValue: field })));
  return (
    <li>
      <div className="row">
        <span className="two grow">
          <Link to="/people/$id" params={{ id: one.candidate_id }} className="name cut" onClick={enrol.close}>
            {name}
          </Link>
          {one.excluded ? (
            <span className="row ochre foreseen-why">
              <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
              <span>{t(`seq.out_${one.excluded}`, { fields })}</span>
            </span>
          ) : (
            <span className="meta cut">{one.to}</span>
          )}
        </span>
        {!one.excluded && first && (
          <button type="button" className="link meta" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t("seq.planBrief", { count: one.plan.length, when: theirs(first.at, zone) })}
          </button>
        )}
        {onDrop && (
          <ActionIcon size={24} aria-label={t("compose.without", { name })} onClick={() => onDrop(one.candidate_id)}>
            <IconX size={14} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {open && !one.excluded && (
        <ol className="foreseen-plan">
          {one.plan.map((step) => {
            const Sign = step.do === "mail" ? IconMail : IconSquareCheck;
            const moved = step.moved_by.find((why) => why !== APART);
            return (
              <li key={step.step_id}>
                <Sign size={14} stroke={1.7} aria-hidden="true" />
                <time dateTime={step.at} title={full(step.at, zone)}>
                  {theirs(step.at, zone)}
                </time>
                <span className="grow">
                  {step.subject ?? step.title}
                  {step.only_if && <span className="meta"> {words.condition(step.only_if)}</span>}
                  {moved && <span className="meta"> {t("later.than", { why: t(`later.${moved}`) })}</span>}
                </span>
              </li>
            );
          })}
          <li className="meta">
            {t("seq.clock", { zone: place(zone) })} {one.zone_from && t(`seq.clock_${one.zone_from}`)}
          </li>
        </ol>
      )}
    </li>
  );
}
