import { Button, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { experimentsQuery } from "@/api/experiments";
import type { Language } from "@/api/model";
import { templatesQuery, useMay } from "@/api/queries";
import type { HeldText, Variant, WrittenText } from "@/api/writing";
import { languages } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { unknownFields } from "@/ui/merge";
import { useKeptDraft } from "@/ui/useKeptDraft";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { AttachButton, AttachmentList } from "@/ui/writing/AttachmentList";
import { Languages } from "@/ui/writing/Languages";
import { TextPreview } from "@/ui/writing/TextPreview";
import { useAttachments } from "@/ui/writing/useAttachments";
import { UnknownFields } from "@/ui/writing/UnknownFields";
import { VariantFields } from "@/ui/writing/VariantFields";
import { textsQuery } from "@/ui/texts";
import { useWrong } from "@/ui/writing/useWrong";
import { SettingsFrame } from "../SettingsFrame";
import { useTextActs, wordsOf } from "./queries";

const route = getRouteApi("/settings/texts/$id");
const blank: Variant = { subject: "", body: "", plain: null };

export function TextPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const held = useQuery(textsQuery);
  const edits = useMay("edit_templates");
  const f = useFormat();
  const kind = id === "new-mail" ? "mail" : id === "new-snippet" ? "snippet" : null;
  const found = held.data?.texts.find(({ text }) => text.id === id);
  const words: WrittenText | null = kind ? { name: "", kind, [f.reader.language]: blank, files: [] } : found ? wordsOf(found.text) : null;
  const title = found ? found.text.name : kind ? t(kind === "mail" ? "texts.newMail" : "texts.newSnippet") : t("texts.title");
  return (
    <SettingsFrame title={title}>
      <p className="texts-top">
        <Link to="/settings/texts" className="link">
          {t("texts.back")}
        </Link>
        {found?.text.changed_by && (
          <span className="meta"> · {t("texts.changed", { name: found.text.changed_by, when: f.ago(found.text.changed_at) })}</span>
        )}
        {found?.text.kind === "mail" && !found.text.archived && <Tried id={id} edits={edits} />}
      </p>
      {held.isPending ? (
        <Skeleton rows={4} shape="field" />
      ) : held.isError ? (
        <LoadFailed error={held.error} retry={held.refetch} />
      ) : words ? (
        <Editor key={`${id} ${found?.version ?? 0}`} about={`text.${id}`} held={found ?? null} began={words} readOnly={!edits} />
      ) : (
        <Empty title={t("state.notFoundTitle")}>{t("texts.gone")}</Empty>
      )}
    </SettingsFrame>
  );
}
/** What is tried on this template, or the way to try something. */
function Tried({ id, edits }: { id: string; edits: boolean }) {
  const { t } = useTranslation();
  const all = useQuery(experimentsQuery).data?.experiments ?? [];
  const running = all.find(({ experiment: { state, place } }) => state === "running" && place.kind === "template" && place.template === id);
  if (running)
    return (
      <>
        {" · "}
        {t("experiments.runsHere")}{" "}
        <Link to="/experiments/$id" params={{ id: running.experiment.id }} className="link">
          {t("experiments.see")}
        </Link>
      </>
    );
  if (!edits) return null;
  return (
    <>
      {" · "}
      <Link to="/experiments/$id" params={{ id: "new" }} search={{ text: id }} className="link">
        {t("experiments.onText")}
      </Link>
    </>
  );
}
interface EditorProps {
  /** What is kept of it in this browser. */
  about: string;
  held: HeldText | null;
  began: WrittenText;
  readOnly: boolean;
}
function Editor({ about, held, began, readOnly }: EditorProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const { add, save } = useTextActs();
  const kept = useKeptDraft(about, began, held?.version ?? 0);
  const { value: words, set: setWords, changed } = kept;
  const there = languages.filter((one) => words[one]);
  const [shown, setShown] = useState<Language>(there.includes(f.reader.language) ? f.reader.language : (there[0] ?? "fr"));
  const variant = words[shown] ?? blank;
  const fields = useQuery(templatesQuery).data?.templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const [settled] = useDebouncedValue(variant, 300);
  const unknown = fields.length
    ? unknownFields(there.map((one) => `${words[one]?.subject}\n${words[one]?.body}\n${words[one]?.plain ?? ""}`).join("\n"), known)
    : [];
  const act = held ? save : add;
  const wrong = useWrong(act.error);
  const files = words.files ?? [];
  const along = useAttachments(files, (one) => setWords((old) => ({ ...old, files: [...(old.files ?? []), one] })));
  const full = there.every((one) => words[one]?.body.trim() && (words.kind === "snippet" || words[one]?.subject?.trim()));
  const set = (language: Language, next: Variant | null) => setWords((old) => ({ ...old, [language]: next }));
  const submit = () => {
    const trimmed = { ...words, name: words.name.trim() };
    if (held) save.mutate({ held: { ...held, version: kept.base }, words: trimmed }, { onSuccess: kept.saved });
    else
      add.mutate(trimmed, {
        onSuccess: (made) => {
          kept.saved();
          void navigate({ to: "/settings/texts/$id", params: { id: made.text.id }, replace: true });
        },
      });
  };
  return (
    <div className="tpl">
      <form
        className="tpl-edit"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label={t("texts.name")}
          value={words.name}
          maxLength={120}
          readOnly={readOnly}
          error={wrong.name}
          autoFocus={!held}
          onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
        />
        <Languages {...{ there, shown, readOnly }} onShow={setShown} onAdd={(one) => set(one, blank)} onDrop={(one) => set(one, null)} />
        <VariantFields
          key={shown}
          language={shown}
          kind={words.kind}
          variant={variant}
          fields={fields}
          known={known}
          errors={wrong}
          readOnly={readOnly}
          onChange={(next) => set(shown, next)}
        />
        {words.kind === "mail" && (
          <details className="texts-plain" open={Boolean(variant.plain)}>
            <summary>{t("texts.plain")}</summary>
            <Textarea
              aria-label={t("texts.plain")}
              description={t("texts.plainWhy")}
              autosize
              minRows={4}
              maxRows={20}
              readOnly={readOnly}
              value={variant.plain ?? ""}
              error={wrong[`${shown}.plain`]}
              onChange={(event) => set(shown, { ...variant, plain: event.currentTarget.value || null })}
            />
          </details>
        )}
        {words.kind === "mail" && (files.length > 0 || !readOnly) && (
          <div className="texts-files">
            <h2 className="texts-files-title">{t("texts.files")}</h2>
            {files.length + along.rising.length === 0 && <p className="meta">{t("texts.noFiles")}</p>}
            <AttachmentList
              held={along}
              {...(readOnly ? {} : { onDrop: (id: string) => setWords({ ...words, files: files.filter((one) => one !== id) }) })}
            />
            {!readOnly && <AttachButton held={along} said />}
          </div>
        )}
        <UnknownFields names={unknown} />
        {kept.behind && (
          <p className="koi" role="alert">
            {t("templates.newer")}
          </p>
        )}
        {!readOnly && (
          <div className="row wrap">
            <Button
              type="submit"
              loading={act.isPending}
              disabled={!changed || !full || !words.name.trim() || unknown.length > 0 || along.blocked || kept.behind}
            >
              {t("act.save")}
            </Button>
            {changed && (
              <Button variant="subtle" color="gray" className="quiet" onClick={kept.takeBack}>
                {t("act.cancel")}
              </Button>
            )}
          </div>
        )}
      </form>
      <TextPreview
        variant={settled}
        language={shown}
        kind={words.kind}
        files={along.ready}
        blocked={unknown.length > 0}
        onPlain={readOnly ? undefined : (plain) => set(shown, { ...variant, plain })}
      />
    </div>
  );
}
