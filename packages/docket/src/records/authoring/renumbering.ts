import type { Corpus } from '../corpus.ts';
import type { AdrRecord, SourceFile } from '../record.ts';
import type { FileChange } from './change.ts';
import type { OwnRepository } from './own-address.ts';

/** What a renumbering is computed from. */
export interface RenumberInput {
  readonly corpus: Corpus;
  readonly adr: AdrRecord;
  /** The new number as file names write it. */
  readonly number: string;
  /** Other files of the repository that may cite the record. */
  readonly texts: readonly SourceFile[];
  /** Paths of all other files in the folder that the record has for itself, which goes with it. */
  readonly besides: readonly string[];
  readonly repository: OwnRepository;
}

/** A place that looks like a citation of the record and was left as it is. */
export interface LeftPlace {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** `ambiguous` where it may mean another record of the same number, `elsewhere` for a fixed or foreign address. */
  readonly why: 'ambiguous' | 'elsewhere';
}

/** The changes that give a record another number, everywhere. */
export interface Renumbering {
  readonly changes: readonly FileChange[];
  readonly left: readonly LeftPlace[];
}
