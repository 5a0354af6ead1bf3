import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import * as api from "@/api/writing";
import { textsQuery } from "@/ui/texts";
import { toasts } from "@/ui/toast";

/** What one does about a text: each can be undone, and the list shows it at once. */
export function useTextActs() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const refresh = () => client.invalidateQueries({ queryKey: textsQuery.queryKey });
  const onError = (error: unknown) => {
    if (isStatus(error, 412)) void refresh();
    if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
  };
  // A newer one is said beside the words that could not be saved.
  const onSaveError = (error: unknown) => (isStatus(error, 412) ? void refresh() : onError(error));
  const add = useMutation({ mutationFn: api.addText, onSuccess: refresh, onError });
  const save = useMutation({
    mutationFn: ({ held, words }: { held: api.HeldText; words: api.WrittenText }) => api.changeText(held.text.id, held.version, words),
    onSuccess: (saved, { held }) => {
      void refresh();
      toasts.done(t("texts.saved", { name: saved.text.name }), () =>
        api.changeText(saved.text.id, saved.version, wordsOf(held.text)).then(refresh, onError),
      );
    },
    onError: onSaveError,
  });
  const archive = useMutation({
    mutationFn: ({ text }: api.HeldText) => (text.archived ? api.restoreText(text.id) : api.archiveText(text.id)),
    onSuccess: ({ text }) => {
      void refresh();
      const back = text.archived ? api.restoreText : api.archiveText;
      toasts.done(t(text.archived ? "texts.archivedDone" : "texts.restored", { name: text.name }), () =>
        back(text.id).then(refresh, onError),
      );
    },
    onError,
  });
  return { add, save, archive };
}
export const wordsOf = ({ name, kind, fr, en, files }: api.OwnText): api.WrittenText => ({ name, kind, fr, en, files });
