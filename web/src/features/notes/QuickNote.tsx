import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { About as Subject } from "@/ui/overlays";
import { PersonPicker } from "@/ui/PersonPicker";
import { NoteForm } from "@/ui/record/NoteForm";
import { About } from "@/ui/tasks/TaskForm";
import { Dialog } from "@/ui/Dialog";

/** A note from anywhere: first about whom, then the words. */
export function QuickNote({ about, onClose }: { about: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  useEffect(() => void NoteForm.preload(), []);
  const [person, setPerson] = useState(about.candidate ?? null);
  return (
    <Dialog
      onClose={onClose}
      title={t(about.report ? `keys.${about.report}` : "palette.note")}
      size={620}
      yOffset={110}
      centered={false}
      classNames={{ inner: "palette-inner" }}
    >
      {person ? (
        <>
          <About label={t("note.about")} name={person.name} onRemove={() => setPerson(null)} />
          <NoteForm
            key={person.id}
            candidateId={person.id}
            kind={about.report ?? "note"}
            {...(about.job ? { jobId: about.job.id } : {})}
            onEnd={onClose}
          />
        </>
      ) : (
        <PersonPicker label={t("note.aboutWhom")} autoFocus onPick={setPerson} />
      )}
    </Dialog>
  );
}
