import { gatesOf } from '../../engine/judge.ts';
import type { NamedFile } from '../../io/named-file.ts';
import { readPublishedSite } from '../../io/published-site.ts';
import type { OtherLog } from '../../records/config-logs.ts';
import { LAYOUT } from '../../records/layout.ts';
import type { PastState } from '../../records/life.ts';
import type { PublishedRecord } from '../../records/published.ts';
import { openSession } from '../session.ts';

/**
 * Opens a log as another site publishes it: its texts are read here, and what its own build judged is taken over.
 * @throws {HelpfulError} as `readPublishedSite` and `openSession` do
 */
export async function openPublishedLog(log: OtherLog, cache: string, root: string) {
  const { published: site = '', key } = log;
  const named: NamedFile | undefined = key === undefined ? undefined : { cwd: root, name: key };
  const read = await readPublishedSite(site, cache, named);
  // Its own build judged it; here it is only asked what a page cannot show.
  const session = await openSession({
    root: read.root,
    isLean: true,
    only: [...gatesOf({ layout: LAYOUT })],
  });
  const { published, signature, isNew, stale } = read;
  const stated = new Map(published.records.map((record) => [record.path, record]));
  const others = session.corpus.adrs.filter(
    (adr) => (adr.fields.status.value ?? null) !== stated.get(adr.path)?.status,
  );
  const unsigned = {
    none: 'unsigned: nothing tells who published it',
    unchecked: 'signed, which nobody checked, as no key is named',
    valid: undefined,
  }[signature];
  return {
    ...{ session, isNew },
    repository: published.repository ?? undefined,
    ref: published.commit ?? 'HEAD',
    published: { site, signature, stated },
    notes: [
      ...(stale === undefined ? [] : [`shown as it was published last: ${stale}`]),
      ...(unsigned === undefined ? [] : [unsigned]),
      ...(others[0]
        ? [`read here with another status than its site states, first in ${others[0].path}`]
        : []),
    ],
    bring: async () => {},
    pastOf: (file: string) => pastOf(stated.get(file)),
  };
}

function pastOf(record: PublishedRecord | undefined): PastState[] {
  return (record?.past ?? []).map(({ day, status, date }) => ({
    day,
    status: status ?? undefined,
    date: date ?? undefined,
  }));
}
