import type { TFunction } from "i18next";
import type { FacetName } from "./filter";

/** The product's own values have words; what people typed (tags, sources) is shown as typed. */
export function facetLabel(t: TFunction, facet: FacetName, value: string): string {
  const key = { tag: null, relation: `relation.${value}`, state: `states.${value}`, source: `source.${value}` }[facet];
  return key ? t(key, { defaultValue: value }) : value;
}
