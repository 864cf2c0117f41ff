import type { Blockquote } from 'mdast';
import { defineRule } from '../engine/define.ts';
import type { Names } from '../records/corpus.ts';
import type { Span } from '../records/finding.ts';
import type { Link } from '../records/links.ts';
import { type MarkdownDocument, spanOf } from '../records/markdown.ts';
import { perObject } from '../records/memo.ts';
import { nodesOf } from '../records/nodes.ts';
import type { DocketRecord } from '../records/record.ts';
import { replaceWith } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';
import { type NumberSense, senseOfNumber } from './support/number-sense.ts';
import { matchesInText } from './support/text-search.ts';

// Every form but the right one. File names such as adr-017-slug.md are no mentions.
const MENTION = /\bADR(?!-\d{3,}\b)(?:[ _\u00a0]|[-\u2010-\u2014] ?)?(\d+)\b(?![-.]\w)/g;

const mentionsIn = perObject((document: MarkdownDocument) => matchesInText(document, MENTION));

export default defineRule({
  id: 'mention-form',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'names',
  severity: 'warning',
  summary: 'A decision record is cited as `ADR-` and its number, with at least three digits.',
  why: 'With one form, one search finds every citation, and only that form becomes a link.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'As ADR 1 found, sticky routing' },
        ],
        finds: [
          { file: NEW_ADR, line: 19, message: 'Unexpected citation `ADR 1`, expected `ADR-001`' },
        ],
        fixed: { file: NEW_ADR, text: 'As ADR-001 found, sticky routing' },
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'After ADR 1 of 2024 and ADR 1 % more load, sticky routing',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'As ADR-001 and `adr-1` found, sticky routing of ADRs',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const { document } = record;
    for (const { match, span } of mentionsIn(document)) {
      const digits = match[1] ?? '';
      const end = span.end.offset;
      const isBare = /\s/.test(match[0]) && !digits.startsWith('0');
      const following = document.text.slice(end, end + 80);
      const link = record.links.find((one) => holds(one.span, span));
      const sense = link ? senseOfLink(link, digits, corpus) : senseOfNumber(following, isBare);
      if (sense === 'no') continue;
      const wanted = `ADR-${digits.padStart(3, '0')}`;
      const isOwnText = !isQuoted(document, span) && !isHeading(record, span);
      report({
        span,
        found: `citation \`${match[0]}\``,
        expected: `\`${wanted}\``,
        help: `write \`${wanted}\`${isOwnText ? '' : ', unless you are quoting or links point to these words'}`,
        // A number that no record has may be a slip of another kind.
        ...(sense === 'yes' && isOwnText && corpus.named(wanted, record)
          ? { fix: replaceWith(span, wanted) }
          : {}),
      });
    }
  },
});

/** What a link leads to says what its words mean; those of another place are not about this log. */
function senseOfLink({ target }: Link, digits: string, corpus: Names): NumberSense {
  if (target.kind === 'external') return 'no';
  const record = target.kind === 'file' ? corpus.byPath(target.path) : undefined;
  return record?.id === `ADR-${digits.padStart(3, '0')}` ? 'yes' : 'unsure';
}

/** Characters before a place among which a quotation may begin. */
const LONGEST_QUOTATION = 2000;

/** Whether a place lies in a block quote, or in quotation marks that open before it in the paragraph. */
function isQuoted(document: MarkdownDocument, { start, end }: Span): boolean {
  const isInside = (node: Blockquote) => holds(spanOf(document, node), { start, end });
  if (nodesOf(document).quotes.some(isInside)) return true;
  const near = document.text.slice(Math.max(0, start.offset - LONGEST_QUOTATION), start.offset);
  const before = near.split(/\n[ \t]*\r?\n/).at(-1) ?? '';
  const straight = before.match(/"/g)?.length ?? 0;
  return straight % 2 === 1 || /[“„«‹][^”»›]*$/.test(before);
}

function isHeading({ outline }: DocketRecord, span: Span): boolean {
  return outline.all.some((section) => holds(section.span, span));
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}
