import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { Language, NoteWarning } from "@/api/model";
import * as shortlists from "@/api/shortlists";
import type { NewShortlist, Shortlist } from "@/api/shortlists";
import { useFormat } from "@/i18n/format";
import "@/ui/css/share.css";
import { NoteWarnings } from "@/ui/record/NoteWarnings";
import { toasts } from "@/ui/toast";
import { Dialog } from "@/ui/Dialog";
import { CopiedLink, giveLink, type Copied } from "./CopiedLink";
import { SharePreview } from "./SharePreview";
import { parts, ticked, usual, type Part } from "./showing";

export interface Shared {
  id: string;
  name: string;
}
interface Props {
  jobId: string;
  people: Shared[];
  onClose: () => void;
}
const MOST = 40;
const DAYS = [7, 14, 30, 60];
/** To whom people of a job are shown, how much of them, and until when. */
export function ShareDialog({ jobId, people, onClose }: Props) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Copied | null>(null);
  const title = done ? t("share.copiedTitle") : t(people.length === 1 ? "share.titleOne" : "share.title", { name: people[0]?.name });
  return (
    <Dialog onClose={onClose} title={title} size={640}>
      {done ? <CopiedLink copied={done} onClose={onClose} /> : <Form jobId={jobId} people={people} onClose={onClose} onCopied={setDone} />}
    </Dialog>
  );
}
function Form({ jobId, people, onClose, onCopied }: Props & { onCopied: (copied: Copied) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState(people);
  const [to, setTo] = useState({ name: "", email: "", organisation: "" });
  const [message, setMessage] = useState("");
  const [language, setLanguage] = useState<Language>(f.reader.language);
  const [days, setDays] = useState(14);
  const [showing, setShowing] = useState(usual);
  const [tried, setTried] = useState(false);
  const [warnings, setWarnings] = useState<NoteWarning[]>([]);
  const [previewing, setPreviewing] = useState(false);
  const refresh = (ids: string[]) => {
    void client.invalidateQueries({ queryKey: shortlists.sharedKey(jobId) });
    for (const id of ids) void client.invalidateQueries({ queryKey: ["candidate", id] });
  };
  const revoke = (made: Shortlist) => async () => {
    await shortlists.revoke(made);
    refresh(made.candidate_ids);
  };
  const save = useMutation({
    mutationFn: async ({ send, override }: { send: boolean; override: boolean }) => {
      if (message.trim() && !override) {
        const found = (await api.checkNote(message)).warnings;
        setWarnings(found);
        if (found.length > 0) return;
      }
      const organisation = to.organisation.trim();
      const body: NewShortlist = {
        candidate_ids: chosen.map((one) => one.id),
        to: { name: to.name.trim(), email: to.email.trim(), ...(organisation ? { organisation } : {}) },
        message: message.trim(),
        language,
        days,
        showing,
        send,
        override,
      };
      const made = await shortlists.share(jobId, body);
      refresh(made.candidate_ids);
      const said = t("share.done", { count: chosen.length, name: made.to.name });
      if (send) {
        onClose();
        toasts.done(said, revoke(made), { detail: t("share.leaving", { email: made.to.email }) });
      } else onCopied(await giveLink(made));
    },
    onError: (error) => {
      if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
    },
  });
  const refused = fieldErrors(save.error);
  const gone = isStatus(save.error, 422) && Array.isArray(save.error.details.gone) ? (save.error.details.gone as string[]) : [];
  const wrong = {
    name: tried && !to.name.trim() ? t("share.nameNeeded") : undefined,
    email: (tried && !/^\S+@\S+\.\S+$/.test(to.email.trim())) || refused["to.email"] ? t("share.emailNeeded") : undefined,
  };
  const submit = (send: boolean, override = false) => {
    setTried(true);
    if (!to.name.trim() || !/^\S+@\S+\.\S+$/.test(to.email.trim()) || chosen.length === 0 || chosen.length > MOST) {
      setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
      return;
    }
    save.mutate({ send, override });
  };
  const tick = (part: Part) => (
    <Checkbox
      key={part}
      checked={showing[part]}
      onChange={(event) => setShowing(ticked(showing, part, event.currentTarget.checked))}
      label={t(`share.part_${part}`)}
      description={part === "cv" ? t("share.cvWhy") : part === "contacts" ? t("share.contactsWhy") : undefined}
    />
  );
  return (
    <form
      className="share-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(true);
      }}
    >
      <section aria-label={t("share.people")}>
        <ul className="share-people">
          {chosen.map((one) => (
            <li key={one.id} data-wrong={gone.includes(one.id) || undefined}>
              {one.name}
              {chosen.length > 1 && (
                <button
                  type="button"
                  className="about-x"
                  aria-label={t("share.leaveOut", { name: one.name })}
                  onClick={() => setChosen(chosen.filter((other) => other.id !== one.id))}
                >
                  <IconX size={14} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
        {gone.length > 0 && (
          <p className="koi meta" role="alert">
            {t("share.gone", { count: gone.length })}
          </p>
        )}
        {chosen.length > MOST && (
          <p className="koi meta" role="alert">
            {t("share.tooMany", { count: MOST })}
          </p>
        )}
      </section>
      <div className="share-to">
        <TextInput
          label={t("share.name")}
          value={to.name}
          error={wrong.name}
          data-autofocus
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setTo({ ...to, name: event.currentTarget.value })}
        />
        <TextInput
          label={t("share.email")}
          type="email"
          value={to.email}
          error={wrong.email}
          maxLength={254}
          autoComplete="off"
          onChange={(event) => setTo({ ...to, email: event.currentTarget.value })}
        />
        <TextInput
          label={t("share.organisation")}
          value={to.organisation}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setTo({ ...to, organisation: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t("share.message")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={message}
        onChange={(event) => {
          setMessage(event.currentTarget.value);
          setWarnings([]);
        }}
      />
      {warnings.length > 0 && <NoteWarnings text={message} warnings={warnings} />}
      <div className="share-two">
        <NativeSelect
          label={t("share.language")}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)}
          data={(["fr", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <NativeSelect
          label={t("share.until")}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={DAYS.map((n) => ({ value: String(n), label: t("share.days", { count: n }) }))}
        />
      </div>
      <fieldset className="share-showing">
        <legend>{t("share.showing")}</legend>
        <Radio.Group
          value={showing.name}
          onChange={(value) => setShowing(ticked(showing, "name", value === "full"))}
          aria-label={t("share.names")}
        >
          <div className="row wrap share-names">
            <Radio value="full" label={t("share.nameFull")} />
            <Radio value="initials" label={t("share.nameInitials")} />
          </div>
        </Radio.Group>
        <div className="share-parts">{parts.map(tick)}</div>
        <p className="meta">{t("share.never")}</p>
      </fieldset>
      <details className="share-preview" onToggle={(event) => setPreviewing(event.currentTarget.open)}>
        <summary>{t("share.preview")}</summary>
        {previewing && <SharePreview jobId={jobId} ids={chosen.map((one) => one.id)} showing={showing} />}
      </details>
      <div className="row wrap refuse-acts">
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
        {warnings.length > 0 ? (
          <Button variant="default" onClick={() => submit(true, true)}>
            {t("share.keepWords")}
          </Button>
        ) : (
          <>
            <Button variant="default" loading={save.isPending && !save.variables.send} onClick={() => submit(false)}>
              {t("share.copy")}
            </Button>
            <Button type="submit" loading={save.isPending && save.variables.send}>
              {t("share.send")}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
