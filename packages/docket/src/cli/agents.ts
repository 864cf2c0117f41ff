import { agentsBlock, withAgentsBlock } from '../records/authoring/agents-block.ts';
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
    check: {
      type: 'boolean',
      description: 'Write nothing; exit with 1 if the block is not what the log says',
    },
    yes: { type: 'boolean', short: 'y', description: 'Write without asking' },
    'dry-run': {
      type: 'boolean',
      short: 'n',
      description: 'Print the changes as a diff and write nothing',
    },
  },
  notes: [
    'Writes AGENTS.md, or CLAUDE.md where that stands alone. Only the block between the marks changes.',
    'Exit code: 0 written, or nothing to do; 1 with --check, if the block is out of date; 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const { cwd, env, stdout, stderr } = context;
    const root = rootOf(values, cwd);
    noteUnrunCode(root, stderr);
    const session = await openSession({ root, env });
    const plan = () => changesFor(session, { withServer: values.mcp === true });
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
  { withServer }: { readonly withServer: boolean },
): Promise<readonly FileChange[]> {
  const [own, other] = await Promise.all([
    textOf(session, 'AGENTS.md'),
    textOf(session, 'CLAUDE.md'),
  ]);
  const [path, before] =
    own === undefined && other !== undefined ? ['CLAUDE.md', other] : ['AGENTS.md', own];
  const after = withAgentsBlock(path, before, agentsBlock(session.corpus));
  return [
    ...(after === before ? [] : [saving(path, before, after)]),
    ...(withServer ? await serverChange(session) : []),
  ];
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
