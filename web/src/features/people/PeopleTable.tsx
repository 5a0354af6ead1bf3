import { Checkbox } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { OwedDue } from "@/ui/OwedDue";
import { Confidence, Person, Tag } from "@/ui/parts";
import { facetLabel } from "./labels";

/** Where each list was left, by its address: coming back finds it there. */
const places = new Map<string, { offset: number; cursor: number }>();
export const placeOf = (address: string) => places.get(address);

interface Props {
  address: string;
  people: Card[];
  total: number | null;
  cursor: number;
  selected: Pick<ReadonlySet<string>, "has" | "size">;
  everyone: boolean;
  failures: Map<string, string>;
  selectable: boolean;
  onSelect: (id: string, range: boolean) => void;
  onSelectAll: () => void;
  onEnd: () => void;
}
const phone = () => matchMedia("(max-width: 767px)").matches;

export function PeopleTable({
  address,
  people,
  total,
  cursor,
  selected,
  everyone,
  failures,
  selectable,
  onSelect,
  onSelectAll,
  onEnd,
}: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone() ? 60 : 48),
    overscan: 12,
    initialOffset: places.get(address)?.offset ?? 0,
    getItemKey: (index) => people[index]?.id ?? index,
  });
  const items = rows.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= people.length - 15) onEnd();
  }, [lastSeen, people.length, onEnd]);
  useEffect(() => {
    if (cursor >= 0) rows.scrollToIndex(cursor);
  }, [cursor, rows]);
  useEffect(() => {
    places.set(address, { offset: places.get(address)?.offset ?? 0, cursor });
  }, [address, cursor]);
  return (
    <div
      className="scroll grow"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={t("people.list")}
      onScroll={(e) => places.set(address, { offset: e.currentTarget.scrollTop, cursor })}
    >
      <div role="table" aria-label={t("people.title")} aria-rowcount={total ?? -1} className="ptable">
        <div role="rowgroup" className="ptable-head">
          <div role="row" className="prow">
            <div role="columnheader" className="p-check">
              {selectable && (
                <Checkbox
                  aria-label={t("people.selectAll")}
                  checked={everyone}
                  indeterminate={selected.size > 0 && !everyone}
                  onChange={onSelectAll}
                />
              )}
            </div>
            <div role="columnheader">{t("people.person")}</div>
            <div role="columnheader" className="p-skill">
              {t("people.skills")}
            </div>
            <div role="columnheader" className="p-place">
              {t("people.place")}
            </div>
            <div role="columnheader" className="p-src">
              {t("people.source")}
            </div>
            <div role="columnheader" className="p-due">
              {t("people.due")}
            </div>
            <div role="columnheader" className="p-when">
              {t("people.arrived")}
            </div>
          </div>
        </div>
        <div role="rowgroup" style={{ height: rows.getTotalSize(), position: "relative" }}>
          {items.map((item) => {
            const card = people[item.index];
            return card ? (
              <div
                role="row"
                key={item.key}
                aria-rowindex={item.index + 2}
                className="prow"
                data-on={selected.has(card.id) || undefined}
                data-cursor={cursor === item.index || undefined}
                style={{ position: "absolute", insetInline: 0, height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <Row
                  card={card}
                  selected={selected.has(card.id)}
                  failure={failures.get(card.id)}
                  selectable={selectable}
                  onSelect={onSelect}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function Row({
  card,
  selected,
  failure,
  selectable,
  onSelect,
}: {
  card: Card;
  selected: boolean;
  failure: string | undefined;
  selectable: boolean;
  onSelect: Props["onSelect"];
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const name = card.name ?? t("people.noName");
  const under = [card.headline, card.headline ? null : card.email].filter(Boolean).join(", ");
  const shown = [
    ...card.tags.slice(0, 1).map((tag) => ({ key: `t${tag}`, label: tag, own: true })),
    ...card.skills.map((s) => ({ key: s, label: s, own: false })),
  ].slice(0, 2);
  return (
    <>
      <div role="cell" className="p-check">
        {selectable && (
          <Checkbox
            aria-label={t("people.select", { name })}
            checked={selected}
            onChange={(event) => onSelect(card.id, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
          />
        )}
      </div>
      <div role="cell" className="p-person">
        <Person name={card.name} />
        <div className="two grow">
          <Link to="/people/$id" params={{ id: card.id }} className="name cut" title={name}>
            {name}
          </Link>
          <span className="meta cut" title={under}>
            {failure ? (
              <span className="koi">
                <IconAlertTriangle size={12} aria-hidden="true" /> {failure}
              </span>
            ) : (
              under
            )}
          </span>
        </div>
      </div>
      <div role="cell" className="p-skill">
        {shown.map((one) => (
          <span key={one.key} data-own={one.own || undefined} className="cut">
            <Tag>{one.label}</Tag>
          </span>
        ))}
      </div>
      <div role="cell" className="p-place ink2 cut" title={card.location ?? undefined}>
        {card.location}
      </div>
      <div role="cell" className="p-src ink2 cut">
        {facetLabel(t, "source", card.source)}
      </div>
      <div role="cell" className="p-due">
        <OwedDue of={card} quietWhenDone={card.states.includes("to_check")} />
        {card.states.includes("to_check") && <Confidence level="mid">{t("states.to_check")}</Confidence>}
      </div>
      <div role="cell" className="p-when meta num">
        <time dateTime={card.created_at} title={f.full(card.created_at)}>
          {f.ago(card.created_at)}
        </time>
      </div>
    </>
  );
}
