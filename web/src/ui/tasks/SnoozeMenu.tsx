import { ActionIcon, Button, Menu, TextInput } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Preset, Task } from "@/api/day";
import { capital, dayOf, noonOf, plusDays, useFormat, weekdayNumber } from "@/i18n/format";
import type { TaskActs } from "./acts";

const presets: Preset[] = ["later", "tomorrow", "next_week", "in_a_week", "in_a_month"];

/** Where a preset leads, as the server counts it; what is said beside it. */
function target(preset: Preset, today: string): string | null {
  if (preset === "tomorrow") return plusDays(today, 1);
  if (preset === "next_week") return plusDays(today, 7 - ((noonOf(today).getUTCDay() + 6) % 7));
  return preset === "in_a_week" ? plusDays(today, 7) : null;
}
interface Props {
  task: Task;
  acts: TaskActs;
  opened: boolean;
  onChange: (open: boolean) => void;
}
export function SnoozeMenu({ task, acts, opened, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const today = dayOf(new Date(), f.reader.zone);
  const utc = { ...f.reader, zone: "UTC" };
  const [on, setOn] = useState("");
  const label = t("task.snoozeThis", { title: task.title });
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={250} closeOnItemClick>
      <Menu.Target>
        <ActionIcon aria-label={label} title={t("task.snooze")}>
          <IconClockPause size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {presets.map((preset) => {
          const day = target(preset, today);
          return (
            <Menu.Item
              key={preset}
              onClick={() => void acts.snooze(task, { preset })}
              rightSection={
                day && (
                  <span className="meta">{preset === "in_a_week" ? f.day(noonOf(day)) : capital(weekdayNumber(noonOf(day), utc))}</span>
                )
              }
            >
              {t(`task.to_${preset}`)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <form
          className="snooze-day"
          onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
          onSubmit={(event) => {
            event.preventDefault();
            if (!on) return;
            onChange(false);
            void acts.snooze(task, { until: { on, at: task.at } });
          }}
        >
          <TextInput
            type="date"
            size="xs"
            aria-label={t("task.until")}
            min={plusDays(today, 1)}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" disabled={!on}>
            {t("task.snooze")}
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
