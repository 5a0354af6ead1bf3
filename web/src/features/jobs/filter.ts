import type { JobState, ListedJob } from "@/api/model";

export const states: readonly JobState[] = ["open", "draft", "closed", "template"];
export interface JobsSearch {
  state?: JobState | undefined;
  q?: string | undefined;
  owner?: string | undefined;
}
export function readJobsSearch(search: Record<string, unknown>): JobsSearch {
  const state = states.find((one) => one === search.state);
  const text = (value: unknown) => (typeof value === "string" && value.trim() ? value : undefined);
  const [q, owner] = [text(typeof search.q === "number" ? String(search.q) : search.q), text(search.owner)];
  return { ...(state && state !== "open" ? { state } : {}), ...(q ? { q } : {}), ...(owner ? { owner } : {}) };
}
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Titles in either language, departments and places are looked through. */
export function matching(jobs: readonly ListedJob[], { q, owner }: JobsSearch): ListedJob[] {
  const wanted = fold(q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return jobs.filter(({ job }) => {
    const text = fold([job.title.fr, job.title.en, job.department, ...job.places].filter(Boolean).join(" "));
    return wanted.every((word) => text.includes(word)) && (!owner || job.team.some((m) => m.member_id === owner && m.role === "owner"));
  });
}
export const ownerOf = (job: ListedJob["job"]): string | null => job.team.find((m) => m.role === "owner")?.member_id ?? null;
