import { Button } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import type { Language } from "@/api/model";
import { useMe } from "@/api/queries";
import * as api from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { MailFrame } from "@/ui/MailFrame";
import { PersonPicker, type Named } from "@/ui/PersonPicker";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { PartSwitch, type Part } from "./PartSwitch";
import { useFieldNames } from "./useFieldNames";

interface Props {
  variant: api.Variant;
  language: Language;
  kind: "mail" | "snippet";
  /** Files that go with it. */
  files?: string[];
  blocked: boolean;
  /** Writes the plain text apart, beginning with what is made from the text. */
  onPlain?: ((plain: string) => void) | undefined;
}
/** What somebody would get: an invented person, or anyone that one picks. */
export function TextPreview({ variant, language, kind, files = [], blocked, onPlain }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const named = useFieldNames();
  const [person, setPerson] = useState<Named | null>(null);
  const [picking, setPicking] = useState(false);
  const [part, setPart] = useState<Part>("html");
  const email = useMe().data?.member.email;
  const draft = {
    subject: variant.subject?.trim() || "…",
    body: variant.body.trim() || "…",
    plain: variant.plain ?? null,
    language,
    signature: kind === "mail",
    files,
  };
  const people = person ? [person.id] : [];
  const seen = useQuery({
    queryKey: ["text-preview", draft, people],
    queryFn: ({ signal }) => api.preview(people, draft, null, signal),
    enabled: !blocked,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  });
  const test = useMutation({
    mutationFn: () => api.sendTest(people, draft),
    onSuccess: () => toasts.done(t("compose.tested", { email })),
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  const one = seen.data?.[0];
  return (
    <section className="tpl-preview" aria-label={t("templates.preview")}>
      <h2>{t("templates.preview")}</h2>
      <div className="row wrap">
        <span className="meta">
          {t("texts.previewFor")} <b>{person?.name ?? t("texts.invented")}</b>
        </span>
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => setPicking(!picking)} aria-expanded={picking}>
          {t("texts.other")}
        </Button>
        {kind === "mail" && (
          <Button size="xs" variant="subtle" color="gray" className="quiet" loading={test.isPending} onClick={() => test.mutate()}>
            {t("compose.test")}
          </Button>
        )}
      </div>
      {picking && (
        <PersonPicker
          label={t("texts.previewFor")}
          autoFocus
          onPick={(picked) => {
            setPerson(picked);
            setPicking(false);
          }}
        />
      )}
      {one ? (
        <div data-old={blocked || undefined}>
          {kind === "mail" && <p className="tpl-subject strong">{one.rendered.subject}</p>}
          {kind === "mail" && <PartSwitch part={part} onPart={setPart} />}
          {part === "html" ? (
            <MailFrame html={one.rendered.html} title={one.rendered.subject} />
          ) : (
            <>
              <pre className="composer-plain" tabIndex={0}>
                {one.rendered.text}
              </pre>
              {onPlain && !variant.plain && (
                <Button size="xs" variant="default" className="plain-act" onClick={() => onPlain(one.plain_source)}>
                  {t("compose.plainWrite")}
                </Button>
              )}
            </>
          )}
          {one.attachments.length > 0 && (
            <p className="meta">
              {t("texts.with", { count: one.attachments.length, names: f.list(one.attachments.map((file) => file.name)) })}
            </p>
          )}
          {one.rendered.missing.length > 0 && <p className="koi">{t("templates.missing", { fields: named(one.rendered.missing) })}</p>}
          {one.rendered.broken_links.length > 0 && (
            <p className="koi">
              {t("compose.broken", {
                count: one.rendered.broken_links.length,
                links: f.list(one.rendered.broken_links.map((link) => link.link)),
              })}
            </p>
          )}
        </div>
      ) : seen.isError ? (
        <LoadFailed error={seen.error} retry={seen.refetch} small />
      ) : (
        <Skeleton rows={4} shape="field" />
      )}
    </section>
  );
}
