import { padNumber } from '../records/authoring/create.ts';
import { type LeftPlace, renumber as planRenumbering } from '../records/authoring/renumber.ts';
import { readTypedName } from '../records/key.ts';
import type { AdrRecord } from '../records/record.ts';
import { citingTexts } from '../session/authoring/citing-texts.ts';
import { usedNames } from '../session/authoring/used-names.ts';
import type { Session } from '../session/session.ts';
import { carryOut } from './author/carry-out.ts';
import { findAdr } from './author/find-record.ts';
import { freeNumber } from './author/new-record.ts';
import { AUTHOR_NOTES, AUTHOR_OPTIONS, openRoot } from './author/open.ts';
import { type Command, CommandError } from './command.ts';

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
          : await freeNumber(session, 'adr', values);
      const words = [adr.name, adr.id, adr.id.replace('-', ' ')];
      const citing = await citingTexts(session, words, { offline });
      const { changes, left } = planRenumbering({ corpus, adr, number, ...citing });
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

async function wantedNumber(
  typed: string,
  { session, adr, offline }: { session: Session; adr: AdrRecord; offline: boolean },
): Promise<string> {
  const named = readTypedName(typed);
  if (!named || named.kind === 'spec' || /\D/.test(named.number)) {
    throw new CommandError(
      `\`${typed}\` is not a number such as \`025\``,
      'leave it out to take the next free one',
    );
  }
  const number = padNumber('adr', Number.parseInt(named.number, 10));
  const { folder, fileName } = session.corpus.layout.adr;
  const holder = [...(await usedNames(session, folder, { offline }))].find(
    (name) => fileName.exec(name)?.[1] === number && name !== `${adr.name}.md`,
  );
  if (holder === undefined) return number;
  throw new CommandError(
    `Number \`${number}\` is taken: \`${holder}\` has it, here or on another branch`,
    'leave it out to take the next free one',
  );
}
