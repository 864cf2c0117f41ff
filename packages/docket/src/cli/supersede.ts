import {
  supersede as planSupersession,
  supersedeSections,
} from '../records/authoring/status-change.ts';
import type { Corpus } from '../records/corpus.ts';
import { type AdrRecord, readRecord } from '../records/record.ts';
import { shownName } from '../records/shown-name.ts';
import { today } from '../session/day.ts';
import { carryOut } from './author/carry-out.ts';
import { cleanTitle, draft } from './author/new-record.ts';
import { AUTHOR_NOTES, AUTHOR_OPTIONS, openRoot } from './author/open.ts';
import { askText, mayAsk } from './author/prompt.ts';
import { chooseAdr } from './author/status-command.ts';
import { type Command, CommandError } from './command.ts';

/** `docket supersede`: a new decision record in the place of an old one, with both sides written. */
export const supersede: Command = {
  name: 'supersede',
  arguments: [
    {
      name: 'adr',
      optional: true,
      completes: 'adr',
      description: 'The decision to replace: ADR-007, 7 or a path (prompted for on a terminal)',
    },
    { name: 'title', optional: true, description: 'Title of the new record, in quotes' },
  ],
  options: {
    slug: {
      type: 'string',
      value: 'WORDS',
      description: 'Name of the new file, after the number (default: the words of the title)',
    },
    section: {
      type: 'string',
      value: 'HEADINGS',
      repeatable: true,
      description: 'Replace only this section, such as `Decision/Retention`; the old record stands',
    },
    ...AUTHOR_OPTIONS,
  },
  notes: `The old record becomes Superseded, unless only sections of it are replaced, and each record names the other.\n${AUTHOR_NOTES}`,
  async run(values, context) {
    const session = await openRoot(values, context);
    const { corpus } = session;
    const old = await chooseAdr('Superseded', values.adr, { corpus, context });
    let { title } = values;
    if (title === undefined && mayAsk(context)) title = await askText('What replaces it?', context);
    if (typeof title !== 'string') {
      throw new CommandError(
        'No title given for the new record',
        `run \`docket supersede ${old.id} "Title"\``,
      );
    }
    const words = cleanTitle(title);
    return carryOut(session, values, context, async () => {
      const file = await draft('adr', words, { session, values, context, beside: old.path });
      const successor = readRecord('adr', file, corpus) as AdrRecord;
      const { section } = values;
      const changes = Array.isArray(section)
        ? supersedeSections(old, successor, section, corpus)
        : planSupersession(old, successor, today(context.env), corpus);
      return { changes, notes: notesOn(corpus, old, successor) };
    });
  },
};

/** Tells which records still build on the old one, as only a person can say whether they hold. */
function notesOn(corpus: Corpus, old: AdrRecord, successor: AdrRecord): string[] {
  const resting = corpus
    .relationsTo(old)
    .filter(({ type, from }) => type !== 'superseded-by' && from.id !== successor.id)
    .map(
      ({ type, from }) =>
        `${shownName(from)} ${type} ${shownName(old)}: check whether that also holds for ${shownName(successor)}`,
    );
  return [
    ...resting,
    `Next: write ${successor.path}, then \`docket accept ${shownName(successor)}\``,
  ];
}
