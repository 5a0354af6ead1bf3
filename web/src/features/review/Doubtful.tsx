import { Button, Kbd, Textarea, TextInput } from "@mantine/core";
import { IconCheck, IconExternalLink } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Candidate, Field, OpenedCandidate } from "@/api/model";
import { candidateQuery, documentQuery, keys } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { cropOf } from "@/ui/document/boxes";
import { DocumentPane } from "@/ui/document/DocumentPane";
import { Crop } from "@/ui/document/Sheet";
import { Confidence, levelOf } from "@/ui/parts";
import { RecordConflict } from "@/ui/record/RecordConflict";
import { doubtful, editAt, entryTitle, fieldAt, isEntryList, labelKey } from "@/ui/record/fields";
import { useEdit } from "@/ui/record/useEdit";
import { LoadFailed, Skeleton } from "@/ui/states";
import type { DetailProps } from "./detail";

/** Doubtful readings one after the other, beside the place they were read from. */
export function Doubtful(props: DetailProps) {
  const id = props.item.candidate?.id ?? "";
  const opened = useQuery({ ...candidateQuery(id), enabled: id !== "" });
  if (opened.isPending) return <Skeleton rows={4} shape="field" />;
  if (opened.isError) return <LoadFailed error={opened.error} retry={opened.refetch} />;
  return <Fields opened={opened.data} {...props} key={id} />;
}
function where(candidate: Candidate, path: string): string | null {
  const [list = "", id] = path.split(".");
  if (!isEntryList(list)) return null;
  const entry = candidate.fields[list].find((e) => e.id === id);
  return entry ? entryTitle(entry) : null;
}
function Fields({ opened, onLater, children }: DetailProps & { opened: OpenedCandidate }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { candidate, documents } = opened;
  const { edit, conflict, resolve } = useEdit(candidate.id);
  const nameless = !candidate.fields.name;
  const paths = [...(nameless ? ["name"] : []), ...doubtful(candidate.fields)];
  const [skipped, setSkipped] = useState<string[]>([]);
  const path = paths.find((p) => !skipped.includes(p)) ?? paths[0];
  const field = path ? fieldAt(candidate.fields, path) : null;
  const documentId = field?.document_id ?? documents[0]?.id ?? null;
  const label = path ? t(labelKey(path)) : "";
  const done = () => void client.invalidateQueries({ queryKey: keys.review });
  const save = async (value: string) => {
    if (!path) return;
    const changes = field && value === field.value ? { confirm: [path] } : editAt(candidate.fields, path, value === "" ? null : value);
    if (await edit(changes, t(field && value === field.value ? "candidate.confirmed" : "candidate.changed", { field: label }))) done();
  };
  const rest = paths.filter((p) => p !== path);
  return (
    <>
      <div className="review-edit scroll" tabIndex={0} role="region" aria-label={t("review.detail")}>
        <div className="row">
          <h2 className="serif review-name">
            <Link to="/people/$id" params={{ id: candidate.id }} className="ink">
              {candidate.fields.name?.value ?? t("people.noName")}
            </Link>
          </h2>
          <span className="grow" />
          {children}
        </div>
        {conflict && <RecordConflict conflict={conflict} candidate={candidate} onResolve={resolve} />}
        {path ? (
          <Question
            key={`${path} ${field?.value ?? ""}`}
            candidate={candidate}
            documentId={documentId}
            field={field}
            label={label}
            under={where(candidate, path)}
            onSave={(value) => void save(value)}
            onLater={() => (rest.some((p) => !skipped.includes(p)) ? setSkipped([...skipped, path]) : onLater())}
          />
        ) : (
          <p className="row leaf review-field">
            <IconCheck size={16} aria-hidden="true" />
            {t("review.allChecked")}
          </p>
        )}
        {rest.length > 0 && (
          <div className="review-next">
            <h3>{t("review.then")}</h3>
            {rest.slice(0, 6).map((p) => {
              const f = fieldAt(candidate.fields, p);
              const place = where(candidate, p);
              return (
                <div className="row" key={p}>
                  <span className="grow cut">
                    {t(labelKey(p))}
                    {place ? `, ${place}` : ""}
                  </span>
                  {f?.confidence != null && <Confidence level={levelOf(f.confidence)} />}
                </div>
              );
            })}
          </div>
        )}
      </div>
      {documentId && (
        <DocumentPane
          candidateId={candidate.id}
          documents={documents}
          documentId={documentId}
          mark={field ? { boxes: field.boxes, label } : null}
        />
      )}
    </>
  );
}
interface QuestionProps {
  candidate: Candidate;
  documentId: string | null;
  field: Field | null;
  label: string;
  under: string | null;
  onSave: (value: string) => void;
  onLater: () => void;
}
function Question({ candidate, documentId, field, label, under, onSave, onLater }: QuestionProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const [text, setText] = useState(field?.value ?? "");
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const document = useQuery({ ...documentQuery(candidate.id, documentId ?? ""), enabled: documentId !== null });
  const page = document.data?.pages.find((p) => field?.boxes.some((b) => b.page === p.number));
  const rect = page && field ? cropOf(field.boxes, page) : null;
  useEffect(() => input.current?.focus(), []);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim()) onSave(text.trim());
  };
  const long = (field?.value.length ?? 0) > 60;
  const common = { ref: input, label: t("review.whatRead"), value: text, description: under ?? undefined };
  return (
    <form className="review-field" onSubmit={submit}>
      <div className="row wrap">
        <h3>{label}</h3>
        {field?.confidence != null && <Confidence level={levelOf(field.confidence)} />}
      </div>
      {page && rect && <Crop page={page} rect={rect} label={t("review.crop", { text: field?.value ?? "" })} />}
      {!field && <p className="ink2">{t("review.nothingThere", { field: label.toLocaleLowerCase() })}</p>}
      {long ? (
        <Textarea {...common} autosize minRows={2} maxRows={10} onChange={(event) => setText(event.currentTarget.value)} />
      ) : (
        <TextInput {...common} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <div className="row wrap review-acts">
        <Button type="submit" leftSection={<IconCheck size={16} />} rightSection={<Kbd>↵</Kbd>} disabled={!text.trim()}>
          {t(field && text.trim() !== field.value ? "review.correct" : "candidate.confirm")}
        </Button>
        {field && (
          <Button variant="default" onClick={() => onSave("")}>
            {t("review.notThere")}
          </Button>
        )}
        <Button variant="subtle" color="gray" className="quiet" onClick={onLater}>
          {t("review.later")}
        </Button>
      </div>
      <p className="meta">
        <Link to="/people/$id" params={{ id: candidate.id }}>
          {t("review.openRecord")} <IconExternalLink size={12} aria-hidden="true" />
        </Link>
        {" · "}
        {t(`candidate.origin_${candidate.relation}`, {
          source: t(`source.${candidate.origin.source}`, { defaultValue: candidate.origin.source }),
          date: f.day(candidate.created_at),
        })}
      </p>
    </form>
  );
}
