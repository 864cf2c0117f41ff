import { emitTrace } from '../../evidence/agents/emit-trace.ts';
import { digestText } from '../../io/digest.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import type { Session } from '../session.ts';
import { AttestError } from './attest.ts';

/**
 * The record of Agent Trace about the landing of a provenance record: JSON on one line, with its end.
 * @throws {AttestError} where there is no history, no landing, or no file that the landing wrote as claimed
 */
export async function traceOf(session: Session, record: ProvenanceRecord): Promise<string> {
  const { history, judged, ask } = await session.evidence();
  if (history.kind === 'unknown') throw new AttestError(history.message, history.help);
  const found = (await judged()).find((one) => one.record === record);
  const landing = found?.landing;
  if (!found || landing?.kind !== 'landed') {
    const reason = landing?.kind === 'unknown' ? landing.reason : 'it was not checked';
    throw new AttestError(
      `Cannot trace ${record.path}: its landing is unknown, because ${reason}`,
      'commit the record, in a full clone',
    );
  }
  const trace = await ask((context) => context && emitTrace(context, found, landing, digestText));
  if (trace) return `${JSON.stringify(trace)}\n`;
  throw new AttestError(
    `Cannot trace ${record.path}: its landing wrote no file as the record claims`,
    'run `docket verify` on it to see why',
  );
}
