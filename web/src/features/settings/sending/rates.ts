/** What the rates say, and what a warm-up comes to. Pure. */
import type { Sending, SendingRules } from "@/api/model";

export interface Rate {
  bad: number;
  mails: number;
  /** Null when nothing was sent. */
  share: number | null;
  limit: number;
  over: boolean;
}
export interface Judged {
  sent: number;
  delivered: number;
  bounced: Rate;
  complained: Rate;
  /** Too few mails to be judged. */
  few: boolean;
}
export function judged(seen: Sending, which: "all" | "unasked"): Judged {
  const counts = seen.judged;
  const of = (name: "sent" | "delivered" | "bounced" | "complained") => (which === "all" ? counts[name] : counts[`unasked_${name}`]);
  const sent = of("sent");
  const few = sent < seen.least;
  const rate = (bad: number, limit: number): Rate => ({
    bad,
    mails: sent,
    share: sent > 0 ? bad / sent : null,
    limit,
    over: !few && bad / sent >= limit,
  });
  return {
    sent,
    delivered: of("delivered"),
    bounced: rate(of("bounced"), seen.most_bounced),
    complained: rate(of("complained"), seen.most_complained),
    few,
  };
}
/** Mails of each day of use until the number grows no more, eight days at most: the API's own rule. */
export function warmUp({ first, growth, most }: SendingRules["warm_up"]): number[] {
  const days = [Math.min(first, most)];
  let held = first;
  while (days.length < 8 && held < most && growth > 0) {
    held += Math.max(1, Math.floor((held * growth) / 100));
    days.push(Math.min(held, most));
  }
  return days;
}
