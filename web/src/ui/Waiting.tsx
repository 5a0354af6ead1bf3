import { Button } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import { inboxKeys } from "@/api/inbox";
import { keys, useMay } from "@/api/queries";
import * as api from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { compose, type GoneOn } from "@/ui/compose";
import { toasts } from "@/ui/toast";

const LOOK = 4000;
interface Props {
  candidateId: string;
  name: string;
  mailKey: string;
  due: string;
  thread?: GoneOn | undefined;
}
/** A mail that has not left: when it does, and what can still be done about it. */
export function Waiting({ candidateId, name, mailKey, due, thread }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const writes = useMay("write_mails");
  const refresh = async () => {
    await Promise.all(
      [keys.candidate(candidateId), ["thread"], inboxKeys.threads].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
  const people = [{ id: candidateId, name }];
  const onError = (error: unknown) => {
    void refresh();
    toasts.failed(t(reasonKey(error)));
  };
  const stop = useMutation({
    mutationFn: () => api.stop(candidateId, mailKey),
    onSuccess: ({ draft, at }) => {
      void refresh();
      toasts.done(t("compose.stopped"));
      compose.open({ people, thread, draft, at });
    },
    onError,
  });
  const sendNow = useMutation({
    mutationFn: () => api.sendNow(candidateId, mailKey),
    onSuccess: () => {
      toasts.done(t("compose.sentNow"));
      setTimeout(() => void refresh(), 1500);
    },
    onError,
  });
  const change = useMutation({
    mutationFn: () => api.openMail(candidateId, mailKey),
    onSuccess: ({ draft, due_at, version }) => {
      if (draft) compose.open({ people, thread, draft, at: due_at, of: { key: mailKey, version } });
    },
    onError,
  });
  const soon = Date.parse(due) - Date.now() < 60_000;
  // It leaves while one looks.
  useEffect(() => {
    if (!soon) return;
    const timer = setInterval(() => void refresh(), LOOK);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [soon, client, candidateId]);
  return (
    <div className="event-body row wrap waiting-mail">
      <span className="row meta grow">
        <IconClock size={14} stroke={1.8} aria-hidden="true" />
        {soon ? t("compose.leavesNow") : t("compose.leaves", { when: `${f.day(due)}, ${f.spokenTime(due)}` })}
      </span>
      {writes && (
        <>
          {!soon && (
            <>
              <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate()}>
                {t("compose.change")}
              </Button>
              <Button size="xs" variant="default" loading={sendNow.isPending} onClick={() => sendNow.mutate()}>
                {t("compose.sendNow")}
              </Button>
            </>
          )}
          <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t("compose.stop")}
          </Button>
        </>
      )}
    </div>
  );
}
