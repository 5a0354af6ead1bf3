import { useTranslation } from "react-i18next";
import type { Task } from "@/api/day";
import { noonOf, useFormat } from "@/i18n/format";
import { Due } from "../parts";
import { taskDue } from "./due";

export function TaskDue({ task }: { task: Task }) {
  const { t } = useTranslation();
  const f = useFormat();
  const due = taskDue(task, new Date(), f.reader);
  return (
    <Due state={due.state} title={task.at === null ? f.longDay(noonOf(task.on)) : f.full(task.due_at)}>
      {due.key ? t(`task.${due.key}`, { when: due.text }) : due.text}
    </Due>
  );
}
