import { Button } from "@mantine/core";
import { IconDownload, IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { AuditPage as AuditPageOf } from "@/api/settings";
import { capital, dayOf, longDay, noonOf, useFormat } from "@/i18n/format";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { SettingsFrame } from "../SettingsFrame";
import { AuditBar } from "./AuditBar";
import { AuditLine } from "./AuditLine";
import { areSound, asked, byDay, daysOf, within } from "./days";
import type { AuditSearch } from "./filter";
import { auditQuery, useExport } from "./queries";

const route = getRouteApi("/settings/audit");
/** A page that filters left nearly empty is followed by the next, so many times. */
const ENOUGH = 15;
const BY_ITSELF = 6;

export function AuditPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { zone } = f.reader;
  const today = dayOf(new Date(), zone);
  const days = daysOf(search, today);
  const sound = areSound(days);
  const wanted = sound ? asked(search, days, zone) : {};
  const list = useInfiniteQuery({ ...auditQuery(wanted), enabled: sound });
  const take = useExport(wanted, days);
  const pages = list.data?.pages ?? [];
  const lines = within(
    pages.flatMap((page) => page.lines),
    days,
    zone,
  );
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string | null>;
  const jobs = Object.assign({}, ...pages.map((page) => page.jobs)) as AuditPageOf["jobs"];
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const goesOn = hasNextPage && lines.length < ENOUGH && pages.length < BY_ITSELF;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  const onChange = (next: AuditSearch) => void navigate({ to: "/settings/audit", search: next, replace: true });
  return (
    <SettingsFrame
      title={t("audit.title")}
      acts={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.7} />}
          disabled={!sound || lines.length === 0}
          loading={take.busy}
          onClick={take.start}
        >
          {t("audit.export")}
        </Button>
      }
    >
      <p className="ink2 settings-lead">{t("audit.why")}</p>
      <AuditBar {...{ search, days, today, names, onChange }} />
      <p role="status" className="meta audit-told">
        {take.busy ? t("audit.exporting", { count: take.read }) : ""}
      </p>
      {!sound ? null : list.isPending ? (
        <Skeleton />
      ) : list.isError ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : (
        <section className="audit" aria-label={t("audit.lines")} data-old={list.isPlaceholderData || undefined}>
          {byDay(lines, zone).map((group) => (
            <div key={group.day}>
              <h2 className="audit-day">{capital(longDay(noonOf(group.day), { ...f.reader, zone: "UTC" }))}</h2>
              <ol>
                {group.lines.map((line) => (
                  <AuditLine key={line.id} {...{ line, names, jobs }} />
                ))}
              </ol>
            </div>
          ))}
          {lines.length === 0 && !isFetching && (
            <None more={hasNextPage} filtered={Object.keys(search).length > 0} onAll={() => onChange({})} />
          )}
          {hasNextPage && !goesOn ? (
            <Button
              variant="subtle"
              color="gray"
              className="quiet self-start"
              loading={list.isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t("audit.more")}
            </Button>
          ) : (
            lines.length > 0 && !isFetching && <p className="meta audit-end">{t("audit.end")}</p>
          )}
        </section>
      )}
    </SettingsFrame>
  );
}
function None({ more, filtered, onAll }: { more: boolean; filtered: boolean; onAll: () => void }) {
  const { t } = useTranslation();
  if (more) return <p className="ink2">{t("audit.searching")}</p>;
  return (
    <Empty
      icon={<IconHistory size={24} stroke={1.4} className="ink3" aria-hidden="true" />}
      title={t("audit.noneTitle")}
      acts={
        filtered && (
          <Button variant="default" onClick={onAll}>
            {t("audit.clear")}
          </Button>
        )
      }
    >
      {t("audit.none")}
    </Empty>
  );
}
