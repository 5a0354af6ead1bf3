import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PeopleFilter } from "@/api/calls";
import type { Counts } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { facetNames, toggled, type FacetName } from "./filter";
import { facetLabel } from "./labels";

const shown: Record<FacetName, number> = { relation: 4, state: 8, source: 10, tag: 12 };
const from: Record<FacetName, (counts: Counts) => Record<string, number>> = {
  relation: (c) => c.relations,
  state: (c) => c.states,
  source: (c) => c.sources,
  tag: (c) => c.tags,
};

export function Facets({
  counts,
  filter,
  onChange,
}: {
  counts: Counts | undefined;
  filter: PeopleFilter;
  onChange: (filter: PeopleFilter) => void;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <>
      {facetNames.map((facet) => {
        const values = Object.entries(counts ? from[facet](counts) : {})
          .filter(([value, n]) => n > 0 || filter[facet] === value)
          .sort((a, b) => b[1] - a[1])
          .slice(0, shown[facet]);
        if (values.length === 0) return null;
        return (
          <section key={facet}>
            <h2>{t(`facet.${facet}`)}</h2>
            {values.map(([value, n]) => (
              <div className="facet" key={value}>
                <Checkbox
                  label={<span className="cut">{facetLabel(t, facet, value)}</span>}
                  checked={filter[facet] === value}
                  onChange={() => onChange(toggled(filter, facet, value))}
                />
                <span className="num meta">{f.number(n)}</span>
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}
