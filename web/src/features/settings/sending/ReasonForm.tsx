import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  help?: string | undefined;
  act: string;
  pending: boolean;
  onGive: (words: string) => void;
  onClose: () => void;
}
/** An act that says why. */
export function ReasonForm({ label, help, act, pending, onGive, onClose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [left, setLeft] = useState(false);
  const short = words.trim().length < 3;
  return (
    <form
      className="sending-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (short) return setLeft(true);
        onGive(words.trim());
      }}
    >
      <TextInput
        label={label}
        description={help}
        value={words}
        maxLength={500}
        autoFocus
        error={left && short ? t("suppress.needed") : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
        onBlur={() => setLeft(words !== "")}
      />
      <div className="row wrap">
        <Button size="xs" type="submit" loading={pending}>
          {act}
        </Button>
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={onClose}>
          {t("act.cancel")}
        </Button>
      </div>
    </form>
  );
}
