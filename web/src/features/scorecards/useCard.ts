import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import * as api from "@/api/calls";
import { isStatus } from "@/api/errors";
import type { NoteWarning } from "@/api/model";
import * as cards from "@/api/scorecards";
import { bodyOf, draftOf, parts, warningsByPart, type AnswerDraft } from "./answer";

const REST = 900; // milliseconds without a key before a draft is kept

export type Keeping = "untouched" | "keeping" | "kept" | "failed" | "stale";
interface Of {
  job: string;
  person: string;
  about: string;
  own: cards.OwnScorecard | undefined;
}
/** One's own scorecard: its draft is kept as one writes; giving it is an act of its own. */
export function useCard({ job, person, about, own }: Of) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<AnswerDraft>(() => draftOf(own?.scorecard));
  const [keeping, setKeeping] = useState<Keeping>("untouched");
  const [warnings, setWarnings] = useState<Record<string, NoteWarning[]>>({});
  const [giving, setGiving] = useState(false);
  const version = useRef(own?.version ?? 0);
  const unsent = useRef<AnswerDraft | null>(null);
  const sending = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const given = own?.scorecard.state === "given";

  const write = async (body: cards.ScorecardText) => {
    const after = await cards.writeScorecard(job, person, about, version.current, body);
    version.current = after.version;
    client.setQueryData<cards.Scorecards>(cards.cardKeys.cards(job, person), (old) =>
      old ? { ...old, own: [...old.own.filter((one) => one.scorecard.about.id !== about), after] } : old,
    );
  };
  const keep = async (): Promise<void> => {
    clearTimeout(timer.current);
    await sending.current;
    const wanted = unsent.current;
    if (!wanted) return;
    unsent.current = null;
    setKeeping("keeping");
    sending.current = write(bodyOf(wanted, false)).then(
      () => setKeeping("kept"),
      (error: unknown) => {
        unsent.current ??= wanted;
        setKeeping(isStatus(error, 412) ? "stale" : "failed");
      },
    );
    await sending.current;
    sending.current = null;
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => () => void latest.current(), []);

  const change = (next: AnswerDraft) => {
    setAnswer(next);
    setWarnings({});
    // One that was given is changed by giving it again, never by itself.
    if (given || keeping === "stale") return;
    unsent.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), REST);
  };
  /** Whether it is given now; false when it is warned of something first. Raises ApiError. */
  const give = async (override: boolean): Promise<boolean> => {
    setGiving(true);
    clearTimeout(timer.current);
    unsent.current = null;
    try {
      await sending.current;
      const of = parts(answer);
      const text = of.map(([, one]) => one).join("\n");
      const found = override || !text.trim() ? [] : (await api.checkNote(text)).warnings;
      setWarnings(warningsByPart(of, found));
      if (found.length) return false;
      await write(bodyOf(answer, true, override));
      return true;
    } catch (error) {
      if (isStatus(error, 412)) setKeeping("stale");
      throw error;
    } finally {
      setGiving(false);
    }
  };
  return { answer, change, keeping, warnings, give, giving, given };
}
