import {
  type Statement,
  testResult,
  verificationSummary,
} from '../../evidence/other-statements.ts';
import type { ExecutionStatement } from '../../evidence/statement-schema.ts';
import { latestExecution } from '../../evidence/validate.ts';
import { signText } from '../../io/dsse.ts';
import { type NamedFile, readNamed } from '../../io/named-file.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import type { Predicate } from '../../records/in-toto.ts';
import type { ProvenanceRecord, SpecRecord } from '../../records/record.ts';
import type { Session } from '../session.ts';
import { webAddressOfRepository } from '../web-address.ts';

/** What landed for a record cannot be attested. */
export class AttestError extends HelpfulError {
  override readonly name = 'AttestError';
}

/** How an execution is attested. */
export interface AttestOptions {
  readonly predicate: Predicate;
  /** A private key in PEM to sign with. */
  readonly key?: NamedFile | undefined;
}

/**
 * The statement of the latest execution of a specification, as JSON; in a signed envelope where a key is given.
 * @throws {HelpfulError} where there is no execution, history or landing to attest, the predicate needs what is not
 * known, or the key cannot be used
 */
export async function attest(
  session: Session,
  spec: SpecRecord,
  { predicate, key }: AttestOptions,
): Promise<string> {
  const record = latestExecution(session.corpus.provenanceOf(spec));
  if (!record) {
    throw new AttestError(
      `${spec.path} has no provenance record`,
      'carry out the specification first, then record it with `docket new provenance`',
    );
  }
  const text = textOf(await statementOf(session, record, predicate));
  return key ? textOf(signText(text, await readNamed(key))) : text;
}

/**
 * The statement of an execution as this repository gives it.
 * @throws {AttestError} where there is no history or no landing to attest, or the predicate needs what is not known
 */
export async function statementOf(
  session: Session,
  record: ProvenanceRecord,
  predicate: Predicate,
): Promise<Statement> {
  const execution = await executionOf(session, record);
  switch (predicate) {
    case 'execution':
      return execution;
    case 'test-result': {
      const spec = session.corpus.specs.find(({ path }) => path === execution.predicate.spec.path);
      const steps = new Map(spec?.body.steps.map(({ number, text }) => [number, text]));
      const made = testResult(execution, steps);
      if (made) return made;
      throw new AttestError(
        `Cannot attest test results of ${record.path}: the result of no step is known`,
        'give the steps of its specification checks that need no command, or attest the execution',
      );
    }
    case 'verification-summary':
      return summaryOf(session, record, execution);
  }
}

async function summaryOf(
  session: Session,
  record: ProvenanceRecord,
  execution: ExecutionStatement,
): Promise<Statement> {
  const { site } = session.config;
  if (site === undefined) {
    throw new AttestError(
      'Cannot summarise a verification: nothing tells who verifies',
      'name the site of the records as `site` in docket.config.json',
    );
  }
  const repository = await webAddressOfRepository(session.root);
  if (repository === undefined) {
    throw new AttestError(
      'Cannot summarise a verification: no remote tells where the repository is on the web',
      'add one with `git remote add origin ADDRESS`',
    );
  }
  const { history } = await session.evidence();
  const prefix = history.kind === 'unknown' ? '' : history.prefix;
  const made = verificationSummary(execution, { site, repository, prefix });
  if (made) return made;
  throw new AttestError(
    `Cannot summarise the verification of ${record.path}: none of its claims can be verified`,
    'run `docket verify` on it to see why',
  );
}

async function executionOf(
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
