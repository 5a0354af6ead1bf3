import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MyDay, Owed } from "@/api/day";
import { useFormat } from "@/i18n/format";
import { Due } from "@/ui/parts";

export const searchOf = (owed: Owed) => ({ tab: "timeline" as const, job: owed.job_id, scorecard: owed.about.id });

/** A scorecard that a colleague waits for: done by giving it, not by ticking. */
export function ScorecardRow({ owed, day, cursor }: { owed: Owed; day: MyDay; cursor: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const name = day.people[owed.candidate_id] ?? t("people.noName");
  const job = day.jobs[owed.job_id];
  const to = { to: "/people/$id" as const, params: { id: owed.candidate_id }, search: searchOf(owed) };
  const away = owed.due_at ? f.daysAway(owed.due_at) : 0;
  const late = owed.due_at !== null && Date.parse(owed.due_at) < Date.now();
  const by = owed.asked_by_name ? t("task.by", { name: owed.asked_by_name }) : null;
  return (
    <li className="todo" data-cursor={cursor || undefined}>
      <span className="todo-mark" aria-hidden="true" />
      <div className="grow two">
        <span className="cut">
          <Link {...to} className="strong">
            {t("day.scorecard", { name })}
          </Link>
        </span>
        <span className="meta cut">{[f.said(owed.about.name), job ? f.said(job) : null, by].filter(Boolean).join(" · ")}</span>
      </div>
      {owed.due_at && (
        <Due state={late ? "late" : away <= 1 ? "soon" : "ok"} title={f.full(owed.due_at)}>
          {away === 0 ? t("when.today") : f.day(owed.due_at)}
        </Due>
      )}
      <Button
        size="xs"
        variant="default"
        className="todo-act only-wide"
        aria-label={t(owed.begun ? "day.goOnOf" : "day.giveOf", { name })}
        renderRoot={(props) => <Link {...props} {...to} />}
      >
        {t(owed.begun ? "day.goOn" : "day.give")}
      </Button>
    </li>
  );
}
