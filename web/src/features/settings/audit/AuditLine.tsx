import { IconEye, IconFileExport, IconPencil, type Icon } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AuditLine as Line, AuditPage } from "@/api/settings";
import { useFormat } from "@/i18n/format";
import { detailOf } from "./detail";
import type { Act } from "./filter";
import { nameOf, useWording } from "./queries";

const glyphs: Record<Act, Icon> = { saw: IconEye, changed: IconPencil, took: IconFileExport };

export function AuditLine({ line, names, jobs }: { line: Line } & Pick<AuditPage, "names" | "jobs">) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useWording();
  const Sign = glyphs[line.act];
  const detail = detailOf(line, words);
  const title = line.job_id ? jobs[line.job_id] : undefined;
  return (
    <li className="audit-line">
      <time dateTime={line.at} title={f.full(line.at)} className="num meta">
        {f.clock(line.at)}
      </time>
      <span className="audit-act" title={t(`audit.act_${line.act}`)}>
        <Sign size={15} stroke={1.7} aria-hidden="true" />
        <span className="sr-only">{t(`audit.act_${line.act}`)}</span>
      </span>
      <span className="audit-who cut" title={nameOf(line, words)}>
        {nameOf(line, words)}
      </span>
      <span className="audit-what">
        {t(`did.${line.kind}`, { defaultValue: line.kind.replaceAll("_", " ") })}
        {detail && <span className="meta audit-detail">{detail}</span>}
      </span>
      <span className="audit-about">
        {line.candidate_id && (
          <Link to="/people/$id" params={{ id: line.candidate_id }} className="link cut">
            {names[line.candidate_id] ?? t("audit.unknownPerson")}
          </Link>
        )}
        {line.job_id &&
          (title ? (
            <Link to="/jobs/$id" params={{ id: line.job_id }} className="link cut">
              {f.said(title)}
            </Link>
          ) : (
            <span className="meta">{t("audit.goneJob")}</span>
          ))}
      </span>
    </li>
  );
}
