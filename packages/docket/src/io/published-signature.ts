import { z } from 'zod';
import { STATEMENT_TYPE } from '../records/in-toto.ts';
import { PUBLISHED_PATHS, PUBLISHED_TYPE } from '../records/published.ts';
import { envelopeSchema, openEnvelope } from './dsse.ts';
import { type NamedFile, readNamed } from './named-file.ts';
import { PublishedError } from './published-error.ts';

/** What a site publishes, as far as its signature matters. */
export interface SignedSite {
  /** Address that was asked. */
  readonly base: URL;
  /** SHA-256 of its statement. */
  readonly sha256: string;
  /** Address that its statement names. */
  readonly site: string | undefined;
  /** The signed envelope that stands beside it, as JSON. */
  readonly envelope: Buffer | undefined;
}

/** A key signs statements of other kinds, too: none of those speaks for a site. */
const signedSchema = z.object({
  _type: z.literal(STATEMENT_TYPE),
  predicateType: z.literal(PUBLISHED_TYPE),
  subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })),
});

/**
 * Whether what a site publishes is signed with a key: `unchecked` where it is signed and no key named.
 * @throws {PublishedError} where the key that was named did not sign this, or signed it for another address
 * @throws {NamedFileError} where the key cannot be read or used
 */
export async function signatureOf(
  { base, sha256, site, envelope }: SignedSite,
  key: NamedFile | undefined,
): Promise<'valid' | 'unchecked' | 'none'> {
  if (!key) return envelope ? 'unchecked' : 'none';
  const { success, data } = envelopeSchema.safeParse(envelope && parse(envelope.toString('utf8')));
  const opened = success ? openEnvelope(data, await readNamed(key)) : undefined;
  const stated = signedSchema.safeParse(opened?.isSigned ? parse(opened.text) : undefined);
  const isOfThis = stated.data?.subject.some(
    ({ name, digest }) => name === PUBLISHED_PATHS.statement && digest.sha256 === sha256,
  );
  if (!isOfThis) {
    throw new PublishedError(
      success
        ? `What ${base.href} publishes is not signed with ${key.name}`
        : `What ${base.href} publishes is not signed, and the configuration asks for ${key.name}`,
      'sign it where the site is built with `docket attest --site`, or leave the key out',
    );
  }
  if (site !== undefined && new URL(site).href !== base.href) {
    throw new PublishedError(
      `What ${base.href} publishes is signed for another site, ${site}`,
      'name the address of that site, or build this one with its own address and sign it',
    );
  }
  return 'valid';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
