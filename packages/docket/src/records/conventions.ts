import { LAYOUT, type Layout, type RecordKind } from './layout.ts';
import type { TemplateContract } from './template.ts';

/** Templates of the kinds that have one. */
export type Templates = Readonly<Partial<Record<RecordKind, TemplateContract>>>;

/** What a repository agrees on for all its records. */
export interface Conventions {
  readonly templates: Templates;
  readonly layout: Layout;
}

/** Those of a repository without templates and without a configuration. */
export const NO_CONVENTIONS: Conventions = Object.freeze({ templates: {}, layout: LAYOUT });
