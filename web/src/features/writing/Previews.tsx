import { NativeSelect } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewedMail } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { MailFrame } from "@/ui/MailFrame";
import { PartSwitch, type Part } from "@/ui/writing/PartSwitch";
import { PlainPart } from "@/ui/writing/PlainPart";

/** Each person's mail as it leaves: the same bytes. The plain-text part can be written by hand. */
interface Props {
  seen: PreviewedMail[];
  stale: boolean;
  /** The plain text that is written apart; null: it is made from the text. */
  plain: string | null;
  onPlain: (plain: string | null) => void;
  error: string | undefined;
}
export function Previews({ seen, stale, plain, onPlain, error }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const [who, setWho] = useState(0);
  const [part, setPart] = useState<Part>("html");
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "start" });
  }, []);
  const one = seen[Math.min(who, seen.length - 1)];
  if (!one) return null;
  return (
    <section ref={place} className="composer-preview" aria-label={t("compose.preview")} data-old={stale || undefined}>
      <div className="row wrap">
        {seen.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t("compose.previewOf")}
            value={String(Math.min(who, seen.length - 1))}
            onChange={(event) => setWho(Number(event.currentTarget.value))}
            data={seen.map((person, i) => ({ value: String(i), label: person.name ?? t("people.noName") }))}
          />
        )}
        <PartSwitch part={part} onPart={setPart} />
      </div>
      <dl className="mail-head">
        <div>
          <dt>{t("compose.from")}</dt>
          <dd>{one.sender}</dd>
        </div>
        <div>
          <dt>{t("mail.to")}</dt>
          <dd>{f.list([one.to ?? "–", ...one.cc])}</dd>
        </div>
        <div>
          <dt>{t("mail.subject")}</dt>
          <dd className="strong">{one.rendered.subject}</dd>
        </div>
        {one.attachments.length > 0 && (
          <div>
            <dt>{t("mail.files")}</dt>
            <dd>{f.list(one.attachments.map((file) => file.name))}</dd>
          </div>
        )}
      </dl>
      {part === "html" ? (
        <MailFrame html={one.rendered.html} title={one.rendered.subject} />
      ) : (
        <>
          <pre className="composer-plain" tabIndex={0}>
            {one.rendered.text}
          </pre>
          <PlainPart {...{ plain, onPlain, error }} source={one.plain_source} />
        </>
      )}
    </section>
  );
}
