import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Language, Template } from "@/api/model";
import { languages } from "@/i18n";
import { MailFrame } from "@/ui/MailFrame";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { unknownFields } from "@/ui/merge";
import { useKeptDraft } from "@/ui/useKeptDraft";
import { MergeText } from "@/ui/MergeText";
import { FieldButtons } from "@/ui/writing/FieldButtons";
import { UnknownFields } from "@/ui/writing/UnknownFields";
import { useFieldNames } from "@/ui/writing/useFieldNames";
import { useInsertion } from "@/ui/writing/useInsertion";
import { useWrong } from "@/ui/writing/useWrong";
import { previewQuery, templatesQuery, useSaveTemplate } from "./queries";
import { SettingsFrame } from "./SettingsFrame";

const route = getRouteApi("/settings/mails/$key/$language");

export function TemplatePage() {
  const { t } = useTranslation();
  const { key, language } = route.useParams();
  const templates = useQuery(templatesQuery);
  const found = templates.data?.templates.find((one) => one.template.key === key && one.template.language === language);
  return (
    <SettingsFrame
      title={found ? t(`templates.${found.template.key}`) : t("settings.mails")}
      acts={found && <Languages templateKey={found.template.key} shown={found.template.language} />}
    >
      {templates.isPending ? (
        <Skeleton rows={4} shape="field" />
      ) : templates.isError ? (
        <LoadFailed error={templates.error} retry={templates.refetch} />
      ) : found ? (
        <Editor key={`${key}-${language}-${found.version}`} held={found} />
      ) : (
        <Empty title={t("state.notFoundTitle")}>{t("state.notFound")}</Empty>
      )}
    </SettingsFrame>
  );
}
function Languages({ templateKey, shown }: { templateKey: string; shown: Language }) {
  const { t } = useTranslation();
  const go = useNavigate();
  return (
    <SegmentedControl
      aria-label={t("templates.language")}
      value={shown}
      onChange={(language) => void go({ to: "/settings/mails/$key/$language", params: { key: templateKey, language } })}
      data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
    />
  );
}
function Editor({ held }: { held: Template }) {
  const { template } = held;
  const { t } = useTranslation();
  const named = useFieldNames();
  const began = { subject: template.subject, body: template.body };
  const kept = useKeptDraft(`template.${template.key}.${template.language}`, began, held.version);
  const { value: draft, set: setDraft, changed } = kept;
  const [settled] = useDebouncedValue(draft, 300);
  const known = new Set(held.fields.map((field) => field.name));
  const unknown = unknownFields(`${draft.subject}\n${draft.body}`, known);
  const preview = useQuery({
    ...previewQuery(template, settled),
    enabled: unknownFields(`${settled.subject}\n${settled.body}`, known).length === 0,
  });
  const save = useSaveTemplate();
  const wrong = { ...useWrong(preview.error), ...useWrong(save.error) };
  const at = useInsertion(draft, (change) => setDraft({ ...draft, ...change }));
  return (
    <div className="tpl">
      <form
        className="tpl-edit"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ template: { ...held, version: kept.base }, draft }, { onSuccess: kept.saved });
        }}
      >
        <p className="ink2">{t(`templates.${template.key}Why`)}</p>
        <MergeText
          label={t("templates.subject")}
          value={draft.subject}
          known={known}
          {...at.subject}
          lang={template.language}
          error={wrong.subject}
          onChange={(value) => setDraft({ ...draft, subject: value })}
        />
        <MergeText
          label={t("templates.body")}
          lines
          value={draft.body}
          known={known}
          {...at.body}
          lang={template.language}
          error={wrong.body}
          onChange={(value) => setDraft({ ...draft, body: value })}
        />
        <FieldButtons fields={held.fields} onPick={at.insertField} />
        <UnknownFields names={unknown} />
        {kept.behind && (
          <p className="koi" role="alert">
            {t("templates.newer")}
          </p>
        )}
        <div className="row wrap">
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!changed || kept.behind || unknown.length > 0 || !draft.subject.trim() || !draft.body.trim()}
          >
            {t("act.save")}
          </Button>
          {changed && (
            <Button variant="subtle" color="gray" className="quiet" onClick={kept.takeBack}>
              {t("act.cancel")}
            </Button>
          )}
          {!changed && <span className="meta">{t("templates.noChange")}</span>}
        </div>
      </form>
      <section className="tpl-preview" aria-label={t("templates.preview")}>
        <h2>{t("templates.preview")}</h2>
        {preview.data ? (
          <div data-old={unknown.length > 0 || undefined}>
            <p className="tpl-subject strong">{preview.data.subject}</p>
            <MailFrame html={preview.data.html} title={preview.data.subject} />
            {preview.data.missing.length > 0 && <p className="koi">{t("templates.missing", { fields: named(preview.data.missing) })}</p>}
          </div>
        ) : preview.isError ? (
          <LoadFailed error={preview.error} retry={preview.refetch} small />
        ) : (
          <Skeleton rows={4} shape="field" />
        )}
        <p className="meta">{t("templates.previewWhy")}</p>
      </section>
    </div>
  );
}
