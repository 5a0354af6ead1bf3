import { IconTestPipe } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import type { SequenceView } from "@/api/sequences";
import type { MailStep } from "./model";

interface Props {
  view: SequenceView;
  step: MailStep;
}
const runningOn = ({ experiments }: SequenceView, step: MailStep) => experiments.find((one) => one.step_id === step.id);

/** That other words are tried on a mail, said above them. */
export function StepTrial({ view, step }: Props) {
  const { t } = useTranslation();
  const running = runningOn(view, step);
  if (!running) return null;
  return (
    <p className="seq-trial">
      <IconTestPipe size={15} stroke={1.8} aria-hidden="true" />
      <span>
        {t(running.on_template ? "seq.trialTemplate" : "seq.trial", { count: running.variants })}{" "}
        <Link to="/experiments/$id" params={{ id: running.experiment_id }} className="link">
          {running.name}
        </Link>
      </span>
    </p>
  );
}
/** The way to try other words on a mail. */
export function TryWords({ view, step }: Props) {
  const { t } = useTranslation();
  const edits = useMay("edit_templates");
  const { sequence } = view;
  if (!edits || sequence.state === "archived" || runningOn(view, step)) return null;
  if (sequence.version === 0) return <p className="meta">{t("seq.trialLater")}</p>;
  const search = step.text_id ? { text: step.text_id } : { sequence: sequence.id, step: step.id };
  return (
    <p>
      <Link to="/experiments/$id" params={{ id: "new" }} search={search} className="link">
        {t(step.text_id ? "seq.tryTemplate" : "seq.tryWords")}
      </Link>
    </p>
  );
}
