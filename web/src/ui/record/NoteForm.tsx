import { Button, NativeSelect, SegmentedControl, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { isStatus, reasonKey } from "@/api/errors";
import type { Event, NoteKind, NoteWarning, Visibility } from "@/api/model";
import { keys } from "@/api/queries";
import { toasts } from "@/ui/toast";
import { NoteWarnings } from "./NoteWarnings";

const kinds: NoteKind[] = ["note", "call", "interview"];
const audiences: Visibility[] = ["all", "recruiters", "me"];

/** A note, written or changed. What the candidate should not read is said before it is saved; the author decides. */
export function NoteForm({ candidateId, event, onEnd }: { candidateId: string; event?: Event; onEnd: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState(event?.note?.text ?? "");
  const [kind, setKind] = useState<NoteKind>(event?.note?.kind ?? "note");
  const [visibility, setVisibility] = useState<Visibility>(event?.note?.visibility ?? "all");
  const [warnings, setWarnings] = useState<NoteWarning[]>([]);
  const refresh = () => client.invalidateQueries({ queryKey: keys.candidate(candidateId) });
  const save = useMutation({
    mutationFn: async (override: boolean) => {
      if (!override) {
        const found = await api.checkNote(text);
        setWarnings(found.warnings);
        if (found.warnings.length > 0) return null;
      }
      const extra = override ? { override: true } : {};
      return event
        ? api.editNote(candidateId, event.id, { text, visibility, ...extra })
        : api.addNote(candidateId, { text, visibility, kind, ...extra });
    },
    onSuccess: (saved) => {
      if (!saved) return;
      void refresh();
      const undo = event
        ? () =>
            api
              .editNote(candidateId, event.id, {
                text: event.note?.text ?? "",
                visibility: event.note?.visibility ?? "all",
                override: true,
              })
              .then(refresh)
        : () => api.deleteNote(candidateId, saved.id).then(refresh);
      toasts.done(t(event ? "note.changed" : "note.added"), undo);
      onEnd();
    },
    onError: (error) => {
      if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
    },
  });
  const blocked = warnings.length > 0;
  return (
    <form
      className="note-form"
      onSubmit={(e) => {
        e.preventDefault();
        if (text.trim()) save.mutate(false);
      }}
      onKeyDown={(e) => {
        if (e.key === "Escape") onEnd();
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && text.trim()) save.mutate(false);
      }}
    >
      {!event && (
        <SegmentedControl
          aria-label={t("note.kind")}
          value={kind}
          onChange={(v) => setKind(v as NoteKind)}
          data={kinds.map((value) => ({ value, label: t(`note.${value}`) }))}
        />
      )}
      <Textarea
        aria-label={t("note.text")}
        placeholder={t("note.placeholder")}
        autosize
        minRows={3}
        maxRows={16}
        value={text}
        autoFocus
        onChange={(e) => {
          setText(e.currentTarget.value);
          setWarnings([]);
        }}
      />
      {blocked && <NoteWarnings text={text} warnings={warnings} />}
      <div className="row wrap">
        {blocked ? (
          <Button size="xs" type="button" variant="default" loading={save.isPending} onClick={() => save.mutate(true)}>
            {t("note.keep")}
          </Button>
        ) : (
          <Button size="xs" type="submit" disabled={!text.trim()} loading={save.isPending}>
            {t("act.save")}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={onEnd}>
          {t("act.cancel")}
        </Button>
        <span className="grow" />
        <NativeSelect
          size="xs"
          aria-label={t("note.who")}
          value={visibility}
          onChange={(e) => setVisibility(e.currentTarget.value as Visibility)}
          data={audiences.map((value) => ({ value, label: t(`note.for_${value}`) }))}
        />
      </div>
    </form>
  );
}
