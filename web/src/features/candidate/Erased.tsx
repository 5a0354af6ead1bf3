import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { erasureQuery } from "@/api/erasures";
import type { ApiError } from "@/api/errors";
import { keys, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Certificate } from "@/ui/erasure/Certificate";
import { forgotten } from "@/ui/recent";
import { LoadFailed, Skeleton } from "@/ui/states";
import { ToEveryone } from "@/ui/ToEveryone";

/** Where a record was: when it was erased, and the certificate for who may erase. */
export function Erased({ id, error }: { id: string; error: ApiError }) {
  const { t } = useTranslation();
  const f = useFormat();
  const may = useMay("erase_people");
  const title = useRef<HTMLHeadingElement>(null);
  const erasureId = String(error.details.erasure_id);
  const erasure = useQuery({ ...erasureQuery(erasureId), enabled: may });
  const goesOn = erasure.data?.state === "under_way";
  const client = useQueryClient();
  useEffect(() => {
    if (!goesOn) return;
    // Once everything is removed, what counts people counts one fewer.
    return () => {
      for (const queryKey of [keys.counts, keys.people, keys.jobs]) void client.invalidateQueries({ queryKey });
    };
  }, [goesOn, client]);
  useEffect(() => {
    forgotten(id);
    document.title = `${t("erasure.goneTitle")} · Vivier`;
    title.current?.focus({ preventScroll: true });
  }, [id, t]);
  return (
    <div className="scroll grow" tabIndex={0} role="region" aria-label={t("erasure.goneTitle")}>
      <div className="erased">
        <header>
          <h1 className="serif" tabIndex={-1} ref={title}>
            {t("erasure.goneTitle")}
          </h1>
          <p className="ink2">{t("erasure.goneOn", { date: f.longDay(String(error.details.erased_at)) })}</p>
        </header>
        {may && (
          <section aria-labelledby="erased-certificate">
            <h2 id="erased-certificate">{t("erasure.certificate")}</h2>
            {erasure.isPending ? (
              <Skeleton rows={4} shape="field" />
            ) : erasure.isError && !erasure.data ? (
              <LoadFailed small error={erasure.error} retry={erasure.refetch} />
            ) : (
              erasure.data && <Certificate erasure={erasure.data} />
            )}
          </section>
        )}
        <div className="row wrap">
          {may && (
            <Button component={Link} to="/settings/erasures" variant="default">
              {t("erasure.all")}
            </Button>
          )}
          <ToEveryone />
        </div>
      </div>
    </div>
  );
}
