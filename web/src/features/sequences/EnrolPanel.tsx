import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, isStatus, reasonKey, Unreachable } from "@/api/errors";
import * as api from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { enrol, type Enrolling } from "@/ui/enrol";
import { newKey } from "@/ui/hiring/ulid";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import "@/ui/css/sequences.css";
import "@/ui/css/enrolments.css";
import { Dialog } from "@/ui/Dialog";
import { Foresight } from "./Foresight";
import { keys, preflightQuery, sequencesQuery } from "./queries";
import { useEnrolmentActs, type Target } from "./useEnrolmentActs";
import { Whom, type Chosen } from "./Whom";

const UNDOABLE = 50;
/** Nobody knows how far it came. */
const brokeOff = (error: unknown) => error instanceof Unreachable || (error instanceof ApiError && error.status >= 500);

/** People for a sequence: which, who, what each would get when; then they are put in. */
export function EnrolPanel({ what }: { what: Enrolling }) {
  const { t } = useTranslation();
  const list = useQuery(sequencesQuery);
  const offered = (list.data?.sequences ?? []).filter(({ card }) => card.state === "active" || card.id === what.sequenceId);
  const one = what.people?.length === 1 ? what.people[0] : undefined;
  const title = one ? t("seq.enrolOne", { name: one.name }) : t("seq.enrolTitle");
  return (
    <Dialog onClose={enrol.close} title={title} size={860} classNames={{ inner: "sheet-up" }}>
      {list.isPending ? (
        <Skeleton shape="field" />
      ) : list.isError ? (
        <LoadFailed error={list.error} retry={list.refetch} small />
      ) : offered.length === 0 ? (
        <Empty
          title={t("seq.noneRunning")}
          acts={
            <Button component={Link} to="/sequences" onClick={enrol.close}>
              {t("seq.toSequences")}
            </Button>
          }
        >
          {t("seq.noneRunningWhy")}
        </Empty>
      ) : (
        <Choose what={what} offered={offered} />
      )}
    </Dialog>
  );
}
function Choose({ what, offered }: { what: Enrolling; offered: api.ListedSequence[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [id, setId] = useState(what.sequenceId ?? (offered.length === 1 ? (offered[0]?.card.id ?? "") : ""));
  const [chosen, setChosen] = useState<Chosen>({ people: what.people ?? [], filter: what.filter });
  const [again, setAgain] = useState(false);
  const client = useQueryClient();
  const key = useRef(newKey());
  const acts = useEnrolmentActs();
  const whom = useMemo<api.Whom | null>(() => {
    if (chosen.filter) return { filter: chosen.filter as NonNullable<api.Whom["filter"]>, again };
    return chosen.people.length > 0 ? { candidate_ids: chosen.people.map((one) => one.id), again } : null;
  }, [chosen, again]);
  const seen = useQuery({ ...preflightQuery(id, whom ?? { again }), enabled: id !== "" && whom !== null });
  const sequence = offered.find(({ card }) => card.id === id)?.card;
  const put = useMutation({
    mutationFn: (those: api.Whom) => api.enrolPeople(id, key.current, those),
    onSuccess: ({ enrolled, excluded }) => {
      const name = sequence?.name ?? "";
      const targets: Target[] = enrolled.map((one) => ({ candidateId: one.candidate_id, sequenceId: id, name: one.name ?? "" }));
      acts.refresh(targets);
      enrol.close();
      const undo = targets.length > 0 && targets.length <= UNDOABLE ? () => acts.run("remove", targets) : undefined;
      toasts.done(t("seq.enrolled", { count: enrolled.length, n: f.number(enrolled.length), name }), undo, {
        detail: excluded.length > 0 ? t("seq.leftOut", { count: excluded.length, n: f.number(excluded.length) }) : undefined,
      });
    },
    // Some may be in it by now: it is looked at again, and pressed again nobody is put in twice.
    onError: () => Promise.all([acts.refresh([]), client.invalidateQueries({ queryKey: keys.one(id) }), seen.refetch()]),
  });
  const count = seen.data?.enrolled ?? 0;
  const ready = whom !== null && seen.isSuccess && count > 0;
  const before = (seen.data?.excluded.enrolled_before ?? 0) > 0 || again;
  return (
    <form
      className="enrol"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !put.isPending) put.mutate(whom);
      }}
    >
      {!what.sequenceId && (
        <NativeSelect
          label={t("seq.one")}
          data-autofocus
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          data={[
            ...(id ? [] : [{ value: "", label: t("seq.chooseOne") }]),
            ...offered.map(({ card }) => ({ value: card.id, label: card.name })),
          ]}
        />
      )}
      <Whom chosen={chosen} given={Boolean(what.filter ?? what.people)} onChange={setChosen} />
      {before && <Checkbox label={t("seq.again")} checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} />}
      {id === "" || whom === null ? (
        <p className="meta">{t(id === "" ? "seq.pickSequence" : "seq.pickPeople")}</p>
      ) : seen.isPending ? (
        <Skeleton rows={4} shape="field" />
      ) : seen.isError ? (
        isStatus(seen.error, 409) ? (
          <p className="koi" role="alert">
            {t("seq.notRunning")}
          </p>
        ) : (
          <LoadFailed error={seen.error} retry={seen.refetch} small />
        )
      ) : (
        <Foresight
          seen={seen.data}
          onDrop={
            chosen.filter ? undefined : (gone) => setChosen({ people: chosen.people.filter((one) => one.id !== gone), filter: undefined })
          }
        />
      )}
      {put.isError && (
        <p className="koi" role="alert">
          {t(isStatus(put.error, 409) ? "seq.notRunning" : brokeOff(put.error) ? "seq.enrolBroke" : reasonKey(put.error))}
        </p>
      )}
      <div className="row wrap refuse-acts">
        <Button variant="default" onClick={enrol.close}>
          {t("act.cancel")}
        </Button>
        <Button type="submit" disabled={!ready} loading={put.isPending} leftSection={<IconUserPlus size={16} aria-hidden="true" />}>
          {count > 0 ? t("seq.enrol", { count, n: f.number(count) }) : t("seq.enrolNobody")}
        </Button>
      </div>
    </form>
  );
}
