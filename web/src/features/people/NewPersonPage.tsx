import { Button, Checkbox, NativeSelect, Radio, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import * as hiring from "@/api/hiring";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { NewCandidate, Relation } from "@/api/model";
import { keys, useCounts, useRefreshLists } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Header } from "@/ui/parts";
import { toasts } from "@/ui/toast";
import { checkNew, type Draft } from "./draft";

const route = getRouteApi("/people/new");
const sources = ["typed", "email", "phone", "event", "referral", "network"];
const blank: Draft = { name: "", email: "", phone: "", headline: "", location: "", link: "" };

export function NewPersonPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { job } = route.useSearch();
  const refresh = useRefreshLists();
  const [draft, setDraft] = useState(blank);
  const [left, setLeft] = useState<Set<string>>(new Set());
  const [relation, setRelation] = useState<Relation | null>(null);
  const [source, setSource] = useState("typed");
  const [back, setBack] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const known = Object.keys(useCounts().data?.sources ?? {});
  const add = useMutation({
    mutationFn: async (body: NewCandidate) => {
      const person = await api.addCandidate(body);
      if (job) await hiring.putInJob(job, [person.id]);
      return person;
    },
    onSuccess: (person) => {
      refresh();
      void client.invalidateQueries({ queryKey: keys.jobs });
      toasts.done(t("people.added", { name: person.fields.name?.value ?? "" }));
      if (job) void navigate({ to: "/jobs/$id", params: { id: job } });
      else void navigate({ to: "/people/$id", params: { id: person.id } });
    },
    onError: () => focusFirstError(),
  });
  const wrong = checkNew(draft);
  const said = fieldErrors(add.error);
  const errorOf = (name: keyof Draft) =>
    left.has(name) && wrong[name] ? t(wrong[name]) : (said[name] ?? (name === "link" ? said.links : undefined));
  const focusFirstError = () =>
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true'], [data-needed='true'] input")?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set([...Object.keys(draft), "relation"]));
    if (Object.keys(wrong).length > 0 || !relation) return focusFirstError();
    const { link, ...rest } = draft;
    const filled = Object.fromEntries(Object.entries(rest).filter(([, v]) => v.trim() !== "")) as Omit<Draft, "link">;
    add.mutate({
      ...filled,
      relation,
      source,
      ...(erasedAt && back ? { came_back: true } : {}),
      ...(link.trim() ? { links: [link.trim()] } : {}),
    });
  };
  const text = (name: keyof Draft, more: object = {}) => (
    <TextInput
      label={t(`field.${name}`)}
      value={draft[name]}
      error={errorOf(name)}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      onBlur={() => draft[name] !== "" && setLeft(new Set([...left, name]))}
      {...more}
    />
  );
  const erasedAt = isStatus(add.error, 409) && add.error.code === "AskedToBeErased" ? String(add.error.details.erased_at) : null;
  const twin = isStatus(add.error, 409) ? add.error.details.candidate_id : undefined;
  return (
    <>
      <Header title={t("people.newTitle")} />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("people.newTitle")}>
        <form className="page-form" onSubmit={submit} noValidate ref={form}>
          {text("name", { required: true, withAsterisk: false, "data-autofocus": true, autoFocus: true, autoComplete: "off" })}
          <div className="pair">
            {text("email", { type: "email", inputMode: "email", description: t("people.oneOf"), autoComplete: "off" })}
            {text("phone", { type: "tel", inputMode: "tel", autoComplete: "off" })}
          </div>
          {text("headline")}
          <div className="pair">
            {text("location")}
            {text("link", { type: "url", placeholder: "https://" })}
          </div>
          <Radio.Group
            label={t("people.relation")}
            value={relation}
            onChange={(value) => setRelation(value as Relation)}
            error={left.has("relation") && !relation ? t("people.relationNeeded") : undefined}
            data-needed={left.has("relation") && !relation}
          >
            <div className="choices">
              {(["applied", "found"] as const).map((value) => (
                <div className="choice" key={value} data-on={relation === value || undefined}>
                  <Radio value={value} label={t(`relation.${value}One`)} description={t(`people.${value}Then`)} />
                </div>
              ))}
            </div>
          </Radio.Group>
          <NativeSelect
            label={t("people.source")}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            data={[...new Set([...sources, ...known])].map((value) => ({ value, label: t(`source.${value}`, { defaultValue: value }) }))}
          />
          {add.isError && (
            <p className="koi" role="alert">
              {twin ? (
                <>
                  {t("people.known")}{" "}
                  <Link to="/people/$id" params={{ id: String(twin) }}>
                    {t("people.openKnown")}
                  </Link>
                </>
              ) : erasedAt ? (
                t("erasure.blocked", { date: f.longDay(erasedAt) })
              ) : (
                t(reasonKey(add.error))
              )}
            </p>
          )}
          {erasedAt && <Checkbox label={t("erasure.cameBack")} checked={back} onChange={(event) => setBack(event.currentTarget.checked)} />}
          <div className="row">
            <Button type="submit" loading={add.isPending} disabled={erasedAt !== null && !back}>
              {t(erasedAt ? "erasure.addAgain" : "people.addThis")}
            </Button>
            <Button component={Link} to="/people" variant="default">
              {t("act.cancel")}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}
