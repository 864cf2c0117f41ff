import { z } from 'zod';
import type { DocketConfig } from './config.ts';
import { RECORD_ENDING } from './formats/format.ts';
import { isMedia } from './media.ts';
import { STATUSES } from './status.ts';

/*
 * What a site states of its decisions for sites that join several: which texts there are, by digest, what was read in
 * them, and what its own build judged, and which pictures they show. Keys may be added within a version; none changes its meaning or goes away.
 */

/** Version of the statement. */
export const PUBLISHED_VERSION = 1;

/** Where a site has its statement, and the signed envelope of it, below its base. */
export const PUBLISHED_PATHS = {
  statement: 'api/published.json',
  envelope: 'api/published.intoto.json',
} as const;

/**
 * The type of the predicate of the signed envelope: whoever holds the key publishes the file that its subject names.
 * Names no page, since no site need be known.
 */
export const PUBLISHED_TYPE = 'urn:docket:published:v1';

/** Decisions of one site that are joined. */
export const MAX_PUBLISHED_RECORDS = 20_000;

/** Pictures that the decisions of one site show and that are joined. */
export const MAX_PUBLISHED_PICTURES = 20_000;

/** Largest picture that is joined, in bytes. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** What the files of one site may take in sum, each as often as it stands in the repository, in bytes. */
export const MAX_PUBLISHED_BYTES = 256 * 1024 * 1024;

/** Where a text stands beside the statement, by its digest, unless the statement names another place. */
export function publishedText(sha256: string): string {
  return `api/texts/${sha256}.txt`;
}

/** Where a site has a file that its records show, by its path in the repository. */
export function publishedPicture(path: string): string {
  return `files/${path}`;
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const status = z.enum(STATUSES).nullable();
const count = z.int().min(0);

/** Bytes of the longest name that every usual file system takes. */
const MOST_NAME_BYTES = 255;

/** UTF-16 units of the longest path; a cache has a path of its own before it. */
const MOST_PATH_LENGTH = 1000;

/** Bytes of a well-formed text as UTF-8. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '-').length;
}

/** Whether a path leads to no place but one below a root, on any system. */
function isBelow(written: string): boolean {
  return (
    written.length <= MOST_PATH_LENGTH &&
    written.isWellFormed() &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[\\:*?"<>|\u0000-\u001f]/.test(written) &&
    written
      .split('/')
      .every(
        (part) =>
          part !== '' && !/^\.{1,2}$|^\.git$|[. ]$/i.test(part) && bytesOf(part) <= MOST_NAME_BYTES,
      )
  );
}

/** Whether a record with this path can be stated. */
export function isPublishableText(path: string): boolean {
  return RECORD_ENDING.test(path) && isBelow(path);
}

/** Whether a file with this path can be stated as one that records show. */
export function isPublishablePicture(path: string): boolean {
  return isMedia(path) && isBelow(path);
}

const path = z.string().refine(isPublishableText, {
  error: 'expected the path of a text below the root of the repository',
});

const picture = z.string().refine(isPublishablePicture, {
  error: 'expected the path of a picture below the root of the repository',
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const folder = z.string().regex(/^(?:\.|(?!\/|.*(?:^|\/)\.\.(?:\/|$))[^\\:]+)$/);

const publishedRecord = z.object({
  path,
  sha256,
  /** Where this very text stands below the base of the site, where that is not the place that its digest gives. */
  text: z
    .string()
    .refine(isBelow, { error: 'expected a place below the base of the site' })
    .optional(),
  title: z.string(),
  status,
  date: day.nullable(),
  /** What earlier committed texts stated, oldest first. */
  past: z.array(z.object({ day, status, date: day.nullable() })),
  /** Errors that the linter found in it. */
  errors: count,
  /** How the claims that other records make of it hold against the history; absent where there are none. */
  verdicts: z
    .object({ verified: count, contradicted: count, outdated: count, unverifiable: count })
    .optional(),
});

/** The folders that a path stands in. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The statement of a site. */
export const publishedSchema = z
  .object({
    version: z.literal(PUBLISHED_VERSION),
    /** Address of the site, with its base path and a slash at its end, where its build knew it. */
    site: z.url({ protocol: /^https?$/ }).optional(),
    /** Address of the repository's web view. */
    repository: z.url({ protocol: /^https?$/ }).nullable(),
    /** The commit whose records these are. */
    commit: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/)
      .nullable(),
    /** What has to be known to read the texts as they were read there. */
    reading: z.object({
      folders: z.array(folder),
      roles: z.record(z.string(), z.array(z.string())).optional(),
    }),
    records: z.array(publishedRecord),
    /** What the records show: pictures, sound and films, each of at most 10 MB. */
    pictures: z.array(z.object({ path: picture, sha256 })).optional(),
  })
  .superRefine(({ records, pictures = [] }, context) => {
    const paths = [...records, ...pictures].map((one) => one.path);
    const files = new Set(paths.map((one) => one.toLowerCase()));
    const inside = paths.find((one) => foldersOf(one.toLowerCase()).some((at) => files.has(at)));
    if (inside === undefined) return;
    const message = `expected no file below another one, as ${inside} is`;
    context.addIssue({ code: 'custom', path: ['records'], message });
  })
  .meta({ title: 'What a site publishes' });

/** The statement of a site. */
export type Published = z.infer<typeof publishedSchema>;
/** What a site states of one decision. */
export type PublishedRecord = Published['records'][number];

/** The configuration by which published texts are read. */
export function readingConfig({ folders, roles }: Published['reading']): DocketConfig {
  const [only, ...others] = folders;
  return {
    profile: 'recommended',
    ...(only !== undefined && others.length === 0 && { paths: { adr: only } }),
    ...(roles && { roles: roles as NonNullable<DocketConfig['roles']> }),
  };
}
