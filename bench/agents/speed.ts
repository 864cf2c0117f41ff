import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeClient } from '../../packages/docket/tests/support/pipe-client.ts';
import { root as here } from '../../scripts/support/root.ts';
import { generateRecords } from '../support/generate-records.ts';

/*
 * How long the server for agents takes in a log of many records, in milliseconds on the clock and of processor time:
 * from its start to the first answer, then for the same question again, and after an edit. The package must be built.
 * Usage: node bench/agents/speed.ts [RECORDS] [ROUNDS]
 */

const count = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 15);

const QUESTIONS: readonly (readonly [string, Record<string, unknown>])[] = [
  ['search_decisions', { query: 'may I put a password in Git for Flux?' }],
  ['search_decisions', { query: 'cluster', include: 'all', limit: 50 }],
  ['get_decision', { id: 'ADR-018' }],
  ['decisions_for_files', { paths: ['deploy/values.yaml', 'docs/adr/template.md'] }],
  ['why_line', { path: 'docs/adr/template.md', line: 2 }],
  ['trace', { id: 'ADR-018' }],
  ['open_questions', {}],
  ['check_draft', { path: 'docs/adr/adr-99999-queue.md', text: '# Queue\n' }],
  ['changes_since', { base: 'HEAD~1' }],
];

const folder = await mkdtemp(path.join(tmpdir(), 'docket-agents-'));
try {
  await generateRecords(folder, count);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd: folder,
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Add the records');
  const changed = path.join(folder, 'docs/adr/adr-017-managed-postgresql-shared-database.md');
  await appendFile(changed, '\nOne more sentence.\n');
  git('commit', '--quiet', '--all', '--message', 'Change one');
  for (const [name, args] of QUESTIONS) await measure(name, args, changed);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Starts a server of its own for each question, so that each is once the first. */
async function measure(
  name: string,
  args: Record<string, unknown>,
  changed: string,
): Promise<void> {
  const started = performance.now();
  const bin = path.join(here, 'packages/docket/dist/docket.js');
  const { client, pid } = await pipeClient([bin, 'mcp', '--root', folder]);
  const ask = async (): Promise<Cost> => {
    const [from, before] = [performance.now(), processorTime(pid)];
    const { isError, content } = await client.callTool({ name, arguments: args });
    if (isError) throw new Error(`${name}: ${JSON.stringify(content)}`);
    return { wall: performance.now() - from, processor: processorTime(pid) - before };
  };
  await ask();
  const first = { wall: performance.now() - started, processor: processorTime(pid) };
  const later: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) later.push(await ask());
  await appendFile(changed, '\nAnother sentence.\n');
  const edited = await ask();
  await client.close();
  const all = {
    wall: later.reduce((sum, { wall }) => sum + wall, 0) / rounds,
    processor: later.reduce((sum, { processor }) => sum + processor, 0) / rounds,
  };
  process.stdout.write(
    `${name.padEnd(20)} first ${told(first)}, later ${told(all)} each, after an edit ${told(edited)}\n`,
  );
}

interface Cost {
  readonly wall: number;
  readonly processor: number;
}

function told({ wall, processor }: Cost): string {
  return `${wall.toFixed(0)} ms (processor ${processor.toFixed(0)})`;
}

/** Milliseconds of processor time that a process has used, in steps of ten; on Linux. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
