/** Rows of CSV as RFC 4180 writes them, harmless when a spreadsheet opens them. */

export type CsvValue = string | number | null;

/**
 * One field. Quoted when it holds a comma, a quote or a line break. A text that a spreadsheet would run as a formula
 * (first character `=`, `+`, `-`, `@`, tab or carriage return) gets an apostrophe in front, inside quotes; a number
 * is written as it is. Null and numbers that are not finite are empty.
 * @example csvField('IRM, genou') // '"IRM, genou"'
 * @example csvField('=1+1') // `"'=1+1"`
 * @example csvField(-2.5) // '-2.5'
 */
export function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (/^[=+\-@\t\r]/.test(value)) return quote(`'${value}`);
  return /[",\r\n]/.test(value) ? quote(value) : value;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * One row with its line end (CR LF).
 * @example csvRow(['a', 1, null]) // 'a,1,\r\n'
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}
