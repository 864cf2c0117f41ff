import type { ListItem, RootContent } from 'mdast';
import { readFrontmatter } from '../../records/frontmatter.ts';
import {
  type MarkdownDocument,
  parseMarkdown,
  plainText,
  sourceOf,
  spanAt,
  spanOf,
} from '../../records/markdown.ts';
import { withExcusesOf } from './excuses.ts';
import { fileClaim } from './file-rows.ts';
import { type ClaimBase, type FileSource, withUniqueIds } from './source.ts';
import type { WorkClaim } from './work.ts';

/** A commit that is said to have done a task. */
export interface CommitClaim extends ClaimBase {
  readonly kind: 'commit';
  /** As written, seven digits at least. */
  readonly hash: string;
  /** What the task is called. */
  readonly subject: string;
}

const SUMMARY = /^(.*\/)?\.planning\/(?:[^/]+\/)*[^/]*SUMMARY\.md$/;

const PHASE = /^((.*\/)?\.planning\/(?:[^/]+\/)*?([^/]+)\/)[^/]+\.md$/;

/**
 * Summaries of Get Shit Done: the files that a plan created and modified, and the commit of each of its tasks. A text
 * without front matter says the same in its sections.
 */
export const GSD: FileSource<WorkClaim | CommitClaim> = {
  name: 'gsd',
  title: 'GSD',
  projectOf: (path) => {
    const found = SUMMARY.exec(path);
    return found ? (found[1] ?? '') : undefined;
  },
  specOf: (path) => {
    const [, folder, project = '', name] = PHASE.exec(path) ?? [];
    return folder === undefined || name === undefined ? undefined : { project, folder, name };
  },
  claims: ({ text }) => {
    const document = parseMarkdown(text);
    const listed = keyFiles(document);
    const files = listed.length > 0 ? listed : filesInSections(document);
    const unique = new Map(files.map((claim) => [claim.id, claim]));
    return withUniqueIds([...withExcusesOf(text, [...unique.values()]), ...commitsIn(document)]);
  },
};

function keyFiles(document: MarkdownDocument): WorkClaim[] {
  const { data, span } = readFrontmatter(document);
  const files = data?.['key-files'] ?? data?.['key_files'];
  if (files === null || typeof files !== 'object') return [];
  return Object.entries(files).flatMap(([name, rows]) =>
    (Array.isArray(rows) ? rows : []).flatMap((row) => {
      if (typeof row !== 'string') return [];
      const at = document.text.indexOf(row, span.start.offset);
      const place = at < 0 ? span : spanAt(document, at, at + row.length);
      return fileClaim(row, place, /^(?:deleted|removed)$/i.test(name) ? 'deleted' : 'made') ?? [];
    }),
  );
}

function filesInSections(document: MarkdownDocument): WorkClaim[] {
  return itemsUnder(
    document,
    /^(?:key )?files?\b.*\b(?:created|modified|changed|touched|deleted)|^artifacts/i,
  ).flatMap(({ item, title }) => {
    const row = headOf(document, item);
    const act =
      /deleted|removed/i.test(title) && !/created|modified/i.test(title) ? 'deleted' : 'made';
    return fileClaim(row, spanOf(document, item), act) ?? [];
  });
}

const HASH = /(?:^|[\s`(])([0-9a-f]{7,40})(?=$|[\s`).,;:])/;

function commitsIn(document: MarkdownDocument): CommitClaim[] {
  return itemsUnder(document, /\bcommits?\b/i).flatMap(({ item }): CommitClaim[] => {
    const row = headOf(document, item);
    const hash = HASH.exec(row)?.[1];
    // A number is a count, and a word of these letters a word.
    if (hash === undefined || /^\d+$/.test(hash) || /^[a-f]+$/.test(hash)) return [];
    const subject = row
      .replace(HASH, ' ')
      .replace(/\((?:feat|fix|test|docs|refactor|chore|style|perf|build|ci)\)/g, ' ')
      .replace(/^\W*(?:task\s*\d+\s*:?)?/i, '')
      .replace(/[`*_]/g, '')
      .replace(/\s+[-–—]\s*$/, '')
      .trim();
    return [
      {
        kind: 'commit',
        id: `commit:${hash}`,
        claim: `${subject === '' ? 'A task' : subject} committed as \`${hash}\``,
        span: spanOf(document, item),
        hash,
        subject,
      },
    ];
  });
}

interface Item {
  readonly item: ListItem;
  readonly title: string;
}

/** Items of the lists in sections whose titles match. */
function itemsUnder(document: MarkdownDocument, title: RegExp): Item[] {
  const found: Item[] = [];
  let current: string | undefined;
  for (const node of document.tree.children as RootContent[]) {
    if (node.type === 'heading') {
      const words = plainText(node).trim();
      current = title.test(words) ? words : undefined;
    } else if (node.type === 'list' && current !== undefined) {
      for (const item of node.children) found.push({ item, title: current });
    }
  }
  return found;
}

function headOf(document: MarkdownDocument, item: ListItem): string {
  const [first] = item.children;
  return first ? sourceOf(document, first) : '';
}
