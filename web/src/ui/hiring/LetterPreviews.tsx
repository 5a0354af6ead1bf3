import { Button } from "@mantine/core";
import type { TFunction } from "i18next";
import { IconAlertTriangle, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Previewed } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { MailFrame } from "@/ui/MailFrame";

/** Each person's letter as it would leave, and who cannot be written to. */
export function LetterPreviews({ letters }: { letters: Previewed[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [open, setOpen] = useState<string | null>(letters.length === 1 ? (letters[0]?.candidate_id ?? null) : null);
  return (
    <ul className="letters" aria-label={t("refusal.letters")}>
      {letters.map((one) => (
        <li key={one.candidate_id}>
          <div className="row letter-row">
            {one.held ? (
              <IconAlertTriangle size={15} className="koi" aria-hidden="true" />
            ) : (
              <IconMail size={15} className="ink3" aria-hidden="true" />
            )}
            <span className="two grow">
              <span className="cut">{one.name ?? t("people.noName")}</span>
              <span className={one.held ? "meta koi" : "meta cut"}>
                {one.held
                  ? held(t, one)
                  : t("refusal.leaves", { to: one.to, when: one.due_at ? `${f.day(one.due_at)}, ${f.spokenTime(one.due_at)}` : "" })}
              </span>
            </span>
            {one.rendered && !one.held && (
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                className="quiet"
                aria-expanded={open === one.candidate_id}
                onClick={() => setOpen(open === one.candidate_id ? null : one.candidate_id)}
              >
                {t(open === one.candidate_id ? "mail.hide" : "mail.see")}
                <span className="sr-only">, {one.name}</span>
              </Button>
            )}
          </div>
          {open === one.candidate_id && one.rendered && !one.held && (
            <div className="letter-body">
              <p className="strong">{one.rendered.subject}</p>
              <MailFrame html={one.rendered.html} title={one.rendered.subject} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
function held(t: TFunction, one: Previewed): string {
  if (one.held === "missing") return t("refusal.missing", { fields: one.rendered?.missing.join(", ") ?? "" });
  return t(`refusal.held_${one.held}`, { defaultValue: t("held.other") });
}
