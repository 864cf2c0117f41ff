import { buildCorpus, type Corpus } from '../corpus.ts';
import { type AdrRecord, readRecord } from '../record.ts';
import type { FileChange } from './change.ts';
import { AuthoringError } from './problem.ts';

/** @throws {AuthoringError} where a relation leads elsewhere, or is stated no more, afterwards */
export function assertSameRelations(
  corpus: Corpus,
  adr: AdrRecord,
  path: string,
  changes: readonly FileChange[],
): void {
  const texts = new Map(
    changes.flatMap((change) =>
      change.kind === 'carry'
        ? []
        : [[change.kind === 'move' ? change.from : change.path, change.after]],
    ),
  );
  const records = corpus.adrs.map((record) => {
    const text = texts.get(record.path);
    if (text === undefined) return record;
    const to = record.path === adr.path ? path : record.path;
    return readRecord('adr', { path: to, text }, corpus);
  });
  const after = buildCorpus({ ...corpus, records });
  const told = (of: Corpus, rename: (path: string) => string) =>
    new Set(
      of.adrs.flatMap((one) =>
        of
          .relationsFrom(one)
          .filter(({ to }) => to !== undefined)
          .map(
            ({ type, to, isPartly }) =>
              `${rename(one.path)} ${type} ${isPartly} ${rename(to?.path ?? '')}`,
          ),
      ),
    );
  const was = told(corpus, (one) => (one === adr.path ? path : one));
  const is = told(after, (one) => one);
  const lost = [...was].find((one) => !is.has(one));
  if (lost === undefined) return;
  throw new AuthoringError(
    `\`${lost.split(' ')[0]}\` names the record in a form that cannot be renumbered`,
    'write the relation as a link, and renumber then',
  );
}
