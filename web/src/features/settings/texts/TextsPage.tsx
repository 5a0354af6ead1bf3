import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import type { HeldText } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { SettingsFrame } from "../SettingsFrame";
import { textsQuery } from "@/ui/texts";
import { useTextActs, wordsOf } from "./queries";

/** Templates and snippets of the workspace's own. */
export function TextsPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const edits = useMay("edit_templates");
  const held = useQuery(textsQuery);
  const texts = held.data?.texts ?? [];
  const groups = [
    { name: t("texts.mails"), texts: texts.filter(({ text }) => !text.archived && text.kind === "mail") },
    { name: t("texts.snippets"), texts: texts.filter(({ text }) => !text.archived && text.kind === "snippet") },
    { name: t("texts.archived"), texts: texts.filter(({ text }) => text.archived) },
  ].filter((group) => group.texts.length > 0);
  const add = (kind: "mail" | "snippet") => void navigate({ to: "/settings/texts/$id", params: { id: `new-${kind}` } });
  const acts = edits ? (
    <div className="row wrap">
      <Button variant="default" onClick={() => add("snippet")}>
        {t("texts.newSnippet")}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => add("mail")}>
        {t("texts.newMail")}
      </Button>
    </div>
  ) : null;
  return (
    <SettingsFrame title={t("texts.title")} count={held.data ? texts.length : undefined}>
      {held.isPending ? (
        <Skeleton shape="field" />
      ) : held.isError ? (
        <LoadFailed error={held.error} retry={held.refetch} />
      ) : texts.length === 0 ? (
        <Empty title={t("texts.emptyTitle")} acts={acts}>
          {t("texts.empty")}
        </Empty>
      ) : (
        <div className="texts">
          <div className="row wrap texts-intro">
            <p className="ink2 grow">{t("texts.empty")}</p>
            {acts}
          </div>
          {groups.map((group) => (
            <section key={group.name}>
              <h2>
                {group.name} <span className="meta num">{f.number(group.texts.length)}</span>
              </h2>
              <ul>
                {group.texts.map((one) => (
                  <Line key={one.text.id} held={one} edits={edits} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </SettingsFrame>
  );
}
function Line({ held, edits }: { held: HeldText; edits: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const { add, archive } = useTextActs();
  const { text } = held;
  const spoken = text.fr && text.en ? t("texts.inBoth") : t(`language.${text.fr ? "fr" : "en"}`);
  const words = f.reader.language === "fr" ? (text.fr ?? text.en) : (text.en ?? text.fr);
  const copy = () =>
    add.mutate(
      { ...wordsOf(text), name: t("texts.copyOf", { name: text.name }).slice(0, 120) },
      { onSuccess: (made) => void navigate({ to: "/settings/texts/$id", params: { id: made.text.id } }) },
    );
  return (
    <li className="texts-line">
      <span className="two grow">
        <Link to="/settings/texts/$id" params={{ id: text.id }} className="strong">
          {text.name}
        </Link>
        <span className="meta cut">{words?.subject || words?.body}</span>
      </span>
      <span className="meta only-wide">{spoken}</span>
      <span className="meta only-wide num" title={f.full(text.changed_at)}>
        {f.ago(text.changed_at)}
      </span>
      {edits && (
        <span className="row">
          <Button size="xs" variant="subtle" color="gray" className="quiet" loading={add.isPending} onClick={copy}>
            {t("texts.copy")}
            <span className="sr-only"> {text.name}</span>
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className="quiet"
            loading={archive.isPending}
            onClick={() => archive.mutate(held)}
          >
            {t(text.archived ? "texts.restore" : "texts.archive")}
            <span className="sr-only"> {text.name}</span>
          </Button>
        </span>
      )}
    </li>
  );
}
