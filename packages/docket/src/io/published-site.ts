import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { MAX_RECORD_BYTES } from '../records/limits.ts';
import {
  MAX_PUBLISHED_BYTES,
  MAX_PUBLISHED_RECORDS,
  PUBLISHED_PATHS,
  PUBLISHED_VERSION,
  type Published,
  publishedSchema,
  publishedText,
} from '../records/published.ts';
import { withCacheLock } from './cache-lock.ts';
import type { NamedFile } from './named-file.ts';
import { PublishedError } from './published-error.ts';
import { publishedRoot } from './published-root.ts';
import { signatureOf } from './published-signature.ts';
import { readWeb, WebError } from './read-web.ts';

/** What a site publishes, brought to this machine. */
export interface PublishedSite {
  /** Absolute path of the folder with its texts, each under its path in the repository; it stays as it is. */
  readonly root: string;
  readonly published: Published;
  /** Whether its statement is signed with the key that was named; `unchecked` where none was. */
  readonly signature: Awaited<ReturnType<typeof signatureOf>>;
  /** Whether any text had to be fetched. */
  readonly isNew: boolean;
  /** Why it could not be asked for what is new, where it is shown as it was published before. */
  readonly stale: string | undefined;
}

const MOST_STATEMENT_BYTES = 64 * 1024 * 1024;
const AT_A_TIME = 8;
const STATEMENT = 'statement.json';
const ENVELOPE = 'envelope.json';

/**
 * Reads what a site of Docket publishes: its statement, then those texts that are not here yet. Every text has the
 * digest that the statement gives, and the statement is signed with the key where one is named.
 * @param address of the site, with its base path
 * @param cache absolute path of a folder
 * @param key a public key in PEM
 * @throws {PublishedError} where the site publishes no such statement or does not keep to it
 * @throws {WebError} where it cannot be reached and was not read before
 * @throws {NamedFileError} where the key cannot be read or used
 * @throws {ApplyError} as `withCacheLock` does
 */
export async function readPublishedSite(
  address: string,
  cache: string,
  key: NamedFile | undefined,
): Promise<PublishedSite> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const name = createHash('sha256').update(base.href).digest('hex').slice(0, 24);
  const home = path.join(cache, 'published', name);
  return withCacheLock(home, () => readInto(home, base, key));
}

async function readInto(
  home: string,
  base: URL,
  key: NamedFile | undefined,
): Promise<PublishedSite> {
  const texts = path.join(home, 'texts');
  mkdirSync(texts, { recursive: true });
  const { bytes, envelope, stale } = await statementOf(base, home);
  const published = read(bytes, base);
  const { site } = published;
  const signature = await signatureOf({ base, sha256: digest(bytes), site, envelope }, key);
  const isNew = await bringTexts(texts, base, published);
  const signed = path.join(home, ENVELOPE);
  // What was signed before says nothing of what is published now.
  if (!envelope) rmSync(signed, { force: true });
  replace(path.join(home, STATEMENT), bytes);
  if (envelope) replace(signed, envelope);
  return { root: publishedRoot(home, texts, published), published, signature, isNew, stale };
}

/** Fetches the texts that are not in a folder yet, and tells whether there were any. */
async function bringTexts(texts: string, base: URL, published: Published): Promise<boolean> {
  const times = new Map<string, number>();
  for (const { sha256 } of published.records) times.set(sha256, (times.get(sha256) ?? 0) + 1);
  let total = 0;
  const count = (sha256: string, size: number): void => {
    total += size * (times.get(sha256) ?? 0);
    if (total > MAX_PUBLISHED_BYTES)
      throw tooMuch(base, `${MAX_PUBLISHED_BYTES / 1024 ** 2} MB of texts`);
  };
  const queue: string[] = [];
  for (const sha256 of times.keys()) {
    const known = statSync(path.join(texts, sha256), { throwIfNoEntry: false });
    if (known) count(sha256, known.size);
    else queue.push(sha256);
  }
  const isNew = queue.length > 0;
  const work = async (): Promise<void> => {
    for (let sha256 = queue.pop(); sha256; sha256 = queue.pop()) {
      const text = await readWeb(new URL(publishedText(sha256), base), MAX_RECORD_BYTES);
      if (digest(text) !== sha256) throw unlike(base, published, sha256);
      count(sha256, text.length);
      replace(path.join(texts, sha256), text);
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: AT_A_TIME }, () =>
      work().catch((error: unknown) => {
        // The others need not go on.
        queue.length = 0;
        throw error;
      }),
    ),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return isNew;
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
    const before = path.join(home, STATEMENT);
    if (!existsSync(before)) throw error;
    const signed = path.join(home, ENVELOPE);
    const envelope = existsSync(signed) ? readFileSync(signed) : undefined;
    return { bytes: readFileSync(before), envelope, stale: error.message };
  }
}

function read(bytes: Buffer, base: URL): Published {
  const value = parse(bytes);
  const { version, records } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof version === 'number' && version !== PUBLISHED_VERSION) {
    throw new PublishedError(
      `${base.href} publishes version ${version}, and this is Docket for version ${PUBLISHED_VERSION}`,
      `update ${version > PUBLISHED_VERSION ? 'this Docket' : 'the Docket that builds the site'}`,
    );
  }
  if (Array.isArray(records) && records.length > MAX_PUBLISHED_RECORDS)
    throw tooMuch(base, `${MAX_PUBLISHED_RECORDS} decisions`);
  const made = publishedSchema.safeParse(value);
  if (made.success) return made.data;
  const [issue] = made.error.issues;
  throw new PublishedError(
    `${base.href} publishes what cannot be read: \`${issue?.path.join('.')}\`: ${issue?.message}`,
    'build that site again',
  );
}

function tooMuch(base: URL, most: string): PublishedError {
  return new PublishedError(
    `${base.href} publishes more than the ${most} that are read from one site`,
    'see whether this is the site you mean; if so, have its decisions published by several sites',
  );
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
  const beside = `${file}.${randomUUID()}`;
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
