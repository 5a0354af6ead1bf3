import { Link } from "@tanstack/react-router";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/model";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";

/** The jobs that the person stands in, where, and what colleagues say of them there. */
export function Standing({ candidateId, applications }: { candidateId: string; applications: Application[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const gives = useMay("give_scorecards");
  if (applications.length === 0) return null;
  const open = [...applications].sort((a, b) => Number(a.end !== null) - Number(b.end !== null));
  return (
    <section className="standing" aria-labelledby="standing">
      <div className="sec">
        <h2 id="standing">{t("candidate.jobs")}</h2>
      </div>
      <ul>
        {open.map((one) => (
          <li key={one.job_id}>
            <span className="two">
              <Link to="/jobs/$id" params={{ id: one.job_id }} className="strong cut">
                {f.said(one.job_title)}
              </Link>
              <span className="meta row">
                <StageGlyph kind={one.stage_kind} size={14} />
                {f.said(one.stage_name)}
              </span>
            </span>
            {gives && !one.end && (
              <Button
                size="xs"
                variant="default"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/people/$id"
                    params={{ id: candidateId }}
                    search={{ tab: "timeline", job: one.job_id, scorecard: one.stage_id }}
                  />
                )}
                aria-label={t("candidate.scorecardIn", { job: f.said(one.job_title) })}
              >
                {t("candidate.scorecard")}
              </Button>
            )}
            <Link
              to="/people/$id"
              params={{ id: candidateId }}
              search={{ tab: "timeline", job: one.job_id, scorecard: "all" }}
              className="link"
              aria-label={t("candidate.sideBySideIn", { job: f.said(one.job_title) })}
            >
              {t("candidate.sideBySide")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
