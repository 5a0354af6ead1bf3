import type { PeopleFilter } from "@/api/calls";

export const facetNames = ["relation", "state", "source", "tag"] as const;
export type FacetName = (typeof facetNames)[number];

/** What the address may carry; anything else is left out, so that a hand-made link never breaks the page. */
export function readFilter(search: Record<string, unknown>): PeopleFilter {
  const text = (key: string): string | undefined => {
    const value = search[key];
    const said = typeof value === "number" ? String(value) : value;
    return typeof said === "string" && said.trim() !== "" ? said : undefined;
  };
  const filter: PeopleFilter = {};
  for (const key of ["q", ...facetNames] as const) {
    const value = text(key);
    if (value !== undefined) filter[key] = value;
  }
  return filter;
}
export const isFiltered = (filter: PeopleFilter): boolean => Object.keys(filter).length > 0;

/** One value a facet: choosing the chosen one takes it away. */
export function toggled(filter: PeopleFilter, facet: FacetName, value: string): PeopleFilter {
  const { [facet]: current, ...rest } = filter;
  return current === value ? rest : { ...rest, [facet]: value };
}
/** One letter finds nobody; an address or a number is looked up as it stands. */
export const searchable = (text: string): boolean => text.trim().length === 0 || text.trim().length >= 2;
