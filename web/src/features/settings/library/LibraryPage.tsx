import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots, IconFileText, IconRoute, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import * as hiring from "@/api/hiring";
import type { JobCard, NewJob, StageText } from "@/api/model";
import { jobQuery, jobsQuery, keys, libraryQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { SettingsFrame } from "../SettingsFrame";
import { again } from "./again";

/** What jobs begin with: the workspace's own templates, and the ready-made pipelines. */
export function LibraryPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const own = useQuery(jobsQuery("template"));
  const ready = useQuery(libraryQuery);
  const adapt = useAdapt();
  const remove = useRemove();
  return (
    <SettingsFrame title={t("library.title")}>
      <p className="ink2 settings-lead">{t("library.why")}</p>
      <section className="library" aria-labelledby="library-own">
        <h2 id="library-own">{t("library.yours")}</h2>
        {own.isPending ? (
          <Skeleton rows={2} shape="field" />
        ) : own.isError ? (
          <LoadFailed small error={own.error} retry={own.refetch} />
        ) : own.data.length === 0 ? (
          <p className="meta">{t("library.yoursNone")}</p>
        ) : (
          <ul>
            {own.data.map(({ job }) => (
              <Entry
                key={job.id}
                name={
                  <Link to="/jobs/$id/stages" params={{ id: job.id }} className="name">
                    {f.said(job.title)}
                  </Link>
                }
                stages={job.stages.filter((stage) => !stage.leaving_to)}
                acts={
                  <>
                    <Button
                      renderRoot={(props) => <Link {...props} to="/jobs/new" search={{ like: job.id }} />}
                      variant="default"
                      size="xs"
                    >
                      {t("library.use")}
                    </Button>
                    <More job={job} onRemove={() => remove.mutate(job)} />
                  </>
                }
              />
            ))}
          </ul>
        )}
      </section>
      <section className="library" aria-labelledby="library-ready">
        <h2 id="library-ready">{t("library.ready")}</h2>
        {ready.isPending ? (
          <Skeleton rows={4} shape="field" />
        ) : ready.isError ? (
          <LoadFailed small error={ready.error} retry={ready.refetch} />
        ) : (
          <ul>
            {Object.entries(ready.data.pipelines).map(([key, stages]) => (
              <Entry
                key={key}
                name={<span className="strong">{t(`pipeline.${key}`, { defaultValue: key })}</span>}
                stages={stages as StageText[]}
                acts={
                  <>
                    <Button
                      renderRoot={(props) => <Link {...props} to="/jobs/new" search={{ pipeline: key }} />}
                      variant="default"
                      size="xs"
                    >
                      {t("library.use")}
                    </Button>
                    <Button
                      variant="subtle"
                      color="gray"
                      size="xs"
                      className="quiet"
                      loading={adapt.isPending && adapt.variables.key === key}
                      onClick={() => adapt.mutate({ key, name: t(`pipeline.${key}`, { defaultValue: key }) })}
                    >
                      {t("library.adapt")}
                    </Button>
                  </>
                }
              />
            ))}
          </ul>
        )}
      </section>
    </SettingsFrame>
  );
}
interface Shown {
  kind: StageText["kind"];
  name: { fr?: string | null; en?: string | null };
}
function Entry({ name, stages, acts }: { name: ReactNode; stages: Shown[]; acts: ReactNode }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <li className="library-entry">
      <div className="grow">
        {name}
        <ol className="way" aria-label={t("library.stages", { count: stages.length })}>
          {stages.map((stage, i) => (
            <li key={i} className="stage">
              <StageGlyph kind={stage.kind} />
              {f.said({ fr: stage.name.fr ?? null, en: stage.name.en ?? null })}
            </li>
          ))}
        </ol>
      </div>
      <div className="row">{acts}</div>
    </li>
  );
}
function More({ job, onRemove }: { job: JobCard; onRemove: () => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={t("members.menu", { name: f.said(job.title) })}>
          <IconDots size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconRoute size={16} stroke={1.7} />}
          renderRoot={(props) => <Link {...props} to="/jobs/$id/stages" params={{ id: job.id }} />}
        >
          {t("library.edit")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileText size={16} stroke={1.7} />}
          renderRoot={(props) => <Link {...props} to="/jobs/$id/about" params={{ id: job.id }} />}
        >
          {t("library.about")}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} />} onClick={onRemove}>
          {t("library.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
/** A ready-made pipeline as a template of one's own, opened at its stages. */
function useAdapt() {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ key, name }: { key: string; name: string }) =>
      hiring.addJob({ title: { [f.reader.language]: name }, pipeline: key, state: "template" } as NewJob),
    onSuccess: ({ job }) => {
      void client.invalidateQueries({ queryKey: keys.jobs });
      toasts.done(t("library.adapted", { title: f.said(job.title) }));
      void navigate({ to: "/jobs/$id/stages", params: { id: job.id } });
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
function useRemove() {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.jobs });
  return useMutation({
    mutationFn: async (card: JobCard) => {
      const { job } = await client.fetchQuery(jobQuery(card.id));
      await hiring.deleteJob(card.id);
      return job;
    },
    onSuccess: (job) => {
      void refresh();
      const title = f.said(job.title);
      toasts.done(t("library.removed", { title }), () =>
        hiring.addJob(again(job)).then(() => {
          void refresh();
          toasts.done(t("library.restored", { title }));
        }),
      );
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
