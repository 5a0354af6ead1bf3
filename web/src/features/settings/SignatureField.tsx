import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OwnSettings } from "@/api/model";

/** What stands under the mails that a member writes. */
export function SignatureField({ signature, onSave }: { signature: string; onSave: (wanted: OwnSettings) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(signature);
  const changed = text.trim() !== signature;
  return (
    <section>
      <Textarea
        label={t("texts.signature")}
        description={t("texts.signatureWhy")}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {changed && (
        <div className="row">
          <Button size="xs" onClick={() => onSave({ signature: text.trim() })}>
            {t("act.save")}
          </Button>
          <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => setText(signature)}>
            {t("act.cancel")}
          </Button>
        </div>
      )}
    </section>
  );
}
