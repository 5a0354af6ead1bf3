import type { TFunction } from "i18next";
import type { FacetName } from "./filter";

/** The product's own values have words; what people typed (tags, sources) is shown as typed. */
export function facetLabel(t: TFunction, facet: FacetName, value: string): string {
  if (facet === "tag") return value;
  const group = { relation: "relation", state: "states", source: "source" }[facet];
  return t(`${group}.${value}`, { defaultValue: value });
}
