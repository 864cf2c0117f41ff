import { SKILL_FILES, withSkill } from '../records/authoring/agent-skill.ts';
import { agentsBlock, withMarked } from '../records/authoring/agents-block.ts';
import { type FileChange, saving } from '../records/authoring/change.ts';
import { JsonFile } from '../records/authoring/json-file.ts';
import { doneLines } from '../report/done-lines.ts';
import { unifiedDiff } from '../report/unified.ts';
import { fileNow } from '../session/file-now.ts';
import { openSession, type Session } from '../session/session.ts';
import { askWhether, mayAsk } from './author/prompt.ts';
import { type Command, CommandError } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

const MCP_FILE = '.mcp.json';

/** `docket agents`: tells agents, in the file they read first, what is decided and how to ask. */
export const agents: Command = {
  name: 'agents',
  options: {
    ...ROOT_OPTION,
    mcp: {
      type: 'boolean',
      description: `Add the server for agents to ${MCP_FILE}, too`,
    },
    skill: {
      type: 'boolean',
      negatable: true,
      description: 'Keep a skill beside the block (the default)',
    },
    check: {
      type: 'boolean',
      description: 'Write nothing; exit with 1 if block or skill are not what the log says',
    },
    yes: { type: 'boolean', short: 'y', description: 'Write without asking' },
    'dry-run': {
      type: 'boolean',
      short: 'n',
      description: 'Print the changes as a diff and write nothing',
    },
  },
  notes: [
    'Writes AGENTS.md, or CLAUDE.md where that stands alone, and a skill below .agents, or .claude where that stands alone.',
    'In a file that is there, only what stands between the marks changes.',
    'Exit code: 0 written, or nothing to do; 1 with --check, if one of them is out of date; 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const { cwd, env, stdout, stderr } = context;
    const root = rootOf(values, cwd);
    noteUnrunCode(root, stderr);
    const session = await openSession({ root, env });
    const wanted = { withServer: values.mcp === true, withSkill: values['skill'] !== false };
    const plan = () => changesFor(session, wanted);
    const changes = await plan();
    if (changes.length === 0) {
      stdout.write('Nothing to do\n');
      return EXIT.clean;
    }
    stdout.write(unifiedDiff(changes));
    if (values['dry-run'] === true) return EXIT.clean;
    if (values.check === true) {
      stderr.write('Out of date: run `docket agents`\n');
      return EXIT.findings;
    }
    if (values.yes !== true) {
      if (!mayAsk(context)) {
        throw new CommandError(
          'Nothing was written, because there is no terminal to ask on',
          'add `--yes` to write these changes',
        );
      }
      if (!(await askWhether('Write these changes?', context))) {
        stdout.write('Nothing was written\n');
        return EXIT.clean;
      }
    }
    const made = await session.apply(async () => ({ changes: await plan() }));
    stdout.write(doneLines(made.changes));
    return EXIT.clean;
  },
};

/** The changes that bring the files for agents up to the log; none where they are. */
async function changesFor(
  session: Session,
  wanted: { readonly withServer: boolean; readonly withSkill: boolean },
): Promise<readonly FileChange[]> {
  const [own, other] = await Promise.all([
    textOf(session, 'AGENTS.md'),
    textOf(session, 'CLAUDE.md'),
  ]);
  const [path, before] =
    own === undefined && other !== undefined ? ['CLAUDE.md', other] : ['AGENTS.md', own];
  const after = withMarked(path, before, agentsBlock(session.corpus));
  return [
    ...(after === before ? [] : [saving(path, before, after)]),
    ...(wanted.withSkill ? await skillChanges(session) : []),
    ...(wanted.withServer ? await serverChange(session) : []),
  ];
}

/** The skill where it is; where it is not yet, in the folder that agents share, or in the only one of theirs there is. */
async function skillChanges(session: Session): Promise<readonly FileChange[]> {
  const files = await Promise.all(
    SKILL_FILES.map(async (path) => ({ path, before: await textOf(session, path) })),
  );
  const there = files.filter(({ before }) => before !== undefined);
  const [shared, own] = files;
  const isOwnAlone = !(await isThere(session, '.agents')) && (await isThere(session, '.claude'));
  const chosen = there.length > 0 ? there : [isOwnAlone ? own : shared];
  return chosen.flatMap((file) => {
    if (!file) return [];
    const after = withSkill(file.path, file.before, session.corpus);
    return after === file.before ? [] : [saving(file.path, file.before, after)];
  });
}

async function isThere(session: Session, path: string): Promise<boolean> {
  const file = await fileNow(session, path);
  return file.kind === 'text' || !file.isMissing;
}

const SERVER = { command: 'npx', args: ['docket', 'mcp'] };

async function serverChange(session: Session): Promise<readonly FileChange[]> {
  const before = await textOf(session, MCP_FILE);
  if (before === undefined) {
    const after = `${JSON.stringify({ mcpServers: { docket: SERVER } }, null, 2)}\n`;
    return [saving(MCP_FILE, undefined, after)];
  }
  const file = new JsonFile(MCP_FILE, before);
  if (file.at('mcpServers', 'docket') !== undefined) return [];
  return [saving(MCP_FILE, before, file.withKey(['mcpServers', 'docket'], SERVER).text)];
}

/** @throws {CommandError} where the file is there and is no text */
async function textOf(session: Session, path: string): Promise<string | undefined> {
  const file = await fileNow(session, path);
  if (file.kind === 'text') return file.text;
  if (file.isMissing) return undefined;
  throw new CommandError(`\`${path}\` cannot be read: unexpected ${file.found}`, file.help);
}
