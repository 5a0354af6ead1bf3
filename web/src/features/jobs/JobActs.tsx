import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconCopy, IconDots, IconHistory, IconTemplate, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { isStatus, reasonKey } from "@/api/errors";
import type { JobView, NewJob } from "@/api/model";
import { keys, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { openIn } from "@/ui/hiring/stages";
import { toasts } from "@/ui/toast";
import { CloseDialog } from "./CloseDialog";
import { bodyOf, draftOf } from "./draft";
import { useSaved } from "./queries";

/** What one does with a job as a whole: open, close, reopen, copy, keep as a template, delete. */
export function JobActs({ view }: { view: JobView }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { job } = view;
  const saved = useSaved(job.id);
  const audits = useMay("manage_workspace");
  const [closing, setClosing] = useState(false);
  const title = f.said(job.title);
  const onError = (error: unknown) => toasts.failed(t(isStatus(error, 409) ? "jobs.notNow" : reasonKey(error)));
  const publish = useMutation({
    mutationFn: () => hiring.publishJob(job.id),
    onSuccess: (after) => {
      saved.put(after);
      toasts.done(t("jobs.opened", { title }));
    },
    onError,
  });
  const reopen = useMutation({
    mutationFn: () => hiring.reopenJob(job.id),
    onSuccess: (after) => {
      saved.putJob(after);
      saved.refresh();
      toasts.done(t("jobs.reopened", { title }));
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => hiring.deleteJob(job.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.jobs });
      toasts.done(t("jobs.deleted", { title }));
      void navigate({ to: "/jobs", search: { state: job.state } });
    },
    onError: (error) => toasts.failed(t(isStatus(error, 409) ? "jobs.cannotDelete" : reasonKey(error))),
  });
  const keep = useMutation({
    mutationFn: () =>
      hiring.addJob({ ...bodyOf({ ...draftOf(job), opensOn: "", closesOn: "" }), team: [], like: job.id, state: "template" } as NewJob),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: keys.jobs });
      toasts.done(t("jobs.keptAsTemplate", { title }), () =>
        hiring.deleteJob(made.job.id).then(() => client.invalidateQueries({ queryKey: keys.jobs })),
      );
    },
    onError,
  });
  return (
    <>
      {job.state === "draft" && (
        <Button loading={publish.isPending} onClick={() => publish.mutate()}>
          {t("jobs.open")}
        </Button>
      )}
      {job.state === "template" && (
        <Button renderRoot={(props: object) => <Link {...props} to="/jobs/new" search={{ like: job.id }} />}>{t("jobs.fromThis")}</Button>
      )}
      {job.state === "open" && (
        <Button variant="default" disabled={job.work !== null && job.work.kind !== "refresh"} onClick={() => setClosing(true)}>
          {t("jobs.close")}
        </Button>
      )}
      {job.state === "closed" && (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {t("jobs.reopen")}
        </Button>
      )}
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon aria-label={t("jobs.more")}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={16} stroke={1.7} />}
            onClick={() => void navigate({ to: "/jobs/new", search: { like: job.id } })}
          >
            {t("jobs.duplicate")}
          </Menu.Item>
          {job.state !== "template" && (
            <Menu.Item leftSection={<IconTemplate size={16} stroke={1.7} />} onClick={() => keep.mutate()}>
              {t("jobs.saveAsTemplate")}
            </Menu.Item>
          )}
          {audits && (
            <Menu.Item
              leftSection={<IconHistory size={16} stroke={1.7} />}
              renderRoot={(props) => <Link {...props} to="/settings/audit" search={{ job: job.id }} />}
            >
              {t("nav.whoSaw")}
            </Menu.Item>
          )}
          {(job.state === "draft" || job.state === "template") && (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} />} onClick={() => remove.mutate()}>
              {t(job.state === "draft" ? "jobs.deleteDraft" : "jobs.deleteTemplate")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {closing && (
        <CloseDialog
          job={job}
          count={openIn(job.stages, view.counts)}
          onClose={() => setClosing(false)}
          onDone={(after) => {
            saved.putJob(after);
            saved.refresh();
          }}
        />
      )}
    </>
  );
}
