import { ActionIcon, Button, Menu, Popover } from "@mantine/core";
import { IconClock, IconDots, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import { useMe } from "@/api/queries";
import * as api from "@/api/writing";
import type { PreviewedMail } from "@/api/writing";
import { clock, dayOf, useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import { instantOf, mornings, type WholeDraft } from "./draft";
import { TheirTime, TheirTimes } from "./TheirTimes";

interface WhenProps {
  at: string | null;
  onAt: (at: string | null) => void;
  /** Whom it is for, with their clocks. */
  people: readonly PreviewedMail[];
}
/** When it leaves: now, a morning to come, or a time that one chooses. Times are the reader's own, with what they are for
    whom it is for. */
export function WhenMenu({ at, onAt, people }: WhenProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const { zone } = f.reader;
  const now = new Date();
  const { tomorrow, monday } = mornings(now, zone);
  const [day, setDay] = useState(dayOf(new Date(tomorrow), zone));
  const [time, setTime] = useState("09:00");
  const [opened, setOpened] = useState(false);
  const open = () => {
    if (at && !opened) {
      setDay(dayOf(at, zone));
      setTime(clock(at, f.reader));
    }
    setOpened(!opened);
  };
  const choose = (instant: string | null) => {
    setOpened(false);
    onAt(instant);
  };
  const chosen = day && time ? instantOf(day, time, zone) : null;
  const passed = chosen === null || Date.parse(chosen) < now.getTime();
  const line = (instant: string) => `${f.weekdayNumber(instant)}, ${f.spokenTime(instant)}`;
  return (
    <>
      <Popover position="top-start" opened={opened} onChange={setOpened} trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default" leftSection={<IconClock size={15} aria-hidden="true" />} aria-expanded={opened} onClick={open}>
            {at ? t("compose.otherTime") : t("compose.later")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="composer-later">
          <button type="button" onClick={() => choose(tomorrow)}>
            {t("compose.tomorrow", { when: line(tomorrow) })}
            <TheirTime at={tomorrow} people={people} />
          </button>
          {monday && (
            <button type="button" onClick={() => choose(monday)}>
              {t("compose.monday", { when: line(monday) })}
              <TheirTime at={monday} people={people} />
            </button>
          )}
          <form
            className="composer-when"
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              if (!passed) choose(chosen);
            }}
          >
            <input type="date" aria-label={t("compose.day")} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
            <input type="time" aria-label={t("compose.time")} value={time} onChange={(event) => setTime(event.currentTarget.value)} />
            <Button type="submit" size="xs" variant="default" disabled={passed}>
              {t("compose.choose")}
            </Button>
            <p className="meta">{t("compose.zone", { zone: zone.replaceAll("_", " ") })}</p>
            {chosen && passed && (
              <p className="koi composer-passed" role="alert">
                {t("compose.passed")}
              </p>
            )}
            {chosen && !passed && <TheirTimes at={chosen} people={people} />}
          </form>
        </Popover.Dropdown>
      </Popover>
      {at && (
        <ActionIcon aria-label={t("compose.now")} title={t("compose.now")} onClick={() => onAt(null)}>
          <IconX size={15} aria-hidden="true" />
        </ActionIcon>
      )}
    </>
  );
}
interface MoreProps {
  draft: WholeDraft;
  ids: string[];
  ready: boolean;
  blank: boolean;
  onChange: (changes: Partial<WholeDraft>) => void;
  onDiscard: () => void;
}
export function MoreMenu({ draft, ids, ready, blank, onChange, onDiscard }: MoreProps) {
  const { t } = useTranslation();
  const email = useMe().data?.member.email;
  const test = useMutation({
    mutationFn: () => api.sendTest(ids, draft),
    onSuccess: () => toasts.done(t("compose.tested", { email })),
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={t("compose.more")} title={t("compose.more")}>
          <IconDots size={17} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!ready} onClick={() => test.mutate()}>
          {t("compose.test")}
        </Menu.Item>
        <Menu.Item onClick={() => onChange({ signature: !draft.signature })}>
          {t(draft.signature ? "compose.unsigned" : "compose.signed")}
        </Menu.Item>
        {(draft.answers ?? draft.forward) && (
          <Menu.Item onClick={() => onChange({ quote: !draft.quote })}>
            {t(`compose.${draft.quote ? "unquoted" : "quoted"}${draft.forward ? "Passed" : ""}`)}
          </Menu.Item>
        )}
        <Menu.Item disabled={blank} onClick={onDiscard}>
          {t("compose.discard")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
