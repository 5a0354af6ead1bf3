import { Button, Tooltip, ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenedCandidate } from "@/api/model";
import { useMay } from "@/api/queries";
import "@/ui/css/meet.css";
import { InterviewRow } from "./InterviewRow";
import { nextThenPast } from "./standing";

const SHOWN = 2; // of what is past, at first
interface Props {
  opened: OpenedCandidate;
  name: string;
  /** One that somebody was led to. */
  marked: string | null;
}
/** A person's interviews: what is next, then what is past. */
export function Interviews({ opened, name, marked }: Props) {
  const { t } = useTranslation();
  const moves = useMay("move_people");
  const { interviews, applications, candidate } = opened;
  const { next, past } = nextThenPast(interviews);
  const [all, setAll] = useState(false);
  const hidden = past.slice(SHOWN).some((one) => one.id === marked);
  useEffect(() => {
    if (hidden) setAll(true);
  }, [hidden]);
  const standing = applications.find((one) => !one.end);
  if (interviews.length === 0) return null;
  const several = new Set(applications.map((one) => one.job_id)).size > 1;
  const row = (one: (typeof interviews)[number]) => (
    <InterviewRow
      key={one.id}
      one={one}
      name={name}
      open={applications.some((a) => a.job_id === one.job_id && !a.end)}
      several={several}
      marked={one.id === marked}
    />
  );
  const shown = all ? past : past.slice(0, SHOWN);
  return (
    <section className="meetings" aria-labelledby="meetings">
      <div className="sec">
        <h2 id="meetings">{t("meet.list")}</h2>
        {moves && standing && (
          <Tooltip label={t("meet.plan")}>
            <ActionIcon
              aria-label={t("meet.plan")}
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/people/$id"
                  params={{ id: candidate.id }}
                  search={{ tab: "timeline", meet: "new", job: standing.job_id }}
                />
              )}
            >
              <IconPlus size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <ul>{next.map(row)}</ul>
      {past.length > 0 && (
        <>
          {next.length > 0 && <h3 className="meta meetings-past">{t("meet.past")}</h3>}
          <ul>{shown.map(row)}</ul>
          {past.length > SHOWN && (
            <Button size="xs" variant="subtle" color="gray" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t("act.less") : t("meet.allPast", { count: past.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
