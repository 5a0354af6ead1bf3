import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import { dayKeys } from "@/api/day";
import { keys, useMay } from "@/api/queries";
import type { Job } from "@/api/model";
import * as cards from "@/api/scorecards";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { NoteWarnings } from "@/ui/record/NoteWarnings";
import { toasts } from "@/ui/toast";
import { missing, ratedIn, withRating, words, type AnswerDraft, type Mark } from "./answer";
import { RateCriterion } from "./RateCriterion";
import { useCard } from "./useCard";

interface Props {
  held: cards.Scorecards;
  job: Job;
  about: { id: string; name: { fr: string | null; en: string | null } };
  onGiven: () => void;
  onReload: () => void;
}
/** One's own scorecard about one stage, made for the keyboard: a digit answers and goes on. */
export function CardForm({ held, job, about, onGiven, onReload }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const writes = useMay("edit_jobs");
  const own = held.own.find((one) => one.scorecard.about.id === about.id);
  const card = useCard({ job: held.job_id, person: held.candidate_id, about: about.id, own });
  const { answer, change } = card;
  const { criteria } = held;
  const stops = [...criteria.map((one) => one.id), "recommendation"];
  const [at, setAt] = useState(0);
  // Where the next key answers: keys come faster than the screen is painted.
  const here = useRef(0);
  const moving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const left = missing(answer, criteria);
  const stand = (place: number) => {
    here.current = Math.max(0, Math.min(stops.length - 1, place));
    setAt(here.current);
  };
  const point = (place: number) => {
    clearTimeout(moving.current);
    stand(place);
    const next = here.current;
    const box = document.getElementById(`rate-${stops[next]}`);
    (box?.querySelector<HTMLElement>("input:checked") ?? box?.querySelector<HTMLElement>("input"))?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "nearest" });
  };
  useEffect(() => point(0), []); // eslint-disable-line react-hooks/exhaustive-deps -- where one begins
  const rate = (mark: number) => {
    const stop = stops[here.current];
    if (!stop) return false;
    if (stop === "recommendation") {
      const word = words[mark - 1];
      return word ? change({ ...answer, recommendation: word }) : false;
    }
    change(withRating(answer, stop, { mark: mark as Mark }));
    const next = here.current + 1;
    stand(next);
    // The answer is painted first: the focus lands where it will be.
    clearTimeout(moving.current);
    moving.current = setTimeout(() => point(next));
  };
  useKeys(
    {
      ...Object.fromEntries([0, 1, 2, 3, 4].map((mark) => [String(mark), () => rate(mark)])),
      j: () => point(here.current + 1),
      k: () => point(here.current - 1),
      r: () => document.getElementById(`rate-${stops[here.current]}`)?.querySelector("textarea")?.focus(),
    },
    { help: { "0 – 4": "keys.rate", j: "keys.next", k: "keys.previous", r: "keys.remark" } },
  );
  const give = useMutation({
    mutationFn: (override: boolean) => card.give(override),
    onSuccess: (done) => {
      if (!done) return void setTimeout(() => form.current?.querySelector(".note-warn")?.scrollIntoView({ block: "center" }));
      toasts.done(t(card.given ? "cards.changed" : "cards.given"));
      void client.invalidateQueries({ queryKey: cards.cardKeys.cards(held.job_id, held.candidate_id) });
      void client.invalidateQueries({ queryKey: keys.candidate(held.candidate_id) });
      void client.invalidateQueries({ queryKey: dayKeys.day });
      void client.invalidateQueries({ queryKey: dayKeys.badge });
      onGiven();
    },
    onError: (error) => {
      if (!isStatus(error, 412)) toasts.failed(t(reasonKey(error)));
    },
  });
  const submit = () => {
    setTried(true);
    if (left.length) return point(stops.indexOf(left[0] ?? ""));
    give.mutate(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  const warned = Object.keys(card.warnings).length > 0;
  const textWarnings = card.warnings.text;
  return (
    <form
      className="card-form"
      ref={form}
      noValidate
      aria-label={t("cards.yoursAbout", { stage: f.said(about.name) })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={press}
    >
      <Asked own={own?.scorecard} />
      <Blind held={held} />
      {held.summary && !held.own.some((one) => one.scorecard.state === "given") && <p className="blind">{t("cards.openAlready")}</p>}
      <p className="meta only-wide">{t("cards.howKeys")}</p>
      {criteria.length === 0 && (
        <p className="ink2">
          {t("cards.noCriteria")}{" "}
          {writes && (
            <Link to="/jobs/$id/criteria" params={{ id: job.id }} className="link">
              {t("cards.writeCriteria")}
            </Link>
          )}
        </p>
      )}
      {criteria.map((criterion, i) => (
        <RateCriterion
          key={criterion.id}
          criterion={criterion}
          tied={job.requirements.find((one) => one.id === criterion.requirement_id)?.text}
          rated={ratedIn(answer, criterion.id)}
          cursor={i === at}
          missing={tried && left.includes(criterion.id)}
          warnings={card.warnings[criterion.id]}
          onPoint={() => stand(i)}
          onChange={(next) => change(withRating(answer, criterion.id, next))}
        />
      ))}
      <InAWord
        answer={answer}
        cursor={at === criteria.length}
        missing={tried && left.includes("recommendation")}
        onPoint={() => stand(criteria.length)}
        onChange={change}
      />
      <Textarea
        label={t("cards.text")}
        placeholder={t("cards.textExample")}
        autosize
        minRows={2}
        maxRows={14}
        maxLength={10_000}
        value={answer.text}
        onChange={(event) => change({ ...answer, text: event.currentTarget.value })}
      />
      {textWarnings && <NoteWarnings text={answer.text.trim()} warnings={textWarnings} />}
      {card.keeping === "stale" && (
        <div className="warn-box" role="alert">
          <p>{t("cards.stale")}</p>
          <div>
            <Button size="xs" variant="default" type="button" onClick={onReload}>
              {t("cards.takeOver")}
            </Button>
          </div>
        </div>
      )}
      <div className="row wrap card-acts">
        {warned ? (
          <Button type="button" variant="default" loading={card.giving} onClick={() => give.mutate(true)}>
            {t("cards.warnedOf")}
          </Button>
        ) : (
          <Button type="submit" loading={card.giving} disabled={card.keeping === "stale"}>
            {t(card.given ? "cards.changeIt" : "cards.giveIt")}
          </Button>
        )}
        <span className="meta" role="status">
          {tried && left.length
            ? t("cards.missing", { count: left.length })
            : { untouched: "", stale: "", keeping: t("cards.keeping"), kept: t("cards.kept"), failed: t("cards.notKept") }[card.keeping]}
        </span>
        {!card.given && <span className="meta grow card-draft">{t("cards.draftWhy")}</span>}
      </div>
    </form>
  );
}
function Asked({ own }: { own: cards.Scorecard | undefined }) {
  const { t } = useTranslation();
  const f = useFormat();
  if (!own?.asked_by_name || own.state === "given") return null;
  return (
    <p>
      {own.due_at
        ? t("cards.askedUntil", { name: own.asked_by_name, date: f.day(own.due_at) })
        : t("cards.askedBy", { name: own.asked_by_name })}
    </p>
  );
}
/** Until one's own is given, that others gave theirs is all one learns of them. */
export function Blind({ held }: { held: cards.Scorecards }) {
  const { t } = useTranslation();
  if (held.closed !== "owed" && held.closed !== "not_yours") return null;
  const count = held.asked.filter((one) => one.state === "given").length;
  return <p className="blind">{count === 0 ? t("cards.blind_zero") : t("cards.blind", { count })}</p>;
}
interface WordProps {
  answer: AnswerDraft;
  cursor: boolean;
  missing: boolean;
  onPoint: () => void;
  onChange: (next: AnswerDraft) => void;
}
function InAWord({ answer, cursor, missing, onPoint, onChange }: WordProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="rate" id="rate-recommendation" data-cursor={cursor || undefined} onFocus={onPoint}>
      <legend>
        <span className="strong">{t("cards.recommend")}</span>
      </legend>
      {missing && (
        <p className="koi" role="alert">
          {t("cards.missingWord")}
        </p>
      )}
      <div className="rate-steps">
        {words.map((word, i) => (
          <label key={word} className="rate-step" data-on={answer.recommendation === word || undefined}>
            <input
              type="radio"
              name="recommendation"
              value={word}
              checked={answer.recommendation === word}
              onChange={() => onChange({ ...answer, recommendation: word })}
            />
            <span className="num rate-n" aria-hidden="true">
              {i + 1}
            </span>
            <span>{t(`cards.rec_${word}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
