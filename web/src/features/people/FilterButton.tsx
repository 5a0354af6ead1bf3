import { ActionIcon, Indicator, Popover } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PeopleFilter } from "@/api/calls";
import type { Counts } from "@/api/model";
import { Facets } from "./Facets";
import { facetNames } from "./filter";

/** The facets, where there is no room for their column. */
export function FilterButton({
  counts,
  filter,
  onChange,
}: {
  counts: Counts | undefined;
  filter: PeopleFilter;
  onChange: (filter: PeopleFilter) => void;
}) {
  const { t } = useTranslation();
  const active = facetNames.filter((name) => filter[name]).length;
  return (
    <Popover position="bottom-end" width={250} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t("people.filters")} size={32} variant="default">
          <Indicator disabled={active === 0} size={8} color="petrol" offset={2}>
            <IconAdjustmentsHorizontal size={17} />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="facets-pop" aria-label={t("people.filters")}>
        <Facets counts={counts} filter={filter} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}
