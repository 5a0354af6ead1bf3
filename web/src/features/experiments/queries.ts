import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import * as api from "@/api/experiments";
import { experimentQuery, experimentsQuery } from "@/api/experiments";
import { templatesQuery } from "@/api/queries";
import { textsQuery } from "@/ui/texts";
import { toasts } from "@/ui/toast";

/** What one does about an experiment; what can be taken back says so for a while. */
export function useActs() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const put = (opened: api.Opened) => {
    client.setQueryData(experimentQuery(opened.experiment.id).queryKey, opened);
    void client.invalidateQueries({ queryKey: experimentsQuery.queryKey, exact: true });
    // An adoption changes what a template says.
    void client.invalidateQueries({ queryKey: textsQuery.queryKey });
    void client.invalidateQueries({ queryKey: templatesQuery.queryKey });
    if (opened.experiment.place.kind === "step")
      void client.invalidateQueries({ queryKey: ["sequence", opened.experiment.place.sequence_id] });
  };
  const onError = (error: unknown) => {
    void client.invalidateQueries({ queryKey: experimentsQuery.queryKey });
    if (isStatus(error, 422)) return;
    const { name, state, step, step_id } = isStatus(error, 409) ? error.details : {};
    if (typeof name === "string") toasts.failed(t("experiments.taken", { name }));
    else if (state === "archived" || state === "draft") toasts.failed(t("experiments.notPublished"));
    else toasts.failed(t(step || step_id ? "experiments.reworded" : reasonKey(error)));
  };
  // What somebody else saved meanwhile is said in the form, beside what stands there.
  const inForm = (error: unknown) =>
    isStatus(error, 412) ? void client.invalidateQueries({ queryKey: experimentsQuery.queryKey }) : onError(error);
  const open = (id: string) => void navigate({ to: "/experiments/$id", params: { id } });
  const back = (turn: () => Promise<api.Opened>) => () => turn().then(put, onError);
  const save = useMutation({
    mutationFn: ({ held, words }: { held: api.Opened | null; words: api.Written }) =>
      held ? api.save(held.experiment.id, held.version, words) : api.add(words),
    onSuccess: put,
    onError: inForm,
  });
  const start = useMutation({
    mutationFn: ({ experiment, version }: api.Opened) => api.start(experiment.id, version),
    onSuccess: (opened) => {
      put(opened);
      toasts.done(t("experiments.started"));
      open(opened.experiment.id);
    },
    onError: inForm,
  });
  const stop = useMutation({
    mutationFn: api.stop,
    onSuccess: (opened) => {
      put(opened);
      toasts.done(
        t("experiments.stopped"),
        back(() => api.resume(opened.experiment.id)),
      );
    },
    onError,
  });
  const resume = useMutation({
    mutationFn: api.resume,
    onSuccess: (opened) => {
      put(opened);
      toasts.done(
        t("experiments.resumed"),
        back(() => api.stop(opened.experiment.id)),
      );
    },
    // No form is there to say it.
    onError: (error) => (isStatus(error, 422) ? toasts.failed(t("experiments.reworded")) : onError(error)),
  });
  const adopt = useMutation({
    mutationFn: ({ id, variant, flight }: { id: string; variant: api.VariantKey; flight: api.InFlight | null }) =>
      api.adopt(id, variant, flight),
    onSuccess: (opened, { variant }) => {
      put(opened);
      toasts.done(
        t("experiments.adopted", { letter: variant.toUpperCase() }),
        back(() => api.giveBack(opened.experiment.id)),
      );
    },
    onError,
  });
  const giveBack = useMutation({
    mutationFn: api.giveBack,
    onSuccess: (opened) => {
      put(opened);
      toasts.done(t("experiments.givenBack"));
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ experiment, version }: api.Opened) => api.remove(experiment.id, version),
    onSuccess: (_, { experiment }) => {
      void client.invalidateQueries({ queryKey: experimentsQuery.queryKey, exact: true });
      void navigate({ to: "/experiments" });
      toasts.done(t("experiments.removed", { name: experiment.name }), () =>
        api.add({ name: experiment.name, place: experiment.place, plan: experiment.plan, variants: experiment.variants }).then((opened) => {
          put(opened);
          open(opened.experiment.id);
        }, onError),
      );
    },
    onError,
  });
  return { save, start, stop, resume, adopt, giveBack, remove };
}
