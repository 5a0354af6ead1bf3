import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isStatus } from "@/api/errors";
import { useMe } from "@/api/queries";
import * as api from "@/api/sequences";
import { drafts } from "@/ui/drafts";
import { met, type Clash } from "./meeting";
import { useKept } from "./queries";
import { alike, lacking } from "./steps";

const REST = 900; // milliseconds without a key, after which what was written is saved

export type Saving =
  | { is: "saved" }
  | { is: "writing" }
  | { is: "saving" }
  /** A step says too little to be saved: what is written waits in this browser. */
  | { is: "waiting"; step: string }
  | { is: "failed"; error: unknown }
  /** The same was changed and saved elsewhere meanwhile. */
  | { is: "stale"; theirs: api.SequenceView; clashes: Clash[] };

/** What is kept in the browser: what was written, and what that began with. */
interface Kept {
  text: api.SequenceText;
  base: api.SequenceText;
}
export const textOf = ({ name, settings, steps }: api.Sequence): api.SequenceText => ({ name, settings, steps });

/** The draft of a sequence: saved by itself as soon as it is whole, kept in this browser until then. What others save
 * meanwhile stands in it too; `onMet` is told when it does. */
export function useDraft(view: api.SequenceView, onMet: (theirs: api.SequenceView) => void) {
  const id = view.sequence.id;
  const me = useMe().data?.member.id ?? "";
  const about = `sequence.${id}`;
  const kept = useKept();
  const [held] = useState(() => {
    const value = drafts.held<Kept>(me, about)?.value;
    return value && "base" in value ? value : null;
  });
  const [found] = useState(() => held && met(held.base, held.text, textOf(view.sequence), "mine"));
  const clashed = held && found && found.clashes.length > 0;
  const [text, setText] = useState<api.SequenceText>(clashed ? held.text : (found?.text ?? textOf(view.sequence)));
  const [began, setBegan] = useState({ text: clashed ? held.base : textOf(view.sequence), version: view.version });
  const [trouble, setTrouble] = useState<Saving | null>(clashed ? { is: "stale", theirs: view, clashes: found.clashes } : null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(text);
  latest.current = text;
  const dirty = useMemo(() => !alike(text, began.text), [text, began.text]);
  const lacks = lacking(text.steps);
  const ready = lacks === undefined && text.name.trim() !== "" && text.settings.days.length > 0;

  useEffect(() => {
    // As long as nothing is being written here, the screen shows how the sequence stands.
    if (dirty || busy || view.version === began.version) return;
    setBegan({ text: textOf(view.sequence), version: view.version });
    setText(textOf(view.sequence));
  }, [view, began.version, dirty, busy]);

  /** What was saved elsewhere, and what is written here, in one; where both changed the same, somebody chooses. */
  const meet = useCallback(
    (base: api.SequenceText, theirs: api.SequenceView) => {
      const both = met(base, latest.current, textOf(theirs.sequence), "mine");
      if (both.clashes.length > 0) return setTrouble({ is: "stale", theirs, clashes: both.clashes });
      kept(theirs);
      setBegan({ text: textOf(theirs.sequence), version: theirs.version });
      setText(both.text);
      onMet(theirs);
    },
    [kept, onMet],
  );
  const save = useCallback(
    async ({ text: wanted, began: from }: { text: api.SequenceText; began: typeof began }): Promise<api.SequenceView | null> => {
      setBusy(true);
      try {
        const after = await api.changeSequence(id, from.version, wanted);
        // What the server keeps is what was sent, but for spaces at the ends; what was typed meanwhile stays.
        setBegan({ text: wanted, version: after.version });
        setTrouble(null);
        if (alike(latest.current, wanted)) drafts.drop(me, about);
        kept(after);
        return after;
      } catch (error) {
        if (isStatus(error, 412)) {
          const theirs = await api.openSequence(id).catch(() => null);
          if (theirs) meet(from.text, theirs);
          else setTrouble({ is: "failed", error });
        } else setTrouble({ is: "failed", error });
        return null;
      } finally {
        setBusy(false);
      }
    },
    [id, me, about, kept, meet],
  );
  useEffect(() => {
    if (!dirty) return;
    drafts.keep(me, about, { text, base: began.text } satisfies Kept);
    if (busy || !ready || trouble?.is === "stale") return;
    const timer = setTimeout(() => void save({ text, began }), REST);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a failure is tried again with the next key, not at once
  }, [text, dirty, busy, ready, began.version]);

  const change = useCallback((next: (old: api.SequenceText) => api.SequenceText) => {
    setTrouble((old) => (old?.is === "failed" ? null : old));
    setText(next);
  }, []);
  const discard = () => {
    drafts.drop(me, about);
    setTrouble(null);
    setText(began.text);
  };
  /** Of two who changed the same: mine, or theirs. What only one of them changed stands either way. */
  const resolve = (mine: boolean) => {
    if (trouble?.is !== "stale") return;
    const { theirs } = trouble;
    setTrouble(null);
    kept(theirs);
    setBegan({ text: textOf(theirs.sequence), version: theirs.version });
    const both = met(began.text, latest.current, textOf(theirs.sequence), mine ? "mine" : "theirs").text;
    setText(both);
    if (alike(both, textOf(theirs.sequence))) drafts.drop(me, about);
  };
  /** Saves at once what stands there. Gives what the server holds then, or null where that cannot be. */
  const settle = async (): Promise<api.SequenceView | null> => {
    if (!dirty) return view;
    return ready && trouble?.is !== "stale" ? save({ text, began }) : null;
  };
  const saving: Saving =
    trouble ??
    (busy
      ? { is: "saving" }
      : !dirty
        ? { is: "saved" }
        : lacks
          ? { is: "waiting", step: lacks.id }
          : ready
            ? { is: "writing" }
            : { is: "waiting", step: "settings" });
  return { text, change, dirty, ready, saving, resolve, discard, settle, retry: () => save({ text, began }) };
}
