import { main } from '../../src/cli/main.ts';
import type { Run } from './run-docket.ts';

/** Runs `docket` in this process: the same `main` that the packaged command calls, without a start-up for each run. */
export async function mainDocket(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = '/',
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const code = await main({
    argv,
    cwd,
    env: { NO_COLOR: '1', ...env },
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}
