import { PassThrough, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { Run } from './run-docket.ts';

/** A question as it is seen, and the keys that answer it. */
export type Answer = readonly [question: string, keys: string];

export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const SPACE = ' ';
export const NO = 'n';
export const CANCEL = '\u0003';

/** Milliseconds in which a command that does not wait for an answer says something. */
const PATIENCE = 15_000;

/** Runs `docket` on a terminal at which somebody answers questions in this order; any other question fails the test. */
export async function atTerminal(
  argv: readonly string[],
  {
    cwd,
    answers,
    env = {},
    command = main,
  }: {
    cwd: string;
    answers: readonly Answer[];
    env?: Record<string, string>;
    /** What is run in place of the whole command line. */
    command?: typeof main;
  },
): Promise<Run> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  let stdout = '';
  let seen = 0;
  const left = [...answers];
  const answer = (): void => {
    const [next] = left;
    if (!next) return;
    const at = stdout.indexOf(next[0], seen);
    if (at < 0) return;
    seen = stdout.length;
    left.shift();
    stdin.write(next[1]);
  };
  const screen = new Writable({
    write(chunk: Buffer, _encoding, done) {
      stdout += chunk.toString();
      setImmediate(answer);
      done();
    },
  });
  let stderr = '';
  const run = command({
    argv,
    cwd,
    env: { NO_COLOR: '1', ...env },
    stdin,
    stdout: Object.assign(screen, { isTTY: true, columns: 100 }),
    stderr: { write: (text) => (stderr += text) },
  });
  const { promise: silence, reject } = Promise.withResolvers<never>();
  let before = stdout;
  const timer = setInterval(() => {
    if (before === stdout) reject(new Error(`Nobody answers:\n${stdout}`));
    before = stdout;
  }, PATIENCE);
  const code = await Promise.race([run, silence]).finally(() => clearInterval(timer));
  const unasked = left.map(([question]) => question);
  if (unasked.length > 0) throw new Error(`Never asked: ${unasked.join(', ')}\n${stdout}${stderr}`);
  return { code, stdout, stderr };
}
