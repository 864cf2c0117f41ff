import type { Report } from './report.ts';

/** The last line of a report for people: `2 errors and 1 warning in 18 files`. */
export function summaryOf({ files, errors, warnings }: Report): string {
  const where = `in ${count(files, 'file')}`;
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? `No problems ${where}` : `${parts.join(' and ')} ${where}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
