import type { Context } from '../../evidence/context.ts';
import { withAllTexts } from '../../evidence/judge-all.ts';
import { blobsOf, makeStatement } from '../../evidence/statement.ts';
import type { ExecutionStatement } from '../../evidence/statement-schema.ts';
import { digestBlobs, digestText } from '../../io/digest.ts';
import { readBlobs } from '../../io/git-blobs.ts';
import { VERSION } from '../../io/version.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import { CommandError } from '../command.ts';
import type { Evidence } from './open.ts';

/**
 * The statement of an execution as this repository gives it.
 * @throws {CommandError} where there is no history or no landing to attest
 */
export async function statementOf(
  evidence: Evidence,
  record: ProvenanceRecord,
): Promise<ExecutionStatement> {
  const { history, workspace } = evidence;
  const { root, corpus, config } = workspace;
  if (history.kind === 'unknown') throw new CommandError(history.message, history.help);
  const [judged] = await evidence.judge([record]);
  if (!judged)
    throw new CommandError(`${record.path} could not be checked`, 'run `docket verify` on it');
  const { partial } = history;
  const asking = <T>(ask: (context: Context) => T) =>
    withAllTexts(corpus, history, (ids) => readBlobs(root, { ids, partial }), ask);
  const blobs = await asking((context) => blobsOf(context, judged));
  const digests = await digestBlobs(root, { ids: blobs, partial });
  const made = await asking((context) =>
    makeStatement(context, {
      judged,
      version: VERSION,
      site: config.site,
      digestOf: (blob) => digests.get(blob),
      digestText,
    }),
  );
  if (made.kind === 'statement') return made.statement;
  throw new CommandError(`Cannot attest ${record.path}: ${made.reason}`, made.help);
}
