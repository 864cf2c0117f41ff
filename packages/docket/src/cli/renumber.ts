import { padNumber } from '../records/authoring/create.ts';
import { logOf } from '../records/authoring/log.ts';
import { homeOf, numbersIn } from '../records/authoring/record-name.ts';
import { renumber as planRenumbering } from '../records/authoring/renumber.ts';
import type { LeftPlace } from '../records/authoring/renumbering.ts';
import { isWholeOfFolder, ownLabel } from '../records/dialects/file-name.ts';
import { findAdr } from '../records/find-record.ts';
import { readTypedName } from '../records/key.ts';
import { placeOf } from '../records/layout.ts';
import type { AdrRecord } from '../records/record.ts';
import { besides } from '../session/authoring/besides.ts';
import { citingTexts } from '../session/authoring/citing-texts.ts';
import { usedNames } from '../session/authoring/used-names.ts';
import type { Session } from '../session/session.ts';
import { carryOut } from './author/carry-out.ts';
import { freeNumberIn } from './author/log-record.ts';
import { freeNumber } from './author/new-record.ts';
import { AUTHOR_NOTES, AUTHOR_OPTIONS, openRoot } from './author/open.ts';
import { type Command, CommandError, type OptionValues } from './command.ts';

/** `docket renumber`: gives a decision another number, in its name and wherever it is cited. */
export const renumber: Command = {
  name: 'renumber',
  arguments: [
    { name: 'adr', completes: 'adr', description: 'The decision: ADR-007, 7 or a path' },
    {
      name: 'number',
      optional: true,
      description: 'The new number (default: the next one not used on any known branch)',
    },
  ],
  options: AUTHOR_OPTIONS,
  notes: `If two records share the number, give the path of the one to change.\n${AUTHOR_NOTES}`,
  async run(values, context) {
    const session = await openRoot(values, context);
    const { corpus } = session;
    const adr = findAdr(corpus, String(values.adr));
    return carryOut(session, values, context, async () => {
      const offline = values['offline'] === true;
      const number =
        typeof values.number === 'string'
          ? await wantedNumber(values.number, { session, adr, offline })
          : await nextFree(session, adr, values);
      const citing = await citingTexts(session, wordsFor(adr), { offline });
      const { changes, left } = planRenumbering({
        corpus,
        adr,
        number,
        besides: await besides(session, adr.path),
        ...citing,
      });
      const notes = left.map(
        ({ path, line, text, why }) => `Not changed: ${path}:${line}: \`${text}\` ${WHY_LEFT[why]}`,
      );
      return { changes, notes };
    });
  },
};

const WHY_LEFT: Readonly<Record<LeftPlace['why'], string>> = {
  ambiguous: 'may mean another record',
  elsewhere: 'leads elsewhere, or to a commit or tag of this repository',
};

async function nextFree(session: Session, adr: AdrRecord, values: OptionValues): Promise<string> {
  const log = logOf(adr.path, session.corpus);
  if (!log) return freeNumber(session, { kind: 'adr', folder: folderFor(session, adr) }, values);
  return freeNumberIn({ log, folder: homeOf(adr.path) }, session, values);
}

/** The folder of a record's log, where records are held to a template. */
function folderFor({ corpus: { layout } }: Session, { path }: AdrRecord): string {
  return placeOf(layout.adr, path)?.folder ?? layout.adr.folder;
}

/** Words of which one is in every text that cites a record. */
function wordsFor(adr: AdrRecord): string[] {
  const { name, id, number = '', path } = adr;
  const padded = number.replace(/^0+(?=\d)/, '').padStart(3, '0');
  const mentions = [id, `ADR-${padded}`, ownLabel(path) ?? id].flatMap((one) => [
    one,
    one.replace('-', ' '),
  ]);
  return [...new Set([name, encodeURI(name), ...mentions])];
}

async function wantedNumber(
  typed: string,
  { session, adr, offline }: { session: Session; adr: AdrRecord; offline: boolean },
): Promise<string> {
  const { layout } = session.corpus;
  const named = readTypedName(typed);
  if (!named || named.kind === 'spec' || /\D/.test(named.number)) {
    throw new CommandError(
      `\`${typed}\` is not a number such as \`025\``,
      'leave it out to take the next free one',
    );
  }
  const number = padNumber('adr', Number.parseInt(named.number, 10));
  const isLog = layout.adr.logs !== undefined;
  const { fileName } = layout.adr;
  const folder = isLog ? homeOf(adr.path) : folderFor(session, adr);
  const records = session.corpus.adrs.map(({ path }) => path);
  const has = (name: string) =>
    isLog
      ? numbersIn([name], { folder, records }).some(
          (one) => Number.parseInt(one, 10) === Number.parseInt(number, 10),
        )
      : fileName.exec(name)?.[1] === number;
  const own = isWholeOfFolder(adr.path) ? adr.name : adr.path.slice(adr.path.lastIndexOf('/') + 1);
  const holder = [...(await usedNames(session, folder, { offline }))].find(
    (name) => has(name) && name !== own,
  );
  if (holder === undefined) return number;
  throw new CommandError(
    `Number \`${number}\` is taken: \`${holder}\` has it, here or on another branch`,
    'leave it out to take the next free one',
  );
}
