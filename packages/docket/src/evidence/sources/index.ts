import { BMAD } from './bmad.ts';
import { type CommitClaim, GSD } from './gsd.ts';
import { KIRO } from './kiro.ts';
import { type DeltaClaim, OPENSPEC } from './openspec.ts';
import { OURS } from './ours.ts';
import { type FileSource, SOURCE_NAMES, type SourceName } from './source.ts';
import { SPEC_KIT } from './spec-kit.ts';
import type { WorkClaim } from './work.ts';

/** A claim of a source that is found by its files. */
export type SourceClaim = WorkClaim | CommitClaim | DeltaClaim;

/** Every source but Docket's own provenance records. */
export const FILE_SOURCES: readonly FileSource<SourceClaim>[] = [
  SPEC_KIT,
  OPENSPEC,
  KIRO,
  GSD,
  BMAD,
];

/** What people call a source. */
export function titleOf(name: SourceName): string {
  return [OURS, ...FILE_SOURCES].find((source) => source.name === name)?.title ?? name;
}

/** The source that a file belongs to; `undefined` for a file of none. */
export function sourceOf(path: string): FileSource<SourceClaim> | undefined {
  return FILE_SOURCES.find((source) => source.projectOf(path) !== undefined);
}

export { SOURCE_NAMES, type SourceName };
