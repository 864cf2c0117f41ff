import { judgeRatification } from '../../evidence/judge-ratification.ts';
import { digestText } from '../../io/digest.ts';
import { readText } from '../../io/files.ts';
import { findSigner } from '../../io/signer.ts';
import { saving } from '../../records/authoring/change.ts';
import { foldedName } from '../../records/folded-name.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import { nearest } from '../../records/nearest.ts';
import {
  agentDecisionSubjects,
  claimSubject,
  decisionSubject,
  type Subject,
} from '../../records/ratification.ts';
import {
  NAMESPACE,
  RATIFIED_FOLDER,
  ratificationText,
  readRatification,
  signedText,
} from '../../records/ratified-file.ts';
import type { AdrRecord } from '../../records/record.ts';
import { check, type RatificationInput, readAuthority } from '../ratifications.ts';
import type { Session } from '../session.ts';
import { claimsIn } from './accept-claim.ts';

/** Something cannot be ratified. */
export class RatifyError extends HelpfulError {
  override readonly name = 'RatifyError';
}

/**
 * The decision as a whole, or one that an agent took alone, by the number of its row or by its name.
 * @throws {RatifyError} where the decision is not accepted, or has no such part
 */
export function decisionToRatify(record: AdrRecord, part: string | undefined): Subject {
  const status = record.fields.status.value;
  if (status !== 'Accepted') {
    throw new RatifyError(
      `${record.id} is ${status ?? 'of unknown status'}, and only what is accepted can be ratified`,
      status === 'Proposed' ? `run \`docket accept ${record.id}\` first` : 'give another decision',
    );
  }
  if (part === undefined) return decisionSubject(record);
  const rows = agentDecisionSubjects(record);
  const number = /^agent-decision:(\d+)$/.exec(part)?.[1];
  const found =
    number === undefined ? rows.find((row) => row.part === part) : rows[Number(number) - 1];
  if (found) return found;
  throw noPart(record.path, part, rows);
}

/**
 * A claim of a provenance record, or of a file of another source.
 * @param record what the claim is of, by its name with its log, or the path of the file
 * @throws {RatifyError} where there is no such claim
 */
export async function claimToRatify(
  session: Session,
  { record, path }: { readonly record: string; readonly path: string },
  part: string,
): Promise<Subject> {
  const subjects = (await claimsIn(session, path)).map(({ claim }) => claimSubject(record, claim));
  const found = subjects.find((one) => one.part === part);
  if (found) return found;
  throw noPart(path, part, subjects);
}

function noPart(path: string, part: string, subjects: readonly Subject[]): RatifyError {
  const names = subjects.flatMap((one) => one.part ?? []);
  const meant = nearest(part, names);
  return new RatifyError(
    `${path} has no \`${part}\``,
    meant === undefined
      ? names.length > 0
        ? `it has ${names.map((name) => `\`${name}\``).join(', ')}`
        : 'it has no part that can be ratified'
      : `did you mean \`${meant}\`?`,
  );
}

/** A ratification as it was written. */
export interface Ratified {
  readonly file: string;
  readonly signer: string;
  /** Fingerprint of the key, where the default branch knows it. */
  readonly key: string | undefined;
  /** Why it does not count yet. */
  readonly gap: string | undefined;
}

/**
 * Signs the digest of what a person accepts with the key that Git signs with, and writes it down.
 * @param now the moment, RFC 3339 in UTC
 * @throws {HelpfulError} where nothing can be signed, or the key is one of an agent
 */
export async function ratify(
  session: Session,
  subject: Subject,
  { now, env }: { readonly now: string } & Pick<RatificationInput, 'env'>,
): Promise<Ratified> {
  const { root } = session;
  const signer = await findSigner(root);
  const { record, part, states, content } = subject;
  const digest = digestText(content);
  const file = `${RATIFIED_FOLDER}/${fileName(subject, signer.name)}`;
  const stated = { file, record, part, states, digest, signer: signer.name, date: now };
  const signature = await signer.sign(signedText(stated), NAMESPACE);
  const text = ratificationText({ ...stated, signature });
  const read = readRatification(file, text);
  if (!('signature' in read)) {
    throw new RatifyError(`The ratification would not be readable: ${read.reason}`, 'report this');
  }
  const authority = await readAuthority(root, env);
  const checked =
    authority.gap === undefined
      ? await check(read, await authority.keys())
      : ({ kind: 'unknown', reason: authority.gap } as const);
  const { policy = {} } = authority;
  const verdict = judgeRatification({ stated, signature: checked, policy, now: digest });
  if (checked.kind === 'good' && typeof verdict === 'object' && 'refused' in verdict) {
    throw new RatifyError(
      `Not ratified: ${verdict.refused}`,
      'a person ratifies with a key of their own; see `ratification` in docket.config.json of the default branch',
    );
  }
  const before = await readText(root, file);
  const old = before.kind === 'text' ? before.text : undefined;
  await session.apply(() => ({ changes: [saving(file, old, text)] }));
  return {
    file,
    signer: signer.name,
    key: checked.kind === 'good' ? checked.key : undefined,
    gap: checked.kind === 'good' ? undefined : checked.reason,
  };
}

/** A name that the next ratification of the same by the same person takes again. */
function fileName({ record, part = '' }: Subject, signer: string): string {
  const words = foldedName(`${record} ${part}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return `${words}.${digestText([record, part, signer].join('\n')).slice(0, 8)}.json`;
}
