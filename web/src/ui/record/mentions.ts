/** Colleagues named in a note: who is being typed, who may be, who is. Pure. */
import type { Visibility } from "@/api/model";

export interface Named {
  id: string;
  name: string;
}
interface Reader extends Named {
  role: "admin" | "recruiter" | "manager" | "reader";
}
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What is typed after an @ that begins a word, up to the caret; null when nobody is being named. */
export function naming(text: string, caret: number): { from: number; typed: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}’'-]*(?: [\p{L}\p{M}’'-]*)?)$/u.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}
/** Those whose name, or a word of it, begins as typed. */
export function matching<T extends Named>(members: readonly T[], typed: string): T[] {
  const wanted = fold(typed.trim());
  return members.filter(({ name }) => {
    const said = fold(name);
    return said.startsWith(wanted) || said.split(/[\s-]/).some((word) => word.startsWith(wanted));
  });
}
/** The text with the name in the place of what was typed, and where the caret stands then. */
export function named(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  const put = `@${name} `;
  const rest = text.slice(caret).replace(/^ /, "");
  return { text: text.slice(0, from) + put + rest, caret: from + put.length };
}
/** Those who were picked and whose name still stands in the text. */
export const stillNamed = <T extends Named>(picked: readonly T[], text: string): T[] =>
  picked.filter(({ name }) => text.includes(`@${name}`));

export type WhyNot = "me" | "recruiters" | "job";
/** Why a colleague would not see a note; null when they would. The server has the last word. */
export function whyNot(member: Reader, visibility: Visibility, team: readonly string[] | null): WhyNot | null {
  if (visibility === "me") return "me";
  if (member.role === "admin" || member.role === "recruiter") return null;
  if (visibility === "recruiters") return "recruiters";
  return member.role === "manager" && !team?.includes(member.id) ? "job" : null;
}
export type Piece = { text: string; member?: Named };
/** A text in pieces: names of those who are mentioned, and what stands between them. */
export function pieces(text: string, mentioned: readonly Named[]): Piece[] {
  const found: Piece[] = [];
  let rest = text;
  // The longest first: Ada Lovelace before Ada.
  const known = [...mentioned].sort((a, b) => b.name.length - a.name.length);
  while (rest) {
    const next = known
      .map((member) => ({ member, at: rest.indexOf(`@${member.name}`) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    if (next.at > 0) found.push({ text: rest.slice(0, next.at) });
    found.push({ text: `@${next.member.name}`, member: next.member });
    rest = rest.slice(next.at + next.member.name.length + 1);
  }
  if (rest) found.push({ text: rest });
  return found;
}
