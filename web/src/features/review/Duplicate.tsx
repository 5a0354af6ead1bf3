import { Button } from "@mantine/core";
import { IconArrowsJoin, IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Candidate, Card } from "@/api/model";
import { candidateQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Person } from "@/ui/parts";
import { asText } from "@/ui/record/fields";
import { LoadFailed, Skeleton } from "@/ui/states";
import type { DetailProps } from "./detail";

const compared = [
  "name",
  "emails",
  "phones",
  "links",
  "headline",
  "location",
  "experience",
  "education",
  "languages",
  "skills",
  "licences",
  "certifications",
];
const claim: Record<string, string> = { email: "emails", phone: "phones", link: "links", name: "name" };

/** Two records side by side: what agrees is marked, what differs is seen. A human says whether they are one person. */
export function Duplicate({ item, acts, onLater, children }: DetailProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const [left, right] = [
    useQuery({ ...candidateQuery(item.candidate?.id ?? ""), enabled: Boolean(item.candidate) }),
    useQuery({ ...candidateQuery(item.other?.id ?? ""), enabled: Boolean(item.other) }),
  ];
  const failed = left.error ?? right.error;
  if (failed) return <LoadFailed error={failed} retry={() => Promise.all([left.refetch(), right.refetch()])} />;
  const agreeing = new Set(item.evidence.map((e) => claim[e.field ?? ""] ?? ""));
  const [a, b] = [left.data?.candidate, right.data?.candidate];
  return (
    <div className="review-edit review-wide scroll" tabIndex={0} role="region" aria-label={t("review.detail")}>
      <div className="row">
        <h2 className="review-name">{t("review.oneOrTwo")}</h2>
        <span className="grow" />
        {children}
      </div>
      {item.evidence.length > 0 && (
        <p className="ink2 twin-why">{t("review.because", { what: f.list(item.evidence.map((e) => t(`evidence.${e.field}`))) })}</p>
      )}
      {a && b ? (
        <table className="twins">
          <thead>
            <tr>
              <td />
              <Who person={a} card={item.candidate} />
              <Who person={b} card={item.other} />
            </tr>
          </thead>
          <tbody>
            {compared
              .map((name) => ({ name, one: asText(a.fields, name), two: asText(b.fields, name) }))
              .filter((row) => row.one || row.two)
              .map((row) => {
                const same = row.one === row.two || agreeing.has(row.name);
                return (
                  <tr key={row.name} data-same={same || undefined}>
                    <th scope="row">
                      {t(`field.${row.name}`)}
                      {same && <IconCheck size={14} className="leaf" role="img" aria-label={t("review.agrees")} />}
                    </th>
                    <td>{row.one || <span className="ink3">{t("candidate.unknown")}</span>}</td>
                    <td>{row.two || <span className="ink3">{t("candidate.unknown")}</span>}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      ) : (
        <Skeleton rows={6} shape="field" />
      )}
      <div className="row wrap review-acts">
        <Button
          leftSection={<IconArrowsJoin size={16} stroke={1.7} />}
          disabled={!a || !b}
          loading={acts.same.isPending}
          onClick={() => acts.same.mutate(item)}
        >
          {t("review.same")}
        </Button>
        <Button variant="default" loading={acts.different.isPending} onClick={() => acts.different.mutate(item)}>
          {t("review.different")}
        </Button>
        <Button variant="subtle" color="gray" className="quiet" onClick={onLater}>
          {t("review.later")}
        </Button>
      </div>
      <p className="law">{t("review.mergeLaw")}</p>
    </div>
  );
}
function Who({ person, card }: { person: Candidate; card: Card | null | undefined }) {
  const { t } = useTranslation();
  const f = useFormat();
  const name = person.fields.name?.value ?? card?.name ?? t("people.noName");
  return (
    <th scope="col">
      <div className="row">
        <Person name={name} size={36} />
        <div className="two grow">
          <Link to="/people/$id" params={{ id: person.id }} className="name serif twin-name">
            {name}
          </Link>
          <span className="meta">
            {t(`candidate.origin_${person.relation}`, {
              source: t(`source.${person.origin.source}`, { defaultValue: person.origin.source }),
              date: f.day(person.created_at),
            })}
          </span>
        </div>
      </div>
    </th>
  );
}
