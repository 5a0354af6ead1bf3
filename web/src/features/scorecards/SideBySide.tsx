import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Requirement } from "@/api/model";
import type { Rating, Scorecard, Summary } from "@/api/scorecards";
import { useFormat } from "@/i18n/format";
import { useKinds } from "@/ui/record/kinds";

interface Props {
  summary: Summary;
  requirements: Requirement[];
}
/** Criteria down, colleagues across. Nothing is added up. */
export function SideBySide({ summary, requirements }: Props) {
  const { t } = useTranslation();
  const phone = useMediaQuery("(max-width: 767px)");
  return (
    <section className="side">
      <h3 id="side-title" className="strong">
        {t("cards.sideBySide")}
      </h3>
      <p className="meta">{t("cards.sideWhy")}</p>
      {phone ? <Stacked summary={summary} requirements={requirements} /> : <Table summary={summary} requirements={requirements} />}
    </section>
  );
}
function Table({ summary: { scorecards, lines }, requirements }: Props) {
  const { t } = useTranslation();
  return (
    <div className="scroll side-scroll" tabIndex={0} role="region" aria-labelledby="side-title">
      <table className="side-table">
        <thead>
          <tr>
            <th scope="col">{t("cards.criterion")}</th>
            {scorecards.map((card) => (
              <th scope="col" key={card.member_id + card.about.id}>
                <Who card={card} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.criterion_id}>
              <th scope="row">
                <Criterion line={line} requirements={requirements} />
              </th>
              {line.ratings.map((rating, i) => (
                <td key={i}>
                  <Seen rating={rating} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("cards.recommends")}</th>
            {scorecards.map((card, i) => (
              <td key={i} className="strong">
                {card.recommendation && t(`cards.rec_${card.recommendation}`)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("cards.says")}</th>
            {scorecards.map((card, i) => (
              <td key={i}>
                <Says card={card} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
/** The same on a phone: criterion by criterion, colleague by colleague. */
function Stacked({ summary: { scorecards, lines }, requirements }: Props) {
  const { t } = useTranslation();
  const each = (what: (card: Scorecard, i: number) => React.ReactNode) =>
    scorecards.map((card, i) => (
      <div key={card.member_id + card.about.id} className="stacked-line">
        <dt>
          <Who card={card} />
        </dt>
        <dd>{what(card, i)}</dd>
      </div>
    ));
  return (
    <>
      {lines.map((line) => (
        <section key={line.criterion_id} className="stacked">
          <h4 className="strong">
            <Criterion line={line} requirements={requirements} />
          </h4>
          <dl>
            {each((_, i) => (
              <Seen rating={line.ratings[i] ?? null} />
            ))}
          </dl>
        </section>
      ))}
      <section className="stacked">
        <h4 className="strong">{t("cards.recommends")}</h4>
        <dl>{each((card) => card.recommendation && <span className="strong">{t(`cards.rec_${card.recommendation}`)}</span>)}</dl>
      </section>
      <section className="stacked">
        <h4 className="strong">{t("cards.says")}</h4>
        <dl>
          {each((card) => (
            <Says card={card} />
          ))}
        </dl>
      </section>
    </>
  );
}
function Who({ card }: { card: Scorecard }) {
  const { t } = useTranslation();
  const f = useFormat();
  const when = card.edited_at ? t("cards.editedOn", { date: f.day(card.edited_at) }) : card.given_at ? f.day(card.given_at) : "";
  return (
    <>
      <span>{card.member_name}</span>
      <span className="meta side-about">{[f.said(card.about.name), when].filter(Boolean).join(", ")}</span>
      {card.after_reading && <span className="meta side-about ochre">{t("cards.afterReading")}</span>}
    </>
  );
}
function Criterion({ line, requirements }: { line: Summary["lines"][number]; requirements: Requirement[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const tied = requirements.find((one) => one.id === line.requirement_id)?.text;
  const apart = line.spread && line.spread.highest - line.spread.lowest > 1 ? line.spread : null;
  return (
    <>
      <span>{f.said(line.label)}</span>
      <span className="meta side-about">{line.requirement_id ? tied : t("cards.unasked")}</span>
      {apart && <span className="meta ochre side-about">{t("cards.differ", { lowest: apart.lowest, highest: apart.highest })}</span>}
    </>
  );
}
function Seen({ rating }: { rating: Rating | null }) {
  const { t } = useTranslation();
  if (!rating) return <span className="meta">{t("cards.silent")}</span>;
  return (
    <>
      {rating.mark ? <Mark of={rating.mark} /> : <span className="meta">{t("cards.notSeen")}</span>}
      {rating.remark && <p className="prose">{rating.remark}</p>}
    </>
  );
}
/** A step of the scale: how many of four, said and drawn. */
function Mark({ of }: { of: number }) {
  const { t } = useTranslation();
  return (
    <span className="mark">
      <svg width="34" height="8" viewBox="0 0 34 8" aria-hidden="true">
        {[0, 1, 2, 3].map((i) => (
          <rect key={i} x={i * 9 + 0.5} y="0.5" width="6" height="7" rx="1.5" data-on={i < of || undefined} />
        ))}
      </svg>
      <span className="num">{t("cards.step", { n: of })}</span>
    </span>
  );
}
function Says({ card }: { card: Scorecard }) {
  const { t } = useTranslation();
  const kinds = useKinds();
  return (
    <>
      {card.text && <p className="prose">{card.text}</p>}
      {card.overridden.length > 0 && <p className="meta ochre">{t("cards.knowingly", { kinds: kinds(card.overridden) })}</p>}
    </>
  );
}
