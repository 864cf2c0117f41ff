import type { Corpus } from './corpus.ts';
import type { AdrRecord } from './record.ts';

/** What ties a decision to a file, the strongest first. */
export const GROUND_KINDS = ['governs', 'marker', 'landing', 'mention'] as const;

/**
 * What an answer rests on: the record says that it governs the file, a comment in the file names the decision, an
 * execution touched the file, or the record names the file.
 */
export type GroundKind = (typeof GROUND_KINDS)[number];

/** A place that ties a decision to a file. */
export interface Ground {
  readonly kind: GroundKind;
  /** File that says so, from the root. */
  readonly file: string;
  /** `undefined` for a file as a whole. */
  readonly line: number | undefined;
  /** What stands there, or the commit that did it. */
  readonly words: string;
}

/** A decision that has to do with a file, and why. */
export interface FileDecision {
  readonly adr: AdrRecord;
  /** The decisions that replace it today. */
  readonly successors: readonly AdrRecord[];
  /** The strongest first; never empty. */
  readonly grounds: readonly Ground[];
}

/** What the records say about one file. */
export interface FileAnswer {
  /** From the root. */
  readonly path: string;
  readonly isThere: boolean;
  /**
   * By their strongest ground; of one kind those in force first, then the latest. Where lines are asked about, first
   * those whose comment is the nearest.
   */
  readonly decisions: readonly FileDecision[];
  /** Why there may be more; empty where all was looked at. */
  readonly gap: string;
}

/** Lines of a file, both ends included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Where lines come from. */
export interface LineOrigin {
  readonly lines: Lines;
  /** `undefined` for what is not committed. */
  readonly commit:
    | {
        readonly id: string;
        readonly author: string;
        /** Author's time, ISO 8601 with zone. */
        readonly authored: string;
        readonly subject: string;
        /** Trailers of the message and the note that say who took part, as written. */
        readonly said: readonly string[];
      }
    | undefined;
  /** The merge with which the commit landed on the branch that is checked out; `undefined` where it is on it itself. */
  readonly landedWith:
    | { readonly id: string; readonly authored: string; readonly subject: string }
    | undefined;
  /** The path the lines had in that commit, from the top of the repository. */
  readonly path: string;
  /** The provenance records that the commit came with. */
  readonly executions: readonly {
    readonly record: string;
    readonly spec: string | undefined;
  }[];
  /**
   * Decisions that stood on the day of the commit and stand no more: those of the answer, and those that govern the path
   * which the lines had then.
   */
  readonly stoodThen: readonly AdrRecord[];
}

/** Why a file, or some lines of it, are as they are. */
export interface WhyAnswer {
  /** The records of the moment that was asked about. */
  readonly corpus: Corpus;
  readonly file: FileAnswer;
  /** `undefined` where the whole file was asked about. */
  readonly lines: Lines | undefined;
  /** The moment that was asked about: a commit; `undefined` for the files as they stand. */
  readonly at: string | undefined;
  /** In the order of the lines; empty where the whole file was asked about, or no history tells. */
  readonly origins: readonly LineOrigin[];
  /** Why it is unknown where the lines come from; empty where it is known. */
  readonly gap: string;
}
