import { ActionIcon, Button } from "@mantine/core";
import { IconEyeSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Entry, Field, Proposal } from "@/api/model";
import { candidateQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { DocumentPane } from "@/ui/document/DocumentPane";
import { AskedErased } from "@/ui/erasure/AskedErased";
import { useActs } from "@/ui/record/acts";
import { entryTitle } from "@/ui/record/fields";
import { TakeAllButton } from "@/ui/record/TakeAllButton";
import { TooPersonal } from "@/ui/record/TooPersonal";
import { LoadFailed, Skeleton } from "@/ui/states";
import type { DetailProps } from "./detail";

const said = (value: Field | Entry): string =>
  "value" in value ? (value.level ? `${value.value} (${value.level})` : value.value) : entryTitle(value);
const boxesOf = (value: Field | Entry) =>
  "boxes" in value
    ? value.boxes
    : Object.values(value).flatMap((v) => (v !== null && typeof v === "object" && "boxes" in v ? v.boxes : []));

// As they stand on the record.
const order: readonly string[] = ["name", "emails", "phones", "headline", "location", "summary", "links", "languages", "skills"];

/** What a newer CV says otherwise. Nothing that a human typed changes without a yes. */
export function Update({ item, onLater, children }: DetailProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const id = item.candidate?.id ?? "";
  const opened = useQuery({ ...candidateQuery(id), enabled: id !== "" });
  const record = useActs(id);
  const [shown, setShown] = useState<string | null>(null);
  if (opened.isPending) return <Skeleton rows={4} shape="field" />;
  if (opened.isError) return <LoadFailed error={opened.error} retry={opened.refetch} />;
  const { documents, candidate } = opened.data;
  const place = (p: Proposal) => order.indexOf(p.field.split(".")[0] ?? "");
  const proposals = [...opened.data.proposals].sort((a, b) => place(a) - place(b));
  const current = proposals.find((p) => p.id === shown) ?? proposals[0];
  const documentId = current?.document_id ?? documents[0]?.id;
  const answered = proposals.filter((p) => p.answer);
  const label = (p: Proposal) => t(`field.${p.field.split(".")[0] ?? p.field}`);
  return (
    <>
      <div className="review-edit scroll" tabIndex={0} role="region" aria-label={t("review.detail")}>
        <div className="row">
          <h2 className="serif review-name">
            <Link to="/people/$id" params={{ id }} className="ink">
              {candidate.name ?? t("people.noName")}
            </Link>
          </h2>
          <span className="grow" />
          {children}
        </div>
        <p className="ink2">
          {t(answered.length === proposals.length ? "review.answeredWhy" : "review.newerWhy", {
            count: proposals.length,
            date: current ? f.day(current.at) : "",
          })}
        </p>
        {answered.length > 1 && (
          <div className="row">
            <TakeAllButton proposals={answered} acts={record} />
          </div>
        )}
        <ul className="proposals">
          {proposals.map((p) => (
            <li key={p.id} data-on={p === current || undefined}>
              <div className="row">
                <h3 className="grow">{label(p)}</h3>
                {p.document_id && (
                  <ActionIcon
                    size={24}
                    aria-pressed={p === current}
                    variant={p === current ? "light" : "subtle"}
                    color={p === current ? "petrol" : "gray"}
                    aria-label={t("candidate.showThis", { field: label(p) })}
                    onClick={() => setShown(p.id)}
                  >
                    <IconEyeSearch size={15} stroke={1.7} />
                  </ActionIcon>
                )}
              </div>
              <p>
                <ins>{said(p.proposed)}</ins>
              </p>
              <TooPersonal kinds={p.warnings} />
              <AskedErased at={p.erased_at} />
              <p className="meta source">
                {p.answer && `${t("asks.formOf", { by: p.answer.asked_by_name ?? t("event.system"), date: f.day(p.answer.asked_at) })}, `}
                {p.current ? t("candidate.insteadOf", { value: said(p.current) }) : t("candidate.inAddition")}
              </p>
              <div className="row wrap">
                <Button
                  size="xs"
                  loading={record.accept.isPending && record.accept.variables === p.id}
                  onClick={() => record.accept.mutate(p.id)}
                >
                  {t("review.accept")}
                </Button>
                <Button size="xs" variant="default" onClick={() => record.refuse.mutate(p.id)}>
                  {t("review.refuse")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <Button variant="subtle" color="gray" className="quiet" size="xs" onClick={onLater}>
          {t("review.later")}
        </Button>
      </div>
      {documentId && (
        <DocumentPane
          candidateId={id}
          documents={documents}
          documentId={documentId}
          mark={current ? { boxes: boxesOf(current.proposed), label: label(current) } : null}
        />
      )}
    </>
  );
}
