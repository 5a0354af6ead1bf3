import { Kbd, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Stage } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "./StageGlyph";
import { enterable } from "./stages";
import { useActionWords } from "./useActionWords";

interface Props {
  opened: boolean;
  onClose: () => void;
  target: ReactNode;
  stages: readonly Stage[];
  /** Where they stand, when all stand in one place. */
  at: string | undefined;
  onMove: (stage: Stage, actions: boolean) => void;
  onRefuse?: (() => void) | undefined;
  onWithdraw?: (() => void) | undefined;
  more?: ReactNode;
  returnFocus?: boolean;
  position?: "bottom-start" | "right-start";
}
/** Where somebody may go from here, what each stage will do, and the ways out. Digits choose. */
export function StageMenu({
  opened,
  onClose,
  target,
  stages,
  at,
  onMove,
  onRefuse,
  onWithdraw,
  more,
  returnFocus = true,
  position = "bottom-start",
}: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useActionWords();
  // Beside a card there is no room on a phone.
  const phone = useMediaQuery("(max-width: 767px)");
  const [acts, setActs] = useState(true);
  const shown = enterable(stages).filter((stage) => stage.kind !== "closed");
  const first = shown.find((stage) => stage.id !== at);
  const choose = (stage: Stage) => {
    onClose();
    if (stage.id !== at) onMove(stage, acts);
  };
  // On the window: whoever types quickly is ahead of the focus.
  const byDigit = useRef<(digit: number) => boolean>(() => false);
  byDigit.current = (digit) => {
    const stage = shown[digit - 1];
    if (stage) choose(stage);
    return stage !== undefined;
  };
  useEffect(() => {
    if (!opened) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      if (!byDigit.current(Number(event.key))) return;
      event.preventDefault();
      // The menu takes a key from outside of it for a reason to close.
      event.stopImmediatePropagation();
    };
    addEventListener("keydown", listen, true);
    return () => removeEventListener("keydown", listen, true);
  }, [opened]);
  return (
    <Menu
      opened={opened}
      onChange={(open) => !open && onClose()}
      position={phone ? "bottom-end" : position}
      width={300}
      withinPortal
      portalProps={{ target: "#main" }}
      floatingStrategy="fixed"
      returnFocus={returnFocus}
      loop
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown className="stage-menu">
        {shown.length > 0 && <Menu.Label>{t("stage.moveTo")}</Menu.Label>}
        {shown.map((stage, i) => (
          <Menu.Item
            key={stage.id}
            leftSection={<StageGlyph kind={stage.kind} />}
            rightSection={stage.id === at ? <IconCheck size={15} aria-label={t("stage.here")} /> : i < 9 ? <Kbd>{i + 1}</Kbd> : null}
            disabled={stage.id === at}
            data-autofocus={stage === first || undefined}
            onClick={() => choose(stage)}
          >
            <span className="two">
              <span className="cut">{f.said(stage.name)}</span>
              {stage.actions.length > 0 && acts && <span className="meta">{words.of(stage)}</span>}
            </span>
          </Menu.Item>
        ))}
        {shown.some((stage) => stage.actions.length > 0) && (
          <Menu.CheckboxItem checked={acts} onChange={setActs}>
            {t("stage.withActions")}
          </Menu.CheckboxItem>
        )}
        {(onRefuse ?? onWithdraw) && <Menu.Divider />}
        {onRefuse && (
          <Menu.Item
            leftSection={<StageGlyph kind="closed" />}
            onClick={() => {
              onClose();
              onRefuse();
            }}
          >
            {t("stage.refuse")}
          </Menu.Item>
        )}
        {onWithdraw && (
          <Menu.Item
            leftSection={<StageGlyph kind="closed" />}
            onClick={() => {
              onClose();
              onWithdraw();
            }}
          >
            {t("stage.withdrew")}
          </Menu.Item>
        )}
        {more}
      </Menu.Dropdown>
    </Menu>
  );
}
