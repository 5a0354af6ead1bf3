import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClockHour4, IconHandStop, IconSend, IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import { jobQuery, useMay, useMe } from "@/api/queries";
import type { SequenceView } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { enrol } from "@/ui/enrol";
import { useKeys } from "@/ui/keys";
import { Empty } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { useWrong } from "@/ui/writing/useWrong";
import { Clashes } from "./Clashes";
import { Frame, Opened } from "./Frame";
import type { Step } from "./model";
import { Picture } from "./Picture";
import { problemsOf, type Problem } from "./problems";
import { PublishDialog } from "./PublishDialog";
import { numbersQuery } from "./queries";
import { SettingsEditor } from "./SettingsEditor";
import { StepEditor } from "./StepEditor";
import { AddStep, StepList } from "./StepList";
import { added, changed, duplicated, fresh, isWait, movedBy, numbers, putBack, removed, type Kind } from "./steps";
import { useDraft, type Saving } from "./useDraft";
import { useStepWords } from "./useStepWords";

const route = getRouteApi("/sequences/$id");
const SETTINGS = "settings";

export function BuilderPage() {
  const { id } = route.useParams();
  return <Opened id={id}>{(view) => <Builder key={id} view={view} />}</Opened>;
}
function Builder({ view }: { view: SequenceView }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const { step: asked } = route.useSearch();
  const { sequence } = view;
  const edits = useMay("run_sequences") && sequence.state !== "archived";
  const me = useMe().data?.member.name;
  const elsewhere = useCallback(
    ({ sequence: { updated_by_name: who } }: SequenceView, what: "stale" | "both"): string =>
      who === me ? t(`seq.${what}_own`) : t(`seq.${what}`, { who: who ?? t("does.someone") }),
    [me, t],
  );
  const draft = useDraft(
    view,
    useCallback((theirs) => toasts.done(elsewhere(theirs, "both")), [elsewhere]),
  );
  const { text, change } = draft;
  const { steps, settings } = text;
  const job = useQuery({ ...jobQuery(settings.job_id ?? ""), enabled: settings.job_id !== null }).data?.job;
  const stages = job?.stages ?? [];
  const concerned = useQuery({ ...numbersQuery(sequence.id), enabled: sequence.version > 0 }).data;
  const words = useStepWords(stages);
  const number = numbers(steps);
  const [publishing, setPublishing] = useState<SequenceView | null>(null);
  const chosen = asked === SETTINGS ? undefined : (steps.find((one) => one.id === asked) ?? steps.find((one) => !isWait(one)) ?? steps[0]);
  const choose = useCallback(
    (id: string | undefined) =>
      void navigate({ to: "/sequences/$id", params: { id: sequence.id }, search: id ? { step: id } : {}, replace: true }),
    [navigate, sequence.id],
  );
  const setSteps = (next: Step[]) => change((old) => ({ ...old, steps: next }));
  const add = (kind: Kind) => {
    const step = fresh(kind, f.reader.language);
    setSteps(added(steps, step, f.reader.language));
    choose(step.id);
    focusEditor();
  };
  const remove = (id: string) => {
    const gone = steps.find((one) => one.id === id);
    if (!gone) return;
    const next = removed(steps, id);
    const at = Math.min(
      steps.findIndex((one) => one.id === id),
      next.length - 1,
    );
    setSteps(next);
    choose(next[at]?.id);
    toasts.done(t("seq.removed", { name: words.title(gone) }), () => {
      change((old) => ({ ...old, steps: putBack(old.steps, steps, next) }));
      choose(id);
    });
  };
  const copy = (id: string) => {
    const next = duplicated(steps, id);
    setSteps(next);
    choose(next[next.findIndex((one) => one.id === id) + 1]?.id);
  };
  const open = (id: string) => {
    choose(id);
    showEditor();
  };
  const walk = (by: number) => {
    const at = steps.findIndex((one) => one.id === chosen?.id);
    choose(steps[Math.max(0, Math.min(steps.length - 1, at + by))]?.id);
  };
  const carry = (by: number) => (chosen && edits ? setSteps(movedBy(steps, chosen.id, by)) : false);
  useKeys(
    {
      j: () => walk(1),
      k: () => walk(-1),
      d: () => (chosen && edits ? copy(chosen.id) : false),
      Delete: () => (chosen && edits ? remove(chosen.id) : false),
      "<": () => carry(-1),
      ">": () => carry(1),
      "+": () => (edits ? document.querySelector<HTMLElement>("[data-add-step]")?.click() : false),
      "-": () => (edits ? open(SETTINGS) : false),
    },
    {
      help: {
        j: "keys.nextStep",
        k: "keys.previousStep",
        ...(edits
          ? {
              "+": "keys.addStep",
              d: "keys.copyStep",
              "<": "keys.stepUp",
              ">": "keys.stepDown",
              "Alt ↑↓": "keys.stepMove",
              Delete: "keys.removeStep",
              "-": "keys.sendingHours",
            }
          : {}),
      },
    },
  );
  const problems = edits ? problemsOf(text, draft.dirty ? [] : view.problems, number) : [];
  const publish = async () => {
    const held = await draft.settle();
    if (held && held.problems.length === 0) setPublishing(held);
  };
  const unpublished = draft.dirty || sequence.changed;
  const addPeople = () => enrol.open({ sequenceId: sequence.id });
  const mayAdd = edits && sequence.state === "active";
  return (
    <>
      <Frame view={view} tab="steps" name={text.name}>
        {edits && <SavingState saving={draft.saving} onRetry={() => void draft.retry()} />}
        {mayAdd && (
          <Button
            aria-label={t("seq.addPeople")}
            variant={unpublished ? "default" : "filled"}
            leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden="true" />}
            onClick={addPeople}
          >
            <span className="only-wide">{t("seq.addPeople")}</span>
            <span className="add-short">{t("people.add")}</span>
          </Button>
        )}
        {edits && unpublished && (
          <Button
            leftSection={<IconSend size={16} stroke={1.7} aria-hidden="true" />}
            disabled={problems.length > 0 || draft.saving.is === "stale"}
            loading={draft.saving.is === "saving"}
            onClick={() => void publish()}
          >
            {t("seq.publish")}
          </Button>
        )}
      </Frame>
      {draft.saving.is === "stale" && (
        <Clashes clashes={draft.saving.clashes} words={words} onResolve={draft.resolve}>
          {elsewhere(draft.saving.theirs, "stale")}
        </Clashes>
      )}
      {sequence.state === "paused" && <p className="notice-bar">{t("seq.pausedWhy")}</p>}
      {sequence.state === "archived" && <p className="notice-bar">{t("seq.archivedWhy")}</p>}
      <div className="seq scroll" tabIndex={0} role="region" aria-label={t("seq.tab_steps")}>
        {number.size > 0 && <Picture steps={steps} settings={settings} chosen={chosen?.id} numbers={concerned} onChoose={open} />}
        <div className="seq-cols">
          <div>
            {steps.length === 0 ? (
              <Empty title={t("seq.noStepsTitle")} acts={edits && <AddStep disabled={false} onAdd={add} />}>
                {t("seq.noSteps")}
              </Empty>
            ) : (
              <StepList
                list={steps}
                chosen={chosen?.id}
                words={words}
                readOnly={!edits}
                onChoose={open}
                onChange={setSteps}
                onAdd={add}
                onCopy={copy}
                onRemove={remove}
              />
            )}
            <Problems problems={problems} onChoose={open} />
            <section className="stops">
              <h2>
                <IconClockHour4 size={16} stroke={1.7} aria-hidden="true" /> {t("seq.leaves")}
              </h2>
              <p className="ink2">
                {t("seq.leavesWhen", { days: words.days(settings.days), hours: words.hours(settings), zone: words.zone(settings) })}
                {job && ` ${t("seq.about", { job: f.said(job.title) })}`}
              </p>
              <button type="button" className="link" aria-current={asked === SETTINGS || undefined} onClick={() => open(SETTINGS)}>
                {t(edits ? "seq.changeSettings" : "seq.seeSettings")}
              </button>
            </section>
            <section className="stops">
              <h2>
                <IconHandStop size={16} stroke={1.7} aria-hidden="true" /> {t("seq.stops")}
              </h2>
              <p className="ink2">{t(settings.stop_on_stage_change ? "seq.stopsWhy" : "seq.stopsWhyNoStage")}</p>
            </section>
          </div>
          <div id="step-editor">
            {asked === SETTINGS ? (
              <SettingsEditor
                name={text.name}
                settings={settings}
                words={words}
                readOnly={!edits}
                onName={(name) => change((old) => ({ ...old, name }))}
                onChange={(next) => change((old) => ({ ...old, settings: next }))}
              />
            ) : (
              chosen && (
                <StepEditor
                  key={chosen.id}
                  view={view}
                  concerned={concerned?.get(chosen.id)}
                  step={chosen}
                  list={steps}
                  number={number.get(chosen.id)}
                  settings={settings}
                  stages={stages}
                  words={words}
                  readOnly={!edits}
                  onChange={(next) => change((old) => ({ ...old, steps: changed(old.steps, next) }))}
                  onWait={(before) => {
                    const at = steps.findIndex((one) => one.id === before);
                    setSteps([...steps.slice(0, at), fresh("wait", f.reader.language), ...steps.slice(at)]);
                  }}
                />
              )
            )}
          </div>
        </div>
      </div>
      {publishing && <PublishDialog view={publishing} words={words} onClose={() => setPublishing(null)} />}
    </>
  );
}
/** Where the editor stands under the list, what was chosen is brought into sight. */
const showEditor = () =>
  setTimeout(() => {
    const editor = document.getElementById("step-editor");
    if (editor && editor.getBoundingClientRect().top > innerHeight / 2) editor.scrollIntoView({ block: "start" });
  }, 50);
/** On a phone the editor stands under the list: what was just added is brought there. */
const focusEditor = () =>
  setTimeout(() => {
    const editor = document.getElementById("step-editor");
    for (const first of ["[data-first]", ".merge textarea", "input"]) {
      const field = editor?.querySelector<HTMLElement>(first);
      if (field) return field.focus();
    }
  }, 50);

function SavingState({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const { t } = useTranslation();
  const failed = saving.is === "failed";
  const [invalid] = Object.values(useWrong(failed ? saving.error : null));
  return (
    <span className="meta seq-saving" role="status" data-is={saving.is}>
      {failed ? (
        <>
          <span className="koi">{invalid ? t("seq.saving_refused", { why: invalid }) : t(reasonKey(saving.error))}</span>{" "}
          {!invalid && (
            <button type="button" className="link meta" onClick={onRetry}>
              {t("act.retry")}
            </button>
          )}
        </>
      ) : (
        t(`seq.saving_${saving.is}`)
      )}
    </span>
  );
}
function Problems({ problems, onChoose }: { problems: Problem[]; onChoose: (at: string) => void }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <section className="seq-problems" aria-labelledby="seq-problems">
      <h2 id="seq-problems">
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" /> {t("seq.before")}
      </h2>
      <ul>
        {problems.map((one) => (
          <li key={`${one.at} ${one.key}`}>
            {one.at === "add" ? (
              t(one.key)
            ) : (
              <button type="button" className="link" onClick={() => onChoose(one.at)}>
                {one.number === undefined ? t(one.key) : t("seq.inStep", { n: one.number, what: t(one.key) })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
