import { Button } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { erasuresQuery, type Erasure } from "@/api/erasures";
import { useFormat } from "@/i18n/format";
import { Certificate, stateOf, whyOf } from "@/ui/erasure/Certificate";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { SettingsFrame } from "../SettingsFrame";

/** Everybody who was erased, as certificates: the newest first, those under way among them. */
export function ErasuresPage() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(erasuresQuery);
  const all = list.data?.pages.flatMap((page) => page.erasures) ?? [];
  return (
    <SettingsFrame title={t("erasure.listTitle")}>
      <p className="ink2 settings-lead">{t("erasure.listLead")}</p>
      {list.isPending ? (
        <Skeleton rows={4} />
      ) : list.isError && all.length === 0 ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : all.length === 0 ? (
        <Empty
          icon={<IconEraser size={24} stroke={1.4} className="ink3" aria-hidden="true" />}
          title={t("erasure.none")}
          acts={
            <Button component={Link} to="/people" variant="default">
              {t("erasure.toPeople")}
            </Button>
          }
        >
          {t("erasure.noneHow")}
        </Empty>
      ) : (
        <div className="erasures">
          <ul>
            {all.map((one) => (
              <li key={one.id}>
                <Line erasure={one} />
              </li>
            ))}
          </ul>
          {list.hasNextPage && (
            <Button
              variant="subtle"
              color="gray"
              className="quiet self-start"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("erasure.more")}
            </Button>
          )}
        </div>
      )}
    </SettingsFrame>
  );
}
function Line({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <details>
      <summary>
        <span className="strong">{f.longDay(erasure.at)}</span>
        {erasure.by_name && <span>{erasure.by_name}</span>}
        <span className="meta">{erasure.state === "under_way" ? stateOf(erasure, t, f) : whyOf(erasure, t)}</span>
      </summary>
      <Certificate erasure={erasure} />
    </details>
  );
}
