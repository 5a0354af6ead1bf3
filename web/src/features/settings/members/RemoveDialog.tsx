import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayKeys } from "@/api/day";
import { isStatus, reasonKey } from "@/api/errors";
import type { Member } from "@/api/model";
import { useMe } from "@/api/queries";
import * as api from "@/api/settings";
import { useFormat } from "@/i18n/format";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { Dialog } from "@/ui/Dialog";
import { usePutMember } from "./queries";
import { successors } from "./roster";

/** As many tasks as the API looks at. */
const MANY = 200;
/** More steps than anybody's tasks take. */
const STEPS = 50;
/** Mails that wait, of those that are named. */
const SHOWN = 5;

/** Removing somebody: what becomes of what they had to do. */
export function RemoveDialog({ member, members, onClose }: { member: Member; members: Member[]; onClose: () => void }) {
  const { t } = useTranslation();
  const held = useQuery({ queryKey: ["held", member.id], queryFn: () => api.held(member.id), staleTime: 0 });
  return (
    <Dialog onClose={onClose} title={t("members.removeTitle", { name: member.name })} size={520}>
      {held.isPending ? (
        <Skeleton rows={3} shape="field" />
      ) : held.isError ? (
        <LoadFailed small error={held.error} retry={held.refetch} />
      ) : (
        <Effects {...{ member, members, onClose }} held={held.data} />
      )}
    </Dialog>
  );
}
interface Props {
  member: Member;
  members: Member[];
  held: api.Held;
  onClose: () => void;
}
function Effects({ member, members, held, onClose }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const me = useMe().data?.member;
  const put = usePutMember();
  const client = useQueryClient();
  const able = successors(member, members);
  const [to, setTo] = useState(able.find((m) => m.id === me?.id)?.id ?? able[0]?.id ?? "");
  const [left, setLeft] = useState<number | null>(null);
  const remove = useMutation({
    mutationFn: async () => {
      let given = 0;
      for (let step = 0; to && held.tasks > 0 && step < STEPS; step++) {
        const done = await api.handOver(member.id, to);
        given += done.given;
        setLeft(done.left);
        if (done.left === 0) break;
      }
      return { given, saved: await api.removeMember(member.id) };
    },
    onSuccess: ({ given, saved }) => {
      put(saved);
      void client.invalidateQueries({ queryKey: dayKeys.day });
      void client.invalidateQueries({ queryKey: dayKeys.badge });
      const name = members.find((m) => m.id === to)?.name;
      const detail = given > 0 ? { detail: t("members.removedGave", { count: given, to: name }) } : {};
      toasts.done(t("members.removed", { name: saved.name }), undefined, detail);
      onClose();
    },
  });
  return (
    <form
      className="remove"
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      <p>{t("members.removeOut")}</p>
      <p>
        {held.tasks === 0
          ? t("members.removeNoTask")
          : t(held.tasks >= MANY ? "members.removeTasksMany" : "members.removeTasks", { count: held.tasks })}
      </p>
      {held.tasks > 0 && (
        <NativeSelect
          label={t("members.handTo")}
          value={to}
          data-autofocus
          onChange={(event) => setTo(event.currentTarget.value)}
          data={[...able.map((m) => ({ value: m.id, label: m.name })), { value: "", label: t("members.leaveThem") }]}
        />
      )}
      {held.jobs.length > 0 && (
        <div>
          <p>{t("members.removeJobs")}</p>
          <ul className="remove-jobs">
            {held.jobs.map((job) => (
              <li key={job.id}>
                <Link to="/jobs/$id/about" params={{ id: job.id }} className="link">
                  {f.said(job.title)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {held.mails.length > 0 && (
        <div>
          <p>{t("members.removeMails", { count: held.mails.length })}</p>
          <ul className="remove-jobs">
            {held.mails.slice(0, SHOWN).map((mail) => (
              <li key={`${mail.candidate_id} ${mail.due_at} ${mail.subject}`}>
                <Link to="/people/$id" params={{ id: mail.candidate_id }} search={{ tab: "timeline" }} className="link">
                  {t("members.removeMail", { subject: mail.subject || t("members.noSubject"), to: mail.to })}
                </Link>{" "}
                <span className="meta">{f.full(mail.due_at)}</span>
              </li>
            ))}
            {held.mails.length > SHOWN && <li className="meta">{t("members.removeMailsMore", { count: held.mails.length - SHOWN })}</li>}
          </ul>
        </div>
      )}
      {held.sequences.length > 0 && (
        <div>
          <p>{t("members.removeSequences")}</p>
          <ul className="remove-jobs">
            {held.sequences.map((sequence) => (
              <li key={sequence.id}>
                <Link to="/sequences/$id" params={{ id: sequence.id }} className="link">
                  {sequence.name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {remove.isError && (
        <p className="koi" role="alert">
          {t(isStatus(remove.error, 409) ? "members.lastAdmin" : reasonKey(remove.error))}
        </p>
      )}
      <p role="status" className={left ? "meta" : "sr-only"}>
        {remove.isPending && left ? t("members.handing", { count: left }) : ""}
      </p>
      <div className="row wrap dialog-acts">
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
        <Button type="submit" color="koi" loading={remove.isPending}>
          {t("members.removeDo")}
        </Button>
      </div>
    </form>
  );
}
