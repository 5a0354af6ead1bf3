import { useTranslation } from "react-i18next";
import type { Experiment, VariantKey } from "@/api/experiments";
import { useFormat } from "@/i18n/format";
import { spokenIn } from "./draft";

/** What each variant says: subject and text side by side, as they were fixed. */
export function WordsShown({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const { reader } = useFormat();
  const spoken = spokenIn(experiment.variants);
  const stands = (key: VariantKey) =>
    experiment.adopted?.variant === key ? "isAdopted" : key !== "a" ? null : experiment.adopted ? "asBefore" : "asToday";
  return (
    <section className="exp-words" aria-label={t("experiments.words")}>
      <h2>{t("experiments.words")}</h2>
      <div className="exp-words-grid">
        {experiment.variants.map((variant) => (
          <article key={variant.key}>
            <h3>
              {t("experiments.variant", { letter: variant.key.toUpperCase() })}
              {stands(variant.key) && <span className="meta"> · {t(`experiments.${stands(variant.key)}`)}</span>}
            </h3>
            {spoken.map((language) => {
              const words = variant[language];
              return words ? (
                <details
                  key={language}
                  open={language === (spoken.includes(reader.language) ? reader.language : spoken[0])}
                  lang={language}
                >
                  <summary>
                    {spoken.length > 1 && <span className="meta">{t(`language.${language}`)} </span>}
                    <span className="strong">{words.subject}</span>
                  </summary>
                  <p className="exp-body">{words.body}</p>
                </details>
              ) : null;
            })}
          </article>
        ))}
      </div>
    </section>
  );
}
