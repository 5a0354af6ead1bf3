import { ActionIcon, Button, Menu } from "@mantine/core";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconClock,
  IconCopy,
  IconDots,
  IconGripVertical,
  IconMail,
  IconPlus,
  IconSquareCheck,
  IconTrash,
  type Icon,
} from "@tabler/icons-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Step } from "./model";
import { lackOf, most, movedBy, movedTo, numbers, type Kind } from "./steps";
import { useStepWords } from "./useStepWords";

export const glyphs: Record<Kind, Icon> = { mail: IconMail, task: IconSquareCheck, wait: IconClock };
const kinds: readonly Kind[] = ["mail", "task", "wait"];
type Words = ReturnType<typeof useStepWords>;

interface Props {
  list: readonly Step[];
  chosen: string | undefined;
  words: Words;
  readOnly: boolean;
  /** What stands at the end of a row: how many got it. */
  end?: ((step: Step) => string) | undefined;
  onChoose: (id: string) => void;
  onChange: (list: Step[]) => void;
  onAdd: (kind: Kind, place?: number) => void;
  onCopy: (id: string) => void;
  onRemove: (id: string) => void;
}
/** The steps in order, and the waits between: dragged, moved by the menu, or by Alt and the arrows. */
export function StepList({ list, chosen, words, readOnly, end, onChoose, onChange, onAdd, onCopy, onRemove }: Props) {
  const { t } = useTranslation();
  const [told, setTold] = useState("");
  const latest = useRef(list);
  latest.current = list;
  const put = (next: Step[], id: string) => {
    onChange(next);
    const at = next.findIndex((one) => one.id === id);
    const step = next[at];
    if (step) setTold(t("seq.movedTo", { name: words.title(step), place: at + 1, of: next.length }));
  };
  const number = numbers(list);
  return (
    <>
      <ol className="steps">
        {list.map((step, i) => (
          <Row
            key={step.id}
            {...{ step, words, readOnly, place: i, count: list.length }}
            number={number.get(step.id)}
            under={words.brief(list, step)}
            end={end?.(step) ?? ""}
            chosen={step.id === chosen}
            onChoose={() => onChoose(step.id)}
            onStep={(by) => put(movedBy(list, step.id, by), step.id)}
            onDropOn={(id) => put(movedTo(latest.current, id, i), id)}
            onCopy={() => onCopy(step.id)}
            onRemove={() => onRemove(step.id)}
          />
        ))}
      </ol>
      <div role="status" className="sr-only">
        {told}
      </div>
      {!readOnly && <AddStep disabled={list.length >= most} onAdd={onAdd} />}
    </>
  );
}
export function AddStep({ disabled, onAdd }: { disabled: boolean; onAdd: (kind: Kind) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Button
          data-add-step
          variant="subtle"
          color="gray"
          size="xs"
          className="quiet"
          disabled={disabled}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
        >
          {t("seq.addStep")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const Sign = glyphs[kind];
          return (
            <Menu.Item key={kind} leftSection={<Sign size={15} aria-hidden="true" />} onClick={() => onAdd(kind)}>
              {t(`seq.add_${kind}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
interface RowProps {
  step: Step;
  words: Words;
  readOnly: boolean;
  place: number;
  count: number;
  number: number | undefined;
  under: string;
  end: string;
  chosen: boolean;
  onChoose: () => void;
  onStep: (by: number) => void;
  onDropOn: (id: string) => void;
  onCopy: () => void;
  onRemove: () => void;
}
function Row({ step, words, readOnly, place, count, number, under, end, chosen, onChoose, onStep, onDropOn, onCopy, onRemove }: RowProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const drop = useRef(onDropOn);
  drop.current = onDropOn;
  const at = useRef(place);
  at.current = place;
  const [over, setOver] = useState<"before" | "after" | null>(null);
  const { id } = step;
  useEffect(() => {
    if (!box.current || readOnly) return;
    return combine(
      draggable({
        element: box.current,
        ...(grip.current ? { dragHandle: grip.current } : {}),
        getInitialData: () => ({ kind: "step", id, place: at.current }),
      }),
      dropTargetForElements({
        element: box.current,
        canDrop: ({ source }) => source.data.kind === "step" && source.data.id !== id,
        onDragEnter: ({ source }) => setOver(Number(source.data.place) < at.current ? "after" : "before"),
        onDragLeave: () => setOver(null),
        onDrop: ({ source }) => {
          setOver(null);
          drop.current(String(source.data.id));
        },
      }),
    );
  }, [id, readOnly]);
  const press = (event: KeyboardEvent) => {
    if (readOnly) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && event.altKey) onStep(by);
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const Sign = glyphs[step.do];
  const name = step.do === "wait" ? t("seq.waitFor", { wait: words.wait(step) }) : words.title(step);
  const lack = lackOf(step);
  return (
    <li ref={box} className="step" data-kind={step.do} data-on={chosen || undefined} data-over={over ?? undefined}>
      <span className="pipe-grip" ref={grip} data-fixed={readOnly || undefined} aria-hidden="true">
        {!readOnly && <IconGripVertical size={15} stroke={1.6} />}
      </span>
      <button
        type="button"
        className="step-pick grow"
        aria-current={chosen ? "step" : undefined}
        aria-keyshortcuts={readOnly ? undefined : "Alt+ArrowUp Alt+ArrowDown Delete"}
        title={readOnly ? undefined : t("seq.howMove")}
        onClick={onChoose}
        onKeyDown={press}
      >
        <span className="step-n num" aria-hidden="true">
          {number ?? <Sign size={14} stroke={1.8} />}
        </span>
        <span className="two grow">
          <span className="step-name">
            {number !== undefined && <Sign size={15} stroke={1.7} aria-label={t(`seq.kind_${step.do}`)} />}
            <span className="cut" title={name}>
              {name}
            </span>
          </span>
          {under && (
            <span className="meta cut" title={under}>
              {under}
            </span>
          )}
        </span>
        {lack ? (
          <span className="step-lack koi" title={t(`seq.lack_${lack}`)}>
            <IconAlertTriangle size={15} stroke={1.8} aria-label={t(`seq.lack_${lack}`)} />
          </span>
        ) : (
          end && <span className="meta num">{end}</span>
        )}
      </button>
      {!readOnly && (
        <Menu position="bottom-end" width={210}>
          <Menu.Target>
            <ActionIcon size={24} aria-label={t("seq.menuOf", { name })}>
              <IconDots size={15} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowUp size={15} />} disabled={place === 0} onClick={() => onStep(-1)}>
              {t("seq.up")}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={15} />} disabled={place === count - 1} onClick={() => onStep(1)}>
              {t("seq.down")}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={15} />} disabled={count >= most} onClick={onCopy}>
              {t("seq.copy")}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={onRemove}>
              {t("seq.remove")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
