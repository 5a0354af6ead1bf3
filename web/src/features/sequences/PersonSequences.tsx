import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import type { EnrolmentAct, SeenEnrolment } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { enrol } from "@/ui/enrol";
import { useKeys } from "@/ui/keys";
import "@/ui/css/sequences.css";
import "@/ui/css/enrolments.css";
import { actsFor, isAsked } from "./acts";
import { AskAct, EnrolmentMenu } from "./EnrolmentMenu";
import { EnrolmentMark } from "./StateMark";
import { personQuery } from "./queries";
import { useEnrolmentActs } from "./useEnrolmentActs";
import { useEnrolmentWords } from "./useEnrolmentWords";

/** A person's sequences, on their page: where they stand, what comes next and when, and what can be done about it. */
export function PersonSequences({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const sees = useMay("see_people");
  const runs = useMay("run_sequences");
  const held = useQuery({ ...personQuery(id), enabled: sees });
  const all = held.data?.enrolments ?? [];
  const add = () => enrol.open({ people: [{ id, name }] });
  useKeys({ q: () => (runs ? add() : false) }, runs ? { help: { q: "keys.enrol" } } : {});
  const [acting, setActing] = useState<{ act: EnrolmentAct; one: SeenEnrolment } | null>(null);
  const { run } = useEnrolmentActs();
  const target = (one: SeenEnrolment) => [{ candidateId: id, sequenceId: one.enrolment.sequence_id, name, epoch: one.enrolment.epoch }];
  const act = (what: EnrolmentAct, one: SeenEnrolment) => (isAsked(what) ? setActing({ act: what, one }) : void run(what, target(one)));
  if (!sees || (all.length === 0 && !runs)) return null;
  return (
    <section className="standing" aria-labelledby="person-sequences">
      <div className="sec">
        <h2 id="person-sequences">{t("seq.title")}</h2>
        {runs && (
          <Tooltip label={t("seq.enrolHere")}>
            <ActionIcon aria-label={t("seq.enrolHere")} onClick={add}>
              <IconPlus size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {held.isError ? (
        <p className="meta">{t("seq.personFailed")}</p>
      ) : all.length === 0 ? (
        held.isSuccess && <p className="meta standing-none">{t("seq.inNone")}</p>
      ) : (
        <ul>
          {all.map((one) => (
            <Line key={one.enrolment.sequence_id} one={one} runs={runs} onAct={(what) => act(what, one)} />
          ))}
        </ul>
      )}
      {acting && (
        <AskAct act={acting.act} names={[name]} onClose={() => setActing(null)} onDo={() => void run(acting.act, target(acting.one))} />
      )}
    </section>
  );
}
function Line({ one, runs, onAct }: { one: SeenEnrolment; runs: boolean; onAct: (act: EnrolmentAct) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useEnrolmentWords();
  const { enrolment } = one;
  const stands = words.stands(one);
  return (
    <li className="person-seq">
      <span className="two grow">
        <span className="row">
          <Link to="/sequences/$id/people" params={{ id: enrolment.sequence_id }} className="name cut">
            {enrolment.sequence_name}
          </Link>
          <EnrolmentMark state={enrolment.state} />
        </span>
        <span className="meta">
          {enrolment.state === "active" && words.step(one) && `${words.step(one)}, `}
          <span
            className={stands.alarm ? "koi" : undefined}
            title={enrolment.wake_at ? words.full(enrolment.wake_at, enrolment.zone) : undefined}
          >
            {stands.text}
          </span>
          {enrolment.settled_at && `, ${f.ago(enrolment.settled_at)}`}
        </span>
      </span>
      {runs && (
        <EnrolmentMenu name={t("seq.inSequence", { name: enrolment.sequence_name })} acts={actsFor(enrolment, undefined)} onAct={onAct} />
      )}
    </li>
  );
}
