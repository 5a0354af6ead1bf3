/** Calls about conversations, and the queries that several features read. */
import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "./client";
import type { Whole } from "./model";
import { said } from "./query";
import type * as S from "./schema";

export type Which = "needs_answer" | "mine" | "unassigned" | "all" | "sent";
export type Thread = Whole<S.ThreadView>;
export type OpenedThread = Whole<S.OpenedThreadView>;
export type SaidMail = OpenedThread["mails"][number];
export type SaidFile = SaidMail["files"][number];

const of = (thread_id: string) => ({ params: { path: { thread_id } } });
export const threads = (list: Which, cursor?: string) =>
  ok(api().GET("/threads", { params: { query: { list, ...said({ cursor }) } } })) as Promise<{
    threads: Thread[];
    cursor: string | null;
  }>;
export const openThread = (id: string) => ok(api().GET("/threads/{thread_id}", of(id)));
export const changeThread = (id: string, body: S.ThreadChange) => ok(api().PATCH("/threads/{thread_id}", { ...of(id), body }));

export const inboxKeys = {
  threads: ["threads"] as const,
  thread: (id: string) => ["thread", id] as const,
};
/** While somebody looks: mails come whenever they come. */
const LOOK = 15_000;
export const threadQuery = (id: string) =>
  queryOptions({ queryKey: inboxKeys.thread(id), queryFn: () => openThread(id), staleTime: 3_000, refetchInterval: LOOK });
