import type { RootContent } from 'mdast';
import { listDifference } from '../../records/difference.ts';
import { plainText } from '../../records/markdown.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import type { Section } from '../../records/sections.ts';
import { type Context, toGit } from '../context.ts';
import type { KnownLanding } from '../landing.ts';
import type { Notice } from '../notice.ts';
import { type UndoRenames, undoRenames } from '../undo-renames.ts';
import { shortId } from '../verdict.ts';

// What a record testifies; the rest of it explains.
const TESTIMONY = ['artifacts', 'results', 'deviations'] as const;

/**
 * What became of a record since it landed. Links and names that follow a later move are information, and so are
 * edits of the explaining text; changed testimony is a warning with the difference.
 */
export function rewrittenSince(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): Notice[] {
  const landed = landing.record;
  if (landed && landed.document.text === record.document.text) return [];
  const commits = [
    ...new Set(landing.later.map(({ position }) => landing.line.commits[position]?.id)),
  ];
  const isDirty = context.history.uncommitted.has(toGit(context, record.path));
  const where = [
    ...commits.flatMap((id) => (id === undefined ? [] : `\`${shortId(id)}\``)),
    ...(isDirty ? ['the working tree'] : []),
  ].join(', ');
  const place = record.outline.sections[0]?.span ?? record.frontmatter.span;
  if (!landed) {
    return [
      {
        kind: 'rewritten',
        severity: 'info',
        message:
          'Unknown whether the record was rewritten: the version that landed is not in this clone',
        help: 'fetch what the partial clone left out',
        span: place,
        details: [],
      },
    ];
  }
  const undo = undoRenames(context, landing);
  const notices = TESTIMONY.flatMap((role): Notice[] => {
    const now = record.sections.get(role);
    const then = landed.sections.get(role);
    const lines = changedLines(linesOf(then), linesOf(now), undo);
    if (lines.length === 0) return [];
    return [
      {
        kind: 'rewritten',
        severity: 'warning',
        message: `Unexpected change of ${(now ?? then)?.title ?? role} since the record landed, in ${where}`,
        help: 'restore what the record said, or record the new work as a separate execution',
        span: now?.span ?? place,
        details: lines,
      },
    ];
  });
  if (notices.length > 0) return notices;
  return [
    {
      kind: 'rewritten',
      severity: 'info',
      message: `Edited since it landed, in ${where}; Artifacts, Results and Deviations are unchanged`,
      help: 'nothing to do: links, names and explanations may follow the repository',
      span: place,
      details: [],
    },
  ];
}

/** `- ` before a line that is gone, `+ ` before one that is new. */
function changedLines(
  then: readonly string[],
  now: readonly string[],
  undo: UndoRenames,
): string[] {
  const before = new Set(then);
  const undone = now.map((line) => (before.has(line) ? line : undo(line)));
  return listDifference(then, undone).flatMap(({ kind, value }) =>
    kind === 'same' ? [] : [`${kind === 'removed' ? '-' : '+'} ${value}`],
  );
}

/** Blocks as lines of plain text: a row or an item each, link addresses left out. */
function linesOf(section: Section | undefined): string[] {
  return blocksOf(section).flatMap((block): string[] => {
    if (block.type === 'html') return [];
    if (block.type === 'table') {
      return block.children.map((row) => row.children.map((cell) => plainText(cell)).join(' | '));
    }
    const parts = block.type === 'list' ? block.children : [block];
    return parts.map((part) => plainText(part));
  });
}

function blocksOf(section: Section | undefined): RootContent[] {
  if (!section) return [];
  return [
    ...section.blocks,
    ...section.children.flatMap((child) => [child.heading, ...blocksOf(child)]),
  ];
}
