import { Button } from "@mantine/core";
import { IconAlertTriangle, IconLoader2, IconPaperclip, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import "@/ui/css/attachments.css";
import { bad, type Attachments } from "./useAttachments";

/** What goes with the mail, and how far each file is. */
export function AttachmentList({ held, onDrop }: { held: Attachments; onDrop?: (id: string) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  if (held.files.length + held.rising.length === 0) return null;
  return (
    <>
      <ul className="composer-files" aria-label={t("compose.files")}>
        {held.files.map((one) => {
          const { id, file, gone } = one;
          const withdrawn = file?.state === "withdrawn";
          const wrong = bad(one);
          const why =
            gone || withdrawn
              ? t(gone ? "compose.fileGone" : "compose.fileWithdrawn")
              : file?.state === "refused"
                ? t([`reason.${file.reason ?? ""}`, "reason.unreadable"])
                : "";
          const size = file && file.state !== "waiting" ? f.bytes(file.size) : t("compose.fileChecked");
          return (
            <Line
              key={id}
              name={file?.name ?? "…"}
              said={why || size}
              bad={wrong}
              busy={!wrong && file?.state !== "ready"}
              onDrop={onDrop ? () => onDrop(id) : null}
            />
          );
        })}
        {held.rising.map((one) => (
          <Line
            key={one.key}
            name={one.name}
            said={one.why ? t(one.why) : t("compose.fileRises", { percent: Math.round((100 * one.moved) / Math.max(1, one.size)) })}
            bad={one.why !== null}
            busy={one.why === null}
            onDrop={one.why ? () => held.drop(one.key) : null}
          />
        ))}
      </ul>
      {(held.tooMany || held.tooMuch) && (
        <p className="koi" role="alert">
          {t(held.tooMany ? "compose.tooManyFiles" : "compose.tooMuch")}
        </p>
      )}
    </>
  );
}
interface LineProps {
  name: string;
  said: string;
  bad: boolean;
  busy: boolean;
  onDrop: (() => void) | null;
}
function Line({ name, said, bad, busy, onDrop }: LineProps) {
  const { t } = useTranslation();
  const Glyph = bad ? IconAlertTriangle : busy ? IconLoader2 : IconPaperclip;
  return (
    <li className={bad ? "composer-file koi" : "composer-file"}>
      <Glyph size={15} stroke={1.7} aria-hidden="true" />
      <span className="cut">{name}</span>
      <span className={bad ? "" : "meta num"}>{said}</span>
      {onDrop && (
        <button type="button" aria-label={t("compose.without", { name })} onClick={onDrop}>
          <IconX size={13} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
/** A paper clip among other signs, or a button of its own (`said`). */
export function AttachButton({ held, said = false }: { held: Attachments; said?: boolean }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  const clip = <IconPaperclip size={said ? 15 : 17} stroke={1.7} aria-hidden="true" />;
  const title = `${t("compose.attach")}. ${t("compose.attachWhat")}`;
  return (
    <>
      {said ? (
        <Button size="xs" variant="default" className="self-start" leftSection={clip} title={title} onClick={choose}>
          {t("compose.attach")}
        </Button>
      ) : (
        <button type="button" className="icon-button" aria-label={t("compose.attach")} title={title} onClick={choose}>
          {clip}
        </button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".pdf,.docx,.odt,.rtf,.txt,.html,.jpg,.jpeg,.png,.tif,.tiff,.heic"
        onChange={(event) => {
          held.choose([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
