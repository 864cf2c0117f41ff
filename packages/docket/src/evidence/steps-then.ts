import type { ValidationResult } from '../records/provenance.ts';
import type { ProvenanceRecord, SpecRecord } from '../records/record.ts';
import type { ValidationStep } from '../records/spec.ts';
import { type Context, fromGit, recordOf } from './context.ts';
import type { KnownLanding } from './landing.ts';
import { specNames } from './spec-names.ts';
import type { UndoRenames } from './undo-renames.ts';

/**
 * The specification of a record as it read in the landing; `missing` where the clone lacks that version, `undefined`
 * where there was none.
 */
export function specAtLanding(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): SpecRecord | 'missing' | undefined {
  const { line, position } = landing;
  for (const name of specNames(context, landing, record)) {
    const blob = line.objectAt(name, position);
    if (blob === undefined) continue;
    return recordOf(context, 'spec', fromGit(context, name), blob) ?? 'missing';
  }
  return undefined;
}

/** A result with the step it answers. */
export interface Match {
  readonly step: ValidationStep | undefined;
  /** `number` and text agree, only the text does, only the number does, or neither. */
  readonly by: 'both' | 'text' | 'number' | 'nothing';
}

/**
 * Finds the step a result answers: by its number where the text it repeats is that step's (a record may shorten
 * it), else by a text that is one other step's alone.
 * @param undo gives the names of the time the steps are of, where the result is of a later one
 */
export function matchStep(
  result: ValidationResult,
  steps: readonly ValidationStep[],
  undo: UndoRenames = (text) => text,
): Match {
  const numbered = steps.find((step) => step.number === result.number);
  if (result.step === '') return { step: numbered, by: numbered ? 'number' : 'nothing' };
  const about = (text: string) => numbered && isAbout(text, numbered.text);
  if (about(result.step) || about(undo(result.step))) return { step: numbered, by: 'both' };
  const others = sameTexts(
    steps,
    (step, change) => plain(change(result.step)) === plain(step.text),
    undo,
  );
  const [only] = others;
  if (only && others.length === 1) return { step: only, by: 'text' };
  return { step: numbered, by: 'nothing' };
}

/**
 * The texts that are one with `wanted`, apart from white space and the full stop: as they are, else with the names of
 * files undone on the side of today.
 */
function sameTexts<T>(
  candidates: readonly T[],
  isSame: (candidate: T, change: UndoRenames) => boolean,
  undo: UndoRenames,
): readonly T[] {
  const found = candidates.filter((candidate) => isSame(candidate, (text) => text));
  return found.length > 0 ? found : candidates.filter((candidate) => isSame(candidate, undo));
}

/** The step of today that is a step of the landing, apart from names that files were given since. */
export function stepToday(
  step: ValidationStep,
  today: readonly ValidationStep[],
  undo: UndoRenames,
): ValidationStep | undefined {
  return sameTexts(
    today,
    (other, change) => plain(change(other.text)) === plain(step.text),
    undo,
  )[0];
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[.:;]$/, '')
    .trim();
}

/** Whether a short text keeps to the words of a long one: at least half of its words are there. */
function isAbout(short: string, long: string): boolean {
  const known = new Set(wordsOf(long));
  const words = wordsOf(short);
  if (words.length === 0) return true;
  return words.filter((word) => known.has(word)).length * 2 >= words.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
