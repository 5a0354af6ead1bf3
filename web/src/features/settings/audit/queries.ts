import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import * as api from "@/api/settings";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import { csv } from "./csv";
import { within, type Days } from "./days";
import { detailOf, type Wording } from "./detail";

export const auditQuery = (wanted: api.AuditQuery) =>
  infiniteQueryOptions({
    queryKey: ["audit", wanted],
    queryFn: ({ pageParam, signal }) => api.audit(wanted, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** How lines are put into words: on the screen, and in the file. */
export function useWording(): Wording {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  return {
    t: (key, values) => t(key, values ?? {}),
    said: f.said,
    list: f.list,
    day: (on) => f.day(`${on}T12:00:00Z`),
    memberName: (id) => members.find((m) => m.id === id)?.name,
  };
}
export function nameOf(line: api.AuditLine, { t }: Wording): string {
  return line.actor.name ?? t(`audit.by_${line.actor.kind}`, { defaultValue: line.actor.kind });
}
/** Lines of one file: what a spreadsheet opens at ease. */
const MOST_LINES = 50_000;
class TooMany extends Error {}

/** Takes what is filtered out as a file, page by page; the audit is told before the first one is read. */
export function useExport(wanted: api.AuditQuery, days: Days) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useWording();
  const client = useQueryClient();
  const [read, setRead] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const row = (line: api.AuditLine, page: api.AuditPage): string[] => [
    `${new Intl.DateTimeFormat("sv-SE", { timeZone: f.reader.zone, dateStyle: "short", timeStyle: "medium" }).format(new Date(line.at))}`,
    f.reader.zone,
    nameOf(line, words),
    t(`audit.act_${line.act}`),
    t(`did.${line.kind}`, { defaultValue: line.kind }),
    detailOf(line, words),
    line.candidate_id ? (page.names[line.candidate_id] ?? "") : "",
    line.candidate_id ?? "",
    line.job_id && page.jobs[line.job_id] ? f.said(page.jobs[line.job_id] ?? { fr: null, en: null }) : "",
    line.job_id ?? "",
  ];
  const take = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController();
      setRead(0);
      await api.noteExport(wanted);
      const heads = ["at", "zone", "who", "act", "what", "detail", "person", "person_id", "job", "job_id"];
      const rows = [heads.map((name) => t(`audit.col_${name}`))];
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const page = await api.audit(wanted, cursor, stop.current.signal);
        rows.push(...within(page.lines, days, f.reader.zone).map((line) => row(line, page)));
        if (rows.length > MOST_LINES) throw new TooMany();
        setRead(rows.length - 1);
        cursor = page.cursor ?? undefined;
      }
      return rows;
    },
    onSuccess: (rows) => {
      save(`audit ${days.from} ${days.to}.csv`, csv(rows, f.reader.language === "fr" ? ";" : ","));
      toasts.done(t("audit.exported", { count: rows.length - 1 }));
      void client.invalidateQueries({ queryKey: ["audit"] });
    },
    onError: (error) => {
      if (stop.current?.signal.aborted) return;
      toasts.failed(error instanceof TooMany ? t("audit.tooMany") : `${t("audit.stopped")} ${t(reasonKey(error))}`);
    },
  });
  return { start: () => take.mutate(), busy: take.isPending, read };
}
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
