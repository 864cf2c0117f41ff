import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';
import { askGit } from './ask-git.ts';
import { complaintOf, type Ended, inTemporaryFolder, runSigning } from './run-signing.ts';

/** Nothing can be signed here. */
export class SigningError extends HelpfulError {
  override readonly name = 'SigningError';
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
        const made = await runSigning('ssh-keygen', args, { isInteractive: true });
        if (made.kind === 'missing') throw noProgram('ssh-keygen');
        if (made.status !== 0) throw notSigned(made);
        return readFile(`${named}.sig`, 'utf8');
      }),
  };
}

async function signPgp(text: string, key: string): Promise<string> {
  const args = ['--armor', '--detach-sign', '--local-user', key, '--output', '-'];
  const made = await runSigning('gpg', args, { input: text, isInteractive: true });
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
