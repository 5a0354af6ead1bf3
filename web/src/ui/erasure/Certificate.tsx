import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Erasure } from "@/api/erasures";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";

/** In the order in which they are told; of mails, ours and theirs are counted apart. */
const kinds = [
  "records",
  "events",
  "documents",
  "mails",
  "received",
  "conversations",
  "applications",
  "scorecards",
  "interviews",
  "tasks",
  "enrolments",
  "shortlists",
  "notifications",
  "looks",
  "others",
] as const;
const LATER = 20 * 60_000;

type Format = ReturnType<typeof useFormat>;

function removed(erasure: Erasure, t: TFunction, f: Format): string[] {
  const counted = kinds.map((kind) => [kind === "mails" ? "sent" : kind, erasure.counts[kind] ?? 0] as const);
  return [...counted, ["files", erasure.files] as const]
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t(`erasure.${kind}`, { count, n: f.number(count) }));
}
function facts(erasure: Erasure, t: TFunction, f: Format): [string, string][] {
  const at = (label: string, value: string | null): [string, string][] => (value ? [[t(label), f.full(value)]] : []);
  return [
    ...at("erasure.at", erasure.at),
    ...(erasure.by_name ? ([[t("erasure.by"), erasure.by_name]] as [string, string][]) : []),
    [t("erasure.because"), whyOf(erasure, t)],
    ...at("erasure.removedAt", erasure.removed_at),
    ...at("erasure.checkedAt", erasure.checked_at),
    ...at("erasure.againAt", erasure.again_at),
    [t("erasure.number"), erasure.id],
  ];
}
export const whyOf = (erasure: Erasure, t: TFunction): string => t(erasure.why === "asked" ? "erasure.askedWhy" : "erasure.notNeededWhy");
export function stateOf(erasure: Erasure, t: TFunction, f: Format): string {
  const time = erasure.removed_at ? f.spokenTime(new Date(new Date(erasure.removed_at).getTime() + LATER)) : "";
  return t(`erasure.state_${erasure.state}`, { time });
}

/** What was removed, when and by whom, without a word of the person; how far it is. */
export function Certificate({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const f = useFormat();
  const told = facts(erasure, t, f);
  const list = removed(erasure, t, f);
  const copy = () => {
    const text = [
      t("erasure.certificate"),
      ...told.map(([name, value]) => `${name}: ${value}`),
      `${t("erasure.removed")}: ${list.join("; ")}`,
      stateOf(erasure, t, f),
    ].join("\n");
    navigator.clipboard.writeText(text).then(
      () => toasts.done(t("erasure.copied")),
      () => toasts.failed(t("erasure.notCopied")),
    );
  };
  return (
    <div className="certificate">
      <p role="status" className={erasure.state === "under_way" ? "strong" : "ink2"}>
        {stateOf(erasure, t, f)}
      </p>
      <dl>
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {list.length > 0 && (
          <div>
            <dt>{t("erasure.removed")}</dt>
            <dd>
              <ul>
                {list.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {erasure.state !== "under_way" && (
        <Button variant="default" size="xs" className="self-start" leftSection={<IconCopy size={15} stroke={1.7} />} onClick={copy}>
          {t("erasure.copy")}
        </Button>
      )}
    </div>
  );
}
