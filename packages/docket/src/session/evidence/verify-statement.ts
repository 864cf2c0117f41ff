import { type ReadStatement, readAnyStatement } from '../../evidence/other-statements.ts';
import { statementDifferences } from '../../evidence/statement.ts';
import { envelopeSchema, openEnvelope } from '../../io/dsse.ts';
import { type NamedFile, NamedFileError, type NamedText, readNamed } from '../../io/named-file.ts';
import type { Session } from '../session.ts';
import { AttestError, statementOf } from './attest.ts';

/** A file that should hold a statement, as it was opened. */
export type OpenedStatement =
  | ({
      readonly kind: 'open';
      /** `undefined` where it is not signed. */
      readonly keyId: string | undefined;
    } & ReturnType<typeof readAnyStatement>)
  /** It is signed, but not with the key. */
  | { readonly kind: 'forged'; readonly keyId: string };

/**
 * Opens a statement, and checks its signature with a public key in PEM.
 * @throws {NamedFileError} where a file cannot be read, is not JSON or no key, or only one of statement and key is there
 */
export async function openStatement(
  file: NamedFile,
  key: NamedFile | undefined,
): Promise<OpenedStatement> {
  const value = parseJson(await readNamed(file));
  const { success: isSigned, data: envelope } = envelopeSchema.safeParse(value);
  if (!isSigned) {
    if (!key) return { kind: 'open', keyId: undefined, ...readAnyStatement(value) };
    throw new NamedFileError(
      `${file.name} is not a signed envelope, which --public-key needs`,
      'leave the key out to check an unsigned statement',
    );
  }
  if (!key) {
    throw new NamedFileError(
      'No key given for the signed statement',
      'give the public key of the signer: --public-key FILE',
    );
  }
  const opened = openEnvelope(envelope, await readNamed(key));
  const { keyId } = opened;
  if (!opened.isSigned) return { kind: 'forged', keyId };
  const stated = parseJson({ name: file.name, text: opened.text });
  return { kind: 'open', keyId, ...readAnyStatement(stated) };
}

/**
 * Everything by which a statement differs from the one that this repository gives of the same execution, in words.
 * @throws {AttestError} where the repository has no such execution, or cannot attest it in that predicate
 */
export async function differencesFrom(
  session: Session,
  { statement, predicate, record: path }: ReadStatement,
): Promise<readonly string[]> {
  const record = session.corpus.provenances.find((found) => found.path === path);
  if (!record) {
    throw new AttestError(
      `The statement is about ${path}, which is not a record of this repository`,
      'check it in the repository it is about; a record that was moved needs a new statement',
    );
  }
  return statementDifferences(statement, await statementOf(session, record, predicate));
}

function parseJson({ name, text }: NamedText): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NamedFileError(
      `${name} is not JSON: ${reason}`,
      'give a file that `docket attest` wrote',
    );
  }
}
