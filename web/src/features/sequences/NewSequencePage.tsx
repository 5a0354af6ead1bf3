import { Button, Radio, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import * as api from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { newId } from "@/ui/hiring/ulid";
import { Header } from "@/ui/parts";
import { LoadFailed, Skeleton } from "@/ui/states";
import { Picture } from "./Picture";
import { sequenceQuery, useKept } from "./queries";
import { starters, stepsOf, type Starter } from "./starters";
import { standard } from "./steps";
import { textOf } from "./useDraft";

const route = getRouteApi("/sequences/new");

export function NewSequencePage() {
  const { like } = route.useSearch();
  const copied = useQuery({ ...sequenceQuery(like ?? ""), enabled: like !== undefined });
  if (like && copied.isPending) return <Skeleton shape="field" />;
  if (like && copied.isError) return <LoadFailed page error={copied.error} retry={copied.refetch} />;
  return <New key={like ?? ""} like={like ? copied.data : undefined} />;
}
function New({ like }: { like: api.SequenceView | undefined }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const kept = useKept();
  const { language, zone } = f.reader;
  const [name, setName] = useState(like ? t("texts.copyOf", { name: like.sequence.name }).slice(0, 200) : "");
  const [starter, setStarter] = useState<Starter>("first_contact");
  const [left, setLeft] = useState(false);
  const settings = useMemo(() => ({ ...standard, fallback_zone: zone }), [zone]);
  const offered = useMemo(
    // Merge fields are written in brackets in the words, which fill in braces of their own.
    () =>
      starters.map((one) => ({ one, steps: stepsOf(one, (key) => t(`starter.${key}`).replace(/\[([a-z.]+)\]/g, "{{ $1 }}"), language) })),
    [t, language],
  );
  const add = useMutation({
    mutationFn: () => {
      const text = like ? textOf(like.sequence) : { settings, steps: offered.find(({ one }) => one === starter)?.steps ?? [] };
      return api.addSequence({ ...text, steps: text.steps.map((step) => ({ ...step, id: newId("stp") })), name: name.trim() });
    },
    onSuccess: (view) => {
      kept(view);
      void navigate({ to: "/sequences/$id", params: { id: view.sequence.id }, replace: true });
    },
  });
  const nameless = left && !name.trim();
  return (
    <>
      <Header title={t(like ? "seq.duplicate" : "seq.new")} />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("seq.new")}>
        <form
          className="page-form seq-new"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setLeft(true);
            if (name.trim()) add.mutate();
            else document.getElementById("sequence-name")?.focus();
          }}
        >
          <TextInput
            id="sequence-name"
            label={t("seq.name")}
            description={t("seq.nameWhy")}
            placeholder={t("seq.nameExample")}
            maxLength={200}
            autoFocus
            value={name}
            error={nameless ? t("seq.lack_name") : undefined}
            onBlur={() => setLeft(left || name !== "")}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {!like && (
            <Radio.Group label={t("seq.beginWith")} value={starter} onChange={(value) => setStarter(value as Starter)}>
              <div className="choices">
                {offered.map(({ one, steps }) => (
                  <div className="choice seq-starter" key={one} data-on={one === starter || undefined}>
                    <Radio value={one} label={t(`starter.${one}`)} description={t(`starter.${one}Why`)} />
                    {steps.length > 0 && <Picture steps={steps} settings={settings} small />}
                  </div>
                ))}
              </div>
            </Radio.Group>
          )}
          {add.isError && (
            <p className="koi" role="alert">
              {t(reasonKey(add.error))}
            </p>
          )}
          <div className="row wrap">
            <Button type="submit" loading={add.isPending}>
              {t("seq.make")}
            </Button>
            <Button component={Link} to="/sequences" variant="subtle" color="gray" className="quiet">
              {t("act.cancel")}
            </Button>
            <span className="meta">{t("seq.makeWhy")}</span>
          </div>
        </form>
      </div>
    </>
  );
}
