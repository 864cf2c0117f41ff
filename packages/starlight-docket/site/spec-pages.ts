import type { Corpus } from 'docket/records';
import { readSpecFolders, type Session } from 'docket/session';
import { type SiteSpecs, siteSpecs } from '../views/specs/site-specs.ts';
import { withSurroundings } from './surroundings.ts';

/** The specifications of other tools, and what is round them. */
export interface SpecPages {
  readonly specs: SiteSpecs;
  /** A corpus in whose surroundings is what their texts show and lead to. */
  around(corpus: Corpus): Corpus;
}

/** Reads what other tools keep in the repository of a session. */
export async function specPages({
  root,
  corpus,
}: Pick<Session, 'root' | 'corpus'>): Promise<SpecPages> {
  const { folders, unread, surroundings } = await readSpecFolders(root, corpus);
  return { specs: siteSpecs(folders, unread), around: withSurroundings(surroundings) };
}
