// A cell that opens with one of these is a formula to a spreadsheet, whoever wrote it. See
// https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/;

/**
 * Rows as CSV (RFC 4180): cells with commas, quotes or line breaks in quotes, rows ended by CRLF. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front, which marks it as text there.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
