/** One shape for each status, outcome and verdict, so that none depends on colour. Inner strokes show the badge's ground. */
const SHAPES = {
  check:
    '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m4.7 8.3 2.3 2.3 4.4-5" fill="none" stroke="var(--wash,var(--paper))" stroke-width="1.8"/>',
  cross:
    '<path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor"/><path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" stroke="var(--wash,var(--paper))" stroke-width="1.7"/>',
  next: '<rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor"/><path d="M4.2 8h7M8.2 4.9 11.3 8l-3.1 3.1" fill="none" stroke="var(--wash,var(--paper))" stroke-width="1.7"/>',
  open: '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.7 2.17"/><circle cx="8" cy="8" r="2.2" fill="currentColor"/>',
  minus:
    '<path d="m8 1.2 5.9 3.4v6.8L8 14.8l-5.9-3.4V4.6z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M5 8h6" stroke="currentColor" stroke-width="1.8"/>',
  hand: '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>',
  empty:
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.7 2.17"/>',
  question:
    '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5.9 6.3a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .7-1 1.5" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="8" cy="11.6" r=".95" fill="currentColor"/>',
  clock:
    '<rect x="1.4" y="1.4" width="13.2" height="13.2" rx="2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 4.4V8l2.6 2" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  // The cross of a contradiction, with the hand that let it stand.
  crossed:
    '<path d="M8 .9 15.1 8 8 15.1.9 8z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="m5 8.1 2.1 2.1 3.9-4.4" fill="none" stroke="currentColor" stroke-width="1.7"/>',
} as const;

const BY_NAME: Readonly<Record<string, keyof typeof SHAPES>> = {
  accepted: 'check',
  pass: 'check',
  verified: 'check',
  proposed: 'open',
  review: 'open',
  manual: 'hand',
  superseded: 'next',
  deprecated: 'minus',
  'not-applicable': 'minus',
  rejected: 'cross',
  fail: 'cross',
  contradicted: 'cross',
  'let-stand': 'crossed',
  outdated: 'clock',
  unverifiable: 'question',
  yes: 'check',
  no: 'cross',
};

/** The inside of the mark of a status, an outcome or a verdict: SVG in a view box of 16 by 16. */
export function markShape(name: string): string {
  return SHAPES[BY_NAME[name] ?? 'empty'];
}

/** A mark as markup. It says nothing to a screen reader: a word stands beside it. */
export function markSvg(name: string): string {
  return `<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${markShape(name)}</svg>`;
}
