import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsDiff, IconChecks, IconDots, IconPencil, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { BoardCard, Column } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { dropStage } from "./drag";
import { idOf } from "./moves";

interface Shared {
  column: Column;
  takes: (ids: string[], stage: string) => boolean;
  onDrop: (ids: string[], stage: string) => void;
}
interface Props extends Shared {
  jobId: string;
  cards: BoardCard[];
  shown: boolean;
  filtered: boolean;
  cursor: string | null;
  /** Rises with each step of the keyboard, which alone scrolls and focuses. */
  step: number;
  growing: boolean;
  render: (card: BoardCard) => ReactNode;
  add: ReactNode;
  edits: boolean;
  onMore: (stage: string) => void;
  onCollapse: (stage: string) => void;
  onSelectAll: ((cards: BoardCard[]) => void) | undefined;
}
const phone = () => matchMedia("(max-width: 767px)").matches;

/** One stage: its people in a list that draws only what is in sight, however many there are. */
export function ColumnView(props: Props) {
  const { column, cards, shown, filtered, cursor, step, growing, render, add, takes, onDrop, onMore } = props;
  const { t } = useTranslation();
  const f = useFormat();
  const box = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const over = useDrop(box, props.column.stage.id, takes, onDrop);
  const list = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone() ? 112 : 98),
    gap: 6,
    paddingStart: 1,
    paddingEnd: 8,
    overscan: 6,
    getItemKey: (index) => (cards[index] ? idOf(cards[index]) : index),
  });
  const items = list.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const id = column.stage.id;
  useEffect(() => {
    if (column.cursor && cards.length > 0 && last >= cards.length - 10) onMore(id);
  }, [column.cursor, last, cards.length, onMore, id]);
  const at = cursor ? cards.findIndex((card) => idOf(card) === cursor) : -1;
  useEffect(() => {
    if (step === 0 || at < 0) return;
    list.scrollToIndex(at, { align: "auto" });
    const frame = requestAnimationFrame(() => {
      if (document.querySelector("[aria-modal='true'], [role='menu']") || document.activeElement?.closest("input, textarea")) return;
      document.querySelector<HTMLElement>(`#card-${cursor} .name`)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [step, at, cursor, list]);
  const name = f.said(column.stage.name);
  const rest = column.count - column.cards.length;
  return (
    <section
      ref={box}
      className="col"
      data-over={over || undefined}
      data-shown={shown || undefined}
      data-kind={column.stage.kind}
      aria-label={`${name}, ${f.number(column.count)}`}
    >
      <div className="col-head">
        <h2>
          <StageGlyph kind={column.stage.kind} />
          <span className="cut" title={name}>
            {name}
          </span>
          <span className="num meta" data-stage={id}>
            {f.number(column.count)}
          </span>
        </h2>
        {add}
        <ColumnMenu {...props} />
      </div>
      <div className="col-list scroll" ref={scroller} tabIndex={-1}>
        <ul style={{ height: list.getTotalSize() }}>
          {items.map((item) => {
            const card = cards[item.index];
            return card ? (
              <li
                key={item.key}
                data-index={item.index}
                ref={list.measureElement}
                aria-setsize={column.count}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {render(card)}
              </li>
            ) : null;
          })}
        </ul>
        {over && <div className="hole" aria-hidden="true" />}
        {cards.length === 0 && !over && (
          <p className="meta col-none">{t(column.count > 0 && filtered ? "board.noneMatch" : "board.none")}</p>
        )}
        {rest > 0 && cards.length > 0 && (
          <button type="button" className="more meta num" disabled={growing || !column.cursor} onClick={() => onMore(id)}>
            {t(filtered ? "board.others" : "board.more", { count: rest })}
          </button>
        )}
      </div>
    </section>
  );
}
function useDrop(box: React.RefObject<HTMLElement | null>, stage: string, takes: Shared["takes"], onDrop: Shared["onDrop"]): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef({ takes, onDrop });
  latest.current = { takes, onDrop };
  useEffect(() => {
    if (!box.current) return;
    return dropStage(
      box.current,
      (ids) => latest.current.takes(ids, stage),
      setOver,
      (ids) => latest.current.onDrop(ids, stage),
    );
  }, [box, stage]);
  return over;
}
function ColumnMenu({ column, cards, jobId, edits, onCollapse, onSelectAll }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const name = f.said(column.stage.name);
  return (
    <Menu position="bottom-end" width={210} portalProps={{ target: "#main" }} floatingStrategy="fixed">
      <Menu.Target>
        <ActionIcon size={24} className="hover-only" aria-label={t("board.columnMenu", { name })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onSelectAll && (
          <Menu.Item leftSection={<IconChecks size={15} />} disabled={cards.length === 0} onClick={() => onSelectAll(cards)}>
            {t("board.selectAll")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowsDiff size={15} />} onClick={() => onCollapse(column.stage.id)}>
          {t("board.collapse")}
        </Menu.Item>
        {edits && (
          <Menu.Item
            leftSection={<IconPencil size={15} />}
            renderRoot={(props: object) => (
              <Link {...props} to="/jobs/$id/stages" params={{ id: jobId }} search={{ stage: column.stage.id }} />
            )}
          >
            {t("board.editStage")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
/** A stage put aside: its count stays in sight, and it still takes people. */
export function ColumnShut({ column, takes, onDrop, onOpen }: Shared & { onOpen: (stage: string) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const box = useRef<HTMLButtonElement>(null);
  const over = useDrop(box, column.stage.id, takes, onDrop);
  const name = f.said(column.stage.name);
  return (
    <button
      ref={box}
      type="button"
      className="col-shut"
      data-over={over || undefined}
      data-kind={column.stage.kind}
      aria-expanded="false"
      onClick={() => onOpen(column.stage.id)}
    >
      <StageGlyph kind={column.stage.kind} />
      <span className="num" data-stage={column.stage.id}>
        {f.number(column.count)}
      </span>
      <span className="col-shut-name">{name}</span>
      <span className="sr-only">{t("board.expand")}</span>
    </button>
  );
}
export function AddButton({ name, ...rest }: { name: string; onClick: () => void; ref?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation();
  return (
    <ActionIcon size={24} aria-label={t("board.addTo", { name })} {...rest}>
      <IconPlus size={15} />
    </ActionIcon>
  );
}
