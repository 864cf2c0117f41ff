import type { SourceLine } from './source-lines.ts';

/** What the names of a text stand for. */
export interface RstTargets {
  /** Addresses by the names that links go by. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Texts by the names that stand for them between bars. */
  readonly texts: ReadonlyMap<string, string>;
}

const TARGET = /^\s*\.\.[ \t]+_(?:`([^`]+)`|((?:[^:\\]|\\.|:(?!\s|$))+)):[ \t]+(\S+)$/;
const TEXT = /^\s*\.\.[ \t]+\|([^|]+)\|[ \t]+replace::[ \t]+(\S.*)$/;

/** A name as names are compared. */
export function comparableName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Collects the targets and replacements of a text. */
export function targetsOf(lines: readonly SourceLine[]): RstTargets {
  const addresses = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { text } of lines) {
    const target = TARGET.exec(text);
    const name = (target?.[1] ?? target?.[2] ?? '').replace(/\\(.)/g, '$1');
    // A target that ends like a reference stands for another target.
    if (target?.[3] && !target[3].endsWith('_')) addresses.set(comparableName(name), target[3]);
    const [, own, replacement] = TEXT.exec(text) ?? [];
    if (own !== undefined && replacement !== undefined) texts.set(comparableName(own), replacement);
  }
  return { addresses, texts };
}
