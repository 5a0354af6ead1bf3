import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isStatus } from "@/api/errors";
import { useMe } from "@/api/queries";
import * as api from "@/api/sequences";
import { drafts } from "@/ui/drafts";
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
  /** Somebody else saved meanwhile. */
  | { is: "stale"; theirs: api.SequenceView };

export const textOf = ({ name, settings, steps }: api.Sequence): api.SequenceText => ({ name, settings, steps });

/** The draft of a sequence: saved by itself as soon as it is whole, kept in this browser until then. */
export function useDraft(view: api.SequenceView) {
  const id = view.sequence.id;
  const me = useMe().data?.member.id ?? "";
  const about = `sequence.${id}`;
  const kept = useKept();
  const [held] = useState(() => drafts.held<api.SequenceText>(me, about)?.value ?? null);
  const [text, setText] = useState<api.SequenceText>(held ?? textOf(view.sequence));
  const [began, setBegan] = useState({ text: textOf(view.sequence), version: view.version });
  const [trouble, setTrouble] = useState<Saving | null>(null);
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

  const save = useCallback(
    async (wanted: api.SequenceText, version: number): Promise<api.SequenceView | null> => {
      setBusy(true);
      try {
        const after = await api.changeSequence(id, version, wanted);
        // What the server keeps is what was sent, but for spaces at the ends; what was typed meanwhile stays.
        setBegan({ text: wanted, version: after.version });
        setTrouble(null);
        if (alike(latest.current, wanted)) drafts.drop(me, about);
        kept(after);
        return after;
      } catch (error) {
        if (isStatus(error, 412)) {
          const theirs = await api.openSequence(id).catch(() => null);
          setTrouble(theirs ? { is: "stale", theirs } : { is: "failed", error });
        } else setTrouble({ is: "failed", error });
        return null;
      } finally {
        setBusy(false);
      }
    },
    [id, me, about, kept],
  );
  useEffect(() => {
    if (!dirty) return;
    drafts.keep(me, about, text);
    if (busy || !ready || trouble?.is === "stale") return;
    const timer = setTimeout(() => void save(text, began.version), REST);
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
  /** Of two who wrote: mine over theirs, or theirs. */
  const resolve = (mine: boolean) => {
    if (trouble?.is !== "stale") return;
    const { theirs } = trouble;
    setTrouble(null);
    kept(theirs);
    setBegan({ text: textOf(theirs.sequence), version: theirs.version });
    if (mine) return;
    drafts.drop(me, about);
    setText(textOf(theirs.sequence));
  };
  /** Saves at once what stands there. Gives what the server holds then, or null where that cannot be. */
  const settle = async (): Promise<api.SequenceView | null> => {
    if (!dirty) return view;
    return ready ? save(text, began.version) : null;
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
  return { text, change, dirty, ready, saving, resolve, discard, settle, retry: () => save(text, began.version) };
}
