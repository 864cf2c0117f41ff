import { findTexts } from '../io/find-texts.ts';
import { readUsedNames } from '../io/used-names.ts';
import { padNumber } from '../records/authoring/create.ts';
import { renumber as planRenumbering } from '../records/authoring/renumber.ts';
import type { Layout } from '../records/layout.ts';
import type { AdrRecord } from '../records/record.ts';
import { carryOut, computing } from './author/carry-out.ts';
import { findAdr } from './author/find-record.ts';
import { freeNumber } from './author/new-record.ts';
import { AUTHOR_NOTES, AUTHOR_OPTIONS, openRoot } from './author/open.ts';
import { type Command, CommandError } from './command.ts';

/** `docket renumber`: gives a decision another number, in its name and wherever it is cited. */
export const renumber: Command = {
  name: 'renumber',
  arguments: [
    { name: 'adr', completes: 'adr', description: 'ADR-007, 7 or a path' },
    {
      name: 'number',
      optional: true,
      description: 'The new number; by default the next that no branch known here has used',
    },
  ],
  options: AUTHOR_OPTIONS,
  notes: `Where two records share the number, name the one to change by its path.\n${AUTHOR_NOTES}`,
  async run(values, context) {
    const workspace = await openRoot(values, context);
    const { root, corpus } = workspace;
    const adr = findAdr(corpus, String(values.adr));
    const number =
      typeof values.number === 'string'
        ? await wantedNumber(values.number, { root, adr, layout: corpus.layout })
        : await freeNumber(workspace, 'adr');
    const texts = await findTexts(root, [adr.name, adr.id, adr.id.replace('-', ' ')]);
    const { changes, left } = computing(() => planRenumbering({ corpus, adr, number, texts }));
    const notes = left.map(
      ({ path, line, text }) => `left ${path}:${line}: \`${text}\` may mean another record`,
    );
    return carryOut({ root, changes, notes }, values, context);
  },
};

async function wantedNumber(
  typed: string,
  { root, adr, layout }: { root: string; adr: AdrRecord; layout: Layout },
): Promise<string> {
  const digits = /^(?:adr[- ]?)?(\d+)$/i.exec(typed)?.[1];
  if (digits === undefined) {
    throw new CommandError(
      `Unexpected number \`${typed}\`, expected digits such as \`025\``,
      'leave it out to take the next free one',
    );
  }
  const number = padNumber('adr', Number.parseInt(digits, 10));
  const { folder, fileName } = layout.adr;
  const holder = [...(await readUsedNames(root, folder))].find(
    (name) => fileName.exec(name)?.[1] === number && name !== `${adr.name}.md`,
  );
  if (holder === undefined) return number;
  throw new CommandError(
    `Unexpected number \`${number}\`, expected one that no branch has used: \`${holder}\` has it`,
    'leave it out to take the next free one',
  );
}
