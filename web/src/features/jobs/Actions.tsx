import { ActionIcon, Button, Menu, NativeSelect, TextInput } from "@mantine/core";
import {
  IconBell,
  IconChecklist,
  IconForms,
  IconListDetails,
  IconMail,
  IconPlus,
  IconRoute,
  IconTag,
  IconTrash,
  type Icon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "@/api/model";
import { templatesQuery, useMembers } from "@/api/queries";
import { PieceChecks } from "@/ui/asks/PieceChecks";
import { useTexts } from "@/ui/texts";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { SequenceField } from "./SequenceField";

type Kind = Action["do"];
type Of<K extends Kind> = Extract<Action, { do: K }>;
const icons: Record<Kind, Icon> = {
  send: IconMail,
  task: IconChecklist,
  tag: IconTag,
  notify: IconBell,
  scorecard: IconListDetails,
  ask_missing: IconForms,
  sequence: IconRoute,
};
const most = 10;

/** What happens when somebody enters a stage. Each can be left out for one move, and stops when they leave. */
export function Actions({ actions, onChange }: { actions: Action[]; onChange: (actions: Action[]) => void }) {
  const { t } = useTranslation();
  const fresh: Record<Kind, () => Action> = {
    send: () => ({ do: "send", template: "next_step", after: { business_days: 0, hours: 0 } }),
    task: () => ({ do: "task", title: "", assignee: "owner", due_in_days: 1 }),
    tag: () => ({ do: "tag", tag: "" }),
    notify: () => ({ do: "notify", members: ["owner"] }),
    scorecard: () => ({ do: "scorecard", members: ["team"], due_in_days: 2 }),
    ask_missing: () => ({ do: "ask_missing", pieces: [], remind_after_days: 5 }),
    sequence: () => ({ do: "sequence", sequence_id: "" }),
  };
  const set = (at: number, action: Action) => onChange(actions.map((one, i) => (i === at ? action : one)));
  return (
    <>
      <ul className="acts">
        {actions.map((action, i) => {
          const Sign = icons[action.do];
          return (
            <li key={i} className="act-row">
              <Sign size={16} stroke={1.7} aria-hidden="true" />
              <div className="act-in">
                <ActionFields action={action} onChange={(next) => set(i, next)} />
              </div>
              <ActionIcon aria-label={t("pipe.actRemove", { n: i + 1 })} onClick={() => onChange(actions.filter((_, n) => n !== i))}>
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} disabled={actions.length >= most}>
            {t("pipe.actAdd")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(fresh) as Kind[]).map((kind) => {
            const Sign = icons[kind];
            return (
              <Menu.Item key={kind} leftSection={<Sign size={15} />} onClick={() => onChange([...actions, fresh[kind]()])}>
                {t(`pipe.act_${kind}`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
function ActionFields({ action, onChange }: { action: Action; onChange: (action: Action) => void }): ReactNode {
  const { t } = useTranslation();
  switch (action.do) {
    case "send":
      return <SendFields action={action} onChange={onChange} />;
    case "task":
      return (
        <>
          <TextInput
            label={t("pipe.taskTitle")}
            value={action.title}
            maxLength={200}
            onChange={(event) => onChange({ ...action, title: event.currentTarget.value })}
          />
          <Who label={t("pipe.taskFor")} value={action.assignee} onChange={(assignee) => onChange({ ...action, assignee })} />
          <Days value={action.due_in_days} onChange={(due_in_days) => onChange({ ...action, due_in_days })} />
        </>
      );
    case "tag":
      return (
        <TextInput
          label={t("tags.name")}
          value={action.tag}
          maxLength={40}
          onChange={(event) => onChange({ ...action, tag: event.currentTarget.value })}
        />
      );
    case "notify":
      return (
        <Who
          label={t("pipe.notifyWho")}
          team
          value={action.members[0] ?? "owner"}
          onChange={(one) => onChange({ ...action, members: [one] })}
        />
      );
    case "scorecard":
      return (
        <>
          <Who
            label={t("pipe.scorecardWho")}
            team
            value={action.members[0] ?? "team"}
            onChange={(one) => onChange({ ...action, members: [one] })}
          />
          <Days value={action.due_in_days} onChange={(due_in_days) => onChange({ ...action, due_in_days })} />
        </>
      );
    case "ask_missing":
      return <AskFields action={action} onChange={onChange} />;
    case "sequence":
      return <SequenceField action={action} onChange={onChange} />;
  }
}
/** Nothing ticked: what each lacks. */
function AskFields({ action, onChange }: { action: Of<"ask_missing">; onChange: (action: Action) => void }) {
  const { t } = useTranslation();
  const { pieces: wanted } = action;
  return (
    <>
      <fieldset className="act-pieces">
        <legend>{t(wanted.length ? "pipe.askThese" : "pipe.askEach")}</legend>
        <PieceChecks chosen={wanted} onChange={(chosen) => onChange({ ...action, pieces: chosen })} />
      </fieldset>
      <NativeSelect
        label={t("asks.remind")}
        value={String(action.remind_after_days ?? "")}
        onChange={(event) => onChange({ ...action, remind_after_days: Number(event.currentTarget.value) || null })}
        data={[
          { value: "", label: t("asks.never") },
          ...[3, 5, 7].map((n) => ({ value: String(n), label: t("asks.afterDays", { count: n }) })),
        ]}
      />
    </>
  );
}
function SendFields({ action, onChange }: { action: Of<"send">; onChange: (action: Action) => void }) {
  const { t } = useTranslation();
  const words = useActionWords();
  const held = useQuery(templatesQuery);
  const own = useTexts().flatMap(({ text }) => (text.kind === "mail" && !text.archived ? [text.id] : []));
  const keys = [
    ...new Set([
      action.template,
      ...(held.data?.templates ?? []).map((one) => one.template.key).filter((key) => !key.startsWith("ask_")),
      ...own,
    ]),
  ];
  const { after } = action;
  const delay = after.business_days > 0 ? `d${after.business_days}` : `h${after.hours}`;
  const known = ["h0", "h1", "h4", "d1", "d2", "d3", "d5", "d10"];
  const say = (value: string) => {
    const n = Number(value.slice(1));
    return value === "h0" ? t("refusal.now") : t(value.startsWith("d") ? "does.days" : "does.hours", { count: n });
  };
  return (
    <>
      <NativeSelect
        label={t("pipe.sendWhat")}
        value={action.template}
        onChange={(event) => onChange({ ...action, template: event.currentTarget.value as Of<"send">["template"] })}
        data={keys.map((key) => ({ value: key, label: words.template(key) }))}
      />
      <NativeSelect
        label={t("pipe.sendWhen")}
        value={delay}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const n = Number(value.slice(1));
          onChange({ ...action, after: value.startsWith("d") ? { business_days: n, hours: 0 } : { business_days: 0, hours: n } });
        }}
        data={[...new Set([...known, delay])].map((value) => ({ value, label: say(value) }))}
      />
    </>
  );
}
function Who<T extends string>({
  label,
  value,
  onChange,
  team = false,
}: {
  label: string;
  value: T;
  onChange: (who: T) => void;
  team?: boolean;
}) {
  const { t } = useTranslation();
  const members = useMembers();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
      data={[
        { value: "owner", label: t("does.owner") },
        ...(team ? [{ value: "team", label: t("does.team") }] : []),
        ...members.filter((m) => m.here).map((m) => ({ value: m.id, label: m.name })),
      ]}
    />
  );
}
function Days({ value, onChange }: { value: number; onChange: (days: number) => void }) {
  const { t } = useTranslation();
  const known = [...new Set([0, 1, 2, 3, 5, 7, 14, 30, value])].sort((a, b) => a - b);
  return (
    <NativeSelect
      label={t("pipe.dueIn")}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={known.map((days) => ({ value: String(days), label: days === 0 ? t("pipe.sameDay") : t("pipe.calendarDays", { count: days }) }))}
    />
  );
}
