import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { templatesQuery, useOpenJobs } from "@/api/queries";
import { languages } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import { isBlank, type WholeDraft } from "./draft";
import { textsQuery } from "@/ui/texts";

interface Props {
  draft: WholeDraft;
  jobId: string | undefined;
  /** The one that the person reads. */
  language: Language | undefined;
  onChange: (changes: Partial<WholeDraft>) => void;
}
/** The text to begin with, the job that it is about, the language. */
export function Choices({ draft, jobId, language, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const own = (useQuery(textsQuery).data?.texts ?? []).filter(({ text }) => text.kind === "mail" && !text.archived);
  const product = (useQuery(templatesQuery).data?.templates ?? []).filter(
    ({ template }) => template.key === "next_step" && template.language === (draft.language ?? language ?? "fr"),
  );
  const jobs = useOpenJobs().data ?? [];
  const begin = (id: string) => {
    const spoken = draft.language ?? language ?? "fr";
    const mine = own.find(({ text }) => text.id === id)?.text;
    const words = mine ? (mine[spoken] ?? mine.fr ?? mine.en) : product.find(({ template }) => template.key === id)?.template;
    if (!words) return;
    const { subject, body, plain, text_id, files } = draft;
    // Those that came with another template leave with it; those that were attached by hand stay.
    const theirs = new Set(own.flatMap(({ text }) => text.files));
    const along = [...files.filter((one) => !theirs.has(one)), ...(mine?.files ?? [])];
    onChange({ subject: words.subject, body: words.body, plain: words.plain ?? null, text_id: mine ? mine.id : null, files: along });
    if (!isBlank(draft)) toasts.done(t("compose.begun"), () => onChange({ subject, body, plain, text_id, files }));
  };
  return (
    <div className="composer-choices">
      <NativeSelect
        size="xs"
        label={t("compose.template")}
        value={draft.text_id ?? ""}
        onChange={(event) => begin(event.currentTarget.value)}
        data={[
          { value: "", label: t("compose.pickTemplate") },
          ...own.map(({ text }) => ({ value: text.id, label: text.name })),
          ...product.map(({ template }) => ({ value: template.key, label: t(`templates.${template.key}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t("compose.job")}
        value={draft.job_id ?? ""}
        onChange={(event) => onChange({ job_id: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("compose.noJob") },
          ...jobs.map(({ job }) => ({ value: job.id, label: f.said(job.title) })),
          ...(jobId && !jobs.some(({ job }) => job.id === jobId) ? [{ value: jobId, label: t("compose.thisJob") }] : []),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t("compose.language")}
        value={draft.language ?? ""}
        onChange={(event) => onChange({ language: (event.currentTarget.value || null) as Language | null })}
        data={[
          { value: "", label: language ? t("compose.theirsIs", { language: t(`language.${language}`) }) : t("compose.theirs") },
          ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
        ]}
      />
    </div>
  );
}
