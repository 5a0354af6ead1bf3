import { useTranslation } from "react-i18next";
import type { SequenceText } from "@/api/sequences";
import { alike, differences, numbers } from "./steps";
import type { useStepWords } from "./useStepWords";

/** What is another in one writing of a sequence than in the other, step by step. */
export function Differences({
  before,
  after,
  words,
}: {
  before: SequenceText;
  after: SequenceText;
  words: ReturnType<typeof useStepWords>;
}) {
  const { t } = useTranslation();
  const [old, now] = [numbers(before.steps), numbers(after.steps)];
  const lines = [
    ...(before.name === after.name ? [] : [t("seq.diff_name", { before: before.name, after: after.name })]),
    ...(alike(before.settings, after.settings) ? [] : [t("seq.diff_settings")]),
    ...differences(before.steps, after.steps).map(({ step, was }) => {
      const n = (was === "removed" ? old : now).get(step.id);
      const what = step.do === "wait" ? t("seq.diffWait", { wait: words.wait(step) }) : t("seq.diffStep", { n, name: words.title(step) });
      return t(`seq.diff_${was}`, { what });
    }),
  ];
  if (lines.length === 0) return <p className="meta">{t("seq.diffNone")}</p>;
  return (
    <ul className="seq-diff">
      {lines.map((line, i) => (
        <li key={i}>{line}</li>
      ))}
    </ul>
  );
}
