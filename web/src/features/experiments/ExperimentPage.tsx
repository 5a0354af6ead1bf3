import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import { experimentQuery, type StepPlace } from "@/api/experiments";
import { templatesQuery } from "@/api/queries";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { textsQuery } from "@/ui/texts";
import { DraftPage } from "./DraftPage";
import { Frame } from "./Frame";
import { ResultPage } from "./ResultPage";
import { stepQuery } from "./steps";

const route = getRouteApi("/experiments/$id");

/** One experiment: written until it begins, read from then on. */
export function ExperimentPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { variant, which, text, sequence, step } = route.useSearch();
  const [refused, setRefused] = useState<unknown>(null);
  const fresh = id === "new";
  const held = useQuery({ ...experimentQuery(id), enabled: !fresh, refetchInterval: 60_000, refetchIntervalInBackground: false });
  const words = [useQuery(textsQuery), useQuery(templatesQuery)];
  const found = held.data?.experiment;
  const place = fresh && sequence && step ? { kind: "step" as const, sequence_id: sequence, step_id: step } : found?.place;
  const written = fresh || found?.state === "draft";
  const onStep: StepPlace | null = place?.kind === "step" && written ? place : null;
  const today = useQuery({ ...stepQuery(onStep ?? { sequence_id: "", step_id: "" }), enabled: onStep !== null });
  // A sequence that is gone has nothing that could be tried: the draft says so.
  const lost = today.isError && !isStatus(today.error, 404) ? today : null;
  const failed = words.find((one) => one.isError) ?? (!fresh && held.isError ? held : null) ?? lost;
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
  if (words.some((one) => one.isPending) || (!fresh && !held.data) || (onStep && today.isPending)) return <Skeleton />;
  if (written) {
    const key = `${id} ${fresh ? (text ?? step ?? "") : held.data?.version}`;
    const draft = { held: fresh ? null : (held.data ?? null), text, step: onStep, today: today.data ?? null };
    return <DraftPage key={key} {...draft} refused={refused} onRefused={setRefused} />;
  }
  return held.data ? <ResultPage opened={held.data} variant={variant} which={which} /> : null;
}
