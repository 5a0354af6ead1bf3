/** Rows as a file that spreadsheets read. A cell that a spreadsheet would compute is made text. Pure. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};
/** `comma`: what the spreadsheets of that language take between two cells. */
export const csv = (rows: readonly (readonly string[])[], comma: "," | ";"): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(comma)).join("\r\n")}\r\n`;
