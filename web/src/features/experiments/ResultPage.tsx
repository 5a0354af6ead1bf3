import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useEffect, useRef, useState } from "react";
import type { Opened, InFlight, VariantKey, Behind } from "@/api/experiments";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { focusIfLost } from "@/ui/focusBack";
import { Frame } from "./Frame";
import { PeopleBehind } from "./PeopleBehind";
import { Picture } from "./Picture";
import { InFlightChoice } from "./PlanFields";
import { useActs } from "./queries";
import { next, percent } from "./said";
import { usePlaceName } from "./usePlaceName";
import { WordsShown } from "./WordsShown";

/** An experiment that was begun: what its counts say today, and what to do about it. */
export function ResultPage({ opened, variant, which }: { opened: Opened; variant: VariantKey | undefined; which: Behind | undefined }) {
  const { t } = useTranslation();
  const { experiment } = opened;
  const edits = useMay("edit_templates");
  const onStep = experiment.place.kind === "step";
  const [flight, setFlight] = useState<InFlight>(experiment.plan.in_flight);
  return (
    <Frame title={experiment.name} acts={<Acts opened={opened} flight={onStep ? flight : null} />}>
      <Head opened={opened} />
      <Picture opened={opened} />
      {variant && which && <PeopleBehind opened={opened} variant={variant} which={which} />}
      {onStep && edits && experiment.state !== "adopted" && (
        <InFlightChoice
          help={experiment.plan.adopt === "by_itself" ? t("experiments.flightByHand") : undefined}
          value={flight}
          disabled={false}
          onChange={setFlight}
        />
      )}
      <Decided opened={opened} />
      <WordsShown experiment={experiment} />
    </Frame>
  );
}
function Acts({ opened: { experiment, verdict }, flight }: { opened: Opened; flight: InFlight | null }) {
  const { t } = useTranslation();
  const edits = useMay("edit_templates");
  const { stop, resume, adopt, giveBack } = useActs();
  if (!edits) return null;
  if (experiment.state === "adopted")
    return (
      <Button variant="default" loading={giveBack.isPending} onClick={() => giveBack.mutate(experiment.id)}>
        {t("experiments.giveBack")}
      </Button>
    );
  const take = (variant: VariantKey) => adopt.mutate({ id: experiment.id, variant, flight });
  const others = experiment.variants.filter(({ key }) => key !== verdict.winner);
  return (
    <div className="row wrap exp-do">
      {verdict.winner && (
        <Button loading={adopt.isPending} onClick={() => verdict.winner && take(verdict.winner)}>
          {t("experiments.adoptWinner", { letter: verdict.winner.toUpperCase() })}
        </Button>
      )}
      {experiment.state === "running" ? (
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(experiment.id)}>
          {t("experiments.stop")}
        </Button>
      ) : (
        <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate(experiment.id)}>
          {t("experiments.resume")}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" className="quiet" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {t("experiments.take")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t(verdict.winner ? "experiments.takeOther" : "experiments.takeAny")}</Menu.Label>
          {others.map(({ key }) => (
            <Menu.Item key={key} onClick={() => take(key)}>
              {t("experiments.takeThis", { letter: key.toUpperCase() })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
function Head({ opened: { experiment, verdict } }: { opened: Opened }) {
  const { t } = useTranslation();
  const f = useFormat();
  const nameOf = usePlaceName();
  const { place, plan, adopted } = experiment;
  const letters = f.list(verdict.leading.map((key) => key.toUpperCase()));
  const follows = next(verdict);
  const said = useRef<HTMLParagraphElement>(null);
  const before = useRef(experiment.state);
  // The button that was pressed is gone with what it did.
  useEffect(() => {
    if (experiment.state !== before.current) focusIfLost(said.current);
    before.current = experiment.state;
  }, [experiment.state]);
  const winner = verdict.results.find((one) => one.variant === verdict.winner);
  const values = {
    letter: (verdict.winner ?? "a").toUpperCase(),
    letters,
    count: plan.difference,
    rate: winner?.rate ? percent(winner.rate, f.reader.language) : "",
  };
  return (
    <section className="exp-head" aria-label={t("experiments.verdict")}>
      <p className="meta">
        {place.kind === "template" && place.template !== "next_step" ? (
          <Link to="/settings/texts/$id" params={{ id: place.template }} className="link">
            {nameOf(place)}
          </Link>
        ) : place.kind === "step" ? (
          <Link to="/sequences/$id" params={{ id: place.sequence_id }} search={{ step: place.step_id }} className="link">
            {nameOf(place)}
          </Link>
        ) : (
          nameOf(place)
        )}
        {experiment.started_at && <> · {t("experiments.since", { when: f.day(experiment.started_at) })}</>}
        {experiment.stopped_at && <> · {t("experiments.until", { when: f.day(experiment.stopped_at) })}</>}
      </p>
      <p className="exp-verdict serif" tabIndex={-1} ref={said} data-won={verdict.said === "winner" || undefined}>
        {t(`experiments.said_${verdict.said}`, values)}
      </p>
      {adopted ? (
        <p className="ink2">
          {t(
            adopted.said !== "winner"
              ? "experiments.nowSentUnproven"
              : place.kind === "step"
                ? "experiments.nowSentStep"
                : "experiments.nowSent",
            {
              letter: adopted.variant.toUpperCase(),
              who: adopted.by_name || "Vivier",
              when: f.day(adopted.at),
            },
          )}
        </p>
      ) : follows && experiment.state === "running" ? (
        <p className="ink2">
          {t(follows.key, { ...follows.values, people: f.number(Number(follows.values.count)), days: verdict.days ?? 1 })}
        </p>
      ) : (
        experiment.state === "stopped" && <p className="ink2">{t("experiments.stoppedWhy")}</p>
      )}
      {verdict.said === "winner" && <p className="meta">{t("experiments.sure")}</p>}
      {experiment.kept && experiment.state === "running" && <p className="koi">{t("experiments.kept")}</p>}
    </section>
  );
}
/** What was named before the first mail: it stays as it was. */
function Decided({ opened: { experiment } }: { opened: Opened }) {
  const { t } = useTranslation();
  const { plan, place } = experiment;
  const facts = [
    [t("experiments.metric"), t(`experiments.metric_${plan.metric}`)],
    [t("experiments.window"), t("experiments.days", { count: plan.window_days })],
    [t("experiments.difference"), t("experiments.points", { count: plan.difference })],
    [t("experiments.minimumDays"), t("experiments.days", { count: plan.minimum_days })],
    [t("experiments.minimumPeople"), t("experiments.people", { count: plan.minimum_people })],
    [t("experiments.adoption"), t(`experiments.adopt_${plan.adopt}`)],
    ...(place.kind === "step" ? [[t("experiments.underWay"), t(`experiments.flight_${plan.in_flight}`)]] : []),
  ];
  return (
    <section className="exp-decided" aria-label={t("experiments.decided")}>
      <h2>{t("experiments.decided")}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="meta">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {place.kind === "step" && <p className="meta exp-who">{t("experiments.stepWho")}</p>}
    </section>
  );
}
