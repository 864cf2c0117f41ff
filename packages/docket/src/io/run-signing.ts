import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownEnvironment } from './git-process.ts';

/** How a program ended. */
export interface Ended {
  readonly kind: 'ended';
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a program complained of, in its own words. */
export function complaintOf({ stdout, stderr }: Ended): string {
  const lines = [...stderr.split('\n'), ...stdout.split('\n')].map((line) =>
    line.replace(/^gpg: /, '').trim(),
  );
  return (
    lines.filter((line) => line !== '' && !/^Signature made|^using /.test(line))[0] ??
    'no reason given'
  );
}

/** Makes a folder that nobody else can read for as long as it is used. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-sign-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program of the system without a shell; a passphrase is asked for on the terminal itself. */
export function runSigning(
  program: 'gpg' | 'ssh-keygen',
  args: readonly string[],
  { input, isInteractive = false }: { input?: string; isInteractive?: boolean } = {},
): Promise<Ended | { readonly kind: 'missing' }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...ownEnvironment(), LC_ALL: 'C', LANGUAGE: 'C', TZ: 'UTC' },
      stdio: [input === undefined && isInteractive ? 'inherit' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', () => resolve({ kind: 'missing' }));
    child.on('close', (code) => resolve({ kind: 'ended', status: code ?? -1, stdout, stderr }));
    child.stdin?.on('error', () => {}).end(input ?? '');
  });
}
