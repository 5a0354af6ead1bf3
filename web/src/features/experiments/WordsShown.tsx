import { useTranslation } from "react-i18next";
import type { Experiment } from "@/api/experiments";
import { spokenIn } from "./draft";

/** What each variant says: subject and text side by side, as they were fixed. */
export function WordsShown({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const spoken = spokenIn(experiment.variants);
  return (
    <section className="exp-words" aria-label={t("experiments.words")}>
      <h2>{t("experiments.words")}</h2>
      <div className="exp-words-grid">
        {experiment.variants.map((variant) => (
          <article key={variant.key}>
            <h3>
              {t("experiments.variant", { letter: variant.key.toUpperCase() })}
              {variant.key === "a" && <span className="meta"> · {t("experiments.asToday")}</span>}
            </h3>
            {spoken.map((language) => {
              const words = variant[language];
              return words ? (
                <details key={language} open={language === spoken[0]} lang={language}>
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
