import type { BoardFilter } from "@/api/hiring";
import type { StageKind } from "@/api/model";
import { kinds } from "@/ui/hiring/stages";

export const filterNames = ["owner", "tag", "source"] as const;
export interface BoardSearch extends BoardFilter {
  /** Only the stages of this kind. */
  kind?: StageKind | undefined;
  /** The stage that a phone shows, and that a link points to. */
  stage?: string | undefined;
  /** Part of a name or headline. */
  find?: string | undefined;
  /** The saved view that this is. */
  view?: string | undefined;
}
const read = (value: unknown): string | undefined => {
  const said = typeof value === "number" ? String(value) : value;
  return typeof said === "string" && said.trim() !== "" ? said : undefined;
};
/** What the address may carry; anything else is left out, so that a hand-made link never breaks the page. */
export function readSearch(search: Record<string, unknown>): BoardSearch {
  const found: BoardSearch = {};
  for (const name of [...filterNames, "stage", "find", "view"] as const) {
    const value = read(search[name]);
    if (value !== undefined) found[name] = value;
  }
  const kind = kinds.find((one) => one === search.kind);
  return kind ? { ...found, kind } : found;
}
export const asked = ({ owner, tag, source }: BoardSearch): BoardFilter => ({
  ...(owner ? { owner } : {}),
  ...(tag ? { tag } : {}),
  ...(source ? { source } : {}),
});
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** Whether a card is looked for: each word begins a word of the name or the headline. */
export function finds(text: string, ...of: (string | null)[]): boolean {
  const words = fold(of.filter(Boolean).join(" ")).split(/[^\p{L}\p{N}+#.]+/u);
  return fold(text)
    .split(/\s+/)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** Views that a member keeps, on this machine: a name for what the address says. */
export interface SavedView {
  name: string;
  search: BoardSearch;
  pinned: boolean;
}
const key = (member: string) => `vivier.boardViews.${member}`;
export function savedViews(member: string): SavedView[] {
  try {
    const found = JSON.parse(localStorage.getItem(key(member)) ?? "[]") as SavedView[];
    return Array.isArray(found) ? found.map((view) => ({ ...view, search: readSearch(view.search as Record<string, unknown>) })) : [];
  } catch {
    return [];
  }
}
export const keepViews = (member: string, views: SavedView[]): void => localStorage.setItem(key(member), JSON.stringify(views));
/** A view by that name, kept or kept anew. */
export const withView = (views: SavedView[], view: SavedView): SavedView[] => [...views.filter((one) => one.name !== view.name), view];
