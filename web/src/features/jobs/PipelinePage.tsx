import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { isStatus, reasonKey } from "@/api/errors";
import type { JobView, StageText } from "@/api/model";
import { jobQuery } from "@/api/queries";
import { Conflict } from "@/ui/Conflict";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { openIn } from "@/ui/hiring/stages";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { Emptied } from "./Emptied";
import { draftsOf, emptied, incomplete, same, textOf, unnamed, type StageDraft } from "./pipeline";
import { useSaved } from "./queries";
import { StageEditor } from "./StageEditor";
import { StageList } from "./StageList";
import { UnderWay } from "./UnderWay";

const route = getRouteApi("/jobs/$id/stages");

export function PipelinePage() {
  const { id } = route.useParams();
  const opened = useQuery(jobQuery(id));
  if (opened.isPending) return <Skeleton />;
  if (!opened.data) return isStatus(opened.error, 404) ? <JobGone /> : <LoadFailed page error={opened.error} retry={opened.refetch} />;
  return <Editor key={id} view={opened.data} reload={opened.refetch} />;
}
/** A sequence that a stage cannot begin is refused with its reason. */
const refusedKey = (error: unknown): string =>
  isStatus(error, 422) && typeof error.details.held === "string"
    ? `seq.out_${error.details.held}`
    : isStatus(error, 409)
      ? "jobs.notNow"
      : reasonKey(error);
function Editor({ view, reload }: { view: JobView; reload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { stage: linked } = route.useSearch();
  const { job, counts } = view;
  const saved = useSaved(job.id);
  const held = draftsOf(job.stages);
  const began = useRef({ version: view.version, list: held });
  const [list, setList] = useState<StageDraft[]>(held);
  const [chosen, setChosen] = useState(linked ?? held[0]?.key ?? "");
  const [targets, setTargets] = useState<Record<string, string>>({});
  const [stale, setStale] = useState(false);
  const dirty = !same(list, began.current.list);
  useEffect(() => {
    if (began.current.version === view.version) return;
    // Somebody else's change: taken over at once unless something is being written here.
    if (dirty && !same(held, began.current.list)) return setStale(true);
    if (!dirty) setList(held);
    began.current = { version: view.version, list: held };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new version is a reason
  }, [view.version]);
  const save = useMutation({
    mutationFn: ({ stages, moves }: { stages: StageText[]; moves: Record<string, string> }) =>
      hiring.changePipeline(job.id, began.current.version, { stages, moves }),
    onSuccess: (after, { moves }) => {
      const place = list.findIndex((one) => one.key === chosen);
      const before = began.current.list;
      began.current = { version: after.version, list: draftsOf(after.job.stages) };
      setList(began.current.list);
      setChosen(began.current.list[place]?.key ?? began.current.list[0]?.key ?? "");
      setTargets({});
      saved.put(after);
      const lost = before.some((one) => !began.current.list.some((now) => now.key === one.key));
      // A stage that was removed is gone with its people moved: that cannot be taken back by saving again.
      if (lost || Object.keys(moves).length > 0) return toasts.done(t("pipe.saved"));
      toasts.done(t("pipe.saved"), () => save.mutateAsync({ stages: before.map(textOf), moves: {} }));
    },
    onError: (error) => {
      if (isStatus(error, 412)) {
        setStale(true);
        void reload();
      } else toasts.failed(t(refusedKey(error)));
    },
  });
  const start = (mine: boolean) => {
    setStale(false);
    began.current = { version: view.version, list: held };
    if (!mine) {
      setList(held);
      setChosen(held[0]?.key ?? "");
    } else setList(list.filter((one) => one.isNew || held.some((now) => now.key === one.key)));
  };
  const leaving = emptied(job.stages, list, counts);
  const nameless = unnamed(list);
  const halfDone = incomplete(list);
  const undecided = leaving.some((stage) => !list.some((one) => one.key === targets[stage.id]));
  const stage = list.find((one) => one.key === chosen) ?? list[0];
  const change = (next: StageDraft) => setList(list.map((one) => (one.key === next.key ? next : one)));
  return (
    <>
      <JobHeader job={job} open={openIn(job.stages, counts)} tab="stages" />
      <UnderWay job={job} />
      {stale && (
        <Conflict mine={t("pipe.goOn")} onResolve={start}>
          <p>{t("pipe.stale")}</p>
        </Conflict>
      )}
      <div className="pipe">
        <div className="pipe-left scroll" tabIndex={0} role="region" aria-label={t("jobs.tab_stages")}>
          <StageList list={list} counts={counts} chosen={stage?.key ?? ""} onChoose={setChosen} onChange={setList} />
          {leaving.length > 0 && <Emptied leaving={leaving} list={list} counts={counts} targets={targets} onChange={setTargets} />}
          <div className="pipe-acts">
            <Button
              disabled={!dirty || Boolean(nameless ?? halfDone) || undecided || stale}
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  stages: list.map(textOf),
                  moves: Object.fromEntries(leaving.map((one) => [one.id, targets[one.id] ?? ""])),
                })
              }
            >
              {t("pipe.save")}
            </Button>
            {dirty && (
              <Button variant="subtle" color="gray" className="quiet" onClick={() => setList(began.current.list)}>
                {t("act.discard")}
              </Button>
            )}
            <span className="meta">
              {!dirty
                ? t("jobs.nothingToSave")
                : nameless
                  ? t("pipe.nameless")
                  : halfDone
                    ? t("pipe.halfDone")
                    : undecided
                      ? t("pipe.undecided")
                      : ""}
            </span>
          </div>
        </div>
        {stage && (
          <div className="pipe-right scroll" tabIndex={0} role="region" aria-label={t("pipe.stage")}>
            <StageEditor key={stage.key} stage={stage} onChange={change} />
          </div>
        )}
      </div>
    </>
  );
}
