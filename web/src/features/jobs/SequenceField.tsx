import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Action } from "@/api/model";
import { sequencesQuery } from "@/ui/sequences";
import { LoadFailed } from "@/ui/states";
import { offered } from "./pipeline";

type Begun = Extract<Action, { do: "sequence" }>;

/** Which sequence a stage begins: one that runs, and is about this job or about none. */
export function SequenceField({ action, onChange }: { action: Begun; onChange: (action: Action) => void }) {
  const { t } = useTranslation();
  const { id: job } = useParams({ strict: false });
  const list = useQuery(sequencesQuery);
  if (list.isError) return <LoadFailed error={list.error} retry={list.refetch} small />;
  const cards = (list.data?.sequences ?? []).map(({ card }) => card);
  const fit = offered(cards, job);
  const chosen = action.sequence_id;
  const held = cards.find((card) => card.id === chosen);
  const apart = chosen !== "" && !fit.some((card) => card.id === chosen);
  if (list.isSuccess && fit.length === 0 && !apart)
    return (
      <p className="meta">
        {t("pipe.sequenceNone")}{" "}
        <Link to="/sequences" target="_blank">
          {t("pipe.sequenceMake")}
        </Link>
      </p>
    );
  const resting = held ? t("pipe.sequenceResting", { name: held.name }) : t("pipe.sequenceGone");
  return (
    <NativeSelect
      label={t("pipe.sequenceWhich")}
      description={t(list.isSuccess && apart ? "pipe.sequenceIdle" : "pipe.sequenceStops")}
      inputWrapperOrder={["label", "input", "description"]}
      value={chosen}
      disabled={list.isPending}
      onChange={(event) => onChange({ ...action, sequence_id: event.currentTarget.value })}
      data={[
        ...(chosen ? [] : [{ value: "", label: t("pipe.sequenceChoose") }]),
        ...(apart ? [{ value: chosen, label: list.isPending ? "…" : resting }] : []),
        ...fit.map((card) => ({ value: card.id, label: card.name })),
      ]}
    />
  );
}
