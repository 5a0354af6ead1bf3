import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";

export interface SelectAllProps<T> {
  /** A page of the list from a cursor on, by id. */
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<{ found: readonly (readonly [string, T])[]; cursor: string | null }>;
  /** How many the list holds, where it is known before it was read. */
  total: number | null;
  onAll: (all: ReadonlyMap<string, T>) => void;
}
/** Everyone of a list, also those who are not loaded: read to its end, so that their number is exact. */
export function SelectAll<T>({ read: readPage, total, onAll }: SelectAllProps<T>) {
  const { t } = useTranslation();
  const f = useFormat();
  const [read, setRead] = useState<number | null>(null);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const readAll = async () => {
    const stop = new AbortController();
    reading.current = stop;
    const all = new Map<string, T>();
    setRead(0);
    try {
      let cursor: string | undefined;
      do {
        const page = await readPage(cursor, stop.signal);
        for (const [id, one] of page.found) all.set(id, one);
        setRead(all.size);
        cursor = page.cursor ?? undefined;
      } while (cursor);
      onAll(all);
    } catch (error) {
      if (!stop.signal.aborted) toasts.failed(t(reasonKey(error)));
    }
    setRead(null);
  };
  return (
    <button type="button" className="bulk-all" disabled={read !== null} onClick={() => void readAll()}>
      {read !== null
        ? t("people.reading", { n: f.number(read) })
        : total === null
          ? t("people.selectList")
          : t("people.selectThem", { n: f.number(total) })}
    </button>
  );
}
