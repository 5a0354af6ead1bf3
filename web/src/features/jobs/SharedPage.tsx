import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import { jobQuery } from "@/api/queries";
import * as shortlists from "@/api/shortlists";
import { sharedQuery, type SharedList, type SharedLists } from "@/api/shortlists";
import { useFormat } from "@/i18n/format";
import { CopiedLink, giveLink, type Copied } from "@/ui/hiring/CopiedLink";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { openIn } from "@/ui/hiring/stages";
import { Due } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { Dialog } from "@/ui/Dialog";

const route = getRouteApi("/jobs/$id/shared");
const AGAIN = [7, 14, 30, 60];

/** What was shared of a job: with whom, until when, how often it was opened, what was answered. */
export function SharedPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const opened = useQuery(jobQuery(id));
  const shared = useQuery(sharedQuery(id));
  if (opened.isPending) return <Skeleton />;
  if (!opened.data) return isStatus(opened.error, 404) ? <JobGone /> : <LoadFailed page error={opened.error} retry={opened.refetch} />;
  const { job, counts } = opened.data;
  return (
    <>
      <JobHeader job={job} open={openIn(job.stages, counts)} tab="shared" />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("jobs.tab_shared")}>
        {shared.isPending ? (
          <Skeleton rows={3} />
        ) : shared.isError ? (
          <LoadFailed error={shared.error} retry={shared.refetch} />
        ) : shared.data.shortlists.length === 0 ? (
          <Empty
            title={t("share.none")}
            acts={
              <Button renderRoot={(props: object) => <Link {...props} to="/jobs/$id" params={{ id }} />} variant="default">
                {t("jobs.tab_board")}
              </Button>
            }
          >
            {t("share.noneWhy")}
          </Empty>
        ) : (
          <ul>
            {shared.data.shortlists.map((one) => (
              <One key={one.shortlist.id} one={one} names={shared.data.people} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
function One({ one, names }: { one: SharedList; names: SharedLists["people"] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const { shortlist: s, standing } = one;
  const nameOf = (id: string) => names[id] ?? t("people.noName");
  const people = s.candidate_ids;
  const shown = people.slice(0, 5).map(nameOf);
  const more = people.length - shown.length;
  // Who took everything back says nothing.
  const words = one.feedback.filter(({ opinion, remark }) => opinion || remark);
  const opened = one.last_opened
    ? t("share.opened", { count: one.opened, when: f.ago(one.last_opened) })
    : t(standing === "open" ? "share.unopened" : "share.neverOpened");
  return (
    <li className="shared-one">
      <div className="row wrap shared-head">
        <h2>{s.to.organisation ? `${s.to.name} (${s.to.organisation})` : s.to.name}</h2>
        <span className="meta">{s.to.email}</span>
        <span className="grow" />
        <Standing one={one} />
      </div>
      <p>{f.list(more > 0 ? [...shown, t("share.others", { count: more })] : shown)}</p>
      <p className="meta">
        {t("share.by", { name: s.made_by_name, when: f.day(s.made_at) })}, {opened}
      </p>
      <MailFate one={one} />
      {words.length > 0 && (
        <ul className="shared-said">
          {words.map((said) => (
            <li key={said.candidate_id}>
              <p>
                <Link to="/people/$id" params={{ id: said.candidate_id }} className="strong">
                  {nameOf(said.candidate_id)}
                </Link>{" "}
                {said.opinion && t(`share.${said.opinion}`)}
                {said.remark && <q> {said.remark}</q>}
                <span className="meta"> {f.ago(said.at)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Acts one={one} />
    </li>
  );
}
function Standing({ one: { shortlist: s, standing } }: { one: SharedList }) {
  const { t } = useTranslation();
  const f = useFormat();
  if (standing === "open")
    return <Due state={f.daysAway(s.expires_at) <= 1 ? "soon" : "ok"}>{t("share.openUntil", { when: f.day(s.expires_at) })}</Due>;
  const when = f.day(standing === "revoked" && s.revoked_at ? s.revoked_at : s.expires_at);
  return (
    <span className="meta">{t(`share.is_${standing}`, { when, name: standing === "revoked" ? s.revoked_by_name : s.made_by_name })}</span>
  );
}
/** Whether the mail with the link came through; quiet when it did. */
function MailFate({ one }: { one: SharedList }) {
  const { t } = useTranslation();
  if (one.mail === null) return one.shortlist.sent ? null : <p className="meta">{t("share.byHand")}</p>;
  const bounced = one.mail === "sent" && one.mail_trouble !== null;
  if (one.mail === "sent" && !bounced) return null;
  const key = bounced ? "bounced" : one.mail === "claimed" ? "pending" : one.mail;
  return <p className={key === "pending" ? "meta" : "koi"}>{t(`share.mail_${key}`, { email: one.shortlist.to.email })}</p>;
}
function Acts({ one }: { one: SharedList }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const s = one.shortlist;
  const [copied, setCopied] = useState<Copied | null>(null);
  const [renewing, setRenewing] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: shortlists.sharedKey(s.job_id) });
  const onError = (error: unknown) => toasts.failed(t(reasonKey(error)));
  const revoke = useMutation({
    mutationFn: () => shortlists.revoke(s),
    onSuccess: () => {
      void refresh();
      toasts.done(t("share.revoked", { name: s.to.name }), () => shortlists.restore(s).then(refresh, onError));
    },
    onError,
  });
  const copy = useMutation({ mutationFn: () => giveLink(s), onSuccess: setCopied, onError });
  return (
    <div className="row wrap shared-acts">
      {one.standing === "open" && (
        <>
          <Button size="xs" variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
            {t("share.copy")}
          </Button>
          <Button size="xs" variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t("share.revoke")}
          </Button>
        </>
      )}
      <Button
        size="xs"
        variant={one.standing === "open" ? "subtle" : "default"}
        color="gray"
        className="quiet"
        onClick={() => setRenewing(true)}
      >
        {t("share.renew")}
      </Button>
      {copied && (
        <Dialog onClose={() => setCopied(null)} title={t("share.copiedTitle")}>
          <CopiedLink copied={copied} onClose={() => setCopied(null)} />
        </Dialog>
      )}
      {renewing && <Renew one={one} onClose={() => setRenewing(false)} onCopied={setCopied} refresh={refresh} />}
    </div>
  );
}
interface RenewProps {
  one: SharedList;
  onClose: () => void;
  onCopied: (copied: Copied) => void;
  refresh: () => Promise<void>;
}
/** Links that are given out end with this, and it cannot be taken back: so it is asked. */
function Renew({ one: { shortlist: s }, onClose, onCopied, refresh }: RenewProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState(14);
  const renew = useMutation({
    mutationFn: async (send: boolean) => {
      const after = await shortlists.renew(s, { days, send });
      if (send) toasts.done(t("share.renewed", { name: s.to.name }), undefined, { detail: t("share.leaving", { email: s.to.email }) });
      else onCopied(await giveLink(after));
      void refresh();
    },
    onSuccess: onClose,
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  return (
    <Dialog onClose={onClose} title={t("share.renewTitle", { name: s.to.name })}>
      <form
        className="share-form"
        onSubmit={(event) => {
          event.preventDefault();
          renew.mutate(true);
        }}
      >
        <p>{t("share.renewWhy")}</p>
        <NativeSelect
          label={t("share.until")}
          data-autofocus
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={AGAIN.map((n) => ({ value: String(n), label: t("share.days", { count: n }) }))}
        />
        <div className="row wrap refuse-acts">
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button variant="default" loading={renew.isPending && !renew.variables} onClick={() => renew.mutate(false)}>
            {t("share.copy")}
          </Button>
          <Button type="submit" loading={renew.isPending && renew.variables}>
            {t("share.send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
