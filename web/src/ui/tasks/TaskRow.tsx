import { Checkbox } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Task } from "@/api/day";
import { useDoesTasks } from "@/api/day";
import { useMe } from "@/api/queries";
import type { TaskActs } from "./acts";
import { SnoozeMenu } from "./SnoozeMenu";
import { TaskDue } from "./TaskDue";
import { TaskEdit } from "./TaskEdit";

export interface RowState {
  cursor?: boolean;
  editing: boolean;
  onEdit: (open: boolean) => void;
  snoozing: boolean;
  onSnooze: (open: boolean) => void;
}
interface Props extends RowState {
  task: Task;
  acts: TaskActs;
  /** Said after the title: who it is about. */
  about?: ReactNode;
  /** The same name, where a phone has room for it. */
  who?: string | undefined;
  /** On the second line: the job, who asked. */
  context?: string[];
  /** What is done about it, at the end of the row. */
  act?: ReactNode;
  /** A row that was done stays where it is, ticked. */
  stays?: boolean;
}
/** One task: tick, what, when, put off; its title opens it in its place. */
export function TaskRow({ task, acts, about, who, context = [], act, stays = false, cursor, editing, onEdit, snoozing, onSnooze }: Props) {
  const { t } = useTranslation();
  const does = useDoesTasks();
  const me = useMe().data?.member;
  const done = task.state === "done";
  if (editing)
    return (
      <li className="todo" data-editing>
        <TaskEdit task={task} acts={acts} onEnd={() => onEdit(false)} />
      </li>
    );
  const meta = [
    ...(task.repeat ? [t(`task.every_${task.repeat.unit}`, { count: task.repeat.every })] : []),
    ...context,
    ...(task.assignee === me?.id ? [] : [t("task.for", { name: task.assignee_name })]),
  ];
  return (
    <li className="todo" data-cursor={cursor || undefined} data-done={done || undefined}>
      <Checkbox
        size="sm"
        radius="xl"
        checked={done}
        disabled={!does}
        aria-label={t(done ? "task.undoThis" : "task.doThis", { title: task.title })}
        onChange={() => void (done ? acts.reopen(task) : acts.finish(task, stays))}
      />
      <div className="grow two">
        <span className="cut">
          {does && !done ? (
            <button type="button" className="todo-title" onClick={() => onEdit(true)} title={t("task.editThis", { title: task.title })}>
              {task.title}
            </button>
          ) : (
            <span className="strong">{task.title}</span>
          )}
          {about}
        </span>
        {(meta.length > 0 || who) && (
          <span className="meta cut">
            {who && <span className="only-phone">{who}. </span>}
            {task.repeat && <IconRepeat size={12} className="todo-repeat" aria-hidden="true" />}
            {meta.join(" · ")}
          </span>
        )}
      </div>
      <TaskDue task={task} />
      {does && !done && <SnoozeMenu task={task} acts={acts} opened={snoozing} onChange={onSnooze} />}
      {act}
    </li>
  );
}
/** Which row of a list is being edited or put off: one at a time. */
export function useOpenRow() {
  const [open, setOpen] = useState<{ id: string; how: "edit" | "snooze" } | null>(null);
  const row = (id: string): RowState => ({
    editing: open?.id === id && open.how === "edit",
    onEdit: (on) => setOpen(on ? { id, how: "edit" } : null),
    snoozing: open?.id === id && open.how === "snooze",
    onSnooze: (on) => setOpen(on ? { id, how: "snooze" } : null),
  });
  return { row, set: setOpen, open };
}
