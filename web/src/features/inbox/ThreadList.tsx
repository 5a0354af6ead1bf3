import { Button } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Thread, Which } from "@/api/inbox";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Person } from "@/ui/parts";
import { waited } from "./waited";

interface Props {
  threads: Thread[];
  list: Which;
  current: string | undefined;
  more: (() => void) | null;
}
/** Who, about what, how it begins, how long it has waited, whose it is to answer. */
export function ThreadList({ threads, list, current, more }: Props) {
  const { t } = useTranslation();
  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    rows.current?.querySelector("[data-on]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <>
      <ul ref={rows}>
        {threads.map((one) => (
          <Row key={one.id} one={one} list={list} on={one.id === current} />
        ))}
      </ul>
      {more && (
        <Button variant="subtle" size="xs" className="inbox-more" onClick={more}>
          {t(list === "all" || list === "sent" ? "inbox.more" : "inbox.next")}
        </Button>
      )}
    </>
  );
}
function Row({ one, list, on }: { one: Thread; list: Which; on: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const owner = useMembers().find((member) => member.id === one.assigned_to);
  return (
    <li>
      <Link
        to="/inbox/$thread"
        params={{ thread: one.id }}
        search={{ list }}
        data-on={on || undefined}
        data-open={one.needs_answer || undefined}
        aria-current={on ? "true" : undefined}
      >
        <span className="inbox-dot" aria-hidden="true" />
        <span className="inbox-row">
          <span className="row">
            <span className="inbox-who cut grow">{one.name ?? t("people.noName")}</span>
            {one.needs_answer ? <Waits since={one.last_in_at ?? one.last_at} /> : <span className="meta num">{f.ago(one.last_at)}</span>}
          </span>
          <span className="cut" dir="auto">
            {one.subject || t("inbox.noSubject")}
          </span>
          <span className="row">
            <span className="meta cut grow" dir="auto">
              {one.last && one.last !== "theirs" ? `${t(`inbox.last_${one.last}`)} ` : ""}
              {one.snippet}
            </span>
            {owner && (
              <span title={t("inbox.with", { name: owner.name })}>
                <Person name={owner.name} size={20} />
                <span className="sr-only">{t("inbox.with", { name: owner.name })}</span>
              </span>
            )}
          </span>
          {one.needs_answer && <span className="sr-only">{t("inbox.needs")}</span>}
        </span>
      </Link>
    </li>
  );
}
function Waits({ since }: { since: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const { unit, count, long } = waited(since, new Date());
  return (
    <span className="inbox-waits num" data-long={long || undefined} title={f.full(since)}>
      {long && <IconClock size={13} stroke={1.9} aria-hidden="true" />}
      {t(`inbox.waited_${unit}`, { count })}
    </span>
  );
}
