import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import { useMay } from "@/api/queries";
import * as api from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { Differences } from "./Differences";
import { Frame, Opened } from "./Frame";
import { Picture } from "./Picture";
import { useKept, versionsQuery } from "./queries";
import { textOf } from "./useDraft";
import { useStepWords } from "./useStepWords";

const route = getRouteApi("/sequences/$id/versions");

export function VersionsPage() {
  const { id } = route.useParams();
  return <Opened id={id}>{(view) => <Versions key={id} view={view} />}</Opened>;
}
function Versions({ view }: { view: api.SequenceView }) {
  const { t } = useTranslation();
  const { sequence } = view;
  const versions = useQuery({ ...versionsQuery(sequence.id), enabled: sequence.version > 0 });
  const list = versions.data?.versions ?? [];
  return (
    <>
      <Frame view={view} tab="versions" />
      <div className="seq scroll" tabIndex={0} role="region" aria-label={t("seq.tab_versions")}>
        {sequence.version === 0 ? (
          <Empty title={t("seq.noVersionTitle")}>{t("seq.noVersion")}</Empty>
        ) : versions.isPending ? (
          <Skeleton shape="field" />
        ) : versions.isError ? (
          <LoadFailed error={versions.error} retry={versions.refetch} />
        ) : (
          <ol className="seq-versions">
            {list.map((one, i) => (
              <Version key={one.number} version={one} before={list[i + 1]} view={view} />
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
function Version({
  version,
  before,
  view,
}: {
  version: api.SequenceVersion;
  before: api.SequenceVersion | undefined;
  view: api.SequenceView;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const words = useStepWords();
  const kept = useKept();
  const { sequence } = view;
  const edits = useMay("run_sequences") && sequence.state !== "archived";
  const current = version.number === sequence.version;
  const back = useMutation({
    mutationFn: () =>
      api.changeSequence(sequence.id, view.version, { name: version.name, settings: version.settings, steps: version.steps }),
    onSuccess: (after) => {
      kept(after);
      const undo = () =>
        api.changeSequence(sequence.id, after.version, textOf(sequence)).then(kept, (error: unknown) => toasts.failed(t(reasonKey(error))));
      toasts.done(t("seq.broughtBack", { version: version.number }), undo, { detail: t("seq.broughtBackWhy") });
      void navigate({ to: "/sequences/$id", params: { id: sequence.id } });
    },
    onError: (error) => toasts.failed(t(isStatus(error, 409) ? "seq.notNow" : reasonKey(error))),
  });
  return (
    <li>
      <div className="row wrap">
        <h2>{t("seq.version", { version: version.number })}</h2>
        {current && <span className="tag">{t("seq.current")}</span>}
        <span className="meta">
          {version.published_by_name ? `${version.published_by_name}, ` : ""}
          <time dateTime={version.published_at} title={f.full(version.published_at)}>
            {f.ago(version.published_at)}
          </time>
        </span>
        <span className="grow" />
        {edits && (!current || sequence.changed) && (
          <Button size="xs" variant="default" loading={back.isPending} onClick={() => back.mutate()}>
            {t("seq.bringBack")}
          </Button>
        )}
      </div>
      <Picture steps={version.steps} settings={version.settings} label={t("seq.version", { version: version.number })} />
      {before ? <Differences before={before} after={version} words={words} /> : <p className="meta">{t("seq.firstVersion")}</p>}
    </li>
  );
}
