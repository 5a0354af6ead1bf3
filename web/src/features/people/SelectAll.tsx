import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { reasonKey } from "@/api/errors";
import type { Card } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";

const PAGE = 100; // as many as the API gives at once

export interface SelectAllProps {
  filter: api.PeopleFilter;
  /** How many the list holds, where it is known before it was read. */
  total: number | null;
  onAll: (people: Card[]) => void;
}
/** Everyone of a list, also those who are not loaded: read to its end, so that their number is exact. */
export function SelectAll({ filter, total, onAll }: SelectAllProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const [read, setRead] = useState<number | null>(null);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const all = async () => {
    const stop = new AbortController();
    reading.current = stop;
    const found = new Map<string, Card>();
    setRead(0);
    try {
      let cursor: string | undefined;
      do {
        const page = await api.people(filter, cursor, PAGE, stop.signal);
        for (const one of page.candidates) found.set(one.id, one);
        setRead(found.size);
        cursor = page.cursor ?? undefined;
      } while (cursor);
      onAll([...found.values()]);
    } catch (error) {
      if (!stop.signal.aborted) toasts.failed(t(reasonKey(error)));
    }
    setRead(null);
  };
  return (
    <button type="button" className="bulk-all" disabled={read !== null} onClick={() => void all()}>
      {read !== null
        ? t("people.reading", { n: f.number(read) })
        : total === null
          ? t("people.selectList")
          : t("people.selectThem", { n: f.number(total) })}
    </button>
  );
}
