import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { complaintOf, inTemporaryFolder, runSigning } from './run-signing.ts';

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
  // In UTC, as the process is told, because OpenSSH before 9.1 does not know the `Z`.
  const time = signed.date.replace(/\.\d+|[-:TZ]/g, '');
  const common = ['-f', files.keys, '-s', files.signature, `-Overify-time=${time}`];
  const verify = ['-Y', 'verify', '-I', signed.signer, '-n', signed.namespace, ...common];
  const verified = await runSigning('ssh-keygen', verify, { input: signed.text });
  if (verified.kind === 'missing') return missing('ssh-keygen');
  // At the end, since the name of the signer, which stands before it, may be anything.
  const key = /\bkey (SHA256:[A-Za-z0-9+/]+)\s*$/.exec(verified.stdout)?.[1];
  if (verified.status !== 0 || key === undefined) {
    return { kind: 'bad', reason: complaintOf(verified) };
  }
  const found = await runSigning('ssh-keygen', ['-Y', 'find-principals', ...common]);
  if (found.kind === 'missing') return missing('ssh-keygen');
  const first = found.stdout.split(/[\n,]/).filter(Boolean);
  const listed = ownersOfKey(await readFile(files.keys, 'utf8'), signed.signature);
  return { kind: 'good', key, owners: [...new Set([...first, ...listed])] };
}

/**
 * Everybody under whose name the key of an SSH signature is listed; `find-principals` tells only the first line of it.
 * @param allowed lines as ssh-keygen(1) describes them below ALLOWED SIGNERS
 * @param armored as OpenSSH's PROTOCOL.sshsig describes it: magic, version, and the public key with its length before it
 */
function ownersOfKey(allowed: string, armored: string): string[] {
  const blob = Buffer.from(armored.replace(/-----.*?-----|\s/g, ''), 'base64');
  const start = 'SSHSIG'.length + 8;
  if (blob.length < start) return [];
  const key = blob.subarray(start, start + blob.readUInt32BE(start - 4)).toString('base64');
  return allowed.split('\n').flatMap((line) => {
    const [names = '', ...rest] = line.trim().split(/\s+/);
    return rest.includes(key) ? names.replaceAll('"', '').split(',').filter(Boolean) : [];
  });
}

async function checkPgp(
  signed: Signed,
  { folder, keys, signature }: KeyFiles & { readonly folder: string },
): Promise<SignatureCheck> {
  const text = path.join(folder, 'text');
  await writeFile(text, signed.text);
  const gpg = (...args: string[]) =>
    runSigning('gpg', [
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

function missing(program: string): SignatureCheck {
  return { kind: 'unknown', reason: `\`${program}\` could not be started; install it` };
}
