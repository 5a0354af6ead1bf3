import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as day from "@/api/day";
import type { Task, TaskEdit as Edit } from "@/api/day";
import { LoadFailed } from "../states";
import type { TaskActs } from "./acts";
import { TaskForm, type TaskValues } from "./TaskForm";

/** A task in its place, open to changes; read afresh, so that its version is the newest. */
export function TaskEdit({ task, acts, onEnd }: { task: Task; acts: TaskActs; onEnd: () => void }) {
  const { t } = useTranslation();
  const held = useQuery({
    queryKey: ["task", task.id],
    queryFn: () => day.openTask(task.id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (held.isError) return <LoadFailed small error={held.error} retry={held.refetch} />;
  if (!held.data) return null;
  const now = held.data.task;
  const { title, on, at, assignee, repeat } = now;
  const save = (wanted: TaskValues) => {
    const edit: Edit = {
      ...(wanted.title !== title ? { title: wanted.title } : {}),
      ...(wanted.on !== on || wanted.at !== at ? { due: { on: wanted.on, at: wanted.at } } : {}),
      ...(wanted.assignee !== assignee ? { assignee: wanted.assignee } : {}),
      ...(JSON.stringify(wanted.repeat) !== JSON.stringify(repeat) ? { repeat: wanted.repeat } : {}),
    };
    onEnd();
    if (Object.keys(edit).length > 0) void acts.edit(held.data, edit);
  };
  return (
    <TaskForm
      initial={{ title, on, at, assignee, repeat }}
      onSave={save}
      onCancel={onEnd}
      acts={
        <Button
          variant="subtle"
          color="gray"
          className="quiet"
          onClick={() => {
            onEnd();
            void acts.remove(now);
          }}
        >
          {t("act.delete")}
        </Button>
      }
    />
  );
}
