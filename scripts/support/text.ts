import { stripVTControlCharacters } from 'node:util';

/** The last `count` lines that are not blank, without colours. */
export function lastLines(text: string, count: number): string {
  return stripVTControlCharacters(text)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}

/** Every line moved to the right by `by`; blank lines stay blank. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.*\S)/gm, by);
}

/** A duration in seconds as a reader says it: `0.4 s`, `12.3 s`, `3 min 05 s`. */
export function duration(seconds: number): string {
  if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** `1 check`, `2 checks`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
