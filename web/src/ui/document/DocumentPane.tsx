import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconDownload, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Document } from "@/api/model";
import { documentQuery } from "@/api/queries";
import { LoadFailed, Skeleton } from "../states";
import { Sheet, type Mark } from "./Sheet";

const zooms = [0.75, 1, 1.25, 1.5, 2, 3];
interface Props {
  candidateId: string;
  documents: Document[];
  documentId: string;
  mark: Mark | null;
  onPick?: (id: string) => void;
}
/** A CV as it was received, with what was found on it shown in place. */
export function DocumentPane({ candidateId, documents, documentId, mark, onPick }: Props) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(1);
  const client = useQueryClient();
  const opened = useQuery(documentQuery(candidateId, documentId));
  const document = documents.find((d) => d.id === documentId) ?? opened.data?.document;
  const step = (by: 1 | -1) => setZoom(zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(zoom) + by))] ?? 1);
  // The link lives a minute: it is asked for at the click, not taken from what was loaded with the page.
  const download = async () => {
    const fresh = await client.fetchQuery({ ...documentQuery(candidateId, documentId), staleTime: 30_000 });
    window.location.assign(fresh.download_url);
  };
  return (
    <section className="doc" aria-label={t("document.title")}>
      <div className="doc-bar">
        {documents.length > 1 ? (
          <NativeSelect
            aria-label={t("document.which")}
            size="xs"
            value={documentId}
            onChange={(event) => onPick?.(event.currentTarget.value)}
            data={documents.map((d) => ({ value: d.id, label: d.name }))}
            className="doc-select"
          />
        ) : (
          <span className="strong cut" title={document?.name}>
            {document?.name}
          </span>
        )}
        {document && <span className="meta only-wide">{t("document.pages", { count: document.pages })}</span>}
        <span className="grow" />
        <ActionIcon aria-label={t("document.smaller")} disabled={zoom === zooms[0]} onClick={() => step(-1)}>
          <IconZoomOut size={17} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={t("document.larger")} disabled={zoom === zooms.at(-1)} onClick={() => step(1)}>
          <IconZoomIn size={17} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={t("document.download")} onClick={() => void download()}>
          <IconDownload size={17} stroke={1.7} />
        </ActionIcon>
      </div>
      <div className="doc-view" tabIndex={0} role="region" aria-label={t("document.content")}>
        {opened.isPending ? (
          <div className="sheet sheet-wait">
            <Skeleton rows={6} shape="field" />
          </div>
        ) : opened.isError ? (
          <LoadFailed error={opened.error} retry={opened.refetch} small />
        ) : (
          <div className="sheets" style={{ width: `${zoom * 100}%` }}>
            {opened.data.pages.map((page) => (
              <Sheet key={page.number} page={page} mark={mark} dropped={opened.data.dropped} of={opened.data.document.pages} />
            ))}
            {opened.data.document.pages > opened.data.pages.length && (
              <p className="meta doc-rest">{t("document.rest", { shown: opened.data.pages.length, count: opened.data.document.pages })}</p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
