import path from 'node:path';
import { prefill, recordPath } from '../../evidence/prefill.ts';
import { commandsOf } from '../../evidence/validate.ts';
import { workingTree } from '../../io/working-tree.ts';
import { readOptional } from '../../io/write.ts';
import { saving } from '../../records/authoring/change.ts';
import type { Tree } from '../../records/history.ts';
import type { SpecRecord } from '../../records/record.ts';
import { type Command, type CommandContext, CommandError, type OptionTable } from '../command.ts';
import { CONFIG_CODE_OPTION } from '../config-code.ts';
import { chooseSpec } from '../evidence/choose.ts';
import { type OpenEvidence, openEvidence } from '../evidence/open.ts';
import { runCommands } from '../evidence/run-checks.ts';
import { EXIT } from '../exit.ts';
import { ROOT_OPTION } from '../root.ts';

const OPTIONS: OptionTable = {
  since: {
    type: 'string',
    value: 'BASE',
    description: 'List what changed since this branch or commit (default: uncommitted changes)',
  },
  agent: { type: 'string', value: 'NAME', description: 'Who or what carried out the work' },
  'run-checks': {
    type: 'boolean',
    description: 'Run the commands that steps name, as the configuration defines them',
  },
  'dry-run': { type: 'boolean', short: 'n', description: 'Print the record and write nothing' },
  ...ROOT_OPTION,
  ...CONFIG_CODE_OPTION,
};

/** `docket new provenance`: a provenance record with all that a tool can know filled in. */
export const newProvenance: Command = {
  name: 'new provenance',
  arguments: [
    { name: 'spec', completes: 'spec', description: 'The specification, by path or number' },
  ],
  options: OPTIONS,
  notes:
    'Artifacts come from Git, results from the checks of the specification, the time from the clock; actions, decisions and deviations are yours to write.\nExit code: 0 written (or shown, with --dry-run), 2 could not run.',
  async run(values, context) {
    const opened = await openEvidence(values, context);
    const { session, evidence } = opened;
    const { root, corpus } = session;
    const spec = chooseSpec(session, context.cwd, String(values.spec));
    const { folder, template: contract } = corpus.layout.provenance;
    const template = await readOptional(path.join(root, contract));
    if (template === undefined) {
      throw new CommandError(
        `The template ${contract} is missing`,
        'add it first: its headings are the sections of every provenance record',
      );
    }
    const file = recordPath(spec, folder, corpus.provenances);
    const artifacts = await artifactsOf(opened, spec, file, values.since);
    const known = {
      template,
      layout: corpus.layout,
      spec,
      executed: now(context.env),
      agent: typeof values.agent === 'string' ? values.agent : undefined,
      artifacts,
    };
    const commands = await runCommands(values['run-checks'] === true ? commandsOf(spec) : [], {
      folder: root,
      moment: 'now',
      config: session.config,
      history: evidence.history,
      landing: undefined,
      allowChanged: false,
      env: context.env,
      announce: (line) => context.stderr.write(`${line}\n`),
    });
    const tree = withFile(workingTree(root), file, prefill({ ...known, steps: [] }));
    const steps = await evidence.validate({
      spec,
      record: undefined,
      moment: 'now',
      commands,
      tree,
    });
    const text = prefill({ ...known, steps });
    if (values['dry-run'] === true) {
      context.stdout.write(text);
      return EXIT.clean;
    }
    const target = path.join(root, file);
    if ((await readOptional(target)) !== undefined) {
      throw new CommandError(`${file} already exists`, 'edit it, or move it away');
    }
    await session.apply(() => ({ changes: [saving(file, undefined, text)] }));
    context.stdout.write(
      `${file}\nNext: fill in actions, decisions and deviations, then run \`docket lint\`, commit, and run \`docket verify ${file}\`\n`,
    );
    return EXIT.clean;
  },
};

const WORDS = { created: 'Created', modified: 'Modified', deleted: 'Deleted' } as const;

async function artifactsOf(
  { session, evidence: { history } }: OpenEvidence,
  spec: SpecRecord,
  file: string,
  since: unknown,
): Promise<{ path: string; status: string }[]> {
  const own = { path: file, status: 'Created' };
  if (history.kind === 'unknown') return [{ path: spec.path, status: '{status}' }, own];
  const base = typeof since === 'string' ? since : 'HEAD';
  const found = await session.filesSince(base);
  const rows = found
    .filter((difference) => difference.path !== file)
    .map((difference) => ({ path: difference.path, status: WORDS[difference.status] }));
  const isOld = !rows.some((row) => row.path === spec.path);
  return [...(isOld ? [{ path: spec.path, status: 'Already existed' }] : []), ...rows, own];
}

/** A tree as it will be once a file is written. */
function withFile(tree: Tree, file: string, text: string): Tree {
  return {
    name: tree.name,
    locate: (name) => (name === file ? file : tree.locate(name)),
    text: (name) => (name === file ? text : tree.text(name)),
  };
}

function now(env: CommandContext['env']): string {
  const fixed = Number(env.SOURCE_DATE_EPOCH ?? Number.NaN);
  const time = Number.isFinite(fixed) ? new Date(fixed * 1000) : new Date();
  return `${time.toISOString().slice(0, 19)}Z`;
}
