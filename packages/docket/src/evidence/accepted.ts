import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { JudgedClaim, JudgedRecord } from './judge.ts';
import type { JudgedFile, JudgedSourceClaim } from './judge-file.ts';

/** Where accepted claims are kept, relative to the root. Committed with the records. */
export const ACCEPTED_PATH = '.sdd/accepted.yaml';

const acceptance = z.strictObject({
  record: z.string().regex(/\S/),
  claim: z.string().regex(/\S/),
  states: z.string().regex(/\S/),
  reason: z.string().regex(/\S/),
});

/** A contradicted claim that a person has judged and lets stand. Who and when, Git knows. */
export interface Acceptance {
  /** Path of the record. */
  readonly record: string;
  /** Id of the claim within the record. */
  readonly claim: string;
  /** The claim as it read when it was accepted: once it reads differently, it is to be judged again. */
  readonly states: string;
  readonly reason: string;
}

/** The accepted claims of a repository, or what is wrong with the file. */
export type AcceptedFile =
  | { readonly kind: 'accepted'; readonly acceptances: readonly Acceptance[] }
  | { readonly kind: 'invalid'; readonly message: string; readonly line: number };

/** Reads the file of accepted claims: a YAML list. An empty text accepts nothing. Never throws. */
export function parseAccepted(text: string): AcceptedFile {
  const document = parseDocument(text, { strict: true, uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const [error] = document.errors;
  if (error) {
    const message = `\`${ACCEPTED_PATH}\` is not valid YAML: ${error.message}`;
    return { kind: 'invalid', message, line: lineAt(error.pos[0]) };
  }
  const parsed = z.array(acceptance).safeParse(document.toJS() ?? []);
  if (parsed.success) return { kind: 'accepted', acceptances: parsed.data };
  const [issue] = parsed.error.issues;
  const node = document.getIn((issue?.path ?? []).slice(0, 1), true);
  const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
  return {
    kind: 'invalid',
    message:
      `\`${ACCEPTED_PATH}\` must be a list of entries with \`record\`, \`claim\`, \`states\` and \`reason\`: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    line: Array.isArray(range) ? lineAt(Number(range[0])) : 1,
  };
}

/** Marks the contradicted claims of a record that a person has accepted. They stay contradicted, and visible. */
export function applyAcceptances(
  judged: JudgedRecord,
  acceptances: readonly Acceptance[],
): JudgedRecord {
  const claims = accepting(judged.record.path, judged.claims, acceptances);
  return claims === judged.claims ? judged : { ...judged, claims };
}

/** As `applyAcceptances`, for the claims of a file of another source. */
export function applyToFile(judged: JudgedFile, acceptances: readonly Acceptance[]): JudgedFile {
  const claims = accepting(judged.path, judged.claims, acceptances);
  return claims === judged.claims ? judged : { ...judged, claims };
}

function accepting<C extends JudgedClaim | JudgedSourceClaim>(
  path: string,
  claims: readonly C[],
  acceptances: readonly Acceptance[],
): readonly C[] {
  const own = acceptances.filter(({ record }) => record === path);
  if (own.length === 0) return claims;
  return claims.map((entry) => {
    const found = own.find((acceptance) => isFor(acceptance, entry));
    return found && entry.verdict.kind === 'contradicted'
      ? { ...entry, accepted: found.reason }
      : entry;
  });
}

/** Acceptances that no contradicted claim needs: it was corrected, reworded, or its record is gone. */
export function unusedAcceptances(
  judged: readonly JudgedRecord[],
  files: readonly JudgedFile[],
  acceptances: readonly Acceptance[],
): Acceptance[] {
  const claimsIn = (path: string): readonly (JudgedClaim | JudgedSourceClaim)[] => [
    ...judged.flatMap(({ record, claims }) => (record.path === path ? claims : [])),
    ...files.flatMap((file) => (file.path === path ? file.claims : [])),
  ];
  return acceptances.filter(
    (acceptance) =>
      !claimsIn(acceptance.record).some(
        (entry) => entry.accepted !== undefined && isFor(acceptance, entry),
      ),
  );
}

function isFor(acceptance: Acceptance, { claim }: JudgedClaim | JudgedSourceClaim): boolean {
  return acceptance.claim === claim.id && acceptance.states === claim.claim;
}

const HEADER =
  '# Claims of provenance records that the history contradicts and a person has accepted.\n# Written by `docket accept`; who added an entry, and when, is in the history of this file.\n';

/**
 * The file with one more entry. What stands in it is kept byte for byte; an entry for the same claim is an error of
 * the caller.
 * @param text the present text, empty where there is no file
 */
export function addAcceptance(text: string, added: Acceptance): string {
  const before = text === '' ? HEADER : text.endsWith('\n') ? text : `${text}\n`;
  const { record, claim, states, reason } = added;
  const quote = (value: string) => JSON.stringify(value);
  return `${before}\n- record: ${quote(record)}\n  claim: ${quote(claim)}\n  states: ${quote(states)}\n  reason: ${quote(reason)}\n`;
}
