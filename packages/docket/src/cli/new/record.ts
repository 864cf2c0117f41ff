import type { TitledKind } from '../../records/authoring/create.ts';
import { carryOut } from '../author/carry-out.ts';
import { cleanTitle, draft } from '../author/new-record.ts';
import { AUTHOR_NOTES, AUTHOR_OPTIONS, openRoot } from '../author/open.ts';
import { askText, mayAsk } from '../author/prompt.ts';
import { type Command, CommandError, type OptionTable } from '../command.ts';

const OPTIONS: OptionTable = {
  slug: {
    type: 'string',
    value: 'WORDS',
    description: 'Name of the file, after the number (default: the words of the title)',
  },
  ...AUTHOR_OPTIONS,
};

/** `docket new adr`: a decision record from its template. */
export const newAdr = newCommand('adr', 'What was decided?', {
  log: {
    type: 'string',
    value: 'LOG',
    completes: 'log',
    description: 'Log for the record, by id or folder, where the repository has several',
  },
});

/** `docket new spec`: a specification from its template. */
export const newSpec = newCommand('spec', 'What is to be done?');

function newCommand(kind: TitledKind, question: string, more: OptionTable = {}): Command {
  const name = `new ${kind}`;
  return {
    name,
    arguments: [
      {
        name: 'title',
        optional: true,
        description: 'Title without the number, in quotes (prompted for on a terminal)',
      },
    ],
    options: { ...more, ...OPTIONS },
    notes: `The number is the next one not used on any known branch.\n${AUTHOR_NOTES}`,
    async run(values, context) {
      const session = await openRoot(values, context);
      let { title } = values;
      if (title === undefined && mayAsk(context)) title = await askText(question, context);
      if (typeof title !== 'string') {
        throw new CommandError('No title given', `run \`docket ${name} "Title"\``);
      }
      const words = cleanTitle(title);
      return carryOut(session, values, context, async () => {
        const file = await draft(kind, words, { session, values, context });
        return {
          changes: [{ kind: 'create', path: file.path, after: file.text }],
          notes: [
            session.corpus.layout[kind].logs
              ? `Next: write ${file.path}, which has the form of ${file.formOf}`
              : 'Next: replace the placeholders in braces, then run `docket lint`',
          ],
        };
      });
    },
  };
}
