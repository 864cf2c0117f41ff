import type { ExecutionStatement } from '../../evidence/statement-schema.ts';
import { latestExecution } from '../../evidence/validate.ts';
import { signText } from '../../io/dsse.ts';
import { type NamedFile, readNamed } from '../../io/named-file.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import type { ProvenanceRecord, SpecRecord } from '../../records/record.ts';
import type { Session } from '../session.ts';

/** What landed for a record cannot be attested. */
export class AttestError extends HelpfulError {
  override readonly name = 'AttestError';
}

/**
 * The statement of the latest execution of a specification, as JSON; in a signed envelope where a key is given.
 * @param key a private key in PEM
 * @throws {HelpfulError} where there is no execution, history or landing to attest, or the key cannot be used
 */
export async function attest(
  session: Session,
  spec: SpecRecord,
  key: NamedFile | undefined,
): Promise<string> {
  const record = latestExecution(session.corpus.provenanceOf(spec));
  if (!record) {
    throw new AttestError(
      `${spec.path} has no provenance record`,
      'carry out the specification first, then record it with `docket new provenance`',
    );
  }
  const text = textOf(await statementOf(session, record));
  return key ? textOf(signText(text, await readNamed(key))) : text;
}

/**
 * The statement of an execution as this repository gives it.
 * @throws {AttestError} where there is no history or no landing to attest
 */
export async function statementOf(
  session: Session,
  record: ProvenanceRecord,
): Promise<ExecutionStatement> {
  const { history, judged, statements } = await session.evidence();
  if (history.kind === 'unknown') throw new AttestError(history.message, history.help);
  const own = (await judged()).filter((one) => one.record === record);
  const made = (await statements(own)).get(record);
  if (made?.kind === 'statement') return made.statement;
  throw new AttestError(
    `Cannot attest ${record.path}: ${made?.reason ?? 'it was not checked'}`,
    made?.help ?? 'run `docket verify` on it',
  );
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
