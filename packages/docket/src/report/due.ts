import { conditionsOf, type Due, type DueKind, daysBetween, duesOf } from '../records/due.ts';
import { nameInLog } from '../records/key.ts';
import { type AdrRecord, shortTitle } from '../records/record.ts';
import { shownName } from '../records/shown-name.ts';
import { count } from './count.ts';
import { safeLine } from './screen-text.ts';

/** Version of the JSON; it grows when a key changes its meaning or goes. */
const VERSION = 1;

/** What falls due, as seen on a day. */
export interface DueList {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Days ahead; `undefined` for all that is to come. */
  readonly within: number | undefined;
  /** The earliest first. */
  readonly dues: readonly Due[];
  readonly conditions: readonly { readonly adr: AdrRecord; readonly when: string }[];
}

/** What is due of some decisions, or will be within some days. */
export function dueList(
  adrs: readonly AdrRecord[],
  { today, within }: Pick<DueList, 'today' | 'within'>,
): DueList {
  const dues = duesOf(adrs).filter(
    ({ day }) => within === undefined || daysBetween(today, day) <= within,
  );
  return { today, within, dues, conditions: conditionsOf(adrs) };
}

/** For a terminal. */
export function duePretty({ today, within, dues, conditions }: DueList): string {
  const isPast = ({ day }: Due) => day < today;
  const coming = within === undefined ? 'Coming' : `Within ${count(within, 'day')}`;
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    ['Overdue', dues.filter(isPast).map((due) => lineOf(due, today))],
    [coming, dues.filter((due) => !isPast(due)).map((due) => lineOf(due, today))],
    [
      'When something happens',
      conditions.map(({ adr, when }) => `${shownName(adr)}  ${shortTitle(adr)}: ${when}`),
    ],
  ];
  const said = blocks.filter(([, lines]) => lines.length > 0);
  if (said.length === 0) return 'No decision says that anything about it is due\n';
  return `${said
    .map(([head, lines]) => [head, ...lines.map((line) => `  ${safeLine(line)}`)].join('\n'))
    .join('\n\n')}\n`;
}

const WORDS: Readonly<Record<DueKind, string>> = {
  review: 'review',
  end: 'provisional until',
  adoption: 'adoption planned by',
};

function lineOf({ adr, kind, day }: Due, today: string): string {
  const left = daysBetween(today, day);
  const distance =
    left === 0 ? 'today' : left < 0 ? `${count(-left, 'day')} ago` : `in ${count(left, 'day')}`;
  return `${day}  ${shownName(adr)}  ${shortTitle(adr)} (${WORDS[kind]}; ${distance})`;
}

/** For programs. */
export function dueJson({ today, within, dues, conditions }: DueList): string {
  const named = (adr: AdrRecord) => ({
    id: nameInLog(adr),
    title: shortTitle(adr),
    path: adr.path,
    status: adr.fields.status.value ?? null,
  });
  const value = {
    version: VERSION,
    today,
    within: within ?? null,
    due: dues.map(({ adr, kind, day, field }) => ({
      ...named(adr),
      kind,
      day,
      days: daysBetween(today, day),
      line: field.span.start.line,
    })),
    conditions: conditions.map(({ adr, when }) => ({ ...named(adr), when })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
