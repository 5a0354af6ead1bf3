import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { reasonKey } from "@/api/errors";
import type { Application, Done, Stage, Withdrawal } from "@/api/model";
import { candidateQuery, keys } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { failed, whyNot, worked } from "@/ui/hiring/failures";
import { refuseEach } from "@/ui/hiring/leaving";
import type { Part } from "@/ui/hiring/RefuseDialog";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { toasts } from "@/ui/toast";

/** What is done to one person in one job, from their page: said, and undone for 8 s. */
export function useStanding(application: Application, name: string) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const words = useActionWords();
  const { job_id: job, candidate_id: id } = application;
  const refresh = () => {
    void client.invalidateQueries({ queryKey: keys.board(job) });
    void client.invalidateQueries({ queryKey: keys.jobs });
    void client.invalidateQueries({ queryKey: keys.counts });
    return client.invalidateQueries({ queryKey: keys.candidate(id) });
  };
  /** Where they will stand, before the server says so. */
  const paint = (stage: Stage) =>
    client.setQueryData(
      candidateQuery(id).queryKey,
      (opened) =>
        opened && {
          ...opened,
          applications: opened.applications.map((one) =>
            one.job_id === job
              ? { ...one, stage_id: stage.id, stage_name: stage.name, stage_kind: stage.kind, entered_at: new Date().toISOString() }
              : one,
          ),
        },
    );
  const run = async (call: () => Promise<Done[]>): Promise<Done[]> => {
    try {
      const done = await call();
      const wrong = failed(done)[0];
      if (wrong) toasts.failed(whyNot(t, wrong));
      await refresh();
      return done;
    } catch (error) {
      toasts.failed(t(reasonKey(error)), { label: t("act.retry"), run: () => void run(call) });
      void refresh();
      return [];
    }
  };
  const back = (pending: Promise<Done[]>) => async () => {
    const epochs = worked(await pending);
    if (epochs.size > 0) await run(() => hiring.undo(job, epochs));
  };
  const said = (key: string, pending: Promise<Done[]>, more: { detail?: string | undefined; without?: () => void } = {}, values = {}) =>
    void pending.then((done) => {
      if (worked(done).size === 0) return;
      const act = more.without ? { act: { label: t("stage.without"), run: more.without } } : {};
      toasts.done(t(key, { count: 1, name, ...values }), back(pending), { ...(more.detail ? { detail: more.detail } : {}), ...act });
    });
  const move = (stage: Stage, actions = true) => {
    if (stage.id === application.stage_id) return;
    paint(stage);
    const pending = run(() => hiring.move(job, [id], stage.id, { actions, expected: application.stage_id }));
    const does = actions && stage.actions.length > 0;
    const without = () => void back(pending)().then(() => run(() => hiring.move(job, [id], stage.id, { actions: false })));
    said("board.movedOne", pending, does ? { detail: words.of(stage), without } : {}, { stage: f.said(stage.name) });
  };
  return {
    move,
    refuse: (parts: Part[], detail?: string) =>
      said(
        "board.refusedOne",
        run(() => refuseEach(job, [id], parts)),
        { detail },
      ),
    withdraw: (withdrawal: Withdrawal) =>
      said(
        "board.withdrewOne",
        run(() => hiring.withdraw(job, [id], withdrawal)),
      ),
    reopen: () =>
      said(
        "board.reopenedOne",
        run(() => hiring.reopen(job, [id])),
      ),
  };
}
