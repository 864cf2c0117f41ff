import { filterAdrs } from '../records/query.ts';
import { type Ratifications, ratificationState } from '../records/ratification.ts';
import { type AdrRecord, shortTitle } from '../records/record.ts';
import { shownName } from '../records/shown-name.ts';
import { STATUSES, type Status } from '../records/status.ts';
import { wireRatification, wireRecords } from '../records/wire.ts';
import { wireFull } from '../records/wire-full.ts';
import { discoveryLines } from '../report/discovery.ts';
import { safeLine } from '../report/screen-text.ts';
import { openSession } from '../session/session.ts';
import type { Command } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

/** `docket list`: the decisions, one a line. */
export const list: Command = {
  name: 'list',
  options: {
    ...ROOT_OPTION,
    status: {
      type: 'string',
      value: 'STATUS',
      choices: [...STATUSES, 'unknown'],
      description: 'Only decisions with this status; unknown for those that say none',
    },
    tag: { type: 'string', value: 'TAG', description: 'Only decisions with this tag' },
    json: { type: 'boolean', description: 'Print versioned JSON, the same as the site serves' },
    full: {
      type: 'boolean',
      description: 'With --json, print every record in full, with the words it is read from',
    },
  },
  notes: 'Exit code: 0 listed (even if there are none), 2 could not run.',
  async run(values, { cwd, stdout, stderr }) {
    const root = rootOf(values, cwd);
    noteUnrunCode(root, stderr);
    const session = await openSession({ root });
    const { corpus, discovery } = session;
    const { status, tag } = values;
    const adrs = filterAdrs(corpus.adrs, {
      ...(typeof status === 'string' ? { status: status as Status | 'unknown' } : {}),
      ...(typeof tag === 'string' ? { tag } : {}),
    });
    if (values.json === true && values.full === true) {
      const full = wireFull(corpus, adrs, discovery?.logs);
      stdout.write(`${JSON.stringify(full, null, 2)}\n`);
      return EXIT.clean;
    }
    const ratifications = await session.ratifications();
    if (values.json === true) {
      stdout.write(
        `${JSON.stringify(
          wireRecords(adrs, (adr) => wireRatification(adr, ratifications)),
          null,
          2,
        )}\n`,
      );
      return EXIT.clean;
    }
    for (const row of rowsOf(adrs, ratifications)) stdout.write(`${safeLine(row)}\n`);
    for (const line of discovery ? discoveryLines(discovery) : []) {
      stderr.write(`${safeLine(line)}\n`);
    }
    return EXIT.clean;
  },
};

const UNKNOWN = 'unknown';

/** No name makes the column of all others wider than this. */
const WIDEST = 60;

/** A line for each decision. What none of them says has no column. */
function rowsOf(adrs: readonly AdrRecord[], ratifications: Ratifications): string[] {
  const statusOf = (adr: AdrRecord) =>
    ratificationState(adr, ratifications) === 'unratified'
      ? 'Unratified'
      : (adr.fields.status.value ?? UNKNOWN);
  const columns = [
    { least: 8, cells: adrs.map(shownName) },
    { least: 10, cells: adrs.map(statusOf) },
    { least: 10, cells: adrs.map(({ fields }) => fields.date.value ?? UNKNOWN) },
    { least: 0, cells: adrs.map(shortTitle) },
  ].filter(({ cells }) => cells.some((cell) => cell !== UNKNOWN));
  const last = columns.length - 1;
  const widths = columns.map(({ least, cells }) =>
    Math.min(
      WIDEST,
      cells.reduce((most, cell) => Math.max(most, cell.length), least),
    ),
  );
  return adrs.map((_, row) =>
    columns
      .map(({ cells }, at) => (cells[row] ?? '').padEnd(at === last ? 0 : (widths[at] ?? 0)))
      .join('  '),
  );
}
