import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayQuery, type MyDay, type Task } from "@/api/day";
import type { Card } from "@/api/model";
import { useMay, useMe } from "@/api/queries";
import { dayOf, spelled, useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { Due, Header } from "@/ui/parts";
import { overlays } from "@/ui/overlays";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { useTaskActs } from "@/ui/tasks/acts";
import { TaskRow, useOpenRow } from "@/ui/tasks/TaskRow";
import { DaySide } from "./DaySide";
import { Meetings } from "./Meetings";
import { itemsOf, plan, told, type Item, type Plan } from "./plan";
import { owedQuery } from "./queries";
import { ScorecardRow, searchOf } from "./ScorecardRow";

const route = getRouteApi("/my-day");

export function DayPage() {
  const { t } = useTranslation();
  const day = useQuery(dayQuery);
  const seesPeople = useMay("see_people");
  const owed = useQuery({ ...owedQuery, enabled: seesPeople });
  return (
    <>
      <Header title={t("day.title")}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => overlays.open("task")} title={t("task.newKey")}>
          {t("task.one")}
        </Button>
      </Header>
      {day.isPending ? (
        <Skeleton rows={6} />
      ) : day.isError && !day.data ? (
        <LoadFailed error={day.error} retry={day.refetch} />
      ) : (
        <Day day={day.data} owed={owed.data?.candidates ?? []} />
      )}
    </>
  );
}
function Day({ day, owed }: { day: MyDay; owed: Card[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const acts = useTaskActs();
  const rows = useOpenRow();
  const { task: asked } = route.useSearch();
  const of = useMemo(() => plan(day, owed, new Date()), [day, owed]);
  const items = itemsOf(of);
  const [cursor, setCursor] = useState(-1);
  const at = items[cursor];
  useEffect(() => {
    // The mail of a task leads to it.
    const found = asked ? items.findIndex((i) => i.id === asked) : -1;
    if (found >= 0) setCursor(found);
    // Once: not whenever the list changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  useEffect(() => {
    void document.querySelector(".todo[data-cursor]")?.scrollIntoView({ block: "nearest" });
  }, [cursor]);
  const move = (by: number) => setCursor((c) => Math.max(0, Math.min(items.length - 1, c + by)));
  const open = (item: Item) => {
    if (item.kind === "promise") void navigate({ to: "/people/$id", params: { id: item.card.id } });
    else if (item.kind === "scorecard")
      void navigate({ to: "/people/$id", params: { id: item.owed.candidate_id }, search: searchOf(item.owed) });
    else if (item.task.candidate_id) void navigate({ to: "/people/$id", params: { id: item.task.candidate_id } });
    else rows.set({ id: item.id, how: "edit" });
  };
  const onTask = (act: (task: Task) => void) => () => (at?.kind === "task" ? act(at.task) : false);
  useKeys(
    {
      j: () => (items.length ? move(1) : false),
      k: () => (items.length ? move(-1) : false),
      Enter: () => (at ? open(at) : false),
      d: onTask((task) => void acts.finish(task)),
      p: onTask((task) => rows.set({ id: task.id, how: "snooze" })),
      m: onTask((task) => rows.set({ id: task.id, how: "edit" })),
    },
    { help: { j: "keys.next", k: "keys.previous", Enter: "keys.open", d: "keys.done", p: "keys.snooze", m: "keys.edit" } },
  );
  const row = (item: Item) =>
    item.kind === "promise" ? (
      <PromiseRow key={item.id} item={item} cursor={item === at} />
    ) : item.kind === "scorecard" ? (
      <ScorecardRow key={item.id} owed={item.owed} day={day} cursor={item === at} />
    ) : (
      <DayTask key={item.id} task={item.task} day={day} acts={acts} cursor={item === at} {...rows.row(item.id)} />
    );
  const groups: [keyof Plan, string][] = [
    ["overdue", "day.overdue"],
    ["today", "day.today"],
    ["next", "day.next"],
  ];
  return (
    <div className="day-page">
      <div className="scroll day-main" tabIndex={0} role="region" aria-label={t("day.tasks")}>
        <Hello of={of} meetings={day.interviews.filter((one) => dayOf(one.starts_at, day.timezone) === day.today).length} />
        <Meetings day={day} />
        {items.length === 0 && day.interviews.length === 0 ? (
          <Empty
            title={t("day.good")}
            acts={
              <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => overlays.open("task")}>
                {t("task.new")}
              </Button>
            }
          >
            {t("day.goodWhy")} <span className="only-wide">{t("day.goodKey")}</span>
          </Empty>
        ) : (
          groups.map(
            ([group, label]) =>
              of[group].length > 0 && (
                <section key={group} className="day-group" aria-labelledby={`day-${group}`}>
                  <h2 id={`day-${group}`} data-late={group === "overdue" || undefined}>
                    {t(label)} <span className="num meta">{f.number(of[group].length)}</span>
                  </h2>
                  <ul>{of[group].map(row)}</ul>
                </section>
              ),
          )
        )}
        {day.more && <p className="meta day-more">{t("day.more")}</p>}
      </div>
      <DaySide day={day} />
    </div>
  );
}
function Hello({ of, meetings }: { of: Plan; meetings: number }) {
  const { t, i18n } = useTranslation();
  const name = useMe().data?.member.name.split(" ")[0] ?? "";
  const { promises, late, tasks } = told(of);
  const say = (key: string, count: number) => t(`day.${key}`, { count, n: spelled(count, i18n.language === "fr" ? "fr" : "en") });
  const parts = [
    ...(meetings ? [say("saidMeetings", meetings)] : []),
    ...(promises ? [say("saidPromises", promises)] : []),
    ...(late ? [say("saidLate", late)] : []),
    ...(tasks ? [say("saidTasks", tasks)] : []),
  ];
  const sentence = parts.length
    ? `${parts.reduce((a, b) => t("day.saidAnd", { a, b }))}.`
    : of.next.length
      ? t("day.saidNext")
      : t("day.saidNothing");
  return (
    <p className="serif day-hello">
      {t("day.hello", { name })} <span className="ink3">{sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)}</span>
    </p>
  );
}
function DayTask({ task, day, ...rest }: { task: Task; day: MyDay } & Omit<Parameters<typeof TaskRow>[0], "task">) {
  const { t } = useTranslation();
  const f = useFormat();
  const id = task.candidate_id;
  const name = id ? day.people[id] : undefined;
  const job = task.job_id ? day.jobs[task.job_id] : undefined;
  const title = job ? (job[f.reader.language] ?? job.fr ?? job.en) : null;
  const by = task.created_by.id !== task.assignee && task.created_by.name ? t("task.by", { name: task.created_by.name }) : null;
  const who = name ?? t("people.noName");
  return (
    <TaskRow
      task={task}
      {...rest}
      about={
        id && name !== undefined ? (
          <span className="only-wide">
            ,{" "}
            <Link to="/people/$id" params={{ id }}>
              {who}
            </Link>
          </span>
        ) : undefined
      }
      who={id && name !== undefined ? who : undefined}
      context={[title, by].filter((words) => words != null)}
      act={
        id ? (
          <Button
            size="xs"
            variant="default"
            className="todo-act only-wide"
            component={Link}
            to={`/people/${id}`}
            aria-label={t("task.openOf", { name: who })}
          >
            {t("task.open")}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            className="todo-act only-wide"
            onClick={() => rest.onEdit(true)}
            aria-label={t("task.editThis", { title: task.title })}
          >
            {t("act.edit")}
          </Button>
        )
      }
    />
  );
}
/** An answer that was promised to somebody: done by answering, not by ticking. */
function PromiseRow({ item, cursor }: { item: Extract<Item, { kind: "promise" }>; cursor: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const { card } = item;
  const name = card.name ?? card.email ?? t("people.noName");
  const late = Date.parse(item.dueAt) < Date.now();
  return (
    <li className="todo" data-cursor={cursor || undefined}>
      <span className="todo-mark" aria-hidden="true" />
      <div className="grow two">
        <span className="cut">
          <span className="strong">{t("day.answer")}</span>
          <span className="only-wide">
            ,{" "}
            <Link to="/people/$id" params={{ id: card.id }}>
              {name}
            </Link>
          </span>
        </span>
        <span className="meta cut">
          <span className="only-phone">{name}. </span>
          {card.headline}
        </span>
      </div>
      <Due state={late ? "late" : "soon"} title={f.full(item.dueAt)}>
        {t("day.promised", { date: f.daysAway(item.dueAt) === 0 ? f.spokenTime(item.dueAt) : f.day(item.dueAt) })}
      </Due>
      <Button
        size="xs"
        variant="default"
        className="todo-act only-wide"
        component={Link}
        to={`/people/${card.id}`}
        aria-label={t("day.replyTo", { name })}
      >
        {t("day.reply")}
      </Button>
    </li>
  );
}
