import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';
import { MAX_RECORD_BYTES } from '../records/limits.ts';
import {
  PUBLISHED_PATHS,
  PUBLISHED_VERSION,
  type Published,
  publishedSchema,
  publishedText,
  readingConfig,
} from '../records/published.ts';
import { envelopeSchema, openEnvelope } from './dsse.ts';
import { type NamedFile, readNamed } from './named-file.ts';
import { readWeb, WebError } from './read-web.ts';

/** A site publishes nothing that could be joined, or something else than it states. */
export class PublishedError extends HelpfulError {
  override readonly name = 'PublishedError';
}

/** What a site publishes, brought to this machine. */
export interface PublishedSite {
  /** Absolute path of the folder with its texts, each under its path in the repository. */
  readonly root: string;
  readonly published: Published;
  /** Whether its statement is signed with the key that was named; `unchecked` where none was. */
  readonly signature: 'valid' | 'unchecked' | 'none';
  /** Whether any text had to be fetched. */
  readonly isNew: boolean;
  /** Why it could not be asked for what is new, where it is shown as it was published before. */
  readonly stale: string | undefined;
}

const MOST_STATEMENT_BYTES = 64 * 1024 * 1024;
const AT_A_TIME = 8;

/**
 * Reads what a site of Docket publishes: its statement, then those texts that are not here yet. Every text has the
 * digest that the statement gives, and the statement is signed with the key where one is named.
 * @param address of the site, with its base path
 * @param cache absolute path of a folder
 * @param key a public key in PEM
 * @throws {PublishedError} where the site publishes no such statement or does not keep to it
 * @throws {WebError} where it cannot be reached and was not read before
 * @throws {NamedFileError} where the key cannot be read or used
 */
export async function readPublishedSite(
  address: string,
  cache: string,
  key: NamedFile | undefined,
): Promise<PublishedSite> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const name = createHash('sha256').update(base.href).digest('hex').slice(0, 24);
  const home = path.join(cache, 'published', name);
  const texts = path.join(home, 'texts');
  mkdirSync(texts, { recursive: true });
  const { bytes, envelope, stale } = await statementOf(base, home);
  const published = read(bytes, base);
  const signature = await signatureOf({ bytes, envelope, base }, key);
  const missing = [...new Set(published.records.map(({ sha256 }) => sha256))].filter(
    (sha256) => !existsSync(path.join(texts, sha256)),
  );
  const queue = [...missing];
  const work = async (): Promise<void> => {
    for (let sha256 = queue.pop(); sha256; sha256 = queue.pop()) {
      const text = await readWeb(new URL(publishedText(sha256), base), MAX_RECORD_BYTES);
      if (digest(text) !== sha256) throw unlike(base, published, sha256);
      replace(path.join(texts, sha256), text);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  replace(path.join(home, 'statement.json'), bytes);
  if (envelope) replace(path.join(home, 'envelope.json'), envelope);
  const root = path.join(home, 'root');
  layOut(root, texts, published);
  return { root, published, signature, isNew: missing.length > 0, stale };
}

/** The statement as the site has it, or as it was read last where nobody answers. */
async function statementOf(base: URL, home: string) {
  const url = new URL(PUBLISHED_PATHS.statement, base);
  try {
    const bytes = await readWeb(url, MOST_STATEMENT_BYTES);
    const envelope = await readWeb(
      new URL(PUBLISHED_PATHS.envelope, base),
      MOST_STATEMENT_BYTES,
    ).catch((error: unknown) => {
      if (error instanceof WebError && error.status === 404) return undefined;
      throw error;
    });
    return { bytes, envelope, stale: undefined };
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    if (error.status === 404) {
      throw new PublishedError(
        `${base.href} has no \`${PUBLISHED_PATHS.statement}\``,
        'see whether this is the address of a site of Docket; one that an older Docket built has to be built again',
      );
    }
    const before = path.join(home, 'statement.json');
    if (!existsSync(before)) throw error;
    const signed = path.join(home, 'envelope.json');
    const envelope = existsSync(signed) ? readFileSync(signed) : undefined;
    return { bytes: readFileSync(before), envelope, stale: error.message };
  }
}

function read(bytes: Buffer, base: URL): Published {
  const value = parse(bytes);
  const { version } = (value ?? {}) as { readonly version?: unknown };
  if (typeof version === 'number' && version !== PUBLISHED_VERSION) {
    throw new PublishedError(
      `${base.href} publishes version ${version}, and this is Docket for version ${PUBLISHED_VERSION}`,
      `update ${version > PUBLISHED_VERSION ? 'this Docket' : 'the Docket that builds the site'}`,
    );
  }
  const made = publishedSchema.safeParse(value);
  if (made.success) return made.data;
  const [issue] = made.error.issues;
  throw new PublishedError(
    `${base.href} publishes what cannot be read: \`${issue?.path.join('.')}\`: ${issue?.message}`,
    'build that site again',
  );
}

/** @throws {PublishedError} where the key that was named did not sign this */
async function signatureOf(
  { bytes, envelope, base }: { bytes: Buffer; envelope: Buffer | undefined; base: URL },
  key: NamedFile | undefined,
): Promise<PublishedSite['signature']> {
  if (!key) return envelope ? 'unchecked' : 'none';
  const { success, data } = envelopeSchema.safeParse(envelope && parse(envelope));
  const opened = success ? openEnvelope(data, await readNamed(key)) : undefined;
  const stated = opened?.isSigned ? parse(Buffer.from(opened.text)) : undefined;
  const { subject } = (stated ?? {}) as { readonly subject?: unknown };
  const isOfThis =
    Array.isArray(subject) &&
    subject.some((one: { digest?: { sha256?: unknown } }) => one.digest?.sha256 === digest(bytes));
  if (isOfThis) return 'valid';
  throw new PublishedError(
    success
      ? `What ${base.href} publishes is not signed with ${key.name}`
      : `What ${base.href} publishes is not signed, and the configuration asks for ${key.name}`,
    'sign it where the site is built with `docket attest --site`, or leave the key out',
  );
}

/** Puts each text where it stands in its repository; what is there else goes. */
function layOut(root: string, texts: string, { records, reading }: Published): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'docket.config.json'), JSON.stringify(readingConfig(reading)));
  for (const { path: file, sha256 } of records) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path.join(texts, sha256)));
  }
}

function unlike(base: URL, { records }: Published, sha256: string): PublishedError {
  const file = records.find((record) => record.sha256 === sha256)?.path;
  return new PublishedError(
    `The text that ${base.href} gives for ${file} is not the one that its statement names`,
    'publish that site again as a whole',
  );
}

/** Writes a file at once, so that nobody reads half of it. */
function replace(file: string, content: Buffer): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
