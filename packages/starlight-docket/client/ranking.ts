import type { PageFragment } from './pagefind.ts';

/** The number a reader typed, such as `018`, `ADR-18` or `spec 0`: of what kind, and without leading zeros. */
export interface TypedNumber {
  readonly kind: 'adr' | 'spec' | 'provenance';
  readonly number: string;
}

/** Reads a search term as the number of a record; a bare number is a decision's. */
export function typedNumber(term: string): TypedNumber | undefined {
  const match = /^(?:(adr|spec|provenance)[-\s]*)?0*(\d{1,6}[a-z]?)$/i.exec(term.trim());
  if (!match) return undefined;
  return {
    kind: (match[1]?.toLowerCase() ?? 'adr') as TypedNumber['kind'],
    number: (match[2] ?? '').toLowerCase(),
  };
}

/** Whether a page is the record of that number. */
export function isNumbered(page: PageFragment, typed: TypedNumber): boolean {
  const own = typedNumber(page.meta['number'] ?? '');
  return own?.kind === typed.kind && own.number === typed.number;
}

/** Moves each superseded decision below those that replaced it, where both were found; the rest keeps its order. */
export function belowSuccessors(pages: readonly PageFragment[]): PageFragment[] {
  const result = [...pages];
  for (const page of pages) {
    const successors = page.meta['replaced-by']?.split(' ') ?? [];
    if (successors.length === 0) continue;
    const last = result.findLastIndex((other) => successors.includes(other.meta['id'] ?? ''));
    const own = result.indexOf(page);
    if (last <= own) continue;
    result.splice(own, 1);
    result.splice(last, 0, page);
  }
  return result;
}
