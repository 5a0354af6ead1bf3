import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { experimentsQuery, type Opened } from "@/api/experiments";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { Frame } from "./Frame";
import { shortly } from "./said";
import { usePlaceName } from "./usePlaceName";

/** All experiments: what runs, what it says, what came of those before. */
export function ExperimentsPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const edits = useMay("edit_templates");
  const held = useQuery({ ...experimentsQuery, refetchInterval: 60_000 });
  const all = held.data?.experiments ?? [];
  const groups = [
    { name: t("experiments.running"), of: all.filter(({ experiment }) => experiment.state === "running") },
    { name: t("experiments.drafts"), of: all.filter(({ experiment }) => experiment.state === "draft") },
    { name: t("experiments.ended"), of: all.filter(({ experiment }) => ["stopped", "adopted"].includes(experiment.state)) },
  ].filter((group) => group.of.length > 0);
  const add = edits ? (
    <Button
      renderRoot={(props: object) => <Link {...props} to="/experiments/$id" params={{ id: "new" }} />}
      leftSection={<IconPlus size={16} aria-hidden="true" />}
    >
      {t("experiments.new")}
    </Button>
  ) : null;
  return (
    <Frame all title={t("experiments.title")} acts={all.length > 0 && add} {...(held.data ? { count: f.number(all.length) } : {})}>
      {held.isPending ? (
        <Skeleton />
      ) : held.isError ? (
        <LoadFailed error={held.error} retry={held.refetch} />
      ) : all.length === 0 ? (
        <Empty title={t("experiments.emptyTitle")} acts={add}>
          {t("experiments.empty")}
        </Empty>
      ) : (
        groups.map((group) => (
          <section key={group.name} className="experiments-group">
            <h2>
              {group.name} <span className="meta num">{f.number(group.of.length)}</span>
            </h2>
            <ul>
              {group.of.map((one) => (
                <Line key={one.experiment.id} one={one} />
              ))}
            </ul>
          </section>
        ))
      )}
    </Frame>
  );
}
function Line({ one }: { one: Opened }) {
  const { t } = useTranslation();
  const f = useFormat();
  const nameOf = usePlaceName();
  const { experiment } = one;
  const { key, values } = shortly(one);
  const when = experiment.adopted?.at ?? experiment.stopped_at ?? experiment.started_at ?? experiment.created_at;
  const said = "count" in values ? { ...values, people: f.number(Number(values.count)) } : values;
  return (
    <li className="experiments-line">
      <span className="two grow">
        <Link to="/experiments/$id" params={{ id: experiment.id }} className="strong">
          {experiment.name}
        </Link>
        <span className="meta cut">{nameOf(experiment.place)}</span>
      </span>
      <span className="experiments-said" data-won={one.verdict.said === "winner" || undefined}>
        {t(key, said)}
      </span>
      <span className="meta num only-wide" title={f.full(when)}>
        {f.ago(when)}
      </span>
    </li>
  );
}
