import { randomUUID } from 'node:crypto';
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
import { encodedPath } from '../records/paths.ts';
import {
  MAX_PICTURE_BYTES,
  MAX_PUBLISHED_BYTES,
  MAX_PUBLISHED_PICTURES,
  MAX_PUBLISHED_RECORDS,
  PUBLISHED_PATHS,
  PUBLISHED_VERSION,
  type Published,
  publishedPicture,
  publishedSchema,
  publishedText,
} from '../records/published.ts';
import { withCacheLock } from './cache-lock.ts';
import { digestBytes, digestText } from './digest.ts';
import type { NamedFile } from './named-file.ts';
import { PublishedError } from './published-error.ts';
import { publishedRoot } from './published-root.ts';
import { signatureOf } from './published-signature.ts';
import { readWeb, WebError } from './read-web.ts';

/** What a site publishes, brought to this machine. */
export interface PublishedSite {
  /** Absolute path of the folder with its texts and pictures, each under its path in the repository; it stays as it is. */
  readonly root: string;
  readonly published: Published;
  /** Whether its statement is signed with the key that was named; `unchecked` where none was. */
  readonly signature: Awaited<ReturnType<typeof signatureOf>>;
  /** Whether any text or picture had to be fetched. */
  readonly isNew: boolean;
  /** Why it could not be asked for what is new, where it is shown as it was published before. */
  readonly stale: string | undefined;
}

const MOST_STATEMENT_BYTES = 64 * 1024 * 1024;
const AT_A_TIME = 8;
const STATEMENT = 'statement.json';
const ENVELOPE = 'envelope.json';

/**
 * Reads what a site of Docket publishes: its statement, then those texts and pictures that are not here yet. Each has
 * the digest that the statement gives, and the statement is signed with the key where one is named.
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
  const name = digestText(base.href).slice(0, 24);
  const home = path.join(cache, 'published', name);
  return withCacheLock(home, () => readInto(home, base, key));
}

async function readInto(
  home: string,
  base: URL,
  key: NamedFile | undefined,
): Promise<PublishedSite> {
  const files = path.join(home, 'files');
  mkdirSync(files, { recursive: true });
  const { bytes, envelope, stale } = await statementOf(base, home);
  const published = read(bytes, base);
  const { site } = published;
  const signature = await signatureOf({ base, sha256: digestBytes(bytes), site, envelope }, key);
  const isNew = await bringFiles(files, base, published);
  const signed = path.join(home, ENVELOPE);
  // What was signed before says nothing of what is published now.
  if (!envelope) rmSync(signed, { force: true });
  replace(path.join(home, STATEMENT), bytes);
  if (envelope) replace(signed, envelope);
  return { root: publishedRoot(home, files, published), published, signature, isNew, stale };
}

/** Fetches the files that are not in a folder yet, and tells whether there were any. */
async function bringFiles(files: string, base: URL, published: Published): Promise<boolean> {
  const stated = statedFiles(published);
  let total = 0;
  const count = ({ times }: StatedFile, size: number): void => {
    total += size * times;
    if (total > MAX_PUBLISHED_BYTES)
      throw tooMuch(base, `${MAX_PUBLISHED_BYTES / 1024 ** 2} MB of texts and pictures`);
  };
  const queue: [sha256: string, file: StatedFile][] = [];
  for (const [sha256, file] of stated) {
    const known = statSync(path.join(files, sha256), { throwIfNoEntry: false });
    if (known) count(file, known.size);
    else queue.push([sha256, file]);
  }
  const isNew = queue.length > 0;
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [sha256, file] = next;
      const bytes = await readWeb(new URL(file.address, base), file.most);
      if (digestBytes(bytes) !== sha256) throw unlike(base, file);
      count(file, bytes.length);
      replace(path.join(files, sha256), bytes);
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

/** A file that a statement names. */
interface StatedFile {
  readonly kind: 'text' | 'picture';
  /** In the repository; one of them where it stands there under several. */
  readonly path: string;
  /** Below the base of the site. */
  readonly address: string;
  /** Bytes that it may have. */
  readonly most: number;
  /** How often it stands in the repository. */
  times: number;
}

/** The files that a statement names, by their digests. */
function statedFiles({ records, pictures = [] }: Published): Map<string, StatedFile> {
  const files = new Map<string, StatedFile>();
  const add = (
    sha256: string,
    place: string,
    file: Omit<StatedFile, 'times' | 'address'>,
  ): void => {
    const known = files.get(sha256);
    const address = encodedPath(place);
    if (known) known.times += 1;
    else files.set(sha256, { ...file, address, times: 1 });
  };
  for (const { path, sha256, text = publishedText(sha256) } of records) {
    add(sha256, text, { kind: 'text', path, most: MAX_RECORD_BYTES });
  }
  for (const { path, sha256 } of pictures) {
    add(sha256, publishedPicture(path), { kind: 'picture', path, most: MAX_PICTURE_BYTES });
  }
  return files;
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
  const { version, records, pictures } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof version === 'number' && version !== PUBLISHED_VERSION) {
    throw new PublishedError(
      `${base.href} publishes version ${version}, and this is Docket for version ${PUBLISHED_VERSION}`,
      `update ${version > PUBLISHED_VERSION ? 'this Docket' : 'the Docket that builds the site'}`,
    );
  }
  if (Array.isArray(records) && records.length > MAX_PUBLISHED_RECORDS)
    throw tooMuch(base, `${MAX_PUBLISHED_RECORDS} decisions`);
  if (Array.isArray(pictures) && pictures.length > MAX_PUBLISHED_PICTURES)
    throw tooMuch(base, `${MAX_PUBLISHED_PICTURES} pictures`);
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

function unlike(base: URL, { kind, path: file }: StatedFile): PublishedError {
  return new PublishedError(
    `The ${kind} that ${base.href} gives for ${file} is not the one that its statement names`,
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
