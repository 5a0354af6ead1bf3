import { IconAlertTriangle, IconFileCheck, IconLoader2, IconPaperclip } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { reasonKey } from "@/api/errors";
import type { SaidFile, SaidMail } from "@/api/inbox";
import { mailFile } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";

const glyphs = { reading: IconLoader2, document: IconFileCheck, refused: IconAlertTriangle, kept: IconPaperclip };

/** The files that came with a mail, each with where it is; every one can be taken as it came. */
export function Files({ mail, files, candidate }: { mail: string; files: SaidFile[]; candidate: string }) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  const take = async (number: number) => {
    try {
      window.open((await api.receivedFile(mail, number)).url, "_blank", "noopener");
    } catch (error) {
      toasts.failed(t(reasonKey(error)));
    }
  };
  return (
    <ul className="mail-files" aria-label={t("mail.files")}>
      {files.map((one) => (
        <FileChip key={one.file.number} one={one} candidate={candidate} onTake={() => void take(one.file.number)} />
      ))}
    </ul>
  );
}
/** The files that left with a mail of ours. */
export function OurFiles({ candidate, mail }: { candidate: string; mail: NonNullable<SaidMail["message"]> }) {
  const { t } = useTranslation();
  const f = useFormat();
  if (mail.attachments.length === 0) return null;
  const take = async (number: number) => {
    try {
      window.open((await mailFile(candidate, mail.key, number)).url, "_blank", "noopener");
    } catch (error) {
      toasts.failed(t(reasonKey(error)));
    }
  };
  return (
    <ul className="mail-files" aria-label={t("mail.files")}>
      {mail.attachments.map((one, number) => (
        <li key={one.id} className="mail-file">
          <button type="button" onClick={() => void take(number)} title={t("inbox.takeOurs")}>
            <IconPaperclip size={15} stroke={1.7} aria-hidden="true" />
            <span className="cut">{one.name}</span>
            <span className="meta num">{f.bytes(one.size)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
function FileChip({ one, candidate, onTake }: { one: SaidFile; candidate: string; onTake: () => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const Glyph = glyphs[one.state];
  return (
    <li className="mail-file" data-state={one.state}>
      <button type="button" onClick={onTake} title={t("inbox.take")}>
        <Glyph size={15} stroke={1.7} aria-hidden="true" />
        <span className="cut">{one.file.name}</span>
        <span className="meta num">{f.bytes(one.file.size)}</span>
      </button>
      {one.state === "document" && one.document_id ? (
        <Link to="/people/$id" params={{ id: candidate }} search={{ tab: "cv", doc: one.document_id }} className="link meta">
          {t("inbox.file_document")}
        </Link>
      ) : one.state === "refused" ? (
        <span className="meta koi">{t([`reason.${one.reason ?? "unreadable"}`, "reason.unreadable"])}</span>
      ) : one.state === "reading" ? (
        <span className="meta">{t("inbox.file_reading")}</span>
      ) : (
        <span className="meta">{t("inbox.file_kept")}</span>
      )}
    </li>
  );
}
