import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import type { About as Subject } from "@/ui/overlays";
import { PersonPicker } from "@/ui/PersonPicker";
import { useTaskActs } from "@/ui/tasks/acts";
import { About, TaskForm } from "@/ui/tasks/TaskForm";
import { Dialog } from "@/ui/Dialog";

/** A task from anywhere: about the person or the job on screen, about anybody, or about nothing. */
export function QuickTask({ about, onClose }: { about: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const acts = useTaskActs();
  const sees = useMay("see_people");
  const [person, setPerson] = useState(about.candidate ?? null);
  const [job, setJob] = useState(about.job ?? null);
  const [picking, setPicking] = useState(false);
  return (
    <Dialog onClose={onClose} title={t("task.new")} size={560} yOffset={110} centered={false} classNames={{ inner: "palette-inner" }}>
      <TaskForm
        onCancel={onClose}
        onSave={(values) => {
          onClose();
          void acts.add({
            title: values.title,
            due: { on: values.on, at: values.at },
            assignee: values.assignee,
            repeat: values.repeat,
            ...(person ? { candidate_id: person.id } : {}),
            ...(job ? { job_id: job.id } : {}),
          });
        }}
      >
        {person && <About label={t("task.about")} name={person.name} onRemove={() => setPerson(null)} />}
        {job && <About label={t("task.aboutJob")} name={job.name} onRemove={() => setJob(null)} />}
        {!person &&
          sees &&
          (picking ? (
            <PersonPicker
              label={t("task.about")}
              autoFocus
              onPick={(picked) => {
                setPerson(picked);
                setPicking(false);
              }}
            />
          ) : (
            <p>
              <button type="button" className="link" onClick={() => setPicking(true)}>
                {t("task.aboutSomebody")}
              </button>
            </p>
          ))}
      </TaskForm>
    </Dialog>
  );
}
