import type { ExecutionStatement } from '../../evidence/statement-schema.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import { CommandError } from '../command.ts';
import type { OpenEvidence } from './open.ts';

/**
 * The statement of an execution as this repository gives it.
 * @throws {CommandError} where there is no history or no landing to attest
 */
export async function statementOf(
  { evidence }: OpenEvidence,
  record: ProvenanceRecord,
): Promise<ExecutionStatement> {
  const { history } = evidence;
  if (history.kind === 'unknown') throw new CommandError(history.message, history.help);
  const judged = (await evidence.judged()).filter((one) => one.record === record);
  const made = (await evidence.statements(judged)).get(record);
  if (made?.kind === 'statement') return made.statement;
  throw new CommandError(
    `Cannot attest ${record.path}: ${made?.reason ?? 'it was not checked'}`,
    made?.help ?? 'run `docket verify` on it',
  );
}
