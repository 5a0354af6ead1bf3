import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDoesTasks, type HeldTask, type Task } from "@/api/day";
import { overlays, type About } from "../overlays";
import { useTaskActs } from "./acts";
import { TaskRow, useOpenRow } from "./TaskRow";

interface Props {
  tasks: HeldTask[];
  /** What a new one is about. */
  about: About;
  title: string;
  /** Said beside a title: whom or which job, as the page does not say it. */
  aside?: (task: Task) => ReactNode;
  context?: (task: Task) => string[];
  /** Other duties, before the tasks. */
  children?: ReactNode;
}
/** What is to do about a person or a job: the first due first; what was done stands behind a count. */
export function TaskList({ tasks, about, title, aside, context, children }: Props) {
  const { t } = useTranslation();
  const does = useDoesTasks();
  const acts = useTaskActs();
  const rows = useOpenRow();
  const [past, setPast] = useState(false);
  const open = tasks.filter((h) => h.task.state === "open").sort((a, b) => a.task.due_at.localeCompare(b.task.due_at));
  const done = tasks.filter((h) => h.task.state === "done").sort((a, b) => (b.task.done_at ?? "").localeCompare(a.task.done_at ?? ""));
  const row = ({ task }: HeldTask) => (
    <TaskRow key={task.id} task={task} acts={acts} about={aside?.(task)} context={context?.(task) ?? []} stays {...rows.row(task.id)} />
  );
  return (
    <section className="next" aria-label={title}>
      <div className="sec">
        <h2>{title}</h2>
        {does && (
          <ActionIcon aria-label={t("task.new")} title={t("task.newKey")} onClick={() => overlays.open("task", about)}>
            <IconPlus size={17} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
      {children}
      {open.length > 0 && <ul>{open.map(row)}</ul>}
      {done.length > 0 && (
        <details open={past} onToggle={(event) => setPast(event.currentTarget.open)}>
          <summary className="meta">{t("task.doneOnes", { count: done.length })}</summary>
          {past && <ul>{done.map(row)}</ul>}
        </details>
      )}
    </section>
  );
}
