import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import type { Sending, SendingRules } from "@/api/model";
import * as api from "@/api/sending";
import { toasts } from "@/ui/toast";

export const sendingQuery = queryOptions({ queryKey: ["sending"], queryFn: api.sending, refetchInterval: 30_000 });
export const domainQuery = queryOptions({ queryKey: ["sending", "domain"], queryFn: api.domain, staleTime: 60_000 });
export const apartQuery = (hours: SendingRules["hours"]) =>
  queryOptions({ queryKey: ["sending", "apart", hours], queryFn: () => api.apart(hours), staleTime: 15_000 });

/** Pauses what nobody asked for, or lets it go on. */
export function useBrake(how: "pause" | "resume") {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: (words: string) => api[how](words),
    onSuccess: (seen: Sending) => {
      client.setQueryData(sendingQuery.queryKey, seen);
      toasts.done(t(how === "pause" ? "sending.pausedNow" : "sending.resumed"));
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
