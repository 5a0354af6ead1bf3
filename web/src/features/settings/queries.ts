import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { Me, OwnSettings, Template } from "@/api/model";
import { isStatus, reasonKey } from "@/api/errors";
import { keys } from "@/api/queries";
import { setLanguage } from "@/i18n";
import { toasts } from "@/ui/toast";

export const templatesQuery = queryOptions({ queryKey: keys.templates, queryFn: api.templates });
export const previewQuery = (template: { key: string; language: string }, draft: { subject: string; body: string }) =>
  queryOptions({
    queryKey: ["preview", template.key, template.language, draft],
    queryFn: () => api.previewTemplate(template, draft),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  });

export function useSaveTemplate() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const put = (saved: Template) =>
    client.setQueryData(
      templatesQuery.queryKey,
      (old) =>
        old && {
          templates: old.templates.map((one) =>
            one.template.key === saved.template.key && one.template.language === saved.template.language ? saved : one,
          ),
        },
    );
  const save = useMutation({
    mutationFn: ({ template, draft }: { template: Template; draft: { subject: string; body: string } }) =>
      api.saveTemplate(template.template, template.version, draft),
    onSuccess: (saved, { template }) => {
      put(saved);
      const { subject, body } = template.template;
      toasts.done(t("templates.saved"), () => save.mutateAsync({ template: saved, draft: { subject, body } }));
    },
    onError: (error) => {
      if (isStatus(error, 412)) void client.invalidateQueries({ queryKey: keys.templates });
      else if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
    },
  });
  return save;
}
/** Saves what a member chose for themselves; what it was before is an undo away. */
export function useSaveMe() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const put = (me: Me) => client.setQueryData(keys.me, me);
  const save = useMutation({
    mutationFn: ({ wanted }: { wanted: OwnSettings; before: Me | undefined }) => api.editMe(wanted),
    onSuccess: (me, { wanted, before }) => {
      put(me);
      const was =
        before && (Object.fromEntries(Object.keys(wanted).map((key) => [key, before.member[key as keyof OwnSettings]])) as OwnSettings);
      toasts.done(
        t("digest.saved"),
        was &&
          (() =>
            api.editMe(was).then(async (back) => {
              put(back);
              if (was.language) await setLanguage(was.language);
            })),
      );
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  return (wanted: OwnSettings) => save.mutate({ wanted, before: client.getQueryData<Me>(keys.me) });
}
