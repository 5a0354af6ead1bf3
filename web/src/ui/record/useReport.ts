import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { NoteKind, Question } from "@/api/model";
import { candidateQuery, formsQuery, jobQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import type { Field } from "./note";

/** The applications of a person, and what a report about one of them asks: its stage's own fields, else the usual ones. */
export function useReport(candidateId: string, kind: NoteKind, jobId: string | null) {
  const { t } = useTranslation();
  const f = useFormat();
  const opened = useQuery({ ...candidateQuery(candidateId), staleTime: 60_000 });
  const applications = [...(opened.data?.applications ?? [])].sort((a, b) => Number(a.end !== null) - Number(b.end !== null));
  const reports = kind !== "note";
  const forms = useQuery({ ...formsQuery, enabled: reports });
  const job = useQuery({ ...jobQuery(jobId ?? ""), enabled: jobId !== null, staleTime: 60_000 });
  const here = applications.find((one) => one.job_id === jobId);
  const stage = job.data?.job.stages.find((one) => one.id === here?.stage_id);
  const own = stage && stage.form.length > 0 ? stage : null;
  const asked: Question[] = !reports ? [] : (own?.form ?? (kind === "call" ? forms.data?.call : forms.data?.interview) ?? []);
  const fields = asked.map((one): Field => ({ id: one.id, label: f.said(one.label), kind: one.kind, choices: one.choices }));
  return {
    known: !opened.isPending,
    applications,
    /** Whether it is known what to ask. */
    settled: !reports || ((forms.isSuccess || forms.isError) && (jobId === null || !job.isPending)),
    fields,
    said: own ? t("report.ofStage", { stage: f.said(own.name) }) : null,
    team: job.data?.job.team.map((one) => one.member_id) ?? null,
  };
}
