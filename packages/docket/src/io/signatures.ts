import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';
import { askGit } from './ask-git.ts';
import { ownEnvironment } from './git-process.ts';

/** Nothing can be signed here. */
export class SigningError extends HelpfulError {
  override readonly name = 'SigningError';
}

/** The keys that may sign, as texts; each is absent where there are none of its sort. */
export interface AllowedKeys {
  /** @see https://man.openbsd.org/ssh-keygen#ALLOWED_SIGNERS */
  readonly ssh: string | undefined;
  /** OpenPGP keys, armoured. */
  readonly pgp: string | undefined;
}

/** What a signature is held against. */
export interface Signed {
  readonly text: string;
  readonly signature: string;
  readonly namespace: string;
  /** Who is said to have signed. */
  readonly signer: string;
  /** When that is said to have been: RFC 3339 in UTC. */
  readonly date: string;
}

/** Whether a signature is good. */
export type SignatureCheck =
  | {
      readonly kind: 'good';
      /** Fingerprint of the key. */
      readonly key: string;
      /** Everybody whose key it is. */
      readonly owners: readonly string[];
    }
  | { readonly kind: 'bad'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Holds a signature against the keys that are allowed, offline. Neither the settings nor the keys of whoever checks are
 * looked at.
 */
export async function checkSignature(signed: Signed, keys: AllowedKeys): Promise<SignatureCheck> {
  const isSsh = signed.signature.startsWith('-----BEGIN SSH');
  const allowed = isSsh ? keys.ssh : keys.pgp;
  if (allowed === undefined) {
    return { kind: 'bad', reason: `the default branch lists no ${isSsh ? 'SSH' : 'OpenPGP'} keys` };
  }
  return inTemporaryFolder(async (folder) => {
    const files = { keys: path.join(folder, 'keys'), signature: path.join(folder, 'signature') };
    await writeFile(files.keys, allowed);
    await writeFile(files.signature, signed.signature);
    return isSsh ? checkSsh(signed, files) : checkPgp(signed, { ...files, folder });
  });
}

interface KeyFiles {
  readonly keys: string;
  readonly signature: string;
}

async function checkSsh(signed: Signed, files: KeyFiles): Promise<SignatureCheck> {
  const time = signed.date.replace(/\.\d+|[-:T]/g, '');
  const common = ['-f', files.keys, '-s', files.signature, `-Overify-time=${time}`];
  const verify = ['-Y', 'verify', '-I', signed.signer, '-n', signed.namespace, ...common];
  const verified = await run('ssh-keygen', verify, { input: signed.text });
  if (verified.kind === 'missing') return missing('ssh-keygen');
  const key = /\bSHA256:[A-Za-z0-9+/]+/.exec(verified.stdout)?.[0];
  if (verified.status !== 0 || key === undefined) {
    return { kind: 'bad', reason: complaintOf(verified) };
  }
  const found = await run('ssh-keygen', ['-Y', 'find-principals', ...common]);
  if (found.kind === 'missing') return missing('ssh-keygen');
  return { kind: 'good', key, owners: found.stdout.split(/[\n,]/).filter(Boolean) };
}

async function checkPgp(
  signed: Signed,
  { folder, keys, signature }: KeyFiles & { readonly folder: string },
): Promise<SignatureCheck> {
  const text = path.join(folder, 'text');
  await writeFile(text, signed.text);
  const gpg = (...args: string[]) =>
    run('gpg', [
      ...['--homedir', folder, '--no-options', '--batch', '--no-tty', '--no-autostart'],
      ...['--no-auto-key-retrieve', '--disable-dirmngr', '--trust-model', 'always', ...args],
    ]);
  const imported = await gpg('--import', keys);
  if (imported.kind === 'missing') return missing('gpg');
  const verified = await gpg('--status-fd', '1', '--verify', signature, text);
  if (verified.kind === 'missing') return missing('gpg');
  const { stdout } = verified;
  // The last word is the primary key's; a key that has expired or was revoked gives another status.
  const key = /^\[GNUPG:\] VALIDSIG (?:\S+ )+?([0-9A-F]{40,64})$/m.exec(stdout)?.[1];
  if (verified.status !== 0 || key === undefined || !/^\[GNUPG:\] GOODSIG /m.test(stdout)) {
    return { kind: 'bad', reason: complaintOf(verified) };
  }
  const listed = await gpg('--with-colons', '--list-keys', key);
  if (listed.kind === 'missing') return missing('gpg');
  const owners = listed.stdout.split('\n').flatMap((line) => {
    const [sort, validity = '', ...rest] = line.split(':');
    const address = /<([^<>\s]+)>/.exec(rest[7] ?? '')?.[1];
    return sort === 'uid' && !/[re]/.test(validity) && address !== undefined ? [address] : [];
  });
  if (owners.includes(signed.signer)) return { kind: 'good', key, owners };
  return { kind: 'bad', reason: `the key is not one of ${signed.signer}` };
}

/** Signs as Git would sign a commit here, and as whom. */
export interface Signer {
  /** The e-mail address that Git knows. */
  readonly name: string;
  /** @throws {SigningError} where the key cannot be used */
  sign(text: string, namespace: string): Promise<string>;
}

/**
 * Finds the key that Git signs commits with, by its configuration. The programs are `ssh-keygen` and `gpg`, whatever is
 * configured in their place.
 * @throws {SigningError} where none is configured, or in a form that is not known
 */
export async function findSigner(root: string): Promise<Signer> {
  const read = async (key: string, ...type: string[]): Promise<string | undefined> => {
    const output = await askGit(root, ['config', ...type, '--get', key], { statuses: [0, 1] });
    return output?.toString('utf8').replace(/\n$/, '') || undefined;
  };
  const format = (await read('gpg.format')) ?? 'openpgp';
  const name = await read('user.email');
  if (name === undefined) {
    throw new SigningError('Git does not know who you are', 'run `git config user.email ADDRESS`');
  }
  const written = await read('user.signingKey');
  if (format === 'openpgp') return { name, sign: (text) => signPgp(text, written ?? name) };
  if (format !== 'ssh') {
    throw new SigningError(
      `Git signs with \`gpg.format = ${format}\` here`,
      'sign with `ssh` or `openpgp`',
    );
  }
  if (written === undefined) {
    throw new SigningError(
      'Git has no key to sign with',
      'run `git config user.signingKey ~/.ssh/id_ed25519.pub`',
    );
  }
  const literal = /^(?:key::)?((?:sk-)?(?:ssh|ecdsa)-\S+ .+)$/.exec(written)?.[1];
  const file = literal ? undefined : await read('user.signingKey', '--type=path');
  return {
    name,
    sign: (text, namespace) =>
      inTemporaryFolder(async (folder) => {
        const key = file === undefined ? path.join(folder, 'key.pub') : path.resolve(root, file);
        if (literal !== undefined) await writeFile(key, `${literal}\n`);
        const named = path.join(folder, 'text');
        await writeFile(named, text);
        // A key that is written out has its private half in the agent.
        const agent = literal === undefined ? [] : ['-U'];
        const args = ['-Y', 'sign', '-n', namespace, '-f', key, ...agent, named];
        const made = await run('ssh-keygen', args, { isInteractive: true });
        if (made.kind === 'missing') throw noProgram('ssh-keygen');
        if (made.status !== 0) throw notSigned(made);
        return readFile(`${named}.sig`, 'utf8');
      }),
  };
}

async function signPgp(text: string, key: string): Promise<string> {
  const args = ['--armor', '--detach-sign', '--local-user', key, '--output', '-'];
  const made = await run('gpg', args, { input: text, isInteractive: true });
  if (made.kind === 'missing') throw noProgram('gpg');
  if (made.status !== 0) throw notSigned(made);
  return made.stdout.replaceAll('\r\n', '\n');
}

function noProgram(program: string): SigningError {
  return new SigningError(
    `\`${program}\` could not be started`,
    'install it and put it on the PATH',
  );
}

function notSigned(ended: Ended): SigningError {
  return new SigningError(
    `The key could not sign: ${complaintOf(ended)}`,
    'check `user.signingKey` with `git commit -S`, which signs in the same way',
  );
}

function missing(program: string): SignatureCheck {
  return { kind: 'unknown', reason: `\`${program}\` could not be started; install it` };
}

interface Ended {
  readonly kind: 'ended';
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function complaintOf({ stdout, stderr }: Ended): string {
  const lines = [...stderr.split('\n'), ...stdout.split('\n')].map((line) =>
    line.replace(/^gpg: /, '').trim(),
  );
  return (
    lines.filter((line) => line !== '' && !/^Signature made|^using /.test(line))[0] ??
    'no reason given'
  );
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-sign-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program of the system without a shell; a passphrase is asked for on the terminal itself. */
function run(
  program: 'gpg' | 'ssh-keygen',
  args: readonly string[],
  { input, isInteractive = false }: { input?: string; isInteractive?: boolean } = {},
): Promise<Ended | { readonly kind: 'missing' }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...ownEnvironment(), LC_ALL: 'C', LANGUAGE: 'C' },
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
