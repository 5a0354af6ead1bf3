/** What is ticked of what a visitor sees. Pure. */
import type { Showing } from "@/api/shortlists";

export const parts = ["headline", "experience", "education", "skills", "languages", "contacts", "cv"] as const;
export type Part = (typeof parts)[number];
export const usual: Showing = {
  name: "full",
  headline: true,
  experience: true,
  education: true,
  skills: true,
  languages: true,
  contacts: false,
  cv: false,
};
/** What goes together: contacts tell the name, and a CV shows the contacts. */
export function ticked(showing: Showing, part: Part | "name", on: boolean): Showing {
  const next = part === "name" ? { ...showing, name: on ? ("full" as const) : ("initials" as const) } : { ...showing, [part]: on };
  if (part === "name" && !on) return { ...next, contacts: false, cv: false };
  if ((part === "cv" || part === "contacts") && on) return { ...next, name: "full", contacts: true };
  return part === "contacts" ? { ...next, cv: false } : next;
}
