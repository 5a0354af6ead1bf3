import { ActionIcon, Button } from "@mantine/core";
import { IconArrowLeft, IconClock, IconCornerUpLeft, IconMailCheck, IconMailOpened } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import { threadQuery, type OpenedThread, type SaidMail } from "@/api/inbox";
import { useMay, useMe, useOpenJobs } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { compose, type Composing } from "@/ui/compose";
import { focusIfLost } from "@/ui/focusBack";
import { useKeys } from "@/ui/keys";
import { overlays } from "@/ui/overlays";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { AssignMenu } from "./AssignMenu";
import { MailItem, mayPass, type WhyAsked } from "./MailItem";
import { opened } from "./opened";
import { PersonCard } from "./PersonCard";
import { useForward, useListed, useThreadActs } from "./queries";
import { waited } from "./waited";

const route = getRouteApi("/inbox/$thread");

interface Slots {
  /** Where an answer is written. */
  Composer: ComponentType<{ what: Composing; inline?: boolean }>;
  /** Why somebody got a mail of ours. */
  Why: WhyAsked;
}
export function ThreadPage({ Composer, Why }: Slots) {
  const { t } = useTranslation();
  const { thread: id } = route.useParams();
  const { list } = route.useSearch();
  const query = useQuery(threadQuery(id));
  if (query.isPending)
    return (
      <div className="thread">
        <Coming id={id} />
        <Skeleton rows={5} />
      </div>
    );
  if (query.isError && !query.data)
    return (
      <div className="thread">
        {!isStatus(query.error, 404) && <Coming id={id} />}
        {isStatus(query.error, 404) ? (
          <Empty
            page
            title={t("inbox.gone")}
            acts={
              <Link to="/inbox" search={list ? { list } : {}} className="link">
                {t("inbox.back")}
              </Link>
            }
          />
        ) : (
          <LoadFailed error={query.error} retry={query.refetch} />
        )}
      </div>
    );
  return <Conversation key={id} talk={query.data} Composer={Composer} Why={Why} />;
}
/** The head of a conversation that is not there yet, as the list knows it; on a phone, the way back to the list. */
function Coming({ id }: { id: string }) {
  const { t } = useTranslation();
  const known = useListed(id);
  return (
    <header className="thread-head">
      <Back />
      <div className="grow">
        <h1 className="cut" dir="auto" tabIndex={-1}>
          {known ? known.subject || t("inbox.noSubject") : t("inbox.title")}
        </h1>
        {known && <p className="meta cut">{known.name ?? t("people.noName")}</p>}
      </div>
    </header>
  );
}
function Back() {
  const { t } = useTranslation();
  const { list } = route.useSearch();
  return (
    <Link to="/inbox" search={list ? { list } : {}} className="thread-back ink" aria-label={t("inbox.back")}>
      <IconArrowLeft size={20} stroke={1.7} aria-hidden="true" />
    </Link>
  );
}
function Conversation({ talk, Composer, Why }: { talk: OpenedThread } & Slots) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { thread, mails } = talk;
  const acts = useThreadActs();
  const may = { edit: useMay("edit_people"), write: useMay("write_mails") };
  const me = useMe().data?.member;
  const [assigning, setAssigning] = useState(false);
  const name = thread.name ?? t("people.noName");
  // What one folded or unfolded by hand; what came since opens by itself.
  const [turned, setTurned] = useState<Record<string, boolean>>({});
  const stand = opened(mails);
  const last = mails.findLast((mail) => mail.direction === "in" && !mail.apart && !mail.colleague);
  const goneOn = { id: thread.id, answers: last?.id ?? null, subject: thread.subject, from: last?.sender ?? null };
  const reply = () => compose.open({ people: [{ id: thread.candidate_id, name }], jobId: thread.job_id ?? undefined, thread: goneOn });
  const forwarding = useForward();
  const forward = (mail: SaidMail | undefined) => {
    if (mail && !forwarding.isPending) forwarding.mutate({ thread: goneOn, mail, person: { id: thread.candidate_id, name } });
  };
  const composing = useSyncExternalStore(compose.subscribe, compose.current);
  const writing = composing?.thread?.id === thread.id ? composing : null;
  useEffect(() => compose.hold(thread.id), [thread.id]);
  useKeys(
    {
      e: () => (may.write ? reply() : false),
      f: () => (may.write ? forward(mails.findLast((mail) => mayPass(mail))) : false),
      d: () => (may.edit ? acts.answered(thread) : false),
      m: () => (may.edit && me ? acts.assign(thread, thread.assigned_to === me.id ? null : me) : false),
      g: () => (may.edit ? setAssigning(true) : false),
      o: () => void navigate({ to: "/people/$id", params: { id: thread.candidate_id }, search: { tab: "timeline" } }),
    },
    {
      help: {
        ...(may.write ? { e: "keys.reply", f: "inbox.forward" } : {}),
        ...(may.edit ? { d: "keys.answered", m: "keys.take", g: "keys.give" } : {}),
        o: "keys.record",
      },
    },
  );
  useEffect(() => overlays.here({ candidate: { id: thread.candidate_id, name } }), [thread.candidate_id, name]);
  const end = useRef<HTMLDivElement>(null);
  const newest = mails.at(-1)?.id;
  // What came since one began to write may change what one says.
  const [began, setBegan] = useState<string | undefined>();
  const writes = writing !== null;
  useEffect(() => setBegan(writes ? newest : undefined), [writes]); // eslint-disable-line react-hooks/exhaustive-deps
  const answer = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);
  useEffect(() => {
    if (wrote.current && !writes) focusIfLost(answer.current);
    wrote.current = writes;
  }, [writes]);
  const since = began !== newest && mails.some((mail) => mail.id === began) ? mails.at(-1) : undefined;
  const sinceWho = since?.direction === "in" ? (since.colleague ?? name) : since?.message?.author;
  useEffect(() => void end.current?.scrollIntoView({ block: "end" }), [newest, writing]);
  useEffect(() => {
    document.title = `${name} · Vivier`;
  }, [name]);
  return (
    <>
      <section className="thread" aria-label={t("inbox.conversation", { name })}>
        <header className="thread-head">
          <Back />
          <div className="grow">
            <h1 className="cut" dir="auto" tabIndex={-1} title={thread.subject}>
              {thread.subject || t("inbox.noSubject")}
            </h1>
            <p className="row meta thread-state">
              <Waits talk={talk} />
              <Link to="/people/$id" params={{ id: thread.candidate_id }} search={{ tab: "timeline" }} className="thread-who cut">
                {name}
              </Link>
              <Job id={thread.job_id} />
            </p>
          </div>
          {may.edit && (
            <div className="row thread-acts">
              <AssignMenu thread={thread} acts={acts} opened={assigning} onOpen={setAssigning} />
              <ActionIcon
                size={32}
                aria-label={t(thread.needs_answer ? "inbox.answered" : "inbox.reopen")}
                title={`${t(thread.needs_answer ? "inbox.answered" : "inbox.reopen")} (D)`}
                onClick={() => acts.answered(thread)}
              >
                {thread.needs_answer ? <IconMailCheck size={18} stroke={1.7} /> : <IconMailOpened size={18} stroke={1.7} />}
              </ActionIcon>
            </div>
          )}
        </header>
        <div className="thread-scroll scroll" tabIndex={0} role="region" aria-label={t("inbox.mails")}>
          <ol className="thread-mails">
            {mails.map((mail) => {
              const open = turned[mail.id] ?? stand.has(mail.id);
              return (
                <MailItem
                  key={`${mail.direction}-${mail.id}`}
                  mail={mail}
                  thread={thread}
                  goneOn={goneOn}
                  open={open}
                  Why={Why}
                  onForward={may.write && mayPass(mail) ? () => forward(mail) : null}
                  onToggle={() => setTurned({ ...turned, [mail.id]: !open })}
                />
              );
            })}
          </ol>
          <div ref={end} />
        </div>
        {writing ? (
          <div className="thread-reply">
            <p className="ochre thread-since" role="status">
              {since && t("inbox.since", { who: sinceWho ?? "Vivier" })}
            </p>
            <Composer
              key={`${writing.of?.key ?? ""} ${writing.draft ? "again" : ""} ${writing.draft?.forward?.mail ?? ""}`}
              what={writing}
              inline
            />
          </div>
        ) : may.write ? (
          <div className="thread-foot">
            <Button ref={answer} leftSection={<IconCornerUpLeft size={16} stroke={1.8} />} onClick={reply} title={t("inbox.replyKey")}>
              {t("inbox.reply")}
            </Button>
          </div>
        ) : null}
      </section>
      <aside className="thread-side scroll" tabIndex={0} aria-label={t("inbox.person")}>
        <PersonCard id={thread.candidate_id} job={thread.job_id} />
      </aside>
    </>
  );
}
function Waits({ talk }: { talk: OpenedThread }) {
  const { t } = useTranslation();
  const { thread } = talk;
  if (!thread.needs_answer) return null;
  const { unit, count, long } = waited(thread.last_in_at ?? thread.last_at, new Date());
  return (
    <span className="row ochre thread-waits" data-long={long || undefined}>
      <IconClock size={14} stroke={1.8} aria-hidden="true" />
      {t(`inbox.waits_${unit}`, { count })}
    </span>
  );
}
function Job({ id }: { id: string | null }) {
  const f = useFormat();
  const job = useOpenJobs().data?.find((one) => one.job.id === id)?.job;
  if (!id || !job) return null;
  return (
    <Link to="/jobs/$id" params={{ id }} className="thread-who cut">
      {f.said(job.title)}
    </Link>
  );
}
