import { NativeSelect, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Letter, TemplateKey } from "@/api/model";
import { useTexts } from "@/ui/texts";
import { useActionWords } from "./useActionWords";

export type Telling = "mail" | "otherwise" | "nobody";
export interface LetterDraft {
  telling: Telling;
  letter: Required<Letter>;
}
const delays = [0, 1, 2, 3, 5, 10];
const templates: TemplateKey[] = ["refusal", "refusal_after_interview", "position_closed"];

/** What people are told when they leave: by which letter and when, or not by us. */
export function LetterChoice({ value, onChange }: { value: LetterDraft; onChange: (value: LetterDraft) => void }) {
  const { t } = useTranslation();
  const words = useActionWords();
  const { telling, letter } = value;
  const own = useTexts().flatMap(({ text }) => (text.kind === "mail" && !text.archived ? [text.id] : []));
  const offered = [...new Set([...templates, ...own, letter.template])];
  const set = (change: Partial<Required<Letter>>) => onChange({ telling, letter: { ...letter, ...change } });
  return (
    <Radio.Group label={t("refusal.tell")} value={telling} onChange={(next) => onChange({ letter, telling: next as Telling })}>
      <div className="choices">
        {(["mail", "otherwise", "nobody"] as const).map((one) => (
          <div className="choice choice-more" key={one} data-on={telling === one || undefined}>
            <Radio value={one} label={t(`refusal.by_${one}`)} description={one === "mail" ? undefined : t(`refusal.why_${one}`)} />
            {one === "mail" && telling === "mail" && (
              <div className="pair choice-in">
                <NativeSelect
                  label={t("refusal.template")}
                  value={letter.template}
                  onChange={(event) => set({ template: event.currentTarget.value as TemplateKey })}
                  data={offered.map((key) => ({ value: key, label: words.template(key) }))}
                />
                <NativeSelect
                  label={t("refusal.delay")}
                  value={String(letter.business_days)}
                  onChange={(event) => set({ business_days: Number(event.currentTarget.value) })}
                  data={delays.map((days) => ({
                    value: String(days),
                    label: days === 0 ? t("refusal.now") : t("does.days", { count: days }),
                  }))}
                />
              </div>
            )}
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}
