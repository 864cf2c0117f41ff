import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../packages/docket/src/cli/main.ts';
import { EXAMPLE_BASE } from '../../packages/docket/src/rules/support/example-base.ts';
import type { GrownFile } from './grown.ts';

/*
 * A process that lints the example repository with one file changed, as often as it is asked. Whoever started it ends
 * it where it takes too long, and sees where it dies.
 */

/** What one file took. */
export interface Taken {
  /** Milliseconds of processor time of `docket lint`. */
  readonly lint: number;
  /** The same of `docket lint --fix --dry-run`. */
  readonly fix: number;
  /** Most memory the process held meanwhile, in MB. */
  readonly memory: number;
  /** Length of what was printed. */
  readonly printed: number;
  /** What was said instead of a report; empty where there was one. */
  readonly failure: string;
}

const root = mkdtempSync(path.join(tmpdir(), 'docket-hostile-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
process.on('disconnect', () => process.exit());

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

async function run(...argv: readonly string[]): Promise<{ ms: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const started = process.cpuUsage();
  const code = await main({
    argv: ['lint', '--root', root, ...argv],
    cwd: root,
    env: {},
    stdout: { write: (text) => (out += text), columns: 100 },
    stderr: { write: (text) => (err += text), columns: 100 },
  });
  // Processor time, as other programs may be busy on the machine.
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  return { ms, out, err: code === 2 ? err : '' };
}

async function take({ path: file, text }: GrownFile): Promise<Taken> {
  for (const [name, content] of EXAMPLE_BASE) write(name, content);
  write(file, text);
  globalThis.gc?.();
  // On Linux a process may set back the mark of the most memory it held.
  await writeFile('/proc/self/clear_refs', '5').catch(() => {});
  const lint = await run();
  const fix = await run('--fix', '--dry-run');
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.memoryUsage.rss() / 1024);
  if (!EXAMPLE_BASE.has(file)) rmSync(path.join(root, file));
  return {
    lint: Math.round(lint.ms),
    fix: Math.round(fix.ms),
    memory: Math.round(kilobytes / 1024),
    printed: lint.out.length,
    failure: lint.err || fix.err,
  };
}

process.on('message', (file: GrownFile) => {
  take(file).then(
    (taken) => process.send?.(taken),
    (error: unknown) => {
      process.send?.({ lint: 0, fix: 0, memory: 0, printed: 0, failure: String(error) });
    },
  );
});
process.send?.('ready');
