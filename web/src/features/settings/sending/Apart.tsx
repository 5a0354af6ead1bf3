import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SendingRules } from "@/api/model";
import { apartQuery } from "./queries";

interface Props {
  hours: SendingRules["hours"];
  /** They stand in the form, and are not saved. */
  dirty: boolean;
}
/** Sequences that run and have no hour in common with those at which people may be written to. */
export function Apart({ hours, dirty }: Props) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(hours, 400);
  const found = useQuery({ ...apartQuery(asked), placeholderData: keepPreviousData });
  if (found.isError) return <p className="meta">{t("sending.apartUnknown")}</p>;
  const sequences = found.data?.sequences ?? [];
  if (sequences.length === 0) return null;
  return (
    <section className="conflict" role="status" aria-label={t("sending.apartTitle")}>
      <p>{t(dirty ? "sending.apartThen" : "sending.apart", { count: sequences.length })}</p>
      <ul className="remove-jobs">
        {sequences.map((sequence) => (
          <li key={sequence.id}>
            {/* What is in the form is kept nowhere else. */}
            <Link to="/sequences/$id" params={{ id: sequence.id }} className="link" target={dirty ? "_blank" : "_self"}>
              {sequence.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
