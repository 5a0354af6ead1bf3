import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconEye, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors } from "@/api/errors";
import { templatesQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { newId } from "@/ui/hiring/ulid";
import { compose, type Addressee, type Composing } from "@/ui/compose";
import { unknownFields } from "@/ui/merge";
import { MergeText } from "@/ui/MergeText";
import { FieldsMenu } from "@/ui/writing/FieldsMenu";
import { put } from "@/ui/writing/slash";
import { Snippets, useSnippets } from "@/ui/writing/Snippets";
import { Addresses } from "./Addresses";
import { Blocks } from "./Blocks";
import { Choices } from "./Choices";
import { isBlank, keep, kept, placeOf, blank, whole, type WholeDraft } from "./draft";
import { MoreMenu, WhenMenu } from "./menus";
import { Previews } from "./Previews";
import { previewsQuery, useSend } from "./queries";
import "@/ui/css/composer.css";

/** A mail for one person or several, in a panel over the page. What is written is kept in this browser. */
export function Composer({ what }: { what: Composing }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [people, setPeople] = useState<Addressee[]>(what.people);
  const place = placeOf(what.people);
  const [draft, setDraft] = useState<WholeDraft>(() =>
    what.draft ? whole(what.draft) : (kept(place) ?? { ...blank, job_id: what.jobId ?? null }),
  );
  const [at, setAt] = useState<string | null>(what.at ?? null);
  const [looking, setLooking] = useState(false);
  const key = useRef(newId("key").slice(4));
  const change = (changes: Partial<WholeDraft>) => setDraft((old) => ({ ...old, ...changes }));
  useEffect(() => {
    if (!what.of) keep(place, draft);
  }, [place, draft, what.of]);

  const fields = useQuery(templatesQuery).data?.templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const [settled] = useDebouncedValue(draft, 250);
  const text = (of: WholeDraft) => `${of.subject}\n${of.body}`;
  const unknown = fields.length ? unknownFields(text(draft), known) : [];
  const ids = people.map((one) => one.id);
  const previews = useQuery({
    ...previewsQuery(ids, settled, at),
    enabled: fields.length > 0 && unknownFields(text(settled), known).length === 0,
  });
  const seen = (previews.data ?? []).filter((one) => ids.includes(one.candidate_id ?? ""));
  const wrong = fieldErrors(previews.error);
  const missing = new Set(seen.flatMap((one) => one.rendered.missing));
  const filled = new Set([...known].filter((name) => !missing.has(name)));
  const send = useSend();
  const current = settled === draft && previews.isSuccess && !previews.isPlaceholderData;
  const ready = current && unknown.length === 0 && draft.subject.trim() && draft.body.trim() && seen.every((one) => !one.held);
  const go = () => {
    if (ready && !send.isPending) send.mutate({ what: { ...what, people }, draft, at, key: key.current });
  };

  const subject = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "body">("body");
  useEffect(() => (draft.subject ? body : subject).current?.focus(), []); // eslint-disable-line react-hooks/exhaustive-deps
  const insert = (words: string, from?: number) => {
    const where = last.current;
    const area = (where === "subject" ? subject : body).current;
    if (!area) return;
    const next = put(draft[where], from ?? area.selectionStart, area.selectionEnd, words);
    change({ [where]: next.text });
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(next.caret, next.caret);
    });
  };
  const snippets = useSnippets(body, draft.language ?? seen[0]?.language ?? "fr", (words, from) => {
    last.current = "body";
    insert(words, from);
  });
  const one = people.length === 1 ? people[0] : undefined;
  const title = one ? t("compose.to", { name: one.name }) : t("compose.toSeveral", { count: people.length });
  return (
    <section
      className="composer"
      role="dialog"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          go();
        }
        if (event.key === "Escape" && !event.defaultPrevented) compose.close();
      }}
    >
      <header className="composer-head">
        <h2 className="cut grow">{what.of ? t("compose.changing", { name: one?.name }) : title}</h2>
        <button type="button" className="icon-button" aria-label={t("compose.close")} title={t("compose.close")} onClick={compose.close}>
          <IconX size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="composer-scroll scroll" tabIndex={0} role="region" aria-label={t("compose.mail")}>
        <Addresses people={people} seen={seen} draft={draft} onChange={change} onPeople={setPeople} fixed={Boolean(what.of)} />
        <Choices draft={draft} jobId={what.jobId} language={seen[0]?.language} onChange={change} />
        <MergeText
          label={t("templates.subject")}
          value={draft.subject}
          known={filled}
          input={subject}
          lang={draft.language ?? seen[0]?.language ?? "fr"}
          error={wrong.subject}
          onFocus={() => (last.current = "subject")}
          onChange={(value) => change({ subject: value })}
        />
        <MergeText
          label={t("templates.body")}
          lines
          value={draft.body}
          known={filled}
          input={body}
          lang={draft.language ?? seen[0]?.language ?? "fr"}
          error={wrong.body}
          placeholder={t("compose.placeholder")}
          onFocus={() => (last.current = "body")}
          onKey={snippets.press}
          onChange={(value) => {
            change({ body: value });
            snippets.typed();
          }}
        />
        <Snippets {...snippets} />
        {looking && <Previews seen={seen} stale={!current} />}
      </div>
      <Blocks
        seen={seen}
        unknown={unknown}
        error={previews.error}
        several={people.length > 1}
        onDrop={(gone) => setPeople((old) => old.filter((person) => !gone.includes(person.id)))}
      />
      <footer className="composer-foot">
        <Button disabled={!ready} loading={send.isPending} onClick={go} title="Ctrl Enter">
          {what.of ? t("act.save") : at ? t("compose.schedule", { when: `${f.day(at)}, ${f.spokenTime(at)}` }) : t("compose.send")}
        </Button>
        <WhenMenu at={at} onAt={setAt} />
        <span className="grow" />
        <FieldsMenu fields={fields} missing={missing} onPick={(name) => insert(`{{ ${name} }}`)} />
        <button
          type="button"
          className="icon-button"
          aria-pressed={looking}
          aria-label={t("compose.preview")}
          title={t("compose.preview")}
          onClick={() => setLooking(!looking)}
        >
          <IconEye size={17} stroke={1.7} aria-hidden="true" />
        </button>
        <MoreMenu
          draft={draft}
          ids={ids}
          ready={Boolean(current && draft.subject.trim() && draft.body.trim())}
          onChange={change}
          onDiscard={() => {
            keep(place, null);
            compose.close();
          }}
          blank={isBlank(draft)}
        />
      </footer>
    </section>
  );
}
