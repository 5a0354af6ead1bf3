import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import { experimentQuery } from "@/api/experiments";
import { templatesQuery } from "@/api/queries";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { textsQuery } from "@/ui/texts";
import { DraftPage } from "./DraftPage";
import { Frame } from "./Frame";
import { ResultPage } from "./ResultPage";

const route = getRouteApi("/experiments/$id");

/** One experiment: written until it begins, read from then on. */
export function ExperimentPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { variant, which, text } = route.useSearch();
  const fresh = id === "new";
  const held = useQuery({ ...experimentQuery(id), enabled: !fresh, refetchInterval: 60_000, refetchIntervalInBackground: false });
  const words = [useQuery(textsQuery), useQuery(templatesQuery)];
  const failed = words.find((one) => one.isError) ?? (!fresh && held.isError ? held : null);
  if (failed && isStatus(failed.error, 404))
    return (
      <Frame title={t("experiments.title")}>
        <Empty title={t("state.notFoundTitle")}>{t("experiments.gone")}</Empty>
      </Frame>
    );
  if (failed)
    return (
      <Frame title={t("experiments.title")}>
        <LoadFailed error={failed.error} retry={failed.refetch} />
      </Frame>
    );
  if (words.some((one) => one.isPending) || (!fresh && !held.data)) return <Skeleton />;
  if (fresh || held.data?.experiment.state === "draft")
    return <DraftPage key={`${id} ${fresh ? (text ?? "") : held.data?.version}`} held={fresh ? null : (held.data ?? null)} text={text} />;
  return held.data ? <ResultPage opened={held.data} variant={variant} which={which} /> : null;
}
