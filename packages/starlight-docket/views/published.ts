import { readFileSync, statSync } from 'node:fs';
import {
  type AdrRecord,
  type DocketRecord,
  homeOfPath,
  isPublishablePicture,
  isPublishableText,
  MAX_PICTURE_BYTES,
  MAX_PUBLISHED_BYTES,
  MAX_PUBLISHED_PICTURES,
  PUBLISHED_PATHS,
  PUBLISHED_VERSION,
  type Published,
  type PublishedHome,
  type PublishedRecord,
  publishedText,
} from 'docket/records';
import { digestBytes, digestText } from 'docket/session';
import type { SiteModel } from '../site/model.ts';
import { absolute } from './api.ts';
import { decisionEvidence } from './evidence/record-evidence.ts';
import type { EvidenceContext } from './evidence/site-evidence.ts';
import { pastOf } from './history/read-histories.ts';
import { findingsOf } from './lint-findings.ts';
import { recordMarkdown } from './markdown-text.ts';
import { type DiskContext, onDisk } from './on-disk.ts';
import { textSlug, withBase } from './urls.ts';

/** What the statement is made from. */
export type PublishedContext = EvidenceContext &
  DiskContext &
  Pick<SiteModel, 'history' | 'findings'>;

/**
 * The statement of a site's own decisions and their texts, for sites that join several: this build has read, judged and
 * verified them, so that those need not.
 * @param site public address of the site, where it knows its own
 */
export function publishedFiles(
  context: PublishedContext,
  site: URL | undefined,
): { readonly path: string; content(): string }[] {
  const own = context.corpus.adrs.filter(
    // A path that some system cannot take is no reason to publish nothing.
    ({ path }) => homeOfPath(context.corpus.layout, path) === undefined && isPublishableText(path),
  );
  if (own.length === 0) return [];
  const records = own.map((record) => recordOf(context, record, site));
  const texts = own.flatMap(({ document }, index) => {
    const { sha256 = '', text } = records[index] ?? {};
    return text === undefined ? [[publishedText(sha256), document.text] as const] : [];
  });
  return [
    {
      path: PUBLISHED_PATHS.statement,
      content: () =>
        JSON.stringify(publishedOf(context, { records, pictures: picturesOf(context, own) }, site)),
    },
    ...[...new Map(texts)].map(([path, text]) => ({ path, content: () => text })),
  ];
}

function publishedOf(
  context: PublishedContext,
  stated: Pick<Published, 'records' | 'pictures'>,
  site: URL | undefined,
): Published {
  const { corpus, repository, evidence } = context;
  const { adr } = corpus.layout;
  const { history } = evidence;
  const roles = Object.entries(adr.headings).map(([role, words]) => [role, [...words]]);
  return {
    version: PUBLISHED_VERSION,
    ...(site && { site: absolute(site, withBase(context.base, '')) }),
    repository: repository ?? null,
    commit: history.kind === 'known' ? history.head : null,
    reading: {
      folders: adr.logs?.map(({ folder }) => folder) ?? [adr.folder],
      ...(roles.length > 0 && { roles: Object.fromEntries(roles) as Record<string, string[]> }),
    },
    ...stated,
  };
}

/**
 * What decisions show, as far as a joining site takes it beside their texts; each stands on the site already, under its
 * path.
 */
function picturesOf(
  context: PublishedContext,
  own: readonly AdrRecord[],
): NonNullable<Published['pictures']> {
  const { shown } = context.corpus.surroundings;
  const paths = own.flatMap(({ links }) =>
    links.flatMap(({ image, target }) => (image && target.kind === 'file' ? [target.path] : [])),
  );
  let left = MAX_PUBLISHED_BYTES;
  for (const { document } of own) left -= Buffer.byteLength(document.text);
  const pictures: NonNullable<Published['pictures']> = [];
  for (const path of new Set(paths)) {
    if (!shown?.has(path) || !isPublishablePicture(path)) continue;
    const file = onDisk(context, path);
    const { size } = statSync(file);
    if (size > Math.min(left, MAX_PICTURE_BYTES)) continue;
    left -= size;
    pictures.push({ path, sha256: digestBytes(readFileSync(file)) });
    if (pictures.length === MAX_PUBLISHED_PICTURES) break;
  }
  return pictures;
}

function recordOf(
  context: PublishedContext,
  record: AdrRecord,
  site: URL | undefined,
): PublishedRecord {
  const { corpus, history, findings } = context;
  const { text } = record.document;
  const past = pastOf(corpus, record, history);
  const claims = decisionEvidence(context, record).flatMap((one) => one.claims);
  const has = (kind: string) => claims.filter(({ verdict }) => verdict.name === kind).length;
  return {
    path: record.path,
    sha256: digestText(text),
    // Without links that had to be changed, the text beside its page is the one that is stated.
    ...(recordMarkdown(context, record, (address) => absolute(site, address)) === text && {
      text: textSlug(record),
    }),
    title: record.title,
    status: record.fields.status.value ?? null,
    date: record.fields.date.value ?? null,
    past: past.map(({ day, status, date }) => ({
      day,
      status: status ?? null,
      date: date ?? null,
    })),
    errors: findingsOf(findings, record.path).filter(({ severity }) => severity === 'error').length,
    ...(claims.length > 0 && {
      verdicts: {
        verified: has('verified'),
        contradicted: has('contradicted') + has('accepted'),
        outdated: has('outdated'),
        unverifiable: has('unverifiable'),
      },
    }),
  };
}

const SIGNATURES: Readonly<Record<PublishedHome['signature'], string>> = {
  valid: 'signed',
  unchecked: 'with a signature that was not checked',
  none: 'unsigned',
};

/** What a reader should know of a record whose text another site publishes; `undefined` for all others. */
export function publishedNote(
  { corpus }: Pick<SiteModel, 'corpus'>,
  record: DocketRecord,
): { readonly site: string; readonly words: string } | undefined {
  const other = homeOfPath(corpus.layout, record.path);
  const published = other?.home.published;
  if (!other || !published) return undefined;
  const { errors = 0, verdicts } = published.stated.get(other.path) ?? {};
  const counts = Object.entries(verdicts ?? {}).filter(([, count]) => count > 0);
  const words = [
    SIGNATURES[published.signature],
    ...(errors > 0 ? [`${errors} of its linter's findings are errors`] : []),
    ...(counts.length > 0
      ? [
          `claims about it there: ${counts.map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`,
        ]
      : []),
  ];
  return { site: published.site, words: words.join('; ') };
}
