import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery, useCounts } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { trail } from "@/ui/trail";

/** Who stands before and after in the list that this record was opened from. */
export function Neighbours({ id, walks }: { id: string; walks: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const filter = trail.filter();
  const list = useInfiniteQuery({ ...peopleQuery(filter), staleTime: 60_000 });
  const counts = useCounts();
  const people = list.data?.pages.flatMap((p) => p.candidates) ?? [];
  const at = people.findIndex((p) => p.id === id);
  const total = list.data?.pages[0]?.total ?? (Object.keys(filter).length === 0 ? counts.data?.people : undefined);
  const { hasNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (at >= 0 && at >= people.length - 3 && hasNextPage) void fetchNextPage();
  }, [at, people.length, hasNextPage, fetchNextPage]);
  const go = (by: number) => {
    const next = at < 0 ? undefined : people[at + by];
    if (next) void navigate({ to: "/people/$id", params: { id: next.id }, replace: true });
  };
  useKeys(
    { j: () => go(1), k: () => go(-1), Backspace: () => void navigate({ to: "/people", search: filter }) },
    { help: { j: "keys.next", k: "keys.previous" }, enabled: walks },
  );
  return (
    <div className="cand-crumb">
      <Link to="/people" search={filter}>
        {t(Object.keys(filter).length ? "candidate.backFiltered" : "people.title")}
      </Link>
      {at >= 0 && (
        <>
          <span className="meta num">
            {total ? t("candidate.position", { at: f.number(at + 1), of: f.number(total) }) : f.number(at + 1)}
          </span>
          <Tooltip label={t("candidate.previous")}>
            <ActionIcon size={24} aria-label={t("candidate.previous")} disabled={at === 0} onClick={() => go(-1)}>
              <IconChevronUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("candidate.following")}>
            <ActionIcon
              size={24}
              aria-label={t("candidate.following")}
              disabled={at === people.length - 1 && !hasNextPage}
              onClick={() => go(1)}
            >
              <IconChevronDown size={16} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </div>
  );
}
