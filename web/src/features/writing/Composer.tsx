import { Button, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconEye, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { templatesQuery, useMe } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { newKey } from "@/ui/hiring/ulid";
import { compose, type Addressee, type Composing } from "@/ui/compose";
import { useFocusBack } from "@/ui/focusBack";
import { unknownFields } from "@/ui/merge";
import { MergeText } from "@/ui/MergeText";
import { AttachButton, AttachmentList } from "@/ui/writing/AttachmentList";
import { FieldsMenu } from "@/ui/writing/FieldsMenu";
import { Snippets, useSnippets } from "@/ui/writing/Snippets";
import { useAttachments } from "@/ui/writing/useAttachments";
import { useFilesDropped } from "@/ui/writing/useFilesDropped";
import { useInsertion } from "@/ui/writing/useInsertion";
import { useWrong } from "@/ui/writing/useWrong";
import { Addresses } from "./Addresses";
import { Blocks } from "./Blocks";
import { Choices } from "./Choices";
import { cannotLeave, changed, isBlank, keep, kept, opening, placeOf, type WholeDraft } from "./draft";
import { MoreMenu, WhenMenu } from "./menus";
import { PassTo } from "./PassTo";
import { Previews } from "./Previews";
import { previewsQuery, useSend } from "./queries";
import { TheirTimes } from "./TheirTimes";
import { Trial } from "./Trial";
import "@/ui/css/composer.css";

interface Props {
  what: Composing;
  /** Under the mails of its conversation, not over the page. */
  inline?: boolean;
}
/** A mail for one person or several, in a panel over the page. What is written is kept in this browser. */
export function Composer({ what, inline = false }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const [people, setPeople] = useState<Addressee[]>(what.people);
  const me = useMe().data?.member.id ?? "";
  const place = placeOf(what);
  const [draft, setDraft] = useState<WholeDraft>(() => opening(what, kept(me, place)));
  const [at, setAt] = useState<string | null>(what.at ?? null);
  const [looking, setLooking] = useState(false);
  const [full, setFull] = useState(!inline);
  const key = useRef(newKey());
  useFocusBack();
  useEffect(() => {
    keep(me, place, draft);
    compose.writing(draft, at);
  }, [me, place, draft, at]);

  const fields = useQuery(templatesQuery).data?.templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const [settled] = useDebouncedValue(draft, 250);
  const text = (of: WholeDraft) => `${of.subject}\n${of.body}\n${of.plain ?? ""}`;
  const unknown = fields.length ? unknownFields(text(draft), known) : [];
  const ids = people.map((one) => one.id);
  const along = useAttachments(draft.files, (id) => setDraft((old) => ({ ...old, files: [...old.files, id] })));
  const dropped = useFilesDropped(along.choose);
  const previews = useQuery({
    ...previewsQuery(ids, { ...settled, files: along.ready }, at),
    enabled: fields.length > 0 && unknownFields(text(settled), known).length === 0,
  });
  const seen = (previews.data ?? []).filter((one) => ids.includes(one.candidate_id ?? ""));
  const wrong = useWrong(previews.error);
  const { lookAgain } = along;
  useEffect(() => {
    if (wrong.files) lookAgain();
  }, [wrong.files, lookAgain]);
  const missing = new Set(seen.flatMap((one) => one.rendered.missing));
  const filled = new Set([...known].filter((name) => !missing.has(name)));
  const send = useSend();
  // What is on its way stays as it is: words typed now would not go along.
  const change = (changes: Partial<WholeDraft>) => (send.isPending ? undefined : setDraft((old) => changed(old, changes)));
  const fresh = settled === draft && previews.isSuccess && !previews.isPlaceholderData;
  const current = fresh && !along.blocked;
  // Whom it goes to was typed since: that it is nobody is not known before it is looked at.
  const told = fresh ? seen : seen.filter((one) => one.held !== "nobody");
  const ready = current && unknown.length === 0 && draft.subject.trim() && draft.body.trim() && seen.every((one) => !one.held);
  // Asked for before the last words were looked through: it goes as soon as they were.
  const [asked, setAsked] = useState<WholeDraft | null>(null);
  const looks = !fresh && !previews.isError && !along.blocked && unknown.length === 0;
  const soon = looks && draft.subject.trim() !== "" && draft.body.trim() !== "";
  const go = () => {
    if (send.isPending) return;
    if (ready)
      send.mutate(
        { what: { ...what, people }, draft, at, key: key.current },
        { onSuccess: () => (key.current = newKey()) }, // pressed again, it is another mail
      );
    else if (soon) setAsked(draft);
    else if (!draft.subject.trim()) {
      setFull(true);
      setSought((old) => old + 1);
    } else if (!draft.body.trim()) caret.body.input.current?.focus();
  };
  useEffect(() => {
    if (asked === null || (asked === draft && soon)) return;
    setAsked(null);
    if (asked === draft) go();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words that were asked for, and whether they may go
  }, [asked, draft, soon]);

  const heads = useRef<HTMLDivElement>(null);
  useEffect(() => void (inline && full && heads.current?.scrollIntoView({ block: "nearest" })), [inline, full]);
  const caret = useInsertion(draft, change);
  useEffect(() => (draft.forward ? null : draft.subject ? caret.body : caret.subject)?.input.current?.focus(), []); // eslint-disable-line react-hooks/exhaustive-deps
  // Who presses a mail without a subject is led to it, once it is on the screen.
  const [sought, setSought] = useState(0);
  useEffect(() => void (sought && caret.subject.input.current?.focus()), [sought]); // eslint-disable-line react-hooks/exhaustive-deps
  const snippets = useSnippets(caret.body.input, draft.language ?? seen[0]?.language ?? "fr", caret.insertSnippet);
  const passing = draft.forward;
  const answered = useAnswered(passing ? { ...what, thread: undefined } : what, seen[0]?.addresses, (to) => change({ to }));
  const one = people.length === 1 ? people[0] : undefined;
  const title = passing
    ? t("compose.forward", { name: one?.name })
    : what.thread && one
      ? t("compose.answer", { name: one.name })
      : one
        ? t("compose.to", { name: one.name })
        : t("compose.toSeveral", { count: people.length });
  return (
    <section
      className={inline ? "composer composer-inline" : "composer"}
      role={inline ? "group" : "dialog"}
      aria-label={title}
      {...dropped}
      onKeyDown={(event) => {
        // What opens over it (a menu, the time to leave) has its own keys, and is heard here all the same.
        if (!event.currentTarget.contains(event.target as Node)) return;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          go();
        }
        if (event.key === "Escape" && !event.defaultPrevented) {
          event.preventDefault();
          compose.close();
        }
      }}
    >
      <header className="composer-head">
        <h2 className="cut grow">{what.of ? t("compose.changing", { name: one?.name }) : title}</h2>
        {inline && (
          <button type="button" className="link meta" aria-expanded={full} onClick={() => setFull(!full)}>
            {t(full ? "compose.less" : "compose.full")}
          </button>
        )}
        <button type="button" className="icon-button" aria-label={t("compose.close")} title={t("compose.close")} onClick={compose.close}>
          <IconX size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="composer-scroll scroll" tabIndex={0} role="region" aria-label={t("compose.mail")}>
        {passing && <PassTo forward={passing} seen={told[0]} onChange={(forward) => change({ forward })} />}
        <Addresses
          people={people}
          seen={told}
          draft={draft}
          onChange={change}
          onPeople={setPeople}
          fixed={Boolean(what.of ?? what.thread)}
          brief={!full}
        />
        {answered && <p className="meta">{t("compose.otherAddress", { from: answered })}</p>}
        {full && (
          <div className="composer-full" ref={heads}>
            <Choices draft={draft} jobId={what.jobId} language={seen[0]?.language} onChange={change} />
            <Trial seen={seen} />
            <MergeText
              label={t("templates.subject")}
              value={draft.subject}
              known={filled}
              {...caret.subject}
              lang={draft.language ?? seen[0]?.language ?? "fr"}
              error={wrong.subject}
              onChange={(value) => change({ subject: value })}
            />
          </div>
        )}
        <MergeText
          label={t("templates.body")}
          lines
          value={draft.body}
          known={filled}
          {...caret.body}
          lang={draft.language ?? seen[0]?.language ?? "fr"}
          error={wrong.body}
          placeholder={t("compose.placeholder")}
          onKey={snippets.press}
          onChange={(value) => {
            change({ body: value });
            snippets.typed();
          }}
        />
        <Snippets {...snippets} />
        <AttachmentList held={along} onDrop={(id) => change({ files: draft.files.filter((one) => one !== id) })} />
        {looking && <Previews seen={seen} stale={!fresh} plain={draft.plain} onPlain={(plain) => change({ plain })} error={wrong.plain} />}
      </div>
      <Blocks
        seen={told}
        unknown={unknown}
        error={previews.error}
        several={people.length > 1}
        apart={draft.plain !== null && draft.text_id === null}
        onMade={() => change({ plain: null })}
        files={along}
        onWithout={(gone) => change({ files: draft.files.filter((one) => !gone.includes(one)) })}
        onDrop={(gone) => setPeople((old) => old.filter((person) => !gone.includes(person.id)))}
      />
      {at && (
        <div className="composer-theirs" role="status">
          <TheirTimes at={at} people={seen} />
        </div>
      )}
      <footer className="composer-foot">
        <Tooltip
          label={ready || soon ? "Ctrl Enter" : t(`compose.cannot_${cannotLeave(draft, along.blocked)}`)}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Button
            {...(ready || soon ? {} : { "aria-disabled": true, "data-disabled": true })}
            loading={send.isPending || asked !== null}
            onClick={go}
          >
            {what.of ? t("act.save") : at ? t("compose.schedule", { when: `${f.day(at)}, ${f.spokenTime(at)}` }) : t("compose.send")}
          </Button>
        </Tooltip>
        <WhenMenu at={at} onAt={setAt} people={seen} />
        <span className="grow" />
        <AttachButton held={along} />
        <FieldsMenu fields={fields} missing={missing} onPick={caret.insertField} />
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
            keep(me, place, null);
            compose.close();
          }}
          blank={isBlank(draft)}
        />
      </footer>
    </section>
  );
}

/** The answer goes where their mail came from, if the record knows that address; else the one that it does not know. */
function useAnswered({ thread }: Composing, addresses: string[] | undefined, onTo: (to: string) => void): string | null {
  const from = thread?.from?.toLowerCase();
  const known = addresses?.find((one) => one.toLowerCase() === from);
  const first = addresses?.[0];
  const set = useRef(false);
  useEffect(() => {
    if (set.current || !addresses) return;
    set.current = true;
    if (known && known !== first) onTo(known);
    // Once, when the addresses are there: what is chosen by hand stays.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [addresses]);
  return addresses && from && !known ? from : null;
}
