import type { Corpus } from '../corpus.ts';
import { citedAdr } from '../find-record.ts';
import { governs } from '../governs.ts';
import { nameInLog } from '../key.ts';
import { outcomeSentence } from '../outcome-sentence.ts';
import { currentSuccessors, mayStand } from '../query.ts';
import { type AdrRecord, type DocketRecord, shortTitle } from '../record.ts';
import type { GovernedChange } from './changes.ts';

/** A change of files, and what its authors say of it. */
export interface ChangedFiles {
  /** Paths from the root, and whether each is new. */
  readonly files: readonly { readonly path: string; readonly isNew: boolean }[];
  /** Who names decisions: ids of commits and `text`, each with what it names. */
  readonly words: readonly {
    readonly by: string;
    readonly names: readonly { readonly id: string; readonly log?: string }[];
  }[];
}

/**
 * The decisions that say that they govern files of a change: those in force, or of unknown
 * status, then those that were superseded. Of the former, the ones come first whose acknowledgement is missing, then those of which the change says nothing.
 */
export function governedChangesOf(
  corpus: Corpus,
  { files, words }: ChangedFiles,
): GovernedChange[] {
  const records = files.flatMap(({ path, isNew }) => {
    const record = corpus.byPath(path);
    return record ? [{ record, isNew }] : [];
  });
  const others = files.flatMap(({ path }) => (corpus.byPath(path) ? [] : [path]));
  const governed = corpus.adrs.flatMap((adr): GovernedChange[] => {
    const isInForce = mayStand(adr);
    if (!isInForce && adr.fields.status.value !== 'Superseded') return [];
    const own = others.filter((path) => governs(adr, path));
    if (own.length === 0) return [];
    const asks = (path: string) => governs(adr, path)?.asksForAcknowledgement === true;
    return [
      {
        id: nameInLog(adr),
        title: shortTitle(adr),
        path: adr.path,
        status: adr.fields.status.value,
        outcome: outcomeSentence(adr)?.text,
        supersededBy: currentSuccessors(corpus, adr).map(nameInLog),
        files: own,
        asking: isInForce ? own.filter(asks) : [],
        answeredBy: records
          .filter(({ record, isNew }) => record === adr || (isNew && refersTo(corpus, record, adr)))
          .map(({ record }) => record.path),
        acknowledgedBy: words
          .filter(({ names }) => names.some((name) => citedAdr(corpus, name) === adr))
          .map(({ by }) => by),
      },
    ];
  });
  return governed.sort((a, b) => rankOf(a) - rankOf(b));
}

/** Whether a decision asks to be named by those who change its files, and nothing of the change does. */
export function lacksAcknowledgement(change: GovernedChange): boolean {
  return change.asking.length > 0 && !isSpokenOf(change);
}

/** Whether a change says anything of a decision that governs its files. */
export function isSpokenOf({ answeredBy, acknowledgedBy }: GovernedChange): boolean {
  return answeredBy.length > 0 || acknowledgedBy.length > 0;
}

function rankOf(change: GovernedChange): number {
  if (change.status === 'Superseded') return 3;
  if (lacksAcknowledgement(change)) return 0;
  return isSpokenOf(change) ? 2 : 1;
}

function refersTo(corpus: Corpus, record: DocketRecord, adr: AdrRecord): boolean {
  return (
    corpus.referencesFrom(record).some(({ to }) => to === adr) ||
    (record.kind === 'adr' && corpus.relationsFrom(record).some(({ to }) => to === adr))
  );
}
