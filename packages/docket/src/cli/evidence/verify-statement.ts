import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { statementDifferences } from '../../evidence/statement.ts';
import { type ExecutionStatement, statementSchema } from '../../evidence/statement-schema.ts';
import { envelopeSchema, KeyError, openEnvelope } from '../../io/dsse.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openEvidence } from './open.ts';
import { statementOf } from './statement-of.ts';

/**
 * Checks a statement offline: its signature with a public key, its form, and all it says against this repository.
 * @throws {CommandError} where one of the files cannot be read
 */
export async function verifyStatement(
  file: string,
  values: OptionValues,
  context: CommandContext,
): Promise<ExitCode> {
  const { cwd, stdout } = context;
  const print = (line: string) => stdout.write(`${line}\n`);
  const given: unknown = parseJson(await read(cwd, file), file);
  const keyFile = values['public-key'];
  const opened = await open(given, file, cwd, typeof keyFile === 'string' ? keyFile : undefined);
  if (opened.kind === 'forged') {
    print(`✗ signature: no signature in the envelope was made with the key ${opened.keyId}`);
    return EXIT.findings;
  }
  print(
    opened.keyId === undefined
      ? '? signature: the statement is not signed'
      : `✓ signature: made with the key ${opened.keyId}`,
  );
  const parsed = statementSchema.safeParse(opened.value);
  if (!parsed.success) {
    print(`✗ form: ${z.prettifyError(parsed.error).split('\n').join('\n  ')}`);
    return EXIT.findings;
  }
  print('✓ form: an in-toto statement of an execution');
  const stated = parsed.data;
  const differences = statementDifferences(stated, await recompute(stated, values, context));
  if (differences.length === 0) {
    print('✓ content: digests, claims and observations match this repository');
    return EXIT.clean;
  }
  print(
    `✗ content: ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'} from this repository`,
  );
  for (const difference of differences) print(`    ${difference}`);
  return EXIT.findings;
}

async function recompute(
  stated: ExecutionStatement,
  values: OptionValues,
  context: CommandContext,
): Promise<ExecutionStatement> {
  const opened = await openEvidence(values, context);
  const { path: name } = stated.predicate.record;
  const record = opened.session.corpus.provenances.find((found) => found.path === name);
  if (!record) {
    throw new CommandError(
      `The statement is about ${name}, which is not a record of this repository`,
      'check it in the repository it is about; a record that was moved needs a new statement',
    );
  }
  return statementOf(opened, record);
}

type Opened =
  | { readonly kind: 'open'; readonly value: unknown; readonly keyId: string | undefined }
  | { readonly kind: 'forged'; readonly keyId: string };

async function open(
  given: unknown,
  file: string,
  cwd: string,
  keyFile: string | undefined,
): Promise<Opened> {
  const envelope = envelopeSchema.safeParse(given);
  if (!envelope.success) {
    if (keyFile === undefined) return { kind: 'open', value: given, keyId: undefined };
    throw new CommandError(
      `${file} is not a signed envelope, which --public-key needs`,
      'leave the key out to check an unsigned statement',
    );
  }
  if (keyFile === undefined) {
    throw new CommandError(
      'No key given for the signed statement',
      'give the public key of the signer: --public-key FILE',
    );
  }
  try {
    const { text, isSigned, keyId } = openEnvelope(envelope.data, await read(cwd, keyFile));
    return isSigned
      ? { kind: 'open', value: parseJson(text, file), keyId }
      : { kind: 'forged', keyId };
  } catch (error) {
    throw explainKey(error, keyFile);
  }
}

/** An error of a key in words for who gave it; any other as it is. */
export function explainKey(error: unknown, file: string): unknown {
  if (!(error instanceof KeyError)) return error;
  return new CommandError(
    `The key in ${file} is not Ed25519 or P-256 in PEM: ${error.message}`,
    'make one with `openssl genpkey -algorithm ed25519 -out key.pem` and `openssl pkey -in key.pem -pubout -out key.pub`',
  );
}

/** Text of a file that was named. @throws {CommandError} */
export async function read(cwd: string, file: string): Promise<string> {
  try {
    return await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`Cannot read ${file}: ${reason}`, 'give a file that can be read');
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `${file} is not JSON: ${reason}`,
      'give a file that `docket attest` wrote',
    );
  }
}
