import { Button, Progress } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudUpload,
  IconLoader2,
  IconPlayerPause,
  IconPlayerPlay,
  IconUsers,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { jobQuery, useMe } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Header } from "@/ui/parts";
import { LoadFailed } from "@/ui/states";
import { AskOrigin } from "./AskOrigin";
import { chosenFiles } from "./chosen";
import { FailedRow, MovingRow, ReadRow } from "./FileRow";
import { pickFiles } from "./pick";
import { useDropped, useFileActs } from "./queries";
import { queue } from "./queue/engine";
import type { Tally } from "./queue/model";

const route = getRouteApi("/drop");
const shownFirst = 25;

export function DropPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const waitingForAnswer = useSyncExternalStore(chosenFiles.subscribe, chosenFiles.current);
  const { views, sums, paused, error } = useDropped();
  const acts = useFileActs();
  const { job: jobId } = route.useSearch();
  const opened = useQuery({ ...jobQuery(jobId ?? ""), enabled: jobId !== undefined });
  const job = jobId ? { id: jobId, title: opened.data ? f.said(opened.data.job.title) : "" } : null;
  const demo = useMe().data?.demo ?? false;
  const of = (group: string) => views.filter((v) => v.group === group);
  const busy = sums.progress + sums.waiting > 0;
  return (
    <>
      <Header title={t("drop.title")} count={job && t("drop.forJob", { title: job.title })}>
        {job && (
          <Button variant="default" renderRoot={(props: object) => <Link {...props} to="/jobs/$id" params={{ id: job.id }} />}>
            {t("drop.seeJob")}
          </Button>
        )}
        {sums.waiting + views.filter((v) => v.local?.phase === "sending").length > 0 && (
          <Button
            variant="default"
            leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
            onClick={paused ? queue.go : queue.pause}
          >
            {t(paused ? "drop.resume" : "drop.pause")}
          </Button>
        )}
        {sums.read > 0 && (
          <Button
            component={Link}
            to="/people"
            leftSection={<IconUsers size={16} />}
            variant={waitingForAnswer.length ? "default" : "filled"}
          >
            {t("drop.seePeople")}
          </Button>
        )}
      </Header>
      <div className="drop-page scroll" tabIndex={0} role="region" aria-label={t("drop.files")}>
        {waitingForAnswer.length > 0 ? (
          <AskOrigin files={waitingForAnswer} job={job} />
        ) : (
          <Zone first={sums.total === 0} demo={demo} onDemo={() => acts.demo.mutate()} demoBusy={acts.demo.isPending} />
        )}
        {error && <LoadFailed error={error} small />}
        {sums.total > 0 && <Sum sums={sums} busy={busy} paused={paused} />}
        <Files title={t("drop.need")} icon={<IconAlertTriangle size={16} stroke={1.8} />} alarm count={f.number(sums.need)}>
          {of("need").map((file) => (
            <FailedRow key={file.key} file={file} acts={acts} />
          ))}
        </Files>
        <Files title={t("drop.progress")} icon={<IconLoader2 size={16} stroke={1.8} />} count={f.number(sums.progress + sums.waiting)}>
          {[...of("progress"), ...of("waiting")].map((file) => (
            <MovingRow key={file.key} file={file} />
          ))}
        </Files>
        <Files title={t("drop.read")} icon={<IconCheck size={16} stroke={1.8} />} count={f.number(sums.read)}>
          {of("read").map((file) => (
            <ReadRow key={file.key} file={file} />
          ))}
        </Files>
        {sums.total > 0 && !busy && (
          <Button variant="subtle" size="xs" color="gray" className="quiet drop-clear" onClick={queue.clear}>
            {t("drop.clear")}
          </Button>
        )}
      </div>
    </>
  );
}

function Zone({ first, demo, onDemo, demoBusy }: { first: boolean; demo: boolean; onDemo: () => void; demoBusy: boolean }) {
  const { t } = useTranslation();
  const choose = () => void pickFiles().then((files) => files.length && chosenFiles.add(files));
  return (
    <div className="dropzone" data-first={first || undefined}>
      <IconCloudUpload size={first ? 30 : 22} stroke={1.4} aria-hidden="true" />
      <div className="grow">
        <p>
          <Trans
            i18nKey={first ? "drop.zoneFirst" : "drop.zone"}
            components={{ b: <b />, a: <button type="button" className="link" onClick={choose} /> }}
          />
        </p>
        <p className="meta">{t("drop.limits")}</p>
      </div>
      {demo && (
        <Button variant="default" size="xs" loading={demoBusy} onClick={onDemo}>
          {t("drop.demo")}
        </Button>
      )}
    </div>
  );
}

function Sum({ sums, busy, paused }: { sums: Tally; busy: boolean; paused: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const share = (n: number) => (n / sums.total) * 100;
  const done = sums.read + sums.need;
  const bars = [
    { key: "read", n: sums.read, color: "var(--v-act-fill)" },
    { key: "need", n: sums.need, color: "var(--v-koi-fill)" },
    { key: "progress", n: sums.progress, color: "var(--v-chart-4)" },
    { key: "waiting", n: sums.waiting, color: "var(--v-chart-rest)" },
  ] as const;
  return (
    <section className="drop-sum" aria-label={t("drop.sum")}>
      <div className="row" style={{ alignItems: "baseline" }}>
        <span className="big num">{f.number(done)}</span>
        <span className="ink2">{t("drop.ofDone", { count: sums.total })}</span>
        <span className="grow" />
        <span className="meta" role="status">
          {t(paused && busy ? "drop.isPaused" : busy ? "drop.goesOn" : "drop.allDone")}
        </span>
      </div>
      <Progress.Root size={8} radius="xl">
        {bars.slice(0, 3).map((bar) => (
          <Progress.Section key={bar.key} value={share(bar.n)} color={bar.color} aria-label={t(`drop.${bar.key}Of`, { count: bar.n })} />
        ))}
      </Progress.Root>
      <div className="legend">
        {bars
          .filter((bar) => bar.n > 0)
          .map((bar) => (
            <span key={bar.key}>
              <i style={{ background: bar.color }} />
              <b className="num">{f.number(bar.n)}</b> {t(`drop.${bar.key}Of`, { count: bar.n })}
            </span>
          ))}
      </div>
    </section>
  );
}

function Files({
  title,
  icon,
  count,
  alarm = false,
  children,
}: {
  title: string;
  icon: ReactNode;
  count: string;
  alarm?: boolean;
  children: ReactNode[];
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (children.length === 0) return null;
  const hidden = all || alarm ? 0 : children.length - shownFirst;
  return (
    <section>
      <h2 className={alarm ? "group-h koi" : "group-h"}>
        {icon}
        {title}
        <span className="num">{count}</span>
      </h2>
      <ul>{hidden > 0 ? children.slice(0, shownFirst) : children}</ul>
      {hidden > 0 && (
        <Button variant="subtle" size="xs" color="gray" className="quiet" onClick={() => setAll(true)}>
          {t("drop.showMore", { count: hidden })}
        </Button>
      )}
    </section>
  );
}
