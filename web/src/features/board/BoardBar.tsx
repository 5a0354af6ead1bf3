import { ActionIcon, Button, Indicator, NativeSelect, Popover, TextInput } from "@mantine/core";
import { IconBookmark, IconBookmarkFilled, IconFilter, IconSearch, IconTrash, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCounts, useMe, useMembers } from "@/api/queries";
import { FindField } from "@/ui/FindField";
import { Due, Person } from "@/ui/parts";
import { filterNames, keepViews, savedViews, withView, type BoardSearch, type SavedView } from "./filter";

interface Props {
  search: BoardSearch;
  late: number;
  looking: string[];
  onSearch: (search: BoardSearch, replace?: boolean) => void;
}
export function BoardBar({ search, late, looking, onSearch }: Props) {
  const { t } = useTranslation();
  return (
    <div className="board-bar">
      <FindField
        id="find-board"
        className="board-find only-wide"
        label={t("board.find")}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={search.find}
        onFind={(words) => onSearch(words ? { ...search, find: words } : without(search, "find"), true)}
      />
      <Filters search={search} onSearch={onSearch} />
      <Chips search={search} onSearch={onSearch} />
      <Views search={search} onSearch={onSearch} />
      <span className="grow" />
      {late > 0 && <Due state="late">{t("board.late", { count: late })}</Due>}
      <Looking ids={looking} />
    </div>
  );
}
type Part = Pick<Props, "search" | "onSearch">;
const without = (search: BoardSearch, key: keyof BoardSearch): BoardSearch => {
  const { [key]: _, view: __, ...rest } = search;
  return rest;
};
function useChoices(): Record<(typeof filterNames)[number], { value: string; label: string }[]> {
  const { t } = useTranslation();
  const members = useMembers();
  const counts = useCounts().data;
  return {
    owner: members.filter((m) => m.here).map((m) => ({ value: m.id, label: m.name })),
    tag: Object.keys(counts?.tags ?? {}).map((tag) => ({ value: tag, label: tag })),
    source: Object.keys(counts?.sources ?? {}).map((source) => ({ value: source, label: t(`source.${source}`, { defaultValue: source }) })),
  };
}
function Filters({ search, onSearch }: Part) {
  const { t } = useTranslation();
  const choices = useChoices();
  const active = filterNames.filter((name) => search[name]).length;
  return (
    <Popover position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" className="quiet" leftSection={<IconFilter size={15} aria-hidden="true" />}>
          <Indicator disabled={active === 0} size={7} color="petrol" offset={-4}>
            {t("board.filters")}
          </Indicator>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="facets-pop" aria-label={t("board.filters")}>
        {filterNames.map((name) => (
          <NativeSelect
            key={name}
            label={t(`board.filter_${name}`)}
            value={search[name] ?? ""}
            onChange={(event) =>
              onSearch(event.currentTarget.value ? { ...without(search, name), [name]: event.currentTarget.value } : without(search, name))
            }
            data={[{ value: "", label: t("board.anyone") }, ...withChosen(choices[name], search[name])]}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
/** A link may name a value that nobody carries any more. */
const withChosen = (known: { value: string; label: string }[], chosen: string | undefined) =>
  !chosen || known.some((one) => one.value === chosen) ? known : [...known, { value: chosen, label: chosen }];

function Chips({ search, onSearch }: Part) {
  const { t } = useTranslation();
  const choices = useChoices();
  const chips = [
    ...filterNames.flatMap((name) =>
      search[name] ? [{ name, label: choices[name].find((one) => one.value === search[name])?.label ?? search[name] }] : [],
    ),
    ...(search.kind ? [{ name: "kind" as const, label: t(`kind.${search.kind}`) }] : []),
  ];
  return chips.map(({ name, label }) => (
    <span className="chip" key={name}>
      {label}
      <button type="button" aria-label={t("people.remove", { name: label })} onClick={() => onSearch(without(search, name))}>
        <IconX size={12} />
      </button>
    </span>
  ));
}
/** Filters that somebody keeps under a name; the pinned ones stand in the bar. */
function Views({ search, onSearch }: Part) {
  const { t } = useTranslation();
  const member = useMe().data?.member.id ?? "";
  const [views, setViews] = useState<SavedView[]>(() => savedViews(member));
  const [name, setName] = useState("");
  useEffect(() => setViews(savedViews(member)), [member]);
  const keep = (next: SavedView[]) => {
    setViews(next);
    keepViews(member, next);
  };
  const { stage: _, view, ...shown } = search;
  const filtered = Object.keys(shown).length > 0;
  return (
    <>
      {views
        .filter((one) => one.pinned)
        .map((one) => (
          <button
            key={one.name}
            type="button"
            className="view-chip"
            aria-pressed={view === one.name}
            onClick={() => onSearch(view === one.name ? {} : { ...one.search, view: one.name })}
          >
            {one.name}
          </button>
        ))}
      <Popover position="bottom-start" width={270} trapFocus returnFocus>
        <Popover.Target>
          <ActionIcon aria-label={t("board.views")}>
            <IconBookmark size={16} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t("board.views")} p={8}>
          <ul className="pick">
            {views.map((one) => (
              <li key={one.name} className="row">
                <button type="button" className="grow" onClick={() => onSearch({ ...one.search, view: one.name })}>
                  <span className="cut">{one.name}</span>
                </button>
                <ActionIcon
                  size={24}
                  aria-pressed={one.pinned}
                  aria-label={t("board.pin", { name: one.name })}
                  onClick={() => keep(views.map((v) => (v.name === one.name ? { ...v, pinned: !v.pinned } : v)))}
                >
                  {one.pinned ? <IconBookmarkFilled size={14} /> : <IconBookmark size={14} />}
                </ActionIcon>
                <ActionIcon
                  size={24}
                  aria-label={t("board.forget", { name: one.name })}
                  onClick={() => keep(views.filter((v) => v.name !== one.name))}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </li>
            ))}
            {views.length === 0 && <li className="meta pick-none">{t("board.noViews")}</li>}
          </ul>
          {filtered && (
            <form
              className="view-new"
              onSubmit={(event) => {
                event.preventDefault();
                const said = name.trim();
                if (!said) return;
                keep(withView(views, { name: said, search: shown, pinned: true }));
                setName("");
                onSearch({ ...search, view: said }, true);
              }}
            >
              <TextInput
                className="grow"
                aria-label={t("board.viewName")}
                placeholder={t("board.viewName")}
                maxLength={40}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" disabled={!name.trim()}>
                {t("board.keepView")}
              </Button>
            </form>
          )}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
function Looking({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const members = useMembers();
  if (ids.length === 0) return null;
  const named = members.filter((m) => ids.includes(m.id));
  const one = ids.length === 1 ? named[0] : undefined;
  return (
    <span className="meta row board-looking" role="status" title={named.map((m) => m.name).join(", ") || undefined}>
      {named.slice(0, 3).map((m) => (
        <Person key={m.id} name={m.name} size={20} tone="act" />
      ))}
      {one ? t("board.isHere", { name: one.name.split(" ")[0] }) : t("board.areHere", { count: ids.length })}
    </span>
  );
}
