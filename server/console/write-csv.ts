export type Cell = string | number | boolean | Date | null;

/**
 * A table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. No cell can be a formula (CWE-1236): one that
 * would begin as one gets an apostrophe, also behind a character that another country's spreadsheet splits at.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((cells) => `${cells.map(writeCell).join(",")}\r\n`);
  return `\ufeff${lines.join("")}`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  // Numbers are ours, and a negative one is no formula.
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const text = harmless(cell instanceof Date ? cell.toISOString() : cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const formulaWithin = /([,;\t\r\n]\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

function harmless(text: string): string {
  const split = text.replace(formulaWithin, "$1'");
  return formula.test(split) ? `'${split}` : split;
}
