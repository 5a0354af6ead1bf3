/** A pay range in a few words: 48 to 56 k€, 14,50 € an hour. Pure. */
import type { Pay } from "@/api/model";
import type { Reader } from "@/i18n/format";

/** The bounds as they are said: both in thousands where both are round thousands. `null`: that end is open. */
export function payRange(pay: Pay, { language }: Pick<Reader, "language">): { from: string | null; to: string | null } {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const ends = [pay.minimum, pay.maximum].map((end) => (end === null ? null : Number(end)));
  const known = ends.filter((end) => end !== null);
  const thousands = known.every((end) => end >= 10_000 && end % 1000 === 0);
  const money = (value: number, last: boolean): string => {
    const shown = thousands ? value / 1000 : value;
    const digits = Number.isInteger(shown) ? 0 : 2;
    const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(shown);
    if (!last) return figure;
    const sign = new Intl.NumberFormat(locale, { style: "currency", currency: pay.currency, currencyDisplay: "narrowSymbol" })
      .formatToParts(0)
      .find((part) => part.type === "currency")?.value;
    return `${figure}\u00a0${thousands ? "k" : ""}${sign ?? pay.currency}`;
  };
  const [from = null, to = null] = ends;
  return { from: from === null ? null : money(from, to === null || to === from), to: to === null || to === from ? null : money(to, true) };
}
