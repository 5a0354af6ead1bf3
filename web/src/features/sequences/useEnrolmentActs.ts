import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import { keys as shared } from "@/api/queries";
import * as api from "@/api/sequences";
import { eachOf } from "@/ui/each";
import { toasts } from "@/ui/toast";
import { backOf } from "./acts";
import { keys, personQuery } from "./queries";

export interface Target {
  candidateId: string;
  sequenceId: string;
  name: string;
  epoch?: number;
}
const standing: Partial<Record<api.EnrolmentAct, api.EnrolmentState>> = { pause: "paused", resume: "active", remove: "removed" };
/** Acts on people in sequences: told and undone where they can be; each failure is kept by person. */
export function useEnrolmentActs() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [failures, setFailures] = useState<Map<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  // How far an act on several is.
  const [far, setFar] = useState(0);
  const refresh = (targets: readonly Target[]) => {
    for (const id of new Set(targets.map((one) => one.sequenceId))) void client.invalidateQueries({ queryKey: keys.one(id) });
    const [of] = shared.candidate("");
    const whose = new Set(targets.map((one) => one.candidateId));
    void client.invalidateQueries({ predicate: ({ queryKey: [kind, id] }) => kind === of && whose.has(id as string) });
    return client.invalidateQueries({ queryKey: keys.list });
  };
  /** Draws each of these anew wherever it is shown; as it was before, by id. */
  const redraw = (targets: readonly Target[], drawn: (one: api.SeenEnrolment) => api.SeenEnrolment) => {
    const concerned = new Set(targets.map(idOf));
    const before = new Map<string, api.SeenEnrolment>();
    const after = (list: api.SeenEnrolment[]) =>
      list.map((one) => {
        const id = idOf({ candidateId: one.enrolment.candidate_id, sequenceId: one.enrolment.sequence_id });
        if (!concerned.has(id)) return one;
        before.set(id, one);
        return drawn(one);
      });
    for (const sequenceId of new Set(targets.map((one) => one.sequenceId)))
      client.setQueriesData<InfiniteData<api.Enrolments>>(
        { queryKey: keys.people(sequenceId) },
        (old) => old && { ...old, pages: old.pages.map((page) => ({ ...page, enrolments: after(page.enrolments) })) },
      );
    for (const { candidateId } of targets)
      client.setQueryData(personQuery(candidateId).queryKey, (old) => old && { ...old, enrolments: after(old.enrolments) });
    return before;
  };
  /** How they will stand, before the server says so; what gives those back for whom it failed. */
  const paint = (act: api.EnrolmentAct, targets: readonly Target[]) => {
    const state = standing[act];
    if (!state) return () => undefined;
    const reason = state === "active" ? null : ("by_hand" as const);
    const before = redraw(targets, (one) => ({ ...one, enrolment: { ...one.enrolment, state, reason } }));
    return (failed: readonly Target[]) =>
      void redraw(failed, (one) => {
        const { candidate_id: candidateId, sequence_id: sequenceId } = one.enrolment;
        return before.get(idOf({ candidateId, sequenceId })) ?? one;
      });
  };
  /** Who it failed for. */
  const run = async (act: api.EnrolmentAct, targets: readonly Target[]): Promise<Target[]> => {
    setBusy(true);
    setFar(0);
    setFailures(new Map());
    const giveBack = paint(act, targets);
    const failed = await eachOf(targets, (one) => api.actOn(one.candidateId, one.sequenceId, act, one.epoch), { onDone: setFar });
    setBusy(false);
    giveBack([...failed.keys()]);
    void refresh(targets);
    const why = (error: unknown) => t(isStatus(error, 409) ? "seq.actNotNow" : reasonKey(error));
    setFailures(new Map([...failed].map(([one, error]) => [one.candidateId, why(error)])));
    const done = targets.filter((one) => !failed.has(one));
    const back = backOf[act];
    const undo = back && done.length > 0 ? () => void run(back, done) : undefined;
    const [first] = [...failed.values()];
    const said = targets.length === 1 ? why(first) : t("seq.actFailed", { count: failed.size, of: targets.length });
    if (failed.size > 0) toasts.failed(said, undefined, undo);
    else toasts.done(t(`seq.did_${act}`, { count: done.length, name: done[0]?.name }), undo);
    return [...failed.keys()];
  };
  return { run, failures, busy, far, refresh };
}
const idOf = ({ candidateId, sequenceId }: Pick<Target, "candidateId" | "sequenceId">) => `${candidateId} ${sequenceId}`;
