import type { SaidMail } from "@/api/inbox";

/** Mails that stand open when a conversation is opened: theirs since we last wrote, ours that wait; else the last. Pure. */
export function opened(mails: (Pick<SaidMail, "id" | "direction" | "message"> & { forwarded?: boolean })[]): Set<string> {
  const byHand = (one: (typeof mails)[number]) => one.direction === "out" && one.message?.author != null;
  const waits = (one: (typeof mails)[number]) => one.message?.state === "pending";
  const last = mails.findLastIndex((one) => byHand(one) && !waits(one) && !one.forwarded);
  const open = mails.filter((one, at) => (byHand(one) && waits(one)) || (one.direction === "in" && at > last));
  const final = mails.at(-1);
  return new Set((open.length || !final ? open : [final]).map((one) => one.id));
}
