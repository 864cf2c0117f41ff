/** What a reader sees of a diagram, in one form for Mermaid's own reading and for a drawing, so that they compare. */
export type Shown = ShownGraph | ShownSequence;

export interface ShownGraph {
  readonly kind: 'graph';
  /** By id: label, shape, and the groups round it from the outside in. */
  readonly nodes: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  /** Sorted. */
  readonly edges: readonly string[];
}

export interface ShownSequence {
  readonly kind: 'sequence';
  /** From left to right. */
  readonly actors: readonly string[];
  /** From top to bottom. */
  readonly steps: readonly string[];
}

/** A text as it is read: white space does not count, lines do. */
export function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n');
}
