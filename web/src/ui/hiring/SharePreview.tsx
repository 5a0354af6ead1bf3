import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as shortlists from "@/api/shortlists";
import type { SharedPerson, Showing } from "@/api/shortlists";
import { useFormat } from "@/i18n/format";
import { LoadFailed } from "@/ui/states";

/** What the visitor would see of each, as the server gives it out. */
export function SharePreview({ jobId, ids, showing }: { jobId: string; ids: string[]; showing: Showing }) {
  const { t } = useTranslation();
  const seen = useQuery({
    queryKey: ["share-preview", jobId, ids, showing],
    queryFn: () => shortlists.preview(jobId, { candidate_ids: ids.slice(0, 40), showing }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  if (seen.isError) return <LoadFailed small error={seen.error} retry={seen.refetch} />;
  return (
    <ul className="share-seen" tabIndex={0} aria-label={t("share.preview")}>
      {(seen.data?.people ?? []).map((person) => (
        <Seen key={person.number} person={person} />
      ))}
    </ul>
  );
}
function Seen({ person }: { person: SharedPerson }) {
  const { t } = useTranslation();
  const f = useFormat();
  const join = (...texts: (string | null)[]) => texts.filter(Boolean).join(", ");
  const entries = [...person.experience, ...person.education].map((one) =>
    join(one.title, one.where, one.start ? f.period(one.start, t("candidate.present")) : null),
  );
  const lines = [
    ...entries,
    join(...person.skills),
    join(...person.languages.map((one) => (one.level ? `${one.name} (${one.level})` : one.name))),
    join(...person.emails, ...person.phones, ...person.links),
    person.cv ? t("share.part_cv") : "",
  ].filter(Boolean);
  return (
    <li>
      <p className="serif">{person.name ?? t("people.noName")}</p>
      {person.headline && <p>{person.headline}</p>}
      {lines.map((line, i) => (
        <p key={i} className="meta">
          {line}
        </p>
      ))}
    </li>
  );
}
