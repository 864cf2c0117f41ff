import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { z } from 'zod';
import { NamedFileError, type NamedText } from './named-file.ts';

/** The type of what is signed. */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const base64 = z.string().regex(/^[A-Za-z0-9+/_-]+={0,2}$/);

/**
 * A signed text.
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 */
export const envelopeSchema = z.object({
  payload: base64,
  payloadType: z.literal(PAYLOAD_TYPE),
  signatures: z.array(z.object({ keyid: z.string().optional(), sig: base64 })).min(1),
});

/** A signed text in its envelope. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** Signs a text with a private key in PEM. @throws {NamedFileError} where the key cannot be used here */
export function signText(text: string, pem: NamedText): Envelope {
  const key = usable(pem, createPrivateKey);
  const payload = Buffer.from(text, 'utf8');
  const signature = sign(algorithmOf(key), encode(PAYLOAD_TYPE, payload), key);
  return {
    payload: payload.toString('base64'),
    payloadType: PAYLOAD_TYPE,
    // Libraries compare a name that is given with one of their own making, and refuse what differs; the key must be there.
    signatures: [{ keyid: '', sig: signature.toString('base64') }],
  };
}

/**
 * The text of an envelope and whether one of its signatures is by a public key in PEM.
 * @throws {NamedFileError} where the key cannot be used here
 */
export function openEnvelope(
  { payload, payloadType, signatures }: Envelope,
  pem: NamedText,
): { readonly text: string; readonly isSigned: boolean; readonly keyId: string } {
  const key = usable(pem, createPublicKey);
  const bytes = Buffer.from(payload, 'base64');
  const signed = encode(payloadType, bytes);
  const isSigned = signatures.some(({ sig }) =>
    verify(algorithmOf(key), signed, key, Buffer.from(sig, 'base64')),
  );
  return { text: bytes.toString('utf8'), isSigned, keyId: keyId(key) };
}

/** The bytes that are signed: the type and the content, each with its length. */
function encode(type: string, content: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${content.length} `;
  return Buffer.concat([Buffer.from(head, 'utf8'), content]);
}

function usable({ name, text }: NamedText, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read(text);
  } catch (error) {
    throw unusable(name, error instanceof Error ? error.message : String(error));
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ed25519') return key;
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return key;
  throw unusable(name, `it is of type ${type} ${details?.namedCurve ?? ''}`.trim());
}

function unusable(name: string, reason: string): NamedFileError {
  return new NamedFileError(
    `The key in ${name} is not Ed25519 or P-256 in PEM: ${reason}`,
    'make one with `openssl genpkey -algorithm ed25519 -out key.pem` and `openssl pkey -in key.pem -pubout -out key.pub`',
  );
}

function algorithmOf(key: KeyObject): string | null {
  return key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
}

/** SHA-256 of the public key as DER, for a person to compare. */
function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
