import { ActionIcon, Button, Menu } from "@mantine/core";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical, IconPlus, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { isEnd, kinds } from "@/ui/hiring/stages";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { newId } from "@/ui/hiring/ulid";
import { added, movedBy, movedTo, removable, type StageDraft } from "./pipeline";

interface Props {
  list: StageDraft[];
  counts: Record<string, number>;
  chosen: string;
  onChoose: (key: string) => void;
  onChange: (list: StageDraft[]) => void;
}
/** The way through the job, in order: dragged, moved by the menu, or by Alt and the arrows. */
export function StageList({ list, counts, chosen, onChoose, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const [told, setTold] = useState("");
  const latest = useRef(list);
  latest.current = list;
  const put = (next: StageDraft[], key: string) => {
    onChange(next);
    const at = next.findIndex((one) => one.key === key);
    const name = next[at]?.name;
    setTold(name ? t("pipe.movedTo", { name: f.said(name), place: at + 1, of: next.length }) : "");
  };
  return (
    <>
      <ol className="pipe-list">
        {list.map((stage, i) => (
          <StageRow
            key={stage.key}
            {...{ stage, list, counts, place: i }}
            chosen={stage.key === chosen}
            onChoose={() => onChoose(stage.key)}
            onStep={(by) => put(movedBy(list, stage.key, by), stage.key)}
            onDropOn={(key) => put(movedTo(latest.current, key, i), key)}
            onRemove={() => {
              const next = list.filter((one) => one.key !== stage.key);
              onChange(next);
              if (stage.key === chosen) onChoose(next[Math.max(0, i - 1)]?.key ?? "");
            }}
          />
        ))}
      </ol>
      <div role="status" className="sr-only">
        {told}
      </div>
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <Button variant="subtle" color="gray" className="quiet" leftSection={<IconPlus size={15} />}>
            {t("pipe.add")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("pipe.addKind")}</Menu.Label>
          {kinds
            .filter((kind) => !isEnd(kind))
            .map((kind) => (
              <Menu.Item
                key={kind}
                leftSection={<StageGlyph kind={kind} />}
                onClick={() => {
                  const key = newId("new");
                  const names = { fr: null, en: null, [f.reader.language]: t(`kind.${kind}`) };
                  onChange(added(list, key, kind, names));
                  onChoose(key);
                }}
              >
                {t(`kind.${kind}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
interface RowProps {
  stage: StageDraft;
  list: StageDraft[];
  counts: Record<string, number>;
  place: number;
  chosen: boolean;
  onChoose: () => void;
  onStep: (by: number) => void;
  onDropOn: (key: string) => void;
  onRemove: () => void;
}
function StageRow({ stage, list, counts, place, chosen, onChoose, onStep, onDropOn, onRemove }: RowProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useActionWords();
  const box = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const drop = useRef(onDropOn);
  drop.current = onDropOn;
  const [over, setOver] = useState(false);
  const fixed = isEnd(stage.kind);
  const { key } = stage;
  useEffect(() => {
    if (!box.current || fixed) return;
    return combine(
      draggable({
        element: box.current,
        ...(grip.current ? { dragHandle: grip.current } : {}),
        getInitialData: () => ({ kind: "stage", key }),
      }),
      dropTargetForElements({
        element: box.current,
        canDrop: ({ source }) => source.data.kind === "stage" && source.data.key !== key,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          drop.current(String(source.data.key));
        },
      }),
    );
  }, [key, fixed]);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey || fixed) return;
    event.preventDefault();
    onStep(by);
  };
  const name = f.said(stage.name) || t("pipe.noName");
  const does = words.of(stage);
  const ends = list.findIndex((one) => isEnd(one.kind));
  return (
    <li ref={box} className="pipe-row" data-on={chosen || undefined} data-over={over || undefined}>
      <span className="pipe-grip" ref={grip} data-fixed={fixed || undefined} aria-hidden="true">
        {!fixed && <IconGripVertical size={15} stroke={1.6} />}
      </span>
      <button
        type="button"
        className="pipe-pick grow"
        aria-current={chosen || undefined}
        aria-keyshortcuts={fixed ? undefined : "Alt+ArrowUp Alt+ArrowDown"}
        title={fixed ? undefined : t("pipe.howMove")}
        onClick={onChoose}
        onKeyDown={press}
      >
        <StageGlyph kind={stage.kind} />
        <span className="two grow">
          <span className="cut">{name}</span>
          {does && (
            <span className="meta cut" title={does}>
              {does}
            </span>
          )}
        </span>
        <span className="num meta">{counts[stage.key] ? f.number(counts[stage.key] ?? 0) : ""}</span>
      </button>
      {!fixed && (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon size={24} aria-label={t("pipe.menu", { name })}>
              <IconDots size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowUp size={15} />} disabled={place === 0} onClick={() => onStep(-1)}>
              {t("pipe.up")}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={15} />} disabled={place >= ends - 1} onClick={() => onStep(1)}>
              {t("pipe.down")}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={15} />} disabled={!removable(list, stage.key)} onClick={onRemove}>
              {t("pipe.remove")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
