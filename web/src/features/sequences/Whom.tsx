import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PeopleFilter } from "@/api/calls";
import { useCounts } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { PersonPicker, type Named } from "@/ui/PersonPicker";

export interface Chosen {
  people: Named[];
  filter: PeopleFilter | undefined;
}
const most = 500;
const facets = ["relation", "state", "source", "tag"] as const;

/** Who is meant: people by name, or everyone whom a list shows. What was given from elsewhere is only told. */
export function Whom({ chosen, given, onChange }: { chosen: Chosen; given: boolean; onChange: (chosen: Chosen) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const tags = useCounts().data?.tags ?? {};
  const { filter } = chosen;
  if (given) {
    if (!filter) return null;
    const words = facets.flatMap((facet) => {
      const value = filter[facet];
      if (!value) return [];
      const known = { relation: `relation.${value}`, state: `states.${value}`, source: `source.${value}`, tag: "" }[facet];
      return [known ? t(known, { defaultValue: value }) : t("seq.tagged", { tag: value })];
    });
    if (filter.q) words.unshift(t("seq.foundFor", { text: filter.q }));
    return <p>{words.length > 0 ? t("seq.everyoneOf", { list: f.list(words) }) : t("seq.everyoneHere")}</p>;
  }
  const names = Object.keys(tags);
  return (
    <div className="step-pair">
      <PersonPicker
        key={chosen.people.length}
        label={t("seq.byName")}
        autoFocus
        onPick={(one) => {
          if (chosen.people.length < most && !chosen.people.some((held) => held.id === one.id))
            onChange({ people: [...chosen.people, one], filter: undefined });
        }}
      />
      {names.length > 0 && (
        <NativeSelect
          label={t("seq.byTag")}
          value={filter?.tag ?? ""}
          onChange={(event) => {
            const tag = event.currentTarget.value;
            onChange({ people: [], filter: tag ? { tag } : undefined });
          }}
          data={[{ value: "", label: "–" }, ...names.map((tag) => ({ value: tag, label: `${tag} (${f.number(tags[tag] ?? 0)})` }))]}
        />
      )}
    </div>
  );
}
