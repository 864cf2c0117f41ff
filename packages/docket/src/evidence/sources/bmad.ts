import type { RootContent } from 'mdast';
import { parseMarkdown, plainText, sourceOf, spanOf } from '../../records/markdown.ts';
import { withExcusesOf } from './excuses.ts';
import { fileClaim } from './file-rows.ts';
import { type FileSource, withUniqueIds } from './source.ts';
import type { Act, WorkClaim } from './work.ts';

const STORY =
  /^(.*\/)?(?:docs\/(?:[^/]+\/)*|_?bmad[^/]*\/(?:[^/]+\/)*)?(?:stories|implementation-artifacts|sprint-artifacts)\/(?:[^/]+\/)*[^/]+\.md$/;

/** The state of a story of which the work is still to be done: its list of files is a plan. */
const PLANNED =
  /^(?:draft|proposed|ready[ -]for[ -]dev\w*|approved|to ?do|backlog|planned|pending|not started|deferred|on hold|cancel\w*|rejected)\b/i;

const DONE = /\b(?:done|completed?|implemented|finished|closed|merged|released|review)\b/i;

const UNFINISHED =
  /\b(?:in[ -]?(?:progress|development)|wip|partial\w*|pending|not)\b|\b\d{1,2} ?%/i;

/** Stories of the BMAD method: the list of files in the record that the developer's agent keeps. */
export const BMAD: FileSource<WorkClaim> = {
  name: 'bmad',
  title: 'BMAD',
  projectOf: (path) => {
    const found = STORY.exec(path);
    return found ? (found[1] ?? '') : undefined;
  },
  // Its folder holds one story a file.
  specOf: (path) => {
    const [found, project = ''] = STORY.exec(path) ?? [];
    const name = /([^/]+)\.md$/.exec(path)?.[1];
    return found === undefined || name === undefined ? undefined : { project, folder: path, name };
  },
  claims: ({ text }) => {
    const status = statusOf(text);
    if (!/^#+\s*(?:Dev Agent Record|File List)\b/im.test(text) || PLANNED.test(status)) return [];
    // A list kept while the work goes on, or in a state that says nothing known, may still be a plan.
    const isOpen = status !== '' && (!DONE.test(status) || UNFINISHED.test(status));
    const excuse = isOpen ? `Status: ${status}` : undefined;
    const claims = withExcusesOf(text, filesOf(text)).map((claim) => ({
      ...claim,
      excuse: claim.excuse ?? excuse,
    }));
    return withUniqueIds([...new Map(claims.map((claim) => [claim.id, claim])).values()]);
  },
};

/** What a story says first of its state, without marks; empty where it says nothing. */
function statusOf(text: string): string {
  const [, written = ''] =
    /^(?:#+[ \t]*Status[ \t]*:?[ \t]*\n+|[^\w\n]*Status[^\w\n]*:)[ \t]*([^\n]*)/im.exec(text) ?? [];
  return written
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(/[*_`]/g, '')
    .trim()
    .slice(0, LONGEST_STATUS);
}

const LONGEST_STATUS = 60;

function filesOf(text: string): WorkClaim[] {
  const document = parseMarkdown(text);
  const claims: WorkClaim[] = [];
  let depth: number | undefined;
  let act: Act = 'made';
  for (const node of document.tree.children as RootContent[]) {
    const words = plainText(node).trim();
    if (node.type === 'heading') {
      if (/^file list\b/i.test(words)) depth = node.depth;
      else if (depth !== undefined && node.depth <= depth) depth = undefined;
      act = actOf(words);
    } else if (depth === undefined) {
    } else if (node.type === 'list') {
      for (const item of node.children) {
        const [first] = item.children;
        const claim = first && fileClaim(sourceOf(document, first), spanOf(document, item), act);
        if (claim) claims.push(claim);
      }
    } else if (node.type === 'paragraph') {
      act = actOf(words);
    }
  }
  return claims;
}

/** What the words over a list say of its files; one that only refers to files says nothing of them. */
function actOf(title: string): Act {
  if (/\b(?:deleted|removed)\b/i.test(title)) return 'deleted';
  return /\b(?:reference[ds]?|read|reviewed|unchanged|to be|planned|expected|existing)\b/i.test(
    title,
  )
    ? 'read'
    : 'made';
}
