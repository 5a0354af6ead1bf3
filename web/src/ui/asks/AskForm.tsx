import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { previewAsks, type Piece, type Question } from "@/api/asks";
import { isStatus, reasonKey } from "@/api/errors";
import { useFormat } from "@/i18n/format";
import { MailFrame } from "@/ui/MailFrame";
import { toasts } from "@/ui/toast";
import { PieceChecks } from "./PieceChecks";
import { useAsk, whyNot } from "./useAsk";

interface Props {
  people: string[];
  /** What is ticked at first; nobody's own where several are asked for what each lacks. */
  chosen: Piece[] | null;
  onDone: (asked: Awaited<ReturnType<ReturnType<typeof useAsk>["ask"]["mutateAsync"]>>) => void;
}
/** What is asked, in which words, until when; and who of several cannot be asked. */
export function AskForm({ people, chosen, onDone }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const [wanted, setWanted] = useState<Piece[] | null>(chosen);
  const [message, setMessage] = useState("");
  const [days, setDays] = useState(14);
  const [remind, setRemind] = useState<number | null>(5);
  const [how, setHow] = useState<"mail" | "link">("mail");
  const [seen, setSeen] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const one = people.length === 1;
  const question: Question = { pieces: wanted, message, days, remind_after_days: remind, how };
  const [settled] = useDebouncedValue(question, 250);
  const empty = wanted?.length === 0;
  const preview = useQuery({
    queryKey: ["asks", people, settled],
    queryFn: ({ signal }) => previewAsks(people.slice(0, 50), settled, signal),
    enabled: settled.pieces?.length !== 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const { ask } = useAsk((asked) => {
    const made = asked[0]?.link;
    if (one && made) setLink(made.url);
    else onDone(asked);
  });
  const held = empty ? [] : (preview.data?.people ?? []).filter((p) => p.held);
  const able = (preview.data?.people.length ?? 0) - held.length;
  const warned = isStatus(ask.error, 422) && Array.isArray(ask.error.details.warnings);
  const rendered = preview.data?.people.find((p) => !p.held)?.rendered ?? null;
  const send = (override: boolean) => ask.mutate({ people, question: { ...question, override } });
  if (link) return <MadeLink url={link} onClose={() => onDone([])} />;
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      {chosen === null && (
        <SegmentedControl
          fullWidth
          size="xs"
          value={wanted === null ? "each" : "these"}
          onChange={(value) => setWanted(value === "each" ? null : ["phones", "cv"])}
          data={[
            { value: "each", label: t("asks.each") },
            { value: "these", label: t("asks.these") },
          ]}
        />
      )}
      {wanted && (
        <fieldset className="ask-pieces">
          <legend>{t("asks.what")}</legend>
          <PieceChecks chosen={wanted} onChange={setWanted} />
          <p className="meta">{t("asks.posts")}</p>
        </fieldset>
      )}
      <Textarea
        label={t("asks.word")}
        description={t("asks.wordHelp")}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={6}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {warned && (
        <p className="row koi" role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <span>{t("asks.warned")}</span>
        </p>
      )}
      <div className="pair">
        {one && (
          <NativeSelect
            size="xs"
            label={t("asks.how")}
            value={how}
            onChange={(event) => setHow(event.currentTarget.value as "mail" | "link")}
            data={[
              { value: "mail", label: t("asks.how_mail") },
              { value: "link", label: t("asks.how_link") },
            ]}
          />
        )}
        <NativeSelect
          size="xs"
          label={t("asks.days")}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={[7, 14, 30].map((n) => ({ value: String(n), label: t("asks.forDays", { count: n }) }))}
        />
        {how === "mail" && (
          <NativeSelect
            size="xs"
            label={t("asks.remind")}
            value={String(remind ?? "")}
            onChange={(event) => setRemind(Number(event.currentTarget.value) || null)}
            data={[
              { value: "", label: t("asks.never") },
              ...[3, 5, 7].map((n) => ({ value: String(n), label: t("asks.afterDays", { count: n }) })),
            ]}
          />
        )}
      </div>
      {held.length > 0 && (
        <ul className="ask-held" aria-live="polite">
          {held.slice(0, 5).map((p) => (
            <li key={p.candidate_id} className="koi">
              {one ? t(whyNot(p)) : t("asks.heldOf", { name: p.name ?? t("people.noName"), why: t(whyNot(p)) })}
            </li>
          ))}
          {held.length > 5 && <li className="meta">{t("asks.heldMore", { count: held.length - 5 })}</li>}
        </ul>
      )}
      {!one && held.length > 0 && <p className="meta">{t("asks.others", { count: able })}</p>}
      {rendered && how === "mail" && (
        <>
          <button type="button" className="link" aria-expanded={seen} onClick={() => setSeen(!seen)}>
            {t(seen ? "asks.hideMail" : "asks.seeMail")}
          </button>
          {seen && (
            <div className="ask-mail">
              <p className="strong">{rendered.subject}</p>
              <MailFrame html={rendered.html} title={rendered.subject} />
            </div>
          )}
        </>
      )}
      {preview.isError && <p className="koi">{t(reasonKey(preview.error))}</p>}
      <div className="row wrap">
        {warned ? (
          <Button size="xs" variant="default" loading={ask.isPending} onClick={() => send(true)}>
            {t("asks.anyway")}
          </Button>
        ) : (
          <Button type="submit" size="xs" loading={ask.isPending} disabled={empty || able === 0}>
            {one ? t(how === "link" ? "asks.makeLink" : "asks.go") : t("asks.goSeveral", { count: able, number: f.number(able) })}
          </Button>
        )}
        {empty && <span className="meta">{t("asks.pickOne")}</span>}
      </div>
    </form>
  );
}
/** A link that is shown once, to pass on. */
export function MadeLink({ url, onClose }: { url: string; onClose: () => void }) {
  const { t } = useTranslation();
  const copy = () =>
    void navigator.clipboard.writeText(url).then(
      () => toasts.done(t("asks.copied")),
      () => toasts.failed(t("asks.copyByHand")),
    );
  return (
    <div className="ask-form">
      <TextInput
        label={t("asks.theLink")}
        description={t("asks.theLinkWhy")}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="row">
        <Button size="xs" onClick={copy}>
          {t("asks.copy")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("asks.close")}
        </Button>
      </div>
    </div>
  );
}
