import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { Me, Template } from "@/api/model";
import { isStatus, reasonKey } from "@/api/errors";
import { keys } from "@/api/queries";
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
      if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
    },
  });
  return save;
}
export function useSaveMe() {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: api.editMe,
    onSuccess: (me: Me) => client.setQueryData(keys.me, me),
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
