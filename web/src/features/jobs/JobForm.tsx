import { ActionIcon, Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "@/ui/hiring/ulid";
import { checkJob, type JobDraft } from "./draft";
import { TeamField } from "./TeamField";

interface Props {
  draft: JobDraft;
  onChange: (draft: JobDraft) => void;
  /** Fields that were left, whose faults are shown. */
  left: ReadonlySet<string>;
  onLeave: (name: keyof JobDraft) => void;
  /** What the server refused, by its own names of fields. */
  refused: Record<string, string>;
  disabled?: boolean;
}
const contracts = ["permanent", "fixed_term", "temporary", "apprenticeship", "internship", "freelance", "seasonal"];
const server: Partial<Record<keyof JobDraft, string>> = {
  titleFr: "title",
  payTo: "pay",
  closesOn: "body",
  openings: "openings",
  answerWithin: "answer_within_days",
};

export function JobForm({ draft, onChange, left, onLeave, refused, disabled = false }: Props) {
  const { t } = useTranslation();
  const wrong = checkJob(draft);
  const set = (change: Partial<JobDraft>) => onChange({ ...draft, ...change });
  const errorOf = (name: keyof JobDraft) => {
    const key = left.has(name) ? wrong[name] : undefined;
    return key ? t(key) : refused[server[name] ?? name];
  };
  const text = (name: Extract<keyof JobDraft, string>, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={draft[name] as string}
      error={errorOf(name)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      onBlur={() => onLeave(name)}
      autoComplete="off"
      {...more}
    />
  );
  const choose = (name: keyof JobDraft, label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={draft[name] as string}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      data={data}
    />
  );
  const none = { value: "", label: t("jobs.notSaid") };
  return (
    <fieldset className="job-form" disabled={disabled}>
      <Part title={t("jobs.partJob")}>
        <div className="pair">
          {text("titleFr", t("jobs.title_fr"), { lang: "fr", required: true, withAsterisk: false })}
          {text("titleEn", t("jobs.title_en"), { lang: "en", description: undefined })}
        </div>
        <div className="pair">
          {text("department", t("jobs.department"))}
          {text("places", t("jobs.places"), { placeholder: t("jobs.placesExample") })}
        </div>
        <div className="pair">
          {choose("contract", t("jobs.contract"), [none, ...contracts.map((value) => ({ value, label: t(`contract.${value}`) }))])}
          {choose("remote", t("jobs.remote"), [
            none,
            ...["none", "partly", "fully"].map((value) => ({ value, label: t(`remote.${value}`) })),
          ])}
        </div>
      </Part>
      <Part title={t("jobs.partPay")} why={t("jobs.payWhy")}>
        <div className="job-pay">
          {text("payFrom", t("pay.minimum"), { inputMode: "decimal" })}
          {text("payTo", t("pay.maximum"), { inputMode: "decimal" })}
          {choose(
            "currency",
            t("pay.currency"),
            ["EUR", "CHF", "GBP", "USD", "CAD"].map((value) => ({ value, label: value })),
          )}
          {choose(
            "period",
            t("pay.period"),
            ["year", "month", "day", "hour"].map((value) => ({ value, label: t(`pay.each_${value}`) })),
          )}
        </div>
      </Part>
      <Part title={t("jobs.partText")}>
        {(["fr", "en"] as const).map((language) => {
          const name = language === "fr" ? "descriptionFr" : "descriptionEn";
          return (
            <Textarea
              key={language}
              label={t(`jobs.text_${language}`)}
              lang={language}
              autosize
              minRows={language === "fr" ? 5 : 3}
              maxRows={24}
              maxLength={20_000}
              value={draft[name]}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
            />
          );
        })}
      </Part>
      <Part title={t("jobs.partNeeds")} why={t("jobs.needsWhy")}>
        <Requirements draft={draft} set={set} />
      </Part>
      <Part title={t("jobs.partWhen")}>
        <div className="job-four">
          {text("openings", t("jobs.openingsField"), { inputMode: "numeric" })}
          {text("opensOn", t("jobs.opensOn"), { type: "date" })}
          {text("closesOn", t("jobs.closesOn"), { type: "date" })}
          {text("answerWithin", t("jobs.answerWithinField"), { inputMode: "numeric" })}
        </div>
        <p className="meta">{t("jobs.answerWhy")}</p>
      </Part>
      <Part title={t("jobs.partTeam")} why={t("jobs.teamWhy")}>
        <TeamField team={draft.team} onChange={(team) => set({ team })} disabled={disabled} />
      </Part>
    </fieldset>
  );
}
function Part({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  return (
    <section className="job-part">
      <h2>{title}</h2>
      {why && <p className="meta">{why}</p>}
      {children}
    </section>
  );
}
/** What the job really needs: scorecards and questions are tied to one of these. */
function Requirements({ draft, set }: { draft: JobDraft; set: (change: Partial<JobDraft>) => void }) {
  const { t } = useTranslation();
  const { requirements } = draft;
  return (
    <>
      {requirements.map((one, i) => (
        <div className="row" key={one.id}>
          <TextInput
            className="grow"
            aria-label={t("jobs.need", { n: i + 1 })}
            value={one.text}
            maxLength={200}
            autoFocus={one.text === "" && i === requirements.length - 1}
            onChange={(event) =>
              set({ requirements: requirements.map((r) => (r.id === one.id ? { ...r, text: event.currentTarget.value } : r)) })
            }
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              if (one.text.trim()) set({ requirements: [...requirements, { id: newId("req"), text: "" }] });
            }}
          />
          <ActionIcon
            aria-label={t("jobs.needRemove", { n: i + 1 })}
            onClick={() => set({ requirements: requirements.filter((r) => r.id !== one.id) })}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => set({ requirements: [...requirements, { id: newId("req"), text: "" }] })}
        >
          {t("jobs.needAdd")}
        </Button>
      </div>
    </>
  );
}
