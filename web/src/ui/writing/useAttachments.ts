import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { reasonKey } from "@/api/errors";
import { sendFile, type Sent } from "@/api/send";
import * as api from "@/api/writing";

/** As the API has it: large mail houses take no more of a mail. */
export const MOST_FILE = 10 * 1024 * 1024;
export const MOST_TOGETHER = 15 * 1024 * 1024;
export const MOST_FILES = 10;
const LOOK = 700;
const STALE = 60_000; // a file of a template may be taken out of it meanwhile

/** A file on its way up, or one that did not arrive, and why: the key of a sentence. */
export interface Rising {
  key: string;
  name: string;
  size: number;
  moved: number;
  why: string | null;
}
const failures: Record<Exclude<Sent, "arrived" | "stopped">, string> = {
  expired: "reason.connection",
  lost: "reason.connection",
  too_large: "reason.too_large",
};

/** The files of a mail that is being written: sent up, inspected, then part of its draft. */
export function useAttachments(ids: readonly string[], onAdd: (id: string) => void) {
  const [rising, setRising] = useState<Rising[]>([]);
  const client = useQueryClient();
  const lookAgain = useCallback(() => void client.invalidateQueries({ queryKey: ["mail-file"] }), [client]);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const held = stop.current;
    return () => held.abort();
  }, []);
  const change = (key: string, changes: Partial<Rising> | null) =>
    setRising((old) => old.flatMap((one) => (one.key !== key ? [one] : changes ? [{ ...one, ...changes }] : [])));
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["mail-file", id],
      queryFn: () => api.lookAtFile(id),
      staleTime: STALE,
      refetchInterval: (query: { state: { data?: { state: string } | undefined } }) =>
        query.state.data?.state === "waiting" ? LOOK : false,
    })),
  });
  const choose = async (files: File[]) => {
    const made = files.map((file, i) => ({
      file,
      line: {
        key: `${Date.now()}-${i}`,
        name: file.name,
        size: file.size,
        moved: 0,
        why: file.size > MOST_FILE ? "reason.too_large" : i >= MOST_FILES - ids.length ? "compose.tooMany" : null,
      },
    }));
    setRising((old) => [...old, ...made.map(({ line }) => line)]);
    const fit = made.filter(({ line }) => line.why === null);
    if (fit.length === 0) return;
    try {
      const forms = await api.announceFiles(
        fit.map(({ file, line }) => ({ client_key: line.key, name: file.name, size: file.size, content_type: file.type })),
      );
      await Promise.all(
        fit.map(async ({ file, line }) => {
          const form = forms.find((one) => one.client_key === line.key);
          if (!form?.url || !form.file_id) return change(line.key, { why: "reason.too_large" });
          const told = (moved: number) => change(line.key, { moved });
          const sent = await sendFile(form.url, form.fields, file, file.name, told, stop.current.signal);
          if (sent === "stopped") return;
          if (sent !== "arrived") return change(line.key, { why: failures[sent] });
          change(line.key, null);
          onAdd(form.file_id);
        }),
      );
    } catch (error) {
      for (const { line } of fit) change(line.key, { why: reasonKey(error) });
    }
  };
  const files = ids.map((id, i) => ({ id, file: found[i]?.data, gone: found[i]?.isError ?? false }));
  const ready = files.flatMap((one) => (one.file?.state === "ready" ? [one.id] : []));
  const together = files.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
  return {
    choose: (given: File[]) => void choose(given),
    drop: (key: string) => change(key, null),
    /** Some may not leave any more. */
    lookAgain,
    rising,
    files,
    ready,
    tooMuch: together > MOST_TOGETHER,
    tooMany: ids.length > MOST_FILES,
    // Also one that is too large: who chose it means it to go along, and takes it off who does not.
    blocked: rising.length > 0 || ready.length < ids.length || ids.length > MOST_FILES || together > MOST_TOGETHER,
  };
}
export type Attachments = ReturnType<typeof useAttachments>;
/** Whether a file may not leave, whatever one waits for. */
export const bad = ({ file, gone }: Attachments["files"][number]): boolean =>
  gone || file?.state === "withdrawn" || file?.state === "refused";
