import { IconCheck, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { reasonKey } from "@/api/errors";
import { keys, useOpenJobs } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import { failed, whyNot } from "./failures";
import { FindPopover } from "./FindPopover";

interface Props {
  people: string[];
  /** Jobs that all of them stand in already. */
  inJobs?: readonly string[];
  opened: boolean;
  onClose: () => void;
  onDone?: (jobId: string) => void;
  target: ReactNode;
}
/** Puts people into an open job that is found by its title. */
export function AddToJob({ people, inJobs = [], opened, onClose, onDone, target }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const jobs = useOpenJobs();
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const found = (jobs.data ?? []).filter(({ job }) => f.said(job.title).toLocaleLowerCase().includes(wanted)).slice(0, 8);
  const put = async (jobId: string, title: string) => {
    onClose();
    try {
      const done = await hiring.putInJob(jobId, people);
      const wrong = failed(done);
      const count = done.length - wrong.length;
      const [first] = wrong;
      if (first) toasts.failed(people.length === 1 ? whyNot(t, first) : t("board.failed", { count: wrong.length, of: people.length }));
      else toasts.done(t("board.putIn", { count, job: title }));
      if (count > 0) onDone?.(jobId);
      for (const id of people) void client.invalidateQueries({ queryKey: keys.candidate(id) });
      void client.invalidateQueries({ queryKey: keys.board(jobId) });
      void client.invalidateQueries({ queryKey: keys.jobs });
    } catch (error) {
      toasts.failed(t(reasonKey(error)));
    }
  };
  return (
    <FindPopover
      title={t("board.putInJob")}
      find={t("board.findJob")}
      text={text}
      onText={setText}
      onEnter={() => {
        const first = found.find(({ job }) => !inJobs.includes(job.id));
        if (first) void put(first.job.id, f.said(first.job.title));
      }}
      opened={opened}
      onClose={onClose}
      target={target}
    >
      <ul className="pick">
        {found.map(({ job }) => {
          const there = inJobs.includes(job.id);
          return (
            <li key={job.id}>
              <button type="button" className="pick-person" disabled={there} onClick={() => void put(job.id, f.said(job.title))}>
                <span className="cut grow">{f.said(job.title)}</span>
                {there ? <IconCheck size={15} aria-label={t("board.isIn")} /> : <IconPlus size={15} aria-hidden="true" />}
              </button>
            </li>
          );
        })}
        {jobs.isSuccess && found.length === 0 && (
          <li className="meta pick-none">
            {t("board.noSuchJob")}{" "}
            <Link to="/jobs/new" className="link">
              {t("jobs.new")}
            </Link>
          </li>
        )}
      </ul>
    </FindPopover>
  );
}
