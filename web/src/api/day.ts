/** Tasks, my day and the bell: their calls, and the queries that several features read. */
import { infiniteQueryOptions, queryOptions, useQuery } from "@tanstack/react-query";
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import { useMay } from "./queries";
import type * as S from "./schema";

export type Task = Whole<S.Task>;
export type HeldTask = Whole<S.TaskView>;
export type MyDay = Whole<S.Day>;
/** A scorecard that somebody waits for. */
export type Owed = Whole<S.Owed>;
export type Repeat = NonNullable<Task["repeat"]>;
export type NewTask = S.NewTask;
export type TaskEdit = S.TaskEdit;
export type Due = S.Due;
export type Preset = NonNullable<S.Putting["preset"]>;
export type Notification = Whole<S.Notification>;

const of = (task_id: string) => ({ params: { path: { task_id } } });

export const myDay = () => ok(api().GET("/my-day"));
export const badge = () => ok(api().GET("/my-day/badge"));
export const addTask = (body: NewTask) => ok(api().POST("/tasks", { body }));
export const openTask = (id: string) => ok(api().GET("/tasks/{task_id}", of(id)));
export const editTask = (id: string, version: number, body: TaskEdit) =>
  ok(api().PATCH("/tasks/{task_id}", { params: { path: { task_id: id }, header: etag(version) }, body }));
export const finishTask = (id: string) => ok(api().POST("/tasks/{task_id}/done", of(id)));
export const reopenTask = (id: string) => ok(api().POST("/tasks/{task_id}/undone", of(id)));
export const snoozeTask = (id: string, body: { preset: Preset } | { until: Due }) =>
  ok(api().POST("/tasks/{task_id}/snooze", { ...of(id), body }));
export const deleteTask = (id: string) => ok(api().DELETE("/tasks/{task_id}", of(id)));
export const restoreTask = (id: string) => ok(api().POST("/tasks/{task_id}/restore", of(id)));
export const jobTasks = (job_id: string) => ok(api().GET("/jobs/{job_id}/tasks", { params: { path: { job_id } } }));

export const notifications = (cursor?: string) => ok(api().GET("/notifications", { params: { query: cursor ? { cursor } : {} } }));
export const readNotification = (notification_id: string) =>
  ok(api().POST("/notifications/{notification_id}/read", { params: { path: { notification_id } } }));
export const readNotifications = () => ok(api().POST("/notifications/read"));

export const dayKeys = {
  day: ["my-day"] as const,
  badge: ["badge"] as const,
  bell: ["bell"] as const,
  jobTasks: (id: string) => ["job-tasks", id] as const,
};
export const dayQuery = queryOptions({ queryKey: dayKeys.day, queryFn: myDay, refetchInterval: 60_000 });
/** Asked once a minute, and not while nobody looks: requests cost money. */
export const badgeQuery = queryOptions({ queryKey: dayKeys.badge, queryFn: badge, refetchInterval: 60_000, staleTime: 30_000 });
export const jobTasksQuery = (id: string) => queryOptions({ queryKey: dayKeys.jobTasks(id), queryFn: () => jobTasks(id) });
export const bellQuery = infiniteQueryOptions({
  queryKey: dayKeys.bell,
  queryFn: ({ pageParam }) => notifications(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.cursor ?? undefined,
});
export const useBadge = () => useQuery(badgeQuery).data;
export const useDoesTasks = () => useMay("do_tasks");
