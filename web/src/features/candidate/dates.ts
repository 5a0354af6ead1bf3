/** What the API takes: a year, a month, or the present. */
export const partialDate = /^(\d{4}(-(0[1-9]|1[0-2]))?|present)$/;

/** 03/2022 and "aujourd'hui" as people type them, to 2022-03 and present. */
export function readDate(text: string): string {
  const said = text.trim();
  const monthFirst = /^(\d{1,2})[/.-](\d{4})$/.exec(said);
  if (monthFirst) return `${monthFirst[2]}-${(monthFirst[1] ?? "").padStart(2, "0")}`;
  return /^(aujourd.?hui|présent|present|now|today|en cours|actuel)/i.test(said) ? "present" : said;
}
