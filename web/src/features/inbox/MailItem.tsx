import { IconAlertTriangle, IconCheck, IconChecks, IconCornerUpRight, IconRobot } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { SaidMail, Thread } from "@/api/inbox";
import { useFormat } from "@/i18n/format";
import type { GoneOn } from "@/ui/compose";
import { Linked } from "@/ui/Linked";
import { MailFrame } from "@/ui/MailFrame";
import { Person } from "@/ui/parts";
import { LoadFailed, Skeleton } from "@/ui/states";
import { Waiting } from "@/ui/Waiting";
import { Files, OurFiles } from "./Files";
import { parted } from "./parted";

export type WhyAsked = ComponentType<{ candidateId: string; messageKey: string; name: string }>;
interface Props {
  mail: SaidMail;
  thread: Thread;
  /** What an answer of ours goes on. */
  goneOn: GoneOn;
  open: boolean;
  Why: WhyAsked;
  onToggle: () => void;
  /** Passes it on; null where nobody may. */
  onForward: (() => void) | null;
}
/** What may be passed on: not a stranger's mail that waits for a decision, nor one of ours that has not left. Pure. */
export const mayPass = (mail: SaidMail): boolean => !mail.apart && !mail.forwarded && mail.message?.state !== "pending";
/** One mail: what was said first, whatever it quotes folded; who, when, and what became of ours. */
export function MailItem({ mail, thread, goneOn, open, Why, onToggle, onForward }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const ours = mail.message;
  const name = thread.name ?? t("people.noName");
  const who = mail.direction === "in" ? (mail.colleague ?? (mail.apart ? (mail.sender ?? "") : name)) : (ours?.author ?? "Vivier");
  const begins = (mail.direction === "in" ? mail.reply : ours ? parted(ours).own : "").replace(/\s+/g, " ").slice(0, 200);
  const auto = mail.kind === "auto_reply" || (mail.direction === "out" && !ours?.author);
  const address = mail.direction === "in" ? mail.sender : null;
  return (
    <li className="said" data-open={open || undefined} data-ours={mail.direction === "out" || undefined}>
      {auto ? (
        <span className="person said-robot" aria-hidden="true">
          <IconRobot size={15} stroke={1.6} />
        </span>
      ) : (
        <Person name={who} size={28} {...(mail.direction === "out" || mail.colleague ? { tone: "act" as const } : {})} />
      )}
      <div className="said-main">
        <button type="button" className="said-head" aria-expanded={open} onClick={onToggle}>
          <span className="said-who strong cut">{who}</span>
          {mail.kind === "auto_reply" && <span className="meta cut">{t("inbox.auto")}</span>}
          {mail.colleague && <span className="meta cut">{t(mail.team_only ? "inbox.teamOnly" : "inbox.byMail", { name })}</span>}
          {open && address && !mail.colleague && !mail.apart && <span className="meta cut">{address}</span>}
          {ours && (open || mail.forwarded) && (
            <span className="meta cut">
              {t(mail.forwarded ? "inbox.forwardedTo" : "inbox.to", { to: f.list([ours.to_name ?? ours.to, ...ours.cc]) })}
            </span>
          )}
          <span className="grow" />
          {!open && ours && <Fate mail={mail} quiet />}
          <time className="meta num" dateTime={mail.at} title={f.full(mail.at)}>
            {f.daysAway(mail.at) === 0 ? f.clock(mail.at) : `${f.ago(mail.at)}, ${f.clock(mail.at)}`}
          </time>
        </button>
        {!open && (
          <p className="said-begins cut ink2" dir="auto" onClick={onToggle}>
            {begins || mail.subject}
          </p>
        )}
        {open && mail.direction === "in" && <Theirs mail={mail} candidate={thread.candidate_id} />}
        {open && ours && <Ours mail={mail} thread={thread} goneOn={goneOn} name={name} />}
        {open && ours && !mail.forwarded && <Why candidateId={thread.candidate_id} messageKey={ours.key} name={name} />}
        {open && onForward && (
          <p className="said-folds">
            <button type="button" className="link meta row" onClick={onForward} title={t("inbox.forwardKey")}>
              <IconCornerUpRight size={14} stroke={1.8} aria-hidden="true" />
              {t("inbox.forward")}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}
function Theirs({ mail, candidate }: { mail: SaidMail; candidate: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<"quoted" | "whole" | null>(null);
  const toggle = (what: "quoted" | "whole") => setShown(shown === what ? null : what);
  return (
    <>
      {mail.apart && (
        <p className="row ochre said-apart">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          <span>
            {t("inbox.apart")}{" "}
            <Link to="/review" search={{ kind: "received" }}>
              {t("inbox.decide")}
            </Link>
          </span>
        </p>
      )}
      {mail.reply && (
        <p className="prose said-text">
          <Linked text={mail.reply} />
        </p>
      )}
      {mail.signature && (
        <p className="meta said-signature">
          <Linked text={mail.signature} />
        </p>
      )}
      {!mail.reply && mail.files.length === 0 && !mail.apart && <p className="ink3 said-text">{t("inbox.noWords")}</p>}
      <Files mail={mail.id} files={mail.files} candidate={candidate} />
      {mail.cut && (
        <p className="row ochre said-apart">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          {t("inbox.cut")}
        </p>
      )}
      {mail.signed && <p className="meta">{t("inbox.signed")}</p>}
      {mail.more && (
        <div className="row said-folds">
          {mail.quoted_lines > 0 && (
            <button type="button" className="link meta" aria-expanded={shown === "quoted"} onClick={() => toggle("quoted")}>
              {t("inbox.quoted", { count: mail.quoted_lines })}
            </button>
          )}
          <button type="button" className="link meta" aria-expanded={shown === "whole"} onClick={() => toggle("whole")}>
            {t(shown === "whole" ? "mail.hide" : "inbox.asItCame")}
          </button>
        </div>
      )}
      {shown && <Whole id={mail.id} part={shown} />}
    </>
  );
}
function Whole({ id, part }: { id: string; part: "quoted" | "whole" }) {
  const { t } = useTranslation();
  const mail = useQuery({ queryKey: ["received", id], queryFn: () => api.receivedMail(id), staleTime: Infinity });
  if (mail.isPending) return <Skeleton rows={3} shape="field" />;
  if (mail.isError) return <LoadFailed error={mail.error} retry={mail.refetch} small />;
  const { html, quoted, text, subject } = mail.data.whole;
  if (part === "quoted")
    return (
      <blockquote className="prose said-quoted">
        <Linked text={quoted} />
      </blockquote>
    );
  return (
    <div className="said-whole">
      {html ? (
        <MailFrame html={html} title={subject} />
      ) : (
        <p className="prose said-text">
          <Linked text={text} />
        </p>
      )}
      {html?.includes("<img") && <p className="meta">{t("inbox.noPictures")}</p>}
    </div>
  );
}
function Ours({ mail, thread, goneOn, name }: { mail: SaidMail; thread: Thread; goneOn: GoneOn; name: string }) {
  const { t } = useTranslation();
  const [formed, setFormed] = useState(false);
  const [quoting, setQuoting] = useState(false);
  const ours = mail.message;
  if (!ours) return null;
  const { own, quoted } = parted(ours);
  return (
    <>
      <p className="prose said-text">
        <Linked text={own} />
      </p>
      <OurFiles candidate={thread.candidate_id} mail={ours} />
      {ours.state === "pending" && ours.draft ? (
        <Waiting candidateId={thread.candidate_id} name={name} mailKey={ours.key} due={ours.due_at} thread={goneOn} />
      ) : (
        <div className="row wrap said-folds">
          <Fate mail={mail} />
          {ours.quoted > 0 && (
            <button type="button" className="link meta" aria-expanded={quoting} onClick={() => setQuoting(!quoting)}>
              {t("inbox.ourQuote")}
            </button>
          )}
          <button type="button" className="link meta" aria-expanded={formed} onClick={() => setFormed(!formed)}>
            {t(formed ? "mail.hide" : "inbox.asItLeft")}
          </button>
        </div>
      )}
      {quoting && <blockquote className="prose said-quoted">{quoted}</blockquote>}
      {formed && <MailFrame html={ours.html} title={ours.subject} />}
    </>
  );
}
/** What became of a mail of ours: quiet when it is well. */
function Fate({ mail, quiet = false }: { mail: SaidMail; quiet?: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const ours = mail.message;
  if (!ours) return null;
  const state = ours.delivery;
  const bad = ["complained", "bounced", "refused", "unknown"].includes(state);
  if (quiet && !bad && state !== "queued") return null;
  const Glyph = bad ? IconAlertTriangle : state === "delivered" ? IconChecks : IconCheck;
  return (
    <span className={bad ? "row koi fate" : "row meta fate"} title={ours.settled_at ? f.full(ours.settled_at) : undefined}>
      {state !== "queued" && <Glyph size={14} stroke={1.8} aria-hidden="true" />}
      {t(`inbox.fate_${state}`, { defaultValue: t(`mail.${state}`) })}
    </span>
  );
}
