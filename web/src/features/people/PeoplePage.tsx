import { Button, Kbd } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFileImport, IconPlus, IconRoute2, IconX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { PeopleFilter } from "@/api/calls";
import type { Card } from "@/api/model";
import { peopleQuery, useCounts, useMay } from "@/api/queries";
import { saying } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { compose } from "@/ui/compose";
import { enrol } from "@/ui/enrol";
import { FindField, withWords } from "@/ui/FindField";
import { useKeys } from "@/ui/keys";
import { later } from "@/ui/later";
import { Header } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { trail } from "@/ui/trail";
import { Facets } from "./Facets";
import { facetNames, isFiltered, searchable } from "./filter";
import { facetLabel } from "./labels";
import { PeopleTable, placeOf } from "./PeopleTable";
import { useBulkTag } from "./useBulkTag";

// What floats comes when it is asked for: the list itself is read without it.
const BulkBar = later(() => saying(import("./BulkBar"), "hiring").then((m) => m.BulkBar));
const FilterButton = later(() => import("./FilterButton").then((m) => m.FilterButton));

const route = getRouteApi("/people");
/** Who is put into a sequence by name, at once; a whole list may be longer. */
const MOST_BY_NAME = 500;
/** As many as the API gives at once. */
const PAGE = 100;

export function PeoplePage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const filter = route.useSearch();
  const address = JSON.stringify(filter);
  const setFilter = useCallback(
    (next: PeopleFilter, replace = false) => void navigate({ to: "/people", search: next, replace }),
    [navigate],
  );
  const counts = useCounts();
  const list = useInfiniteQuery(peopleQuery(filter));
  const people = useMemo(() => list.data?.pages.flatMap((page) => page.candidates) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? null;
  const [cursor, setCursor] = useState(placeOf(address)?.cursor ?? -1);
  const [selected, setSelected] = useState<ReadonlyMap<string, Card>>(new Map());
  // The list of which everyone is selected, until somebody is picked or left out by hand.
  const [whole, setWhole] = useState<string | null>(null);
  const lastPicked = useRef<string | null>(null);
  const [tagging, setTagging] = useState(false);
  const bulk = useBulkTag();
  const may = { drop: useMay("drop_files"), edit: useMay("edit_people"), mail: useMay("write_mails"), enrol: useMay("run_sequences") };
  const narrow = useMediaQuery("(max-width: 1279px)");
  // On a phone no line stands over the list with a box that checks all of it.
  const phone = useMediaQuery("(max-width: 767px)");
  useEffect(() => trail.set(filter), [filter]);
  useEffect(() => {
    const timer = setTimeout(() => void BulkBar.preload(), 1000);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => setCursor(placeOf(address)?.cursor ?? -1), [address]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const select = (id: string, range: boolean) => {
    const next = new Map(selected);
    const [from, to] = [people.findIndex((p) => p.id === lastPicked.current), people.findIndex((p) => p.id === id)];
    const one = people[to];
    if (range && from >= 0) for (const p of people.slice(Math.min(from, to), Math.max(from, to) + 1)) next.set(p.id, p);
    else if (!next.delete(id) && one) next.set(id, one);
    lastPicked.current = id;
    choose(next);
  };
  const choose = (those: ReadonlyMap<string, Card>, all: string | null = null) => {
    setSelected(those);
    setWhole(all);
  };
  const clear = () => choose(new Map());
  const everyone = people.length > 0 && people.every((p) => selected.has(p.id));
  // Who was chosen stays so while one looks for others.
  const chosen = () => (selected.size > 0 ? [...selected.values()] : people.slice(cursor, cursor + 1));
  const mail = () => {
    const those = chosen();
    if (!may.mail || those.length === 0) return false;
    return compose.open({ people: those.map((p) => ({ id: p.id, name: p.name ?? p.email ?? t("people.noName") })) });
  };
  const put = () => {
    const those = chosen();
    if (!may.enrol || those.length === 0) return false;
    if (whole === address) enrol.open({ filter });
    else if (those.length > MOST_BY_NAME) toasts.failed(t("people.tooMany", { n: f.number(MOST_BY_NAME) }));
    else enrol.open({ people: those.map((p) => ({ id: p.id, name: p.name ?? p.email ?? t("people.noName") })) });
    return true;
  };
  const move = (by: number) => setCursor((c) => Math.max(0, Math.min(people.length - 1, c + by)));
  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => (people.length ? move(1) : false),
      ArrowUp: () => (people.length ? move(-1) : false),
      Enter: () => {
        const at = people[cursor];
        if (!at) return false;
        void navigate({ to: "/people/$id", params: { id: at.id } });
      },
      x: () => {
        const at = people[cursor];
        if (at && may.edit) select(at.id, false);
      },
      t: () => (selected.size > 0 ? setTagging(true) : false),
      e: mail,
      q: put,
      Escape: () => (selected.size > 0 ? clear() : false),
      "/": () => document.getElementById("find-people")?.focus(),
    },
    {
      help: {
        j: "keys.next",
        k: "keys.previous",
        Enter: "keys.open",
        x: "keys.select",
        t: "keys.tag",
        ...(may.mail ? { e: "keys.mail" } : {}),
        ...(may.enrol ? { q: "keys.enrol" } : {}),
        "/": "keys.find",
      },
    },
  );
  return (
    <>
      <Header title={t("people.title")} count={counts.data ? f.number(counts.data.people) : undefined}>
        {may.drop && (
          <Button component={Link} to="/drop" variant="default" leftSection={<IconFileImport size={16} />} className="only-wide">
            {t("nav.drop")}
          </Button>
        )}
        {may.edit && (
          <Button component={Link} to="/people/new" leftSection={<IconPlus size={16} />}>
            {t("people.add")}
          </Button>
        )}
      </Header>
      <div className="people">
        <aside className="facets scroll" aria-label={t("people.filters")} tabIndex={0}>
          <Facets counts={counts.data} filter={filter} onChange={setFilter} />
        </aside>
        <div className="people-main">
          <div className="people-bar">
            <FindField
              id="find-people"
              label={t("people.find")}
              value={filter.q}
              enough={searchable}
              onFind={(words) => setFilter(withWords(filter, words), true)}
              rightSection={<Kbd className="only-wide">/</Kbd>}
              rightSectionWidth={34}
              rightSectionPointerEvents="none"
            />
            {narrow && <FilterButton counts={counts.data} filter={filter} onChange={setFilter} />}
          </div>
          <Chips
            filter={filter}
            // Of several filters at once the number is known at the end of the list.
            total={total ?? (list.isSuccess && !hasNextPage ? people.length : null)}
            onChange={setFilter}
            onEnrol={may.enrol && people.length > 0 ? () => enrol.open({ filter }) : undefined}
          />
          {list.isPending ? (
            <Skeleton />
          ) : list.isError && people.length === 0 ? (
            <LoadFailed error={list.error} retry={list.refetch} />
          ) : people.length === 0 ? (
            <Nobody filter={filter} />
          ) : (
            <PeopleTable
              key={address}
              {...{ address, people, total, cursor, selected, everyone, failures: bulk.failures }}
              selectable={may.edit}
              onSelect={select}
              onSelectAll={() => choose(new Map(everyone ? [] : people.map((p) => [p.id, p])))}
              onEnd={more}
            />
          )}

          {may.edit && selected.size > 0 && (
            <BulkBar
              people={[...selected.keys()]}
              rest={
                whole !== address && (everyone ? hasNextPage : phone)
                  ? {
                      read: async (from, signal) => {
                        const page = await api.people(filter, from, PAGE, signal);
                        return { found: page.candidates.map((p) => [p.id, p] as const), cursor: page.cursor };
                      },
                      total,
                      onAll: (all) => choose(all, address),
                    }
                  : null
              }
              tagging={tagging}
              onTagging={setTagging}
              onTag={(tag) => void bulk.tag([...selected.keys()], tag)}
              onMail={may.mail ? mail : undefined}
              onEnrol={may.enrol ? put : undefined}
              onFailures={bulk.setFailures}
              onClear={clear}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface ChipsProps {
  filter: PeopleFilter;
  total: number | null;
  onChange: (filter: PeopleFilter) => void;
  onEnrol: (() => void) | undefined;
}
function Chips({ filter, total, onChange, onEnrol }: ChipsProps) {
  const { t } = useTranslation();
  if (!isFiltered(filter)) return null;
  const drop = (key: keyof PeopleFilter) => {
    const { [key]: _, ...rest } = filter;
    onChange(rest);
  };
  return (
    <div className="people-chips">
      {facetNames.map((facet) => {
        const value = filter[facet];
        if (!value) return null;
        const label = facetLabel(t, facet, value);
        return (
          <span className="chip" key={facet}>
            {label}
            <button type="button" aria-label={t("people.remove", { name: label })} onClick={() => drop(facet)}>
              <IconX size={12} />
            </button>
          </span>
        );
      })}
      {total !== null && (
        <span className="meta num" role="status">
          {t("people.count", { count: total })}
        </span>
      )}
      {onEnrol && (
        <Button size="xs" variant="subtle" color="gray" className="quiet" leftSection={<IconRoute2 size={14} />} onClick={onEnrol}>
          {t("people.enrolAll")}
        </Button>
      )}
    </div>
  );
}

function Nobody({ filter }: { filter: PeopleFilter }) {
  const { t } = useTranslation();
  if (isFiltered(filter))
    return (
      <Empty
        title={t("people.noneTitle")}
        acts={
          <Button component={Link} to="/people" variant="default">
            {t("people.showAll")}
          </Button>
        }
      >
        {t(filter.q ? "people.noneFound" : "people.noneHere", { q: filter.q })}
      </Empty>
    );
  return (
    <Empty
      title={t("people.emptyTitle")}
      acts={
        <>
          <Button component={Link} to="/drop" leftSection={<IconFileImport size={16} />}>
            {t("nav.drop")}
          </Button>
          <Button component={Link} to="/people/new" variant="default">
            {t("people.addByHand")}
          </Button>
        </>
      }
    >
      {t("people.empty")}
    </Empty>
  );
}
