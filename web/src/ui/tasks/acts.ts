import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as day from "@/api/day";
import type { Due, HeldTask, MyDay, NewTask, Preset, Task, TaskEdit } from "@/api/day";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { OpenedCandidate } from "@/api/model";
import { keys } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { toasts } from "../toast";
import { taskDue } from "./due";

/** Shows a change where the task stands, before the server has answered. */
function paint(client: QueryClient, id: string, change: (task: Task) => Task | null): void {
  const each = (tasks: Task[]) => tasks.flatMap((t) => (t.id === id ? (change(t) ?? []) : [t]));
  const held = (tasks: HeldTask[]) => tasks.flatMap((h) => each([h.task]).map((task) => ({ ...h, task })));
  client.setQueryData<MyDay>(
    day.dayKeys.day,
    (old) => old && { ...old, overdue: each(old.overdue), due_today: each(old.due_today), next: each(old.next) },
  );
  client.setQueriesData<OpenedCandidate>({ queryKey: ["candidate"] }, (old) => old && { ...old, tasks: held(old.tasks) });
  client.setQueriesData<{ tasks: HeldTask[] }>({ queryKey: ["job-tasks"] }, (old) => old && { ...old, tasks: held(old.tasks) });
}
/** What may have moved with a task. */
export function useRefreshTasks() {
  const client = useQueryClient();
  return (task?: { candidate_id?: string | null; job_id?: string | null }) => {
    void client.invalidateQueries({ queryKey: day.dayKeys.day });
    void client.invalidateQueries({ queryKey: day.dayKeys.badge });
    if (task?.candidate_id) void client.invalidateQueries({ queryKey: keys.candidate(task.candidate_id) });
    if (task?.job_id) void client.invalidateQueries({ queryKey: day.dayKeys.jobTasks(task.job_id) });
  };
}

/** What one does with tasks: each is painted at once, told in the past tense, and taken back with Z. */
export function useTaskActs() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const f = useFormat();
  const refresh = useRefreshTasks();
  /** The act, or what went wrong in words; the lists are read again either way. */
  async function act<T>(about: Task | null, run: () => Promise<T>, done: (result: T) => void): Promise<T | null> {
    try {
      const result = await run();
      done(result);
      return result;
    } catch (error) {
      toasts.failed(t(isStatus(error, 409) ? "task.changed" : fieldErrors(error).assignee ? "task.notTheirs" : reasonKey(error)));
      return null;
    } finally {
      refresh(about ?? undefined);
    }
  }
  /** Within a sentence: English keeps the capital of its weekdays. */
  const said = (task: Task) => {
    const due = taskDue(task, new Date(), f.reader);
    const words = due.key ? t(`task.${due.key}`, { when: due.text }) : due.text;
    return due.key || f.reader.language === "fr" ? words.charAt(0).toLocaleLowerCase() + words.slice(1) : words;
  };
  const gone = (task: Task) => paint(client, task.id, () => null);
  const back = (task: Task) =>
    act(
      task,
      () => day.reopenTask(task.id),
      () => undefined,
    );
  return {
    finish: (task: Task, stays = false) => {
      paint(client, task.id, (held) => (stays ? { ...held, state: "done", done_at: new Date().toISOString() } : null));
      return act(
        task,
        () => day.finishTask(task.id),
        ({ next }) =>
          toasts.done(next ? t("task.doneNext", { title: task.title, when: said(next) }) : t("task.done", { title: task.title }), () =>
            back(task),
          ),
      );
    },
    reopen: (task: Task) => {
      paint(client, task.id, (held) => ({ ...held, state: "open", done_at: null }));
      return back(task);
    },
    snooze: (task: Task, to: { preset: Preset } | { until: Due }) =>
      act(
        task,
        () => day.snoozeTask(task.id, to),
        ({ task: after, version }) => {
          const before = { on: task.on, at: task.at, timezone: task.timezone };
          toasts.done(t("task.snoozed", { title: task.title, when: said(after) }), () =>
            act(
              task,
              () => day.editTask(task.id, version, { due: before }),
              () => undefined,
            ),
          );
        },
      ),
    remove: (task: Task) => {
      gone(task);
      return act(
        task,
        () => day.deleteTask(task.id),
        () =>
          toasts.done(t("task.deleted", { title: task.title }), () =>
            act(
              task,
              () => day.restoreTask(task.id),
              () => undefined,
            ),
          ),
      );
    },
    /** On the version that was read when the form was opened; undone with what stood before. */
    edit: ({ task, version }: HeldTask, wanted: TaskEdit) =>
      act(
        task,
        () => day.editTask(task.id, version, wanted),
        (after) => {
          const before: TaskEdit = {
            title: task.title,
            due: { on: task.on, at: task.at, timezone: task.timezone },
            assignee: task.assignee,
            repeat: task.repeat,
          };
          const given = wanted.assignee && wanted.assignee !== task.assignee;
          toasts.done(
            given ? t("task.given", { title: task.title, name: after.task.assignee_name }) : t("task.edited", { title: after.task.title }),
            () =>
              act(
                task,
                () => day.editTask(task.id, after.version, before),
                () => undefined,
              ),
          );
        },
      ),
    add: (wanted: NewTask) =>
      act(
        null,
        () => day.addTask(wanted),
        ({ task }) => {
          refresh(task);
          toasts.done(t("task.added", { title: task.title, when: said(task) }), () =>
            act(
              task,
              () => day.deleteTask(task.id),
              () => undefined,
            ),
          );
        },
      ),
  };
}
export type TaskActs = ReturnType<typeof useTaskActs>;
