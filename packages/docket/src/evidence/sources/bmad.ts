import type { RootContent } from 'mdast';
import { parseMarkdown, plainText, sourceOf, spanOf } from '../../records/markdown.ts';
import { fileClaim } from './file-rows.ts';
import { type FileSource, withUniqueIds } from './source.ts';
import type { Act, WorkClaim } from './work.ts';

const STORY =
  /^(.*\/)?(?:docs\/(?:[^/]+\/)*|_?bmad[^/]*\/(?:[^/]+\/)*)?(?:stories|implementation-artifacts|sprint-artifacts)\/(?:[^/]+\/)*[^/]+\.md$/;

/** A story of which the work is still to be done: its list of files is a plan. */
const PLANNED =
  /^\W*status\W*\s*:?\W*(?:draft|ready-for-dev|ready for dev\w*|approved|todo|backlog|planned|not started)\b/im;

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
    if (!/^#+\s*(?:Dev Agent Record|File List)\b/im.test(text) || isPlanned(text)) return [];
    const claims = filesOf(text);
    return withUniqueIds([...new Map(claims.map((claim) => [claim.id, claim])).values()]);
  },
};

function isPlanned(text: string): boolean {
  const section = /^#+\s*Status\s*\n+\s*([^\n]+)/im.exec(text)?.[1];
  return PLANNED.test(section === undefined ? text : `Status: ${section}`);
}

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
