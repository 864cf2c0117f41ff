import type { TextChange } from '../records/authoring/change.ts';
import type { Draft, LeftToDo } from '../records/authoring/setup/draft.ts';
import { doneLines } from '../report/done-lines.ts';
import { safeLine } from '../report/screen-text.ts';
import { changeLines, leftLines } from '../report/setup.ts';
import { unifiedDiff } from '../report/unified.ts';
import { ADDITIONS, type Addition, offerOf } from '../session/setup/offers.ts';
import { openSetup, type Setup } from '../session/setup/setup.ts';
import { askSome, askWhether, mayAsk } from './author/prompt.ts';
import { type Command, type CommandContext, CommandError, type OptionValues } from './command.ts';
import { CONFIG_CODE_OPTION, mayRunCode } from './config-code.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { foundLines } from './init/found-lines.ts';
import { wantedConfig } from './init/wanted-config.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

/** `docket init`: sets up a repository, after saying what it would write. */
export const init: Command = {
  name: 'init',
  options: {
    ...ROOT_OPTION,
    with: {
      type: 'string',
      value: 'NAME',
      repeatable: true,
      choices: ADDITIONS,
      description: 'Add exactly this; may be repeated (default: what fits)',
    },
    folder: {
      type: 'string',
      value: 'DIR',
      description: 'The folder of decisions, or the one to start a log in',
    },
    profile: {
      type: 'string',
      value: 'NAME',
      choices: ['recommended', 'strict'],
      description: 'Set the profile: recommended reads any form, strict enforces the template',
    },
    yes: { type: 'boolean', short: 'y', description: 'Write without asking' },
    'dry-run': {
      type: 'boolean',
      short: 'n',
      description: 'Print the changes as a diff and write nothing',
    },
    ...CONFIG_CODE_OPTION,
  },
  notes: [
    'What can be added:',
    '  workflow  a GitHub workflow that lints pull requests',
    '  scripts   two scripts in package.json',
    '  editor    settings for Visual Studio Code; needs docket among the dependencies',
    '  baseline  a list of the findings of today, which are then left for later',
    '',
    'Exit code: 0 written, or nothing to do; 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const { cwd, stdout, stderr } = context;
    const root = rootOf(values, cwd);
    const runsCode = mayRunCode(root, values, context);
    const setup = await openSetup({ root, env: context.env, runsCode });
    const isDry = values['dry-run'] === true;
    const tell = (lines: readonly string[]) =>
      (isDry ? stderr : stdout).write(lines.map((line) => `${line}\n`).join(''));
    tell(await foundLines(setup, values, cwd));
    const asking = isDry || values.yes === true || !mayAsk(context) ? undefined : context;
    const plan = await planOf(setup, values, asking);
    tell(leftLines(plan.left));
    if (plan.changes.length === 0) {
      tell(['Nothing to do']);
      return EXIT.clean;
    }
    if (isDry) {
      stdout.write(unifiedDiff(plan.changes));
      return EXIT.clean;
    }
    tell(changeLines(plan.changes));
    if (!asking && values.yes !== true) {
      throw new CommandError(
        'Nothing was written, because there is no terminal to ask on',
        'add `--yes` to write these files, or `--dry-run` to see the changes as a diff',
      );
    }
    if (asking && !(await askWhether('Write these files?', asking))) {
      tell(['Nothing was written']);
      return EXIT.clean;
    }
    return write(setup, plan.changes, context);
  },
};

async function write(
  setup: Setup,
  changes: readonly TextChange[],
  { stdout, stderr }: CommandContext,
): Promise<ExitCode> {
  const isFirst = !setup.hasRecords;
  await setup.write(changes);
  stdout.write(safeLines(doneLines(changes)));
  stderr.write(
    isFirst
      ? 'Next: commit these files, then write a decision with `docket new adr "Title"`\n'
      : 'Next: commit these files\n',
  );
  return EXIT.clean;
}

function safeLines(text: string): string {
  return text.replace(/.+/g, safeLine);
}

/** Everything that is to be written; asks what nobody has said yet. */
async function planOf(
  setup: Setup,
  values: OptionValues,
  asking: CommandContext | undefined,
): Promise<Draft> {
  const hadRecords = setup.hasRecords;
  const wanted = await wantedConfig(setup, values, asking);
  const drafts = [await setup.configuration(wanted)];
  const folder = wanted.paths?.adr ?? setup.logFolder;
  if (hadRecords && !setup.hasRecords) {
    throw new CommandError(
      `There are no records in \`${folder}\``,
      'name a folder that has some, or leave `--folder` out',
    );
  }
  if (!hadRecords) {
    if (asking && !(await askWhether(`Start a log of decisions in ${safeLine(folder)}?`, asking))) {
      return { changes: [], left: [] };
    }
    drafts.push(setup.log(folder));
  }
  drafts.push(...(await additions(setup, values, asking)));
  return {
    changes: drafts.flatMap(({ changes }) => changes),
    left: drafts.flatMap(({ left }): readonly LeftToDo[] => left),
  };
}

const LABELS: Readonly<Record<Addition, string>> = {
  workflow: 'A GitHub workflow that lints pull requests',
  scripts: 'Scripts in package.json',
  editor: 'Findings in Visual Studio Code as you type',
  baseline: 'A baseline: leave the findings of today for later',
};

async function additions(
  setup: Setup,
  { with: named }: OptionValues,
  asking: CommandContext | undefined,
): Promise<Draft[]> {
  const drafts = new Map<string, Draft>();
  const usual: Addition[] = [];
  for (const addition of ADDITIONS) {
    const offer = await offerOf(addition, setup);
    if ('draft' in offer) {
      drafts.set(addition, offer.draft);
      if (offer.isUsual) usual.push(addition);
    } else if (Array.isArray(named) && named.includes(addition)) {
      throw new CommandError(`\`${addition}\` cannot be added: ${offer.lack}`, offer.help);
    }
  }
  const chosen = Array.isArray(named) ? named : await chooseAmong(drafts, usual, asking);
  return chosen.flatMap((addition) => drafts.get(addition) ?? []);
}

async function chooseAmong(
  drafts: ReadonlyMap<string, Draft>,
  usual: readonly Addition[],
  asking: CommandContext | undefined,
): Promise<readonly string[]> {
  const open = ADDITIONS.filter((addition) => {
    const { changes = [], left = [] } = drafts.get(addition) ?? {};
    return changes.length + left.length > 0;
  });
  const chosen = usual.filter((addition) => open.includes(addition));
  if (!asking || open.length === 0) return chosen;
  const choices = open.map((addition) => ({ value: addition, label: LABELS[addition] }));
  return askSome('What should be added?', { choices, chosen }, asking);
}
