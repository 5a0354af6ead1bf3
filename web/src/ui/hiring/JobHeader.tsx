import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "@/api/model";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Header } from "@/ui/parts";
import { payRange } from "./pay";

const tabs = ["board", "about", "criteria", "stages", "tasks", "shared", "history"] as const;
export type JobTab = (typeof tabs)[number];
const to = {
  board: "/jobs/$id",
  about: "/jobs/$id/about",
  criteria: "/jobs/$id/criteria",
  stages: "/jobs/$id/stages",
  tasks: "/jobs/$id/tasks",
  shared: "/jobs/$id/shared",
  history: "/jobs/$id/history",
} as const;

/** A job's name, how many are considered, and its parts. */
export function JobHeader({ job, open, tab, children }: { job: Job; open: number; tab: JobTab; children?: ReactNode }) {
  const { t } = useTranslation();
  const f = useFormat();
  const edits = useMay("edit_jobs");
  const shares = useMay("share_people");
  const title = f.said(job.title);
  return (
    <Header
      title={<span title={title}>{title}</span>}
      count={job.state === "open" ? t("jobs.openCount", { count: open, n: f.number(open) }) : t(`jobs.is_${job.state}`)}
      tabs={
        <nav className="views" aria-label={t("jobs.parts")}>
          {tabs
            .filter((one) => edits || one !== "stages")
            .filter((one) => shares || one !== "shared")
            .filter((one) => job.state !== "template" || !["board", "tasks", "shared"].includes(one))
            .map((one) => (
              <Link
                key={one}
                to={to[one]}
                params={{ id: job.id }}
                data-on={tab === one || undefined}
                aria-current={tab === one ? "page" : undefined}
              >
                {t(`jobs.tab_${one}`)}
              </Link>
            ))}
        </nav>
      }
    >
      <JobFacts job={job} />
      {children}
    </Header>
  );
}
function JobFacts({ job }: { job: Job }) {
  const { t } = useTranslation();
  const pay = usePay();
  const said = [...job.places.slice(0, 2), job.pay ? pay(job.pay) : null, t("jobs.answerWithin", { count: job.answer_within_days })].filter(
    Boolean,
  );
  return <span className="meta only-wide cut job-facts">{said.join(", ")}</span>;
}
/** 48 to 56 k€ a year. */
export function usePay() {
  const { t } = useTranslation();
  const { reader } = useFormat();
  return (pay: NonNullable<Job["pay"]>): string => {
    const { from, to: until } = payRange(pay, reader);
    const range =
      from && until
        ? t("pay.range", { from, to: until })
        : from
          ? pay.maximum === null
            ? t("pay.from", { from })
            : from
          : t("pay.upTo", { to: until });
    return pay.period === "year" ? range : t(`pay.per_${pay.period}`, { range });
  };
}
