import { z } from 'zod';
import type { Ratification, RatificationProblem } from './ratification.ts';

/** Where ratifications are kept, relative to the root; a file each. */
export const RATIFIED_FOLDER = '.sdd/ratified';

/** What a signature of ours is for, so that one made for something else does not count. */
export const NAMESPACE = 'docket-ratification';

const line = z.string().regex(/^[^\p{Cc}\u2028\u2029]+$/u, { error: 'expected one line of text' });

const schema = z.strictObject({
  version: z.literal(1),
  record: line,
  part: line.optional(),
  states: line,
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: 'expected `sha256:` and 64 digits' }),
  signer: z.string().regex(/^[^\s\p{Cc}]+$/u, { error: 'expected a name without spaces' }),
  date: z.iso.datetime({ error: 'expected a moment such as `2026-03-05T12:00:00Z`' }),
  signature: z
    .string()
    .regex(/^-----BEGIN (SSH|PGP) SIGNATURE-----\n[\w\s+/=:.,-]+-----END \1 SIGNATURE-----\n?$/, {
      error: 'expected an SSH or OpenPGP signature, armoured',
    }),
});

/** A ratification with its signature, as its file holds it. */
export interface SignedRatification extends Ratification {
  readonly signature: string;
}

/** What is signed: everything that is stated, a line each. */
export function signedText(stated: Omit<Ratification, 'file'>): string {
  const { record, part, states, digest, signer, date } = stated;
  return [
    `${NAMESPACE} 1`,
    `record: ${record}`,
    ...(part === undefined ? [] : [`part: ${part}`]),
    `states: ${states}`,
    `digest: sha256:${digest}`,
    `signer: ${signer}`,
    `date: ${date}`,
    '',
  ].join('\n');
}

/** The text of a file. */
export function ratificationText({ file: _, digest, ...stated }: SignedRatification): string {
  const { record, part, states, signer, date, signature } = stated;
  const value = {
    version: 1,
    record,
    ...(part !== undefined && { part }),
    ...{ states, digest: `sha256:${digest}`, signer, date, signature },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Reads a file. Never throws. */
export function readRatification(
  file: string,
  text: string,
): SignedRatification | RatificationProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { file, line: 1, reason: 'it is not JSON' };
  }
  const read = schema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const key = issue?.path.join('.') ?? '';
    const at = text.split('\n').findIndex((one) => one.includes(`"${key}"`));
    return { file, line: Math.max(at, 0) + 1, reason: `${key} ${issue?.message ?? ''}`.trim() };
  }
  const { version: _, digest, part, ...stated } = read.data;
  return { file, ...stated, part, digest: digest.slice('sha256:'.length) };
}
