import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Interview } from "@/api/interviews";

interface Props {
  one: Interview;
  name: string;
  onCancel: (one: Interview, message: string) => Promise<boolean>;
  onEnd: () => void;
}
/** Who is told cannot be untold: the words are written first, and the act says whom it reaches. */
export function CancelForm({ one, name, onCancel, onEnd }: Props) {
  const { t } = useTranslation();
  const [message, setMessage] = useState("");
  const [sending, setSending] = useState(false);
  const proposed = one.state === "proposed";
  return (
    <form
      className="meeting-cancel"
      aria-label={t("meet.cancelThis")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onEnd();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setSending(true);
        void onCancel(one, message.trim()).then((done) => {
          setSending(false);
          if (done) onEnd();
        });
      }}
    >
      <Textarea
        label={t("meet.cancelWords", { name })}
        description={t(proposed ? "meet.cancelProposedWhy" : "meet.cancelWhy", { name, count: one.interviewers.length })}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={message}
        autoFocus
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <div className="row wrap">
        <Button type="submit" color="red" loading={sending}>
          {t(proposed ? "meet.doWithdraw" : "meet.doCancel")}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t("meet.keep")}
        </Button>
      </div>
    </form>
  );
}
