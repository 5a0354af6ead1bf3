import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Busy } from "@/api/interviews";
import type { Job } from "@/api/model";
import { useMe, useMembers, type Colleague } from "@/api/queries";
import { Person } from "@/ui/parts";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";

interface Props {
  chosen: string[];
  onChange: (chosen: string[]) => void;
  job: Job | undefined;
  /** When they are taken, in the days that are looked at. */
  busy: readonly Busy[];
  /** Whether one time is looked at, rather than days. */
  timed: boolean;
  /** At the time that is chosen, these cannot. */
  conflicts: readonly string[];
  error: string | undefined;
}
const MOST = 8;
/** Colleagues who may interview for the job: hiring managers see the jobs of their team only. */
export function mayCome(members: Colleague[], job: Job | undefined): Colleague[] {
  const team = new Set(job?.team.map((one) => one.member_id));
  return members
    .filter((one) => one.here && (one.role !== "manager" || team.has(one.id)))
    .sort((a, b) => Number(team.has(b.id)) - Number(team.has(a.id)));
}
/** Who interviews, and whether they can. */
export function Interviewers({ chosen, onChange, job, busy, timed, conflicts, error }: Props) {
  const { t } = useTranslation();
  const words = useMeetingWords();
  const me = useMe().data?.member.id;
  const members = useMembers();
  const team = new Set(job?.team.map((one) => one.member_id));
  const able = mayCome(members, job);
  const left = able.filter((one) => !chosen.includes(one.id));
  const groups = [
    { group: t("meet.team"), items: left.filter((one) => team.has(one.id)) },
    { group: t("meet.colleagues"), items: left.filter((one) => !team.has(one.id)) },
  ].filter((one) => one.items.length > 0);
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? t("does.someone");
  const state = (id: string): string => {
    const spans = busy.filter((one) => one.member_id === id);
    const first = spans[0];
    if (timed) return t("meet.freeThen");
    if (!first) return t("meet.freeAll");
    return spans.length === 1
      ? t("meet.busyOnce", { when: words.shortMoment(first.begins) })
      : t("meet.busyTimes", { count: spans.length });
  };
  return (
    <fieldset className="meet-set">
      <legend>{t("meet.interviewers")}</legend>
      <ul className="team">
        {chosen.map((id) => (
          <li key={id} className="row">
            <Person name={nameOf(id)} size={26} />
            <span className="grow two">
              <span className="cut">
                {nameOf(id)}
                {id === me && <span className="meta"> {t("meet.you")}</span>}
              </span>
              {conflicts.includes(id) ? <span className="meta koi">{t("meet.busyThen")}</span> : <span className="meta">{state(id)}</span>}
            </span>
            <ActionIcon aria-label={t("meet.takeOff", { name: nameOf(id) })} onClick={() => onChange(chosen.filter((one) => one !== id))}>
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {left.length > 0 && chosen.length < MOST && (
        <NativeSelect
          aria-label={t("meet.addInterviewer")}
          value=""
          error={error}
          onChange={(event) => event.currentTarget.value && onChange([...chosen, event.currentTarget.value])}
          data={[
            { value: "", label: t("meet.addInterviewer") },
            ...groups.map(({ group, items }) => ({ group, items: items.map((one) => ({ value: one.id, label: one.name })) })),
          ]}
        />
      )}
      {left.length === 0 && error && <p className="meta koi">{error}</p>}
      {able.length < members.filter((one) => one.here).length && <p className="meta">{t("meet.outside")}</p>}
    </fieldset>
  );
}
