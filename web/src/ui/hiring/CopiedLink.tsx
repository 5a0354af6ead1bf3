import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as shortlists from "@/api/shortlists";
import type { Shortlist } from "@/api/shortlists";
import { useFormat } from "@/i18n/format";

export interface Copied {
  url: string;
  until: string;
  name: string;
  /** Whether the browser let us put it into the clipboard. */
  held: boolean;
}
/** A link to hand over oneself: asked for, copied where the browser allows it, shown this once. */
export async function giveLink(made: Shortlist): Promise<Copied> {
  const { url, expires_at } = await shortlists.copyLink(made);
  const held = await write(url);
  return { url, until: expires_at, name: made.to.name, held };
}
const write = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);

export function CopiedLink({ copied, onClose }: { copied: Copied; onClose: () => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [held, setHeld] = useState(copied.held);
  return (
    <div className="share-form">
      <p role="status">{t(held ? "share.copied" : "share.notCopied", { name: copied.name })}</p>
      <TextInput
        label={t("share.link")}
        description={t("share.once", { when: f.longDay(copied.until) })}
        value={copied.url}
        readOnly
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="row wrap refuse-acts">
        <Button variant="default" onClick={() => void write(copied.url).then(setHeld)}>
          {t("share.copyAgain")}
        </Button>
        <Button onClick={onClose}>{t("act.close")}</Button>
      </div>
    </div>
  );
}
