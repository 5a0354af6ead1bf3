import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import type { Opened, StepPlace, Variant, Written } from "@/api/experiments";
import { templatesQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { unknownFields } from "@/ui/merge";
import { Empty } from "@/ui/states";
import { textsQuery } from "@/ui/texts";
import { toasts } from "@/ui/toast";
import { useKeptDraft } from "@/ui/useKeptDraft";
import { useWrong } from "@/ui/writing/useWrong";
import { began, blank, problem, spokenIn, wordsToday, writtenOf } from "./draft";
import { Frame } from "./Frame";
import { PlanFields } from "./PlanFields";
import { useActs } from "./queries";
import { onToday, saysToday, type StepToday } from "./steps";
import { VariantsEditor } from "./VariantsEditor";
import { StepWhere, TemplateWhere } from "./Where";

interface Props {
  held: Opened | null;
  text: string | undefined;
  /** The mail of a sequence that it is on, and what that says today. */
  step: StepPlace | null;
  today: StepToday | null;
  /** Why it did not begin: said on the draft that was kept of it, which is another page. */
  refused: unknown;
  onRefused: (error: unknown) => void;
}

/** An experiment that is written: what decides first, then the words. Nothing is sent of it until it begins. */
export function DraftPage({ held, text, step, today: sent, refused, onRefused }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const edits = useMay("edit_templates");
  const texts = useQuery(textsQuery).data?.texts ?? [];
  const templates = useQuery(templatesQuery).data?.templates ?? [];
  const { save, start, remove } = useActs();
  const [odd, setOdd] = useState<string[]>([]); // numbers that are none
  const [turn, setTurn] = useState(0); // each taking back empties what was typed in their fields
  const [begun] = useState<Written>(() => first(held, step, sent));
  const about = `experiment.${held?.experiment.id ?? `new.${step?.step_id ?? text ?? ""}`}`;
  const kept = useKeptDraft(about, begun, held?.version ?? 0);
  const { value: words, set: setWords } = kept;
  const changedSince = Boolean(held && sent && !saysToday(held.experiment.variants, sent.words));
  const own = texts.filter((one) => one.text.kind === "mail" && !one.text.archived);
  const place = words.place.kind === "template" ? words.place.template : "";
  const wanted = place || (held ? "" : (text ?? ""));
  const today = wordsToday(wanted, texts, templates);
  const now = step ? (sent?.words ?? {}) : today;
  // Until somebody chooses, the template that one came from; its words once they are there.
  const whole: Written =
    wanted && words.variants.length === 0
      ? {
          ...words,
          place: { kind: "template", template: wanted as "next_step" },
          variants: began(today),
          name: words.name || (own.find((one) => one.text.id === wanted)?.text.name ?? ""),
        }
      : // What was kept, or saved, may have begun with words that are not sent any more.
        { ...words, variants: Object.keys(now).length > 0 ? onToday(words.variants as Variant[], now) : words.variants };
  const variants = whole.variants as Variant[];
  const fields = templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const said = variants.flatMap((one) => spokenIn(variants).map((spoken) => `${one[spoken]?.subject}\n${one[spoken]?.body}`)).join("\n");
  const unknown = fields.length ? unknownFields(said, known) : [];
  const why = problem(whole);
  const failed = save.error ?? start.error ?? refused;
  const wrong = useWrong(failed);
  const change = (changes: Partial<Written>) => {
    onRefused(null);
    setWords({ ...whole, ...changes });
  };
  const putBack = (before: Partial<Written>) => setWords((old) => ({ ...old, ...before }));
  const takeBack = () => {
    onRefused(null);
    setOdd([]);
    setTurn(turn + 1);
    kept.takeBack();
  };
  const choose = (id: string) => {
    const before = { place: whole.place, variants: whole.variants };
    if (variants.length > 0 && JSON.stringify(variants) !== JSON.stringify(began(now)))
      toasts.done(t("experiments.begunAnew"), () => putBack(before));
    change({
      place: { kind: "template", template: id as "next_step" },
      variants: id ? began(wordsToday(id, texts, templates)) : [],
    });
  };
  const keep = (then: (saved: Opened) => void) =>
    save.mutate(
      { held: held && { ...held, version: kept.base }, words: { ...whole, name: whole.name.trim() } },
      {
        onSuccess: (saved) => {
          kept.saved();
          then(saved);
        },
      },
    );
  const open = ({ experiment }: Opened) => void navigate({ to: "/experiments/$id", params: { id: experiment.id }, replace: true });
  const busy = save.isPending || start.isPending;
  const blocked = Boolean(why) || unknown.length > 0 || kept.behind || odd.length > 0;
  const missing = why && {
    text: `experiments.why_${why.what}${why.variants.length === 0 ? "" : why.language ? "In" : "Of"}`,
    letters: f.list(why.variants.map((key) => key.toUpperCase())),
    language: why.language && t(`language.${why.language}`),
  };
  if (step && !sent)
    return (
      <Frame title={held ? held.experiment.name : t("experiments.new")}>
        <Empty
          title={t("experiments.noWordsTitle")}
          acts={
            <Link to="/sequences/$id" params={{ id: step.sequence_id }} className="link">
              {t("experiments.toSequence")}
            </Link>
          }
        >
          {t("experiments.noWords")}
        </Empty>
      </Frame>
    );
  if (!edits && !held)
    return <Frame title={t("experiments.new")}>{<Empty title={t("session.deniedTitle")}>{t("session.denied")}</Empty>}</Frame>;
  return (
    <Frame title={held ? held.experiment.name : t("experiments.new")}>
      <form
        className="exp-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!blocked && !busy)
            keep((saved) =>
              start.mutate(saved, {
                onError: (error) => {
                  onRefused(error);
                  open(saved);
                },
              }),
            );
        }}
      >
        <section className="exp-part">
          <h2>{t("experiments.partWhere")}</h2>
          {step && sent ? (
            <StepWhere step={step} today={sent} changed={changedSince} />
          ) : (
            <p className="meta">{t("experiments.partWhereWhy")}</p>
          )}
          <div className="exp-pair">
            {!step && <TemplateWhere own={own} value={place || wanted} disabled={!edits} onChoose={choose} />}
            <TextInput
              label={t("experiments.name")}
              description={t("experiments.nameWhy")}
              value={whole.name}
              maxLength={120}
              readOnly={!edits}
              error={wrong.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
          </div>
        </section>
        <section className="exp-part">
          <h2>{t("experiments.partPlan")}</h2>
          <p className="meta">{t("experiments.partPlanWhy")}</p>
          <PlanFields
            key={turn}
            plan={{ ...blank.plan, ...whole.plan } as Opened["experiment"]["plan"]}
            variants={Math.max(2, variants.length)}
            readOnly={!edits}
            onStep={step !== null}
            onChange={(changes) => change({ plan: { ...whole.plan, ...changes } })}
            onOdd={(name, is) => setOdd((all) => [...all.filter((one) => one !== name), ...(is ? [name] : [])])}
          />
        </section>
        {variants.length > 0 && (
          <VariantsEditor
            variants={variants}
            fields={fields}
            known={known}
            unknown={unknown}
            errors={wrong}
            readOnly={!edits}
            onChange={(next) => change({ variants: next })}
            onPutBack={(before) => putBack({ variants: before })}
          />
        )}
        {(isStatus(failed, 422) || isStatus(failed, 412)) && (
          <p className="koi" role="alert">
            {isStatus(failed, 422) ? t(serverSaid(wrong), { defaultValue: t(reasonKey(failed)) }) : t(reasonKey(failed))}
          </p>
        )}
        {kept.behind && (
          <p className="koi" role="alert">
            {t("templates.newer")}
          </p>
        )}
        {edits && (
          <div className="row wrap exp-acts">
            <Button type="submit" disabled={blocked} loading={start.isPending}>
              {t("experiments.start")}
            </Button>
            <Button
              variant="default"
              disabled={!whole.name.trim() || variants.length === 0 || kept.behind || odd.length > 0}
              loading={save.isPending && !start.isPending}
              onClick={() =>
                keep((saved) => {
                  toasts.done(t("experiments.keptDraft"));
                  open(saved);
                })
              }
            >
              {t("experiments.keep")}
            </Button>
            {kept.changed && (
              <Button variant="subtle" color="gray" className="quiet" onClick={takeBack}>
                {t("act.cancel")}
              </Button>
            )}
            {held && (
              <Button
                variant="subtle"
                color="gray"
                className="quiet"
                loading={remove.isPending}
                onClick={() => remove.mutate(held, { onSuccess: kept.saved })}
              >
                {t("act.delete")}
              </Button>
            )}
            <span className="meta" role="status">
              {odd.length > 0 ? t("experiments.why_number") : missing ? t(missing.text, missing) : t("experiments.startWhy")}
            </span>
          </div>
        )}
      </form>
    </Frame>
  );
}
/** What the page begins with. Of a step, the first variant is what is published now, whatever a draft began with. */
function first(held: Opened | null, step: StepPlace | null, sent: StepToday | null): Written {
  const written = held ? writtenOf(held.experiment) : step ? { ...blank, place: step } : blank;
  if (!sent) return written;
  const variants = written.variants as Variant[];
  return { ...written, variants: variants.length > 0 ? onToday(variants, sent.words) : began(sent.words) };
}
/** The server's reasons for not beginning, as this client says them. */
function serverSaid(wrong: Record<string, string>): string {
  const all = Object.values(wrong).join(" ");
  if (all.includes("say the same")) return "experiments.why_same";
  if (all.includes("no link")) return "experiments.why_link";
  if (all.includes("same merge fields")) return "experiments.why_fields";
  if (all.includes("what the step says")) return "experiments.why_changed";
  if (all.includes("no words of its own")) return "experiments.noWords";
  return "error.invalid";
}
