import { governs } from '../../records/governs.ts';
import { stands } from '../../records/query.ts';
import type { GovernedChange } from '../../records/why.ts';
import type { Session } from '../session.ts';

/**
 * The decisions in force that govern files which differ from a branch or commit, those first of which the change says
 * nothing. Only what a record itself says under `governs` counts.
 * @throws {HelpfulError} where the name stands for no commit, or Git cannot compare
 */
export async function governedChanges(
  session: Session,
  base: string,
): Promise<readonly GovernedChange[]> {
  const { corpus } = session;
  const changed = (await session.filesSince(base)).map(({ path }) => path);
  const records = changed.flatMap((path) => corpus.byPath(path) ?? []);
  const files = changed.filter((path) => !corpus.byPath(path));
  return corpus.adrs
    .filter(stands)
    .flatMap((adr) => {
      const governed = files.filter((path) => governs(adr, path));
      if (governed.length === 0) return [];
      const answering = records.filter(
        (record) =>
          record === adr ||
          corpus.referencesFrom(record).some(({ to }) => to === adr) ||
          (record.kind === 'adr' && corpus.relationsFrom(record).some(({ to }) => to === adr)),
      );
      return [{ adr, files: governed, answeredBy: answering.map(({ path }) => path) }];
    })
    .sort((a, b) => Number(a.answeredBy.length > 0) - Number(b.answeredBy.length > 0));
}
