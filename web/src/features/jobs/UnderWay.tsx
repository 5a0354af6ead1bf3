import { Progress } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import type { Job } from "@/api/model";
import { jobQuery, useMay } from "@/api/queries";
import { useQuery } from "@tanstack/react-query";
import { isEnd } from "@/ui/hiring/stages";
import { useSaved } from "./queries";

/** What is being done for everyone in a job. It goes on by itself; while somebody watches, it goes on faster. */
export function UnderWay({ job }: { job: Job }) {
  const { t } = useTranslation();
  const edits = useMay("edit_jobs");
  const saved = useSaved(job.id);
  const counts = useQuery(jobQuery(job.id)).data?.counts ?? {};
  const work = job.work;
  const left = !work
    ? 0
    : job.stages.reduce((sum, stage) => {
        const concerned = work.kind === "remove_stage" ? stage.leaving_to !== null : !isEnd(stage.kind);
        return sum + (concerned ? (counts[stage.id] ?? 0) : 0);
      }, 0);
  const most = useRef(0);
  most.current = work ? Math.max(most.current, left) : 0;
  const step = useMutation({
    mutationFn: () => hiring.goOn(job.id),
    onSuccess: (after) => {
      saved.putJob(after);
      saved.refresh();
    },
    retry: 2,
  });
  const { mutate, isPending } = step;
  const id = work?.id;
  const visible = work !== null && work.kind !== "refresh";
  useEffect(() => {
    if (!id || !edits || isPending) return;
    const timer = setTimeout(() => mutate(), 400);
    return () => clearTimeout(timer);
  }, [id, edits, isPending, mutate, job]);
  if (!work || !visible) return null;
  const counted = work.kind !== "reopen" && most.current > 0;
  return (
    <div className="under-way" role="status">
      <span className="grow">
        {t(`jobs.work_${work.kind}`)} {counted && t("jobs.workLeft", { count: left })}
      </span>
      {counted && <Progress value={(100 * (most.current - left)) / most.current} w={140} aria-label={t(`jobs.work_${work.kind}`)} />}
    </div>
  );
}
