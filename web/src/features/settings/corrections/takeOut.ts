import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/corrections";
import { reasonKey } from "@/api/errors";
import { dayOf, useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";

/** Takes every corrected document out as a file, one a line, page by page; the first page is noted in the audit. */
export function useTakeOut() {
  const { t } = useTranslation();
  const f = useFormat();
  const [read, setRead] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const take = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController();
      setRead(0);
      const lines: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const page = await api.takeOut(cursor, stop.current.signal);
        lines.push(...page.documents.map((document) => JSON.stringify(document)));
        setRead(lines.length);
        cursor = page.cursor ?? undefined;
      }
      return lines;
    },
    onSuccess: (lines) => {
      save(`corrections ${dayOf(new Date(), f.reader.zone)}.jsonl`, lines);
      toasts.done(t("corrections.exported", { count: lines.length }));
    },
    onError: (error) => {
      if (!stop.current?.signal.aborted) toasts.failed(t(reasonKey(error)));
    },
  });
  return { start: () => take.mutate(), busy: take.isPending, read };
}
function save(name: string, lines: string[]): void {
  const url = URL.createObjectURL(
    new Blob(
      lines.map((line) => `${line}\n`),
      { type: "application/x-ndjson" },
    ),
  );
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
