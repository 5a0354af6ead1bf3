import { Button, Checkbox, NativeSelect, Textarea } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import * as hiring from "@/api/hiring";
import { reasonKey } from "@/api/errors";
import type { NoteWarning, Previewed, Reason, Refusal, StageKind, Withdrawal } from "@/api/model";
import { reasonsQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { NoteWarnings } from "@/ui/record/NoteWarnings";
import { Dialog } from "@/ui/Dialog";
import { LetterChoice, type LetterDraft } from "./LetterChoice";
import { LetterPreviews } from "./LetterPreviews";

export interface Leaver {
  id: string;
  name: string;
  kind: StageKind;
}
export interface Part {
  ids: string[];
  refusal: Refusal;
}
interface Props {
  jobId: string;
  /** Whose choice it was: ours, or theirs. */
  side: "ours" | "theirs";
  people: Leaver[];
  onClose: () => void;
  /** One act, though who gets a letter and who cannot come apart. */
  onRefuse: (parts: Part[], detail?: string) => void;
  onWithdraw: (ids: string[], withdrawal: Withdrawal) => void;
}
const met = new Set<StageKind>(["interview", "decision", "offer"]);

/** Why somebody leaves, and what they are told. Nobody is left without an answer by oversight. */
export function RefuseDialog(props: Props) {
  const { t } = useTranslation();
  const { side, people, onClose } = props;
  const one = people.length === 1;
  const title = t(`refusal.${side}${one ? "One" : ""}`, { count: people.length, name: people[0]?.name });
  return (
    <Dialog onClose={onClose} title={title} size={640} className="refuse">
      <Form {...props} />
    </Dialog>
  );
}
function Form({ jobId, side, people, onClose, onRefuse, onWithdraw }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const reasons = useQuery(reasonsQuery);
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const [warnings, setWarnings] = useState<NoteWarning[]>([]);
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<LetterDraft>({
    telling: "mail",
    letter: { template: people.some((p) => met.has(p.kind)) ? "refusal_after_interview" : "refusal", business_days: 2 },
  });
  const [heldKnow, setHeldKnow] = useState(false);
  const ids = people.map((p) => p.id);
  const byMail = side === "ours" && draft.telling === "mail";
  const letters = useQuery({
    queryKey: ["letters", jobId, ids, draft.letter],
    queryFn: () => hiring.previewLetters(jobId, ids, draft.letter),
    enabled: byMail,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const check = useMutation({ mutationFn: () => api.checkNote(note) });
  const needed = side === "ours" && !reason;
  const submit = async (override: boolean) => {
    setTried(true);
    if (needed || (byMail && !letters.data)) return;
    if (note.trim() && !override) {
      const found = await check.mutateAsync().catch(() => null);
      if (!found) return;
      setWarnings(found.warnings);
      if (found.warnings.length > 0) return;
    }
    const said = { ...(note.trim() ? { note: note.trim() } : {}), ...(override ? { override } : {}) };
    onClose();
    if (side === "theirs") return onWithdraw(ids, { ...said, ...(reason ? { reason } : {}) });
    if (!byMail) return onRefuse([{ ids, refusal: { ...said, reason, told_otherwise: draft.telling === "otherwise" } }]);
    const { written, held } = parted(letters.data ?? []);
    const parts: Part[] = [
      { ids: written, refusal: { ...said, reason, letter: draft.letter } },
      { ids: held, refusal: { ...said, reason, told_otherwise: heldKnow } },
    ];
    const at = letters.data?.find((one) => !one.held)?.due_at;
    const when = at ? `${f.day(at)}, ${f.spokenTime(at)}` : "";
    onRefuse(
      parts.filter((part) => part.ids.length > 0),
      written.length > 0 ? t("refusal.willLeave", { count: written.length, when }) : undefined,
    );
  };
  const chosen = (reasons.data?.reasons ?? []).filter((one: Reason) => one.in_use && (one.side === side || one.key === "other"));
  const held = byMail ? (letters.data ?? []).filter((one) => one.held) : [];
  return (
    <form
      className="refuse-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
      noValidate
    >
      <NativeSelect
        label={t(`refusal.reason_${side}`)}
        value={reason}
        data-autofocus
        error={tried && needed ? t("refusal.reasonNeeded") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[
          { value: "", label: t(side === "ours" ? "refusal.choose" : "refusal.notSaid") },
          ...chosen.map((one) => ({ value: one.key, label: f.said(one.label) })),
        ]}
      />
      <Textarea
        label={t("refusal.note")}
        description={t("refusal.noteWhy")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          setWarnings([]);
        }}
      />
      {warnings.length > 0 && <NoteWarnings text={note} warnings={warnings} />}
      {side === "ours" && <LetterChoice value={draft} onChange={setDraft} />}
      {byMail && (
        <section aria-label={t("refusal.letters")}>
          {letters.isError ? (
            <p className="koi" role="alert">
              {t(reasonKey(letters.error))}
            </p>
          ) : (
            <LetterPreviews key={letters.data ? "read" : "asked"} letters={letters.data ?? []} />
          )}
          {held.length > 0 && (
            <Checkbox
              checked={heldKnow}
              onChange={(event) => setHeldKnow(event.currentTarget.checked)}
              label={t("refusal.heldKnow", { count: held.length })}
              description={t("refusal.heldKnowWhy")}
            />
          )}
        </section>
      )}
      <div className="row wrap refuse-acts">
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
        {warnings.length > 0 ? (
          <Button variant="default" onClick={() => void submit(true)}>
            {t("refusal.keepNote")}
          </Button>
        ) : (
          <Button type="submit" loading={check.isPending || (byMail && letters.isPending)}>
            {t(`refusal.do_${side}`, { count: people.length })}
          </Button>
        )}
      </div>
    </form>
  );
}
function parted(letters: Previewed[]): { written: string[]; held: string[] } {
  const held = letters.filter((one) => one.held).map((one) => one.candidate_id);
  return { held, written: letters.map((one) => one.candidate_id).filter((id) => !held.includes(id)) };
}
