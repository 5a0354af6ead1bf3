/** Who stands on the page of members, in which order, and what can be done with them. Pure. */
import type { ListedJob, Member } from "@/api/model";

const DAY = 86_400_000;
/** As long as the link of an invitation works. */
const LASTS = 7 * DAY;
export const roles = ["admin", "recruiter", "manager", "reader"] as const;

const rank = { active: 0, invited: 1, removed: 2 } as const;
/** Members first, then who is expected, by name. */
export function roster(members: readonly Member[]): { here: Member[]; removed: Member[] } {
  const sorted = [...members].sort((a, b) => rank[a.state] - rank[b.state] || a.name.localeCompare(b.name));
  return { here: sorted.filter((m) => m.state !== "removed"), removed: sorted.filter((m) => m.state === "removed") };
}
export const isExpired = (member: Member, now: Date): boolean =>
  member.state === "invited" && member.invited_at !== null && now.getTime() - new Date(member.invited_at).getTime() >= LASTS;

/** There is always an administrator: whoever is the last one keeps the role, and stays. */
export const isLastAdmin = (member: Member, members: readonly Member[]): boolean =>
  member.state === "active" &&
  member.role === "admin" &&
  !members.some((m) => m.id !== member.id && m.state === "active" && m.role === "admin");

export const jobsOf = (id: string, jobs: readonly ListedJob[]): ListedJob["job"][] =>
  jobs.filter(({ job }) => job.team.some((one) => one.member_id === id)).map(({ job }) => job);

/** Who can go on with somebody's tasks: here, and able to see the people these are about. */
export const successors = (leaver: Member, members: readonly Member[]): Member[] =>
  members.filter((m) => m.id !== leaver.id && m.state === "active" && (m.role === "admin" || m.role === "recruiter"));

export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());
