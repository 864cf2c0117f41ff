import type { Span } from '../../records/finding.ts';

/** Every source of claims, in the order in which they are told. */
export const SOURCE_NAMES = ['ours', 'spec-kit', 'openspec', 'kiro', 'gsd', 'bmad'] as const;

/** By what name a source is asked for. */
export type SourceName = (typeof SOURCE_NAMES)[number];

/** What every claim says of itself, whatever its source. */
export interface ClaimBase {
  /** Short name by which a person accepts the claim, unique within its file. */
  readonly id: string;
  /** The claim in words. */
  readonly claim: string;
  readonly span: Span;
}

/** A file that claims are made in. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a tool keeps as one specification: a folder, or a file that stands alone. */
export interface SpecPlace {
  /** The folder of the project: empty, or ending in `/`. */
  readonly project: string;
  /** The folder, ending in `/`, or the file that stands alone. */
  readonly folder: string;
  /** What the tool calls it, which stays the same where it is filed away. */
  readonly name: string;
  /** Set for one that was filed away; with the day where its folder names it. */
  readonly archived?: { readonly date: string | undefined };
}

/** A form in which people say what was done. */
export interface Source<Document, Claim extends ClaimBase> {
  readonly name: SourceName;
  /** What the people who use it call it. */
  readonly title: string;
  /** The claims of a document, from its structured places only. Never throws. */
  claims(document: Document): readonly Claim[];
}

/** A source that is found by the paths of its files, without any configuration. */
export interface FileSource<Claim extends ClaimBase> extends Source<SourceFile, Claim> {
  /**
   * The folder of the project that a file speaks of: empty, or ending in `/`; `undefined` for a path that is none of
   * its files.
   */
  projectOf(path: string): string | undefined;
  /** The specification that a file is a part of, whether or not it makes claims; `undefined` for a part of none. */
  specOf(path: string): SpecPlace | undefined;
  /** What stays the same where a file is filed away under another name. */
  keyOf?(path: string): string | undefined;
  /** The ids of the claims without the claims, where they can be had much faster; nearly always the same. */
  idsOf?(file: SourceFile): readonly string[];
}

/** The claims with an id each: a repeated one is counted. */
export function withUniqueIds<C extends { readonly id: string }>(claims: readonly C[]): C[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const times = (seen.get(claim.id) ?? 0) + 1;
    seen.set(claim.id, times);
    return times === 1 ? claim : { ...claim, id: `${claim.id}#${times}` };
  });
}
