import { Button } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/model";
import { whyMail } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { LoadFailed, Skeleton } from "@/ui/states";
import "@/ui/css/why.css";
import { reasonKey, subjectOf, told } from "./told";

/** Why somebody got a mail, answered from the events: who put them in, which step, what held, what became of it. */
export function Why({ candidateId, messageKey, name }: { candidateId: string; messageKey: string; name: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="why">
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        className="quiet"
        aria-expanded={open}
        leftSection={<IconHelpCircle size={15} aria-hidden="true" />}
        onClick={() => setOpen(!open)}
      >
        {t("why.ask")}
      </Button>
      {open && <WhyChain candidateId={candidateId} messageKey={messageKey} name={name} />}
    </div>
  );
}
/** The answer by itself, where the question stands elsewhere. */
export function WhyChain({ candidateId, messageKey, name }: { candidateId: string; messageKey: string; name: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const why = useQuery({ queryKey: ["mail", candidateId, messageKey, "why"], queryFn: () => whyMail(candidateId, messageKey) });
  if (why.isPending) return <Skeleton rows={3} shape="field" />;
  if (why.isError) return <LoadFailed error={why.error} retry={why.refetch} small />;
  const { sequence, events, message_class, reason } = why.data;
  return (
    <div className="why-chain">
      {sequence ? (
        <p>
          {t("why.step", { n: sequence.step, version: sequence.version })}{" "}
          <Link to="/sequences/$id" params={{ id: sequence.id }} className="link">
            {sequence.name}
          </Link>
          {sequence.condition && `, ${t(...conditionWords(sequence.condition, t("seq.someStage")))}`}
          {sequence.enrolled_at &&
            ` · ${t("why.enrolled", { who: sequence.enrolled_by ?? t("event.system"), when: f.full(sequence.enrolled_at) })}`}
        </p>
      ) : (
        <p>{t(`why.class_${message_class}`, { defaultValue: t("why.class_owed") })}</p>
      )}
      <ol>
        {events.map((event, i) => (
          <Line key={event.id} event={event} name={name} last={i === events.length - 1} />
        ))}
      </ol>
      {reason && <p className="meta">{t("why.reason", { reason: t(reasonKey(reason), { defaultValue: reason }) })}</p>}
    </div>
  );
}
/** What held when the step came up: key and values. */
function conditionWords({ about, holds, value }: Record<string, unknown>, someStage: string): [string, { value: string }] {
  return [`seq.if_${String(about)}_${holds === false ? "no" : "yes"}`, { value: about === "stage" ? someStage : String(value ?? "") }];
}
function Line({ event, name, last }: { event: Event; name: string; last: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const what = told(event);
  // What it was about to do is over in a chain that goes on.
  const made = event.kind === "mail_queued" && !last;
  const who = { actor: event.actor.name ?? "", candidate: name, system: t("event.system") }[subjectOf(event)];
  const source = what.values.source ? t(`source.${what.values.source}`, { defaultValue: String(what.values.source) }) : "";
  return (
    <li>
      <time className="meta" dateTime={event.at} title={f.full(event.at)}>
        {f.day(event.at)}, {f.clock(event.at)}
      </time>
      <span className="grow">
        <b>{who}</b>{" "}
        {t(made ? "why.made" : `event.${what.key}`, {
          ...what.values,
          source,
          name: what.values.name ?? name,
          defaultValue: t("event.other", { kind: event.kind }),
        })}
      </span>
    </li>
  );
}
