import { Button, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { jobsQuery, useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { PersonPicker } from "@/ui/PersonPicker";
import { recent } from "@/ui/recent";
import { areSound, type Days } from "./days";
import { acts, type Act, type AuditSearch } from "./filter";
import { kinds } from "./kinds";

interface Props {
  search: AuditSearch;
  days: Days;
  today: string;
  /** Names of people, as far as lines on the screen know them. */
  names: Record<string, string | null>;
  onChange: (search: AuditSearch) => void;
}
export function AuditBar({ search, days, today, names, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  const open = useQuery(jobsQuery("open"));
  const closed = useQuery(jobsQuery("closed"));
  const [shown, setShown] = useState(false);
  const set = (key: keyof AuditSearch, value: string) => {
    const { [key]: _, ...rest } = search;
    onChange(value ? { ...rest, [key]: value } : rest);
  };
  useKeys(
    {
      "/": () => {
        setShown(true);
        setTimeout(() => document.querySelector<HTMLElement>("#audit-person input")?.focus());
      },
    },
    { help: { "/": "keys.findPerson" } },
  );
  const active = Object.keys(search).length;
  const options = (act: Act) => kinds[act].map((value) => ({ value, label: t(`did.${value}`) }));
  const jobs = (state: "open" | "closed", list: typeof open.data) =>
    list?.length ? [{ group: t(`jobs.state_${state}`), items: list.map(({ job }) => ({ value: job.id, label: f.said(job.title) })) }] : [];
  return (
    <div className="audit-bar" role="search" aria-label={t("audit.filters")}>
      <div className="row wrap">
        <SegmentedControl
          aria-label={t("audit.act")}
          value={search.act ?? ""}
          onChange={(value) => {
            const { kind: _k, act: _a, ...rest } = search;
            onChange(value ? { ...rest, act: value as Act } : rest);
          }}
          data={[{ value: "", label: t("audit.act_all") }, ...acts.map((value) => ({ value, label: t(`audit.act_${value}`) }))]}
        />
        <Button variant="default" className="only-phone" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {active > 0 ? `${t("audit.filters")} (${f.number(active)})` : t("audit.filters")}
        </Button>
        {active > 0 && (
          <Button variant="subtle" color="gray" className="quiet" onClick={() => onChange({})}>
            {t("audit.clear")}
          </Button>
        )}
      </div>
      <div className="audit-fields" data-shown={shown || undefined}>
        <NativeSelect
          label={t("audit.member")}
          value={search.member ?? ""}
          onChange={(event) => set("member", event.currentTarget.value)}
          data={[{ value: "", label: t("audit.anyone") }, ...members.map((m) => ({ value: m.id, label: m.name }))]}
        />
        <NativeSelect
          label={t("audit.kind")}
          value={search.kind ?? ""}
          onChange={(event) => set("kind", event.currentTarget.value)}
          data={[
            { value: "", label: t("audit.anyKind") },
            ...(search.act ? options(search.act) : acts.map((act) => ({ group: t(`audit.act_${act}`), items: options(act) }))),
          ]}
        />
        <NativeSelect
          label={t("audit.job")}
          value={search.job ?? ""}
          onChange={(event) => set("job", event.currentTarget.value)}
          data={[{ value: "", label: t("audit.anyJob") }, ...jobs("open", open.data), ...jobs("closed", closed.data)]}
        />
        {search.person ? (
          <Chosen name={names[search.person] ?? recent().find((r) => r.id === search.person)?.name} onDrop={() => set("person", "")} />
        ) : (
          <div id="audit-person">
            <PersonPicker label={t("audit.person")} onPick={(person) => set("person", person.id)} />
          </div>
        )}
        <TextInput
          type="date"
          label={t("audit.from")}
          value={days.from}
          max={today}
          error={areSound(days) ? undefined : t("audit.badDates")}
          onChange={(event) => set("from", event.currentTarget.value)}
        />
        <TextInput type="date" label={t("audit.to")} value={days.to} onChange={(event) => set("to", event.currentTarget.value)} />
      </div>
    </div>
  );
}
function Chosen({ name, onDrop }: { name: string | undefined; onDrop: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="audit-person">
      <span className="field-label">{t("audit.person")}</span>
      <span className="chip">
        <span className="cut">{name ?? t("audit.thisPerson")}</span>
        <button type="button" aria-label={t("audit.dropFilter")} onClick={onDrop}>
          <IconX size={14} stroke={1.8} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
