import { daysOf } from '../records/time-span.ts';
import { dueJson, dueList, duePretty } from '../report/due.ts';
import { openSession } from '../session/session.ts';
import { type Command, CommandError } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

/** `docket due`: which decisions have to be looked at again, and when. */
export const due: Command = {
  name: 'due',
  options: {
    within: {
      type: 'string',
      value: 'TIME',
      description: 'What is overdue or falls due in this time: 30d, 6w, 3m, 1y (default: all)',
    },
    ...ROOT_OPTION,
    format: {
      type: 'string',
      value: 'NAME',
      choices: ['pretty', 'json'],
      description: 'Output format (default: pretty)',
    },
  },
  notes: [
    'Reads `review-by`, `provisional-until` and the day of a planned adoption, and lists each `revisit-when`.',
    'Exit code: 0 looked, whatever is due; 2 could not run.',
  ].join('\n'),
  async run(values, { cwd, env, stdout, stderr }) {
    const within = withinOf(values['within']);
    const root = rootOf(values, cwd);
    noteUnrunCode(root, stderr);
    const { corpus, today } = await openSession({ root, env });
    const list = dueList(corpus.adrs, { today, within });
    stdout.write(values['format'] === 'json' ? dueJson(list) : duePretty(list));
    return EXIT.clean;
  },
};

function withinOf(written: unknown): number | undefined {
  if (typeof written !== 'string') return undefined;
  const days = daysOf(written);
  if (days !== undefined) return days;
  throw new CommandError(
    `\`${written}\` is no time`,
    'write a number and d, w, m or y, such as `--within 30d`',
  );
}
