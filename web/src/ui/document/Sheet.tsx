import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Box, DocumentPage, OpenedDocument } from "@/api/model";
import { joined, rectOf, type Rect } from "./boxes";

export interface Mark {
  boxes: Box[];
  label: string;
}
type Dropped = OpenedDocument["dropped"];

/** What is drawn of a page: its picture with the text over it (selectable, unseen), or the text itself. */
function Drawing({ page }: { page: DocumentPage }) {
  const picture = Boolean(page.image_url);
  return (
    <>
      {page.image_url && <image href={page.image_url} width={page.width} height={page.height} preserveAspectRatio="none" />}
      {page.lines.map((line, i) => {
        const at = rectOf(line.box, page);
        if (line.text.trim() === "" || at.height <= 0) return null;
        const size = at.height * (picture ? 0.86 : 0.8);
        return (
          <text
            key={i}
            className={picture ? "sheet-under" : "sheet-text"}
            x={at.x}
            y={at.y + at.height * 0.8}
            fontSize={size}
            {...(line.text.length > 2 && at.width > 0 ? { textLength: at.width, lengthAdjust: "spacingAndGlyphs" as const } : {})}
          >
            {line.text}
          </text>
        );
      })}
    </>
  );
}
/** What the law leaves out is covered on the page as well. */
function Covers({ page, dropped }: { page: DocumentPage; dropped: Dropped }) {
  const { t } = useTranslation();
  return dropped
    .flatMap((d) => d.boxes.filter((box) => box.page === page.number).map((box) => ({ kind: d.kind, box })))
    .map((d, i) => {
      const at = rectOf(d.box, page, 1);
      return (
        <rect key={i} className="sheet-cover" {...at} rx="1.5">
          <title>{t("document.covered", { what: t(`prohibited.${d.kind}`, { defaultValue: d.kind }) })}</title>
        </rect>
      );
    });
}
export function Sheet({ page, mark, dropped, of }: { page: DocumentPage; mark: Mark | null; dropped: Dropped; of: number }) {
  const { t } = useTranslation();
  const here = joined((mark?.boxes ?? []).filter((b) => b.page === page.number));
  const first = useRef<SVGRectElement>(null);
  const wanted = here[0] ? JSON.stringify(here[0]) : "";
  useEffect(() => {
    if (wanted)
      first.current?.scrollIntoView({
        block: "center",
        inline: "nearest",
        behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
      });
  }, [wanted]);
  const label = here[0];
  return (
    <div className="sheet">
      <svg viewBox={`0 0 ${page.width} ${page.height}`} role="group" aria-label={t("document.pageOf", { page: page.number, of })}>
        <Drawing page={page} />
        <Covers page={page} dropped={dropped} />
        {here.map((box, i) => (
          <rect key={i} ref={i === 0 ? first : undefined} className="sheet-mark" {...rectOf(box, page, 2.5)} rx="3" />
        ))}
      </svg>
      {label && mark && (
        <span className="sheet-note" style={{ left: `${label.left * 100}%`, top: `${label.top * 100}%` }}>
          {mark.label}
        </span>
      )}
    </div>
  );
}
/** An enlarged part of a page. */
export function Crop({ page, rect, label }: { page: DocumentPage; rect: Rect; label: string }) {
  return (
    <div className="crop">
      <svg viewBox={`${rect.x} ${rect.y} ${rect.width} ${rect.height}`} role="img" aria-label={label}>
        <Drawing page={page} />
      </svg>
    </div>
  );
}
