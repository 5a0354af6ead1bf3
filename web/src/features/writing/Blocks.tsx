import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { fieldErrors, reasonKey } from "@/api/errors";
import type { PreviewedMail } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { useFieldNames } from "@/ui/writing/useFieldNames";
import { bad, type Attachments } from "@/ui/writing/useAttachments";

interface Props {
  seen: PreviewedMail[];
  unknown: string[];
  error: unknown;
  several: boolean;
  /** The plain text is written apart from the text, and follows it no more. */
  apart: boolean;
  onMade: () => void;
  files: Attachments;
  /** Leaves out files that may not leave. */
  onWithout: (ids: string[]) => void;
  /** Leaves out those who cannot be written to. */
  onDrop: (ids: string[]) => void;
}
/** Whether what the server refuses is said where it stands: at a field, or at the files. */
const saidElsewhere = (error: unknown): boolean =>
  Object.keys(fieldErrors(error)).some((name) => /^(draft\.)?(subject|body|plain|files)$/.test(name));

/** What keeps the mail from leaving, and for whom; links that lead nowhere. */
export function Blocks({ seen, unknown, error, several, apart, onMade, files, onWithout, onDrop }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const named = useFieldNames();
  const held = seen.filter((one) => one.held);
  const barred = files.files.filter(bad);
  const broken = [...new Set(seen.flatMap((one) => one.rendered.broken_links.map((link) => link.link)))];
  const why = (one: PreviewedMail) => {
    const name = one.name ?? t("people.noName");
    if (one.held !== "missing") return t(several ? "compose.heldFor" : "compose.heldOne", { name, why: t(`compose.held_${one.held}`) });
    const fields = named(one.rendered.missing);
    const count = one.rendered.missing.length;
    return several ? t("compose.missingFor", { name, fields, count }) : t("compose.missing", { fields, count });
  };
  const said = [
    ...(unknown.length ? [t("compose.unknown", { count: unknown.length, fields: f.list(unknown) })] : []),
    ...held.slice(0, 3).map(why),
    ...(held.length > 3 ? [t("compose.others", { count: held.length - 3 })] : []),
    ...(error && !saidElsewhere(error) ? [t(fieldErrors(error).at ? "compose.badTime" : reasonKey(error))] : []),
  ];
  return (
    <div role="alert">
      {said.length > 0 && (
        <div className="composer-block">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <div className="grow">
            {said.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {several && held.length > 0 && held.length < seen.length && (
            <Button size="xs" variant="default" onClick={() => onDrop(held.flatMap((one) => one.candidate_id ?? []))}>
              {t("compose.leaveOut", { count: held.length })}
            </Button>
          )}
        </div>
      )}
      {barred.length > 0 && (
        <div className="composer-block">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <p className="grow">
            {t("compose.barred", { count: barred.length, names: f.list(barred.map(({ file }) => file?.name ?? "…")) })}
          </p>
          <Button size="xs" variant="default" onClick={() => onWithout(barred.map(({ id }) => id))}>
            {t("compose.without_files", { count: barred.length })}
          </Button>
        </div>
      )}
      {apart && (
        <div className="composer-block" data-tone="soft">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <p className="grow">{t("compose.plainApart")}</p>
          <Button size="xs" variant="default" onClick={onMade}>
            {t("compose.plainMade")}
          </Button>
        </div>
      )}
      {broken.length > 0 && (
        <div className="composer-block" data-tone="soft">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <p className="grow">{t("compose.broken", { count: broken.length, links: f.list(broken) })}</p>
        </div>
      )}
    </div>
  );
}
