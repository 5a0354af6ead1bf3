import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { Opened, Variant, Written } from "@/api/experiments";
import { templatesQuery, useMay } from "@/api/queries";
import { unknownFields } from "@/ui/merge";
import { Empty } from "@/ui/states";
import { textsQuery } from "@/ui/texts";
import { began, blank, problem, spokenIn, wordsToday, writtenOf } from "./draft";
import { Frame } from "./Frame";
import { PlanFields } from "./PlanFields";
import { useActs } from "./queries";
import { VariantsEditor } from "./VariantsEditor";

/** An experiment that is written: what decides first, then the words. Nothing is sent of it until it begins. */
export function DraftPage({ held, text }: { held: Opened | null; text: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const edits = useMay("edit_templates");
  const texts = useQuery(textsQuery).data?.texts ?? [];
  const templates = useQuery(templatesQuery).data?.templates ?? [];
  const { save, start, remove } = useActs();
  const [words, setWords] = useState<Written>(() => (held ? writtenOf(held.experiment) : blank));
  const own = texts.filter((one) => one.text.kind === "mail" && !one.text.archived);
  const place = words.place.kind === "template" ? words.place.template : "";
  const wanted = place || (held ? "" : (text ?? ""));
  const today = wordsToday(wanted, texts, templates);
  // Until somebody chooses, the template that one came from; its words once they are there.
  const whole: Written =
    wanted && words.variants.length === 0
      ? {
          ...words,
          place: { kind: "template", template: wanted as "next_step" },
          variants: began(today),
          name: words.name || (own.find((one) => one.text.id === wanted)?.text.name ?? ""),
        }
      : words;
  const variants = whole.variants as Variant[];
  const fields = templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const said = variants.flatMap((one) => spokenIn(variants).map((spoken) => `${one[spoken]?.subject}\n${one[spoken]?.body}`)).join("\n");
  const unknown = fields.length ? unknownFields(said, known) : [];
  const why = problem(whole);
  const failed = save.error ?? start.error;
  const wrong = fieldErrors(failed);
  const change = (changes: Partial<Written>) => setWords({ ...whole, ...changes });
  const choose = (id: string) =>
    setWords({
      ...whole,
      place: { kind: "template", template: id as "next_step" },
      variants: id ? began(wordsToday(id, texts, templates)) : [],
    });
  const keep = (then: (saved: Opened) => void) =>
    save.mutate({ held, words: { ...whole, name: whole.name.trim() } }, { onSuccess: (saved) => then(saved) });
  const open = ({ experiment }: Opened) => void navigate({ to: "/experiments/$id", params: { id: experiment.id }, replace: true });
  const busy = save.isPending || start.isPending;
  const blocked = Boolean(why) || unknown.length > 0;
  if (!edits && !held)
    return <Frame title={t("experiments.new")}>{<Empty title={t("session.deniedTitle")}>{t("session.denied")}</Empty>}</Frame>;
  return (
    <Frame title={held ? held.experiment.name : t("experiments.new")}>
      <form
        className="exp-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!blocked && !busy) keep((saved) => start.mutate(saved, { onError: () => open(saved) }));
        }}
      >
        <section className="exp-part">
          <h2>{t("experiments.partWhere")}</h2>
          <p className="meta">{t("experiments.partWhereWhy")}</p>
          <div className="exp-pair">
            <NativeSelect
              label={t("experiments.where")}
              value={place || wanted}
              disabled={!edits || (whole.place.kind === "step" && Boolean(held))}
              onChange={(event) => choose(event.currentTarget.value)}
              data={[
                { value: "", label: whole.place.kind === "step" ? t("experiments.inSequence") : t("experiments.pick") },
                ...own.map((one) => ({ value: one.text.id, label: one.text.name })),
                { value: "next_step", label: t("templates.next_step") },
              ]}
            />
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
            plan={{ ...blank.plan, ...whole.plan } as Opened["experiment"]["plan"]}
            variants={Math.max(2, variants.length)}
            readOnly={!edits}
            onChange={(changes) => change({ plan: { ...whole.plan, ...changes } })}
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
          />
        )}
        {(isStatus(failed, 422) || isStatus(failed, 412)) && (
          <p className="koi" role="alert">
            {isStatus(failed, 422) ? t(serverSaid(wrong), { defaultValue: t(reasonKey(failed)) }) : t(reasonKey(failed))}
          </p>
        )}
        {edits && (
          <div className="row wrap exp-acts">
            <Button type="submit" disabled={blocked} loading={start.isPending}>
              {t("experiments.start")}
            </Button>
            <Button
              variant="default"
              disabled={!whole.name.trim() || variants.length === 0}
              loading={save.isPending && !start.isPending}
              onClick={() => keep(open)}
            >
              {t("experiments.keep")}
            </Button>
            {held && (
              <Button variant="subtle" color="gray" className="quiet" loading={remove.isPending} onClick={() => remove.mutate(held)}>
                {t("act.delete")}
              </Button>
            )}
            <span className="meta" role="status">
              {why ? t(`experiments.why_${why}`) : t("experiments.startWhy")}
            </span>
          </div>
        )}
      </form>
    </Frame>
  );
}
/** The server's reasons for not beginning, as this client says them. */
function serverSaid(wrong: Record<string, string>): string {
  const all = Object.values(wrong).join(" ");
  if (all.includes("say the same")) return "experiments.why_same";
  if (all.includes("no link")) return "experiments.why_link";
  if (all.includes("same merge fields")) return "experiments.why_fields";
  return "error.invalid";
}
