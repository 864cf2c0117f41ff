import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { ROOT } from './repository.ts';
import type { Run } from './run-docket.ts';

/** Calls the command line in this process, which is faster than a process of its own. */
export async function callDocket(
  argv: readonly string[],
  {
    cwd = ROOT,
    env = {},
    input,
  }: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const code = await main({
    argv,
    cwd,
    env,
    ...(input !== undefined && { stdin: Readable.from([Buffer.from(input)]) }),
    stdout: { write: (text) => (stdout += text), columns: 100 },
    stderr: { write: (text) => (stderr += text), columns: 100 },
  });
  return { code, stdout, stderr };
}
