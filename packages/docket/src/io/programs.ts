import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The first line of what a program says about its version.
 * @returns `undefined` where there is no such program, or it does not answer
 */
export async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, ['--version'], { timeout: 10_000, windowsHide: true });
    return stdout.split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}
