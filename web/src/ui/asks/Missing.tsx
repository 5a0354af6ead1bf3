import { Button, Popover } from "@mantine/core";
import { IconAlertCircle, IconForms } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { copyAskLink, type Ask } from "@/api/asks";
import { reasonKey } from "@/api/errors";
import type { OpenedCandidate } from "@/api/model";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import "@/ui/css/asks.css";
import { AskForm, MadeLink } from "./AskForm";
import { lacking, pieces, standOf } from "./pieces";
import { useAsk } from "./useAsk";

/** What the record lacks, the click that asks for it, and how far the last question came. */
export function Missing({ opened }: { opened: OpenedCandidate }) {
  const { t } = useTranslation();
  const f = useFormat();
  const asks = useMay("write_mails");
  const { candidate } = opened;
  const wanting = lacking(opened);
  const last = opened.asks[0];
  const stand = last ? standOf(last, new Date()) : null;
  const named = (list: readonly string[]) =>
    f.list(list.map((piece) => (piece === "cv" ? t("field.cv") : t(`field.${piece}`).toLocaleLowerCase())));
  const essential = candidate.missing.length > 0;
  return (
    <div className="asks">
      {wanting.length > 0 && (
        <p className={`row missing${essential ? " koi" : " ink2"}`}>
          {essential && <IconAlertCircle size={15} stroke={1.8} aria-hidden="true" />}
          {essential
            ? t("candidate.missing", { count: candidate.missing.length, fields: named(candidate.missing) })
            : t("asks.lacks", { fields: named(wanting) })}
        </p>
      )}
      {last && stand && stand !== "withdrawn" && <Standing ask={last} stand={stand} named={named} mayAct={asks} />}
      {asks && stand !== "waiting" && <AskNow opened={opened} />}
    </div>
  );
}
function AskNow({ opened }: { opened: OpenedCandidate }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const { ask } = useAsk();
  const { candidate } = opened;
  const wanting = lacking(opened);
  const reachable = candidate.mailable && candidate.fields.emails.length > 0;
  const chosen = wanting.length > 0 ? wanting : pieces.filter((piece) => piece === "languages");
  return (
    <div className="row wrap">
      {wanting.length > 0 && reachable && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconForms size={15} stroke={1.7} aria-hidden="true" />}
          loading={ask.isPending}
          onClick={() => ask.mutate({ people: [candidate.id], question: { remind_after_days: 5 } })}
        >
          {t("asks.ask")}
        </Button>
      )}
      <Pane
        title={t("asks.title")}
        opened={choosing}
        onClose={() => setChoosing(false)}
        target={
          <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => setChoosing(!choosing)}>
            {t(wanting.length > 0 ? "asks.choose" : "asks.askElse")}
          </Button>
        }
      >
        <AskForm people={[candidate.id]} chosen={chosen} onDone={() => setChoosing(false)} />
      </Pane>
    </div>
  );
}
export function Pane(props: { title: string; opened: boolean; onClose: () => void; target: ReactNode; children: ReactNode }) {
  return (
    <Popover
      opened={props.opened}
      onChange={(open) => !open && props.onClose()}
      onClose={props.onClose}
      position="bottom-start"
      width={380}
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>{props.target}</Popover.Target>
      <Popover.Dropdown className="ask-pane" aria-label={props.title}>
        {props.opened && props.children}
      </Popover.Dropdown>
    </Popover>
  );
}
interface StandingProps {
  ask: Ask;
  stand: "waiting" | "answered" | "ended";
  named: (list: readonly string[]) => string;
  mayAct: boolean;
}
/** Asked on…, opened, answered; while it waits it can be taken back, and its link passed on. */
function Standing({ ask, stand, named, mayAct }: StandingProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const { withdraw } = useAsk();
  const [link, setLink] = useState<string | null>(null);
  const copy = useMutation({
    mutationFn: () => copyAskLink(ask.candidate_id, ask.id),
    onSuccess: ({ url }) => setLink(url),
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  const by = ask.by_name ?? t("event.system");
  const lines = [
    t(stand === "answered" ? "asks.wasAsked" : "asks.isAsked", { by, date: f.day(ask.made_at), fields: named(ask.pieces) }),
    stand === "answered"
      ? t("asks.answered", { date: f.day(ask.answered_at ?? ask.made_at) })
      : ask.opened_at
        ? t("asks.opened", { date: f.day(ask.opened_at) })
        : t("asks.notOpened"),
    ask.reminded_at ? t("asks.reminded", { date: f.day(ask.reminded_at) }) : null,
    stand === "waiting" && ask.remind_at ? t("asks.reminds", { date: f.day(ask.remind_at) }) : null,
    stand === "answered" ? null : t(stand === "ended" ? "asks.ended" : "asks.ends", { date: f.day(ask.expires_at) }),
  ];
  return (
    <div className="ask-stand">
      <p className="meta">{lines.filter(Boolean).join(" ").replaceAll("..", ".")}</p>
      {mayAct && stand === "waiting" && (
        <div className="row wrap">
          <Pane
            title={t("asks.theLink")}
            opened={link !== null}
            onClose={() => setLink(null)}
            target={
              <Button size="xs" variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
                {t("asks.passOn")}
              </Button>
            }
          >
            <MadeLink url={link ?? ""} onClose={() => setLink(null)} />
          </Pane>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className="quiet"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id: ask.candidate_id, ask: ask.id })}
          >
            {t("asks.withdraw")}
          </Button>
        </div>
      )}
    </div>
  );
}
