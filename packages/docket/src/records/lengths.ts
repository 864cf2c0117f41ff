/** How long something may be; both ends count as inside. */
export interface Bounds {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** Characters of a text as people count them, without white space at its ends. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** Whether a length keeps to its bounds. */
export function isWithin(length: number, { minimum = 0, maximum = Infinity }: Bounds): boolean {
  return length >= minimum && length <= maximum;
}

/** Bounds in words: `50 to 200`, `at most 80`, `at least 2`. */
export function boundsInWords({ minimum = 0, maximum = Infinity }: Bounds): string {
  if (maximum === Infinity) return `at least ${minimum}`;
  return minimum > 0 ? `${minimum} to ${maximum}` : `at most ${maximum}`;
}
