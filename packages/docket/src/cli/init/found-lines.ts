import { RECORD_KINDS } from '../../records/layout.ts';
import { count } from '../../report/count.ts';
import { discoveryLines } from '../../report/discovery.ts';
import { safeLine } from '../../report/screen-text.ts';
import { countsOf } from '../../report/summary.ts';
import type { Session } from '../../session/session.ts';
import type { Setup } from '../../session/setup/setup.ts';
import type { OptionValues } from '../command.ts';
import { rootWords } from '../root.ts';

/** What a repository has, before anything is added: its root, its records and what is found in them. */
export async function foundLines(
  setup: Setup,
  values: OptionValues,
  cwd: string,
): Promise<string[]> {
  const { session, place, discovery } = setup;
  const records = session ? await recordLines(session) : [];
  const lines = [
    `Root: ${rootWords(values, cwd)}`,
    ...(place ? [] : ['Git: not in a repository']),
    ...(place?.folder ? [`Git: a folder of ${place.top}`] : []),
    ...(setup.hasRecords ? [] : ['No decision records found']),
    ...(discovery ? discoveryLines(discovery) : []),
    ...records,
  ];
  return lines.map(safeLine);
}

async function recordLines(session: Session): Promise<string[]> {
  const { corpus } = session;
  const counted = RECORD_KINDS.flatMap((kind) => {
    const { folder, noun, template, logs } = corpus.layout[kind];
    const amount = corpus.records.filter((record) => record.kind === kind).length;
    if (logs || amount === 0) return [];
    return [`${folder}: ${count(amount, noun)}, held to ${template}`];
  });
  const { fresh } = await session.findings();
  const found = (severity: string) => fresh.filter((one) => one.severity === severity).length;
  const told = countsOf({
    errors: found('error'),
    warnings: found('warning'),
    infos: found('info'),
  });
  return [
    ...counted,
    ...(corpus.records.length === 0 || told === '' ? [] : [`docket lint finds ${told}`]),
  ];
}
