import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { IconArrowRight, IconBriefcase2, IconChevronDown } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { Relation } from "@/api/model";
import { keys, useMe } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { chosenFiles } from "./chosen";
import { queue } from "./queue/engine";
import { perDrop, type Origin } from "./queue/model";

/** The one question of a drop. It decides who gets a mail, so it is always asked; the last answer stands ready. */
export function AskOrigin({ files, job }: { files: File[]; job: { id: string; title: string } | null }) {
  const { t } = useTranslation();
  const f = useFormat();
  const remembered = useMe().data?.member.drop_default ?? null;
  const client = useQueryClient();
  const [relation, setRelation] = useState<Relation | null>(remembered);
  const [keepIt, setKeepIt] = useState(true);
  const [more, setMore] = useState(false);
  const [details, setDetails] = useState({ source: "", campaign: "", referrer: "" });
  const box = useRef<HTMLElement>(null);
  const remember = useMutation({ mutationFn: api.editMe, onSuccess: (me) => client.setQueryData(keys.me, me) });
  useEffect(() => box.current?.focus(), []);

  const tooMany = files.length > perDrop;
  const start = () => {
    if (!relation || tooMany) return;
    const said = Object.fromEntries(Object.entries(details).filter(([, v]) => v.trim() !== "")) as Partial<Origin>;
    if (keepIt && relation !== remembered) remember.mutate({ drop_default: relation });
    void queue.add(files, { relation, ...said, ...(job ? { job_id: job.id } : {}) });
    chosenFiles.clear();
  };
  const detail = (name: keyof typeof details) => (
    <TextInput
      label={t(`drop.${name}`)}
      placeholder={t(`drop.${name}Example`)}
      value={details[name]}
      maxLength={80}
      onChange={(event) => setDetails({ ...details, [name]: event.currentTarget.value })}
    />
  );
  return (
    <section className="ask" aria-labelledby="ask-title" tabIndex={-1} ref={box}>
      <h2 id="ask-title">{t("drop.askTitle", { count: files.length })}</h2>
      <p className="meta cut">
        {f.list([
          ...files.slice(0, 3).map((file) => file.name),
          ...(files.length > 3 ? [t("drop.others", { count: files.length - 3 })] : []),
        ])}
      </p>
      {job && (
        <p className="row">
          <IconBriefcase2 size={15} stroke={1.7} className="ink3" aria-hidden="true" />
          {t("drop.ontoJob", { title: job.title })}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Radio.Group aria-labelledby="ask-title" value={relation} onChange={(value) => setRelation(value as Relation)}>
          <div className="choices">
            {(["applied", "found"] as const).map((value) => (
              <div className="choice" key={value} data-on={relation === value || undefined}>
                <Radio value={value} label={t(`relation.${value}They`)} description={t(`drop.${value}Then`)} />
              </div>
            ))}
          </div>
        </Radio.Group>
        {more ? (
          <div className="ask-more">
            {detail("source")}
            {detail("campaign")}
            {detail("referrer")}
          </div>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            className="quiet ask-toggle"
            leftSection={<IconChevronDown size={15} />}
            onClick={() => setMore(true)}
          >
            {t("drop.more")}
          </Button>
        )}
        {tooMany && (
          <p className="koi" role="alert">
            {t("drop.tooMany", { count: files.length, most: perDrop })}
          </p>
        )}
        <div className="row wrap ask-end">
          <Button type="submit" disabled={!relation || tooMany} rightSection={<IconArrowRight size={16} />}>
            {t("drop.start", { count: files.length })}
          </Button>
          <Button variant="default" onClick={chosenFiles.clear}>
            {t("act.cancel")}
          </Button>
          <Checkbox label={t("drop.remember")} checked={keepIt} onChange={(event) => setKeepIt(event.currentTarget.checked)} />
          {!relation && <span className="meta">{t("drop.choose")}</span>}
        </div>
      </form>
    </section>
  );
}
