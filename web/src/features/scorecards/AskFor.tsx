import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import type { Application, Job } from "@/api/model";
import { useMe, useMembers } from "@/api/queries";
import * as cards from "@/api/scorecards";
import { dayOf, plusDays, useFormat } from "@/i18n/format";
import { isEnd } from "@/ui/hiring/stages";
import { toasts } from "@/ui/toast";

const EVENING = "T18:00:00";
const DAYS = 3;

/** Asks colleagues: whom, about which stage, until when. */
export function AskFor({
  held,
  job,
  application,
  onEnd,
}: {
  held: cards.Scorecards;
  job: Job;
  application: Application;
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const me = useMe().data?.member.id;
  const members = useMembers();
  const today = dayOf(new Date(), f.reader.zone);
  const [about, setAbout] = useState(application.stage_id);
  const [until, setUntil] = useState(plusDays(today, DAYS));
  const [chosen, setChosen] = useState<string[]>([]);
  const asked = new Set(held.asked.filter((one) => one.about.id === about).map((one) => one.member_id));
  const team = new Set(job.team.map((one) => one.member_id));
  const able = members.filter((one) => one.here && one.id !== me && one.role !== "reader" && !asked.has(one.id));
  // A hiring manager sees the jobs of their team only.
  const may = able
    .filter((one) => one.role !== "manager" || team.has(one.id))
    .sort((a, b) => Number(team.has(b.id)) - Number(team.has(a.id)));
  const wanted = chosen.filter((id) => may.some((one) => one.id === id));
  const ask = useMutation({
    mutationFn: () =>
      cards.askForScorecards(held.job_id, held.candidate_id, {
        members: wanted,
        about_id: about,
        ...(until ? { due_at: new Date(`${until}${EVENING}`).toISOString() } : {}),
      }),
    onSuccess: (after) => {
      client.setQueryData(cards.cardKeys.cards(held.job_id, held.candidate_id), after);
      toasts.done(t("cards.askedDone", { count: wanted.length }));
      onEnd();
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  const stages = job.stages.filter((one) => !isEnd(one.kind) && !one.leaving_to);
  return (
    <form
      className="cards-ask"
      aria-label={t("cards.ask")}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted.length) ask.mutate();
      }}
      onKeyDown={(event) => event.key === "Escape" && onEnd()}
    >
      <Checkbox.Group label={t("cards.askWhom")} value={chosen} onChange={setChosen}>
        <div className="cards-who">
          {may.map((one, i) => (
            <Checkbox key={one.id} value={one.id} label={`${one.name}, ${t(`role.${one.role}`).toLocaleLowerCase()}`} autoFocus={i === 0} />
          ))}
          {may.length === 0 && <p className="meta">{t("cards.askNobody")}</p>}
        </div>
      </Checkbox.Group>
      {may.length < able.length && <p className="meta">{t("cards.askOutside")}</p>}
      <div className="pair">
        <NativeSelect
          label={t("cards.askAbout")}
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
          data={stages.map((one) => ({ value: one.id, label: f.said(one.name) }))}
        />
        <TextInput
          type="date"
          label={t("cards.askUntil")}
          value={until}
          min={today}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <div className="row wrap">
        <Button type="submit" disabled={wanted.length === 0} loading={ask.isPending}>
          {t("cards.askDo")}
        </Button>
        <Button variant="subtle" color="gray" className="quiet" onClick={onEnd}>
          {t("act.cancel")}
        </Button>
      </div>
    </form>
  );
}
