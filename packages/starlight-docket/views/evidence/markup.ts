import { escapeHtml } from '../escape-html.ts';
import { markSvg } from '../marks.ts';
import type { FateView, ObservedView } from './claim-view.ts';
import type { Piece } from './rich-text.ts';
import type { VerdictName, VerdictView } from './verdict-view.ts';

/*
 * Verdicts as HTML: in the body of a record, which no component renders, and in components alike. Everything that
 * comes from a record or from Git is escaped here.
 */

/** The style name of a verdict: a decision's status is called `accepted` too. */
export function verdictStyle(name: VerdictName): string {
  return name === 'accepted' ? 'let-stand' : name;
}

/** A verdict's icon and word. */
export function badgeHtml(name: VerdictName, word: string): string {
  const style = verdictStyle(name);
  return `<span class="status status-${style}">${markSvg(style)}${escapeHtml(word)}</span>`;
}

/**
 * A verdict that unfolds to what it rests on, without a script.
 * @param now what was found in the files as they stand, for a validation step
 */
export function verdictHtml(view: VerdictView, now?: ObservedView): string {
  const parts = [
    paragraph('What Git shows', view.seen),
    paragraph(view.name === 'unverifiable' ? 'Why nothing can be said' : 'Why', view.reason),
    view.accepted === undefined
      ? ''
      : paragraph('Accepted because', [{ kind: 'text', text: view.accepted }]),
    now ? paragraph(now.words, now.evidence) : '',
  ].join('');
  return `<details class="verdict" data-pagefind-ignore><summary>${badgeHtml(view.name, view.word)}</summary><div class="verdict-why">${parts}</div></details>`;
}

function paragraph(label: string, pieces: readonly Piece[]): string {
  return pieces.length === 0 ? '' : `<p><b>${label}:</b> ${piecesHtml(pieces)}</p>`;
}

/** Words, code and links. */
export function piecesHtml(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return escapeHtml(piece.text);
      const code = `<code>${escapeHtml(piece.text)}</code>`;
      return piece.url === undefined ? code : `<a href="${escapeHtml(piece.url)}">${code}</a>`;
    })
    .join('');
}

/** What became of an artifact. */
export function fateHtml({ words, path, commit }: FateView): string {
  const name = path === undefined ? '' : ` <code>${escapeHtml(path)}</code>`;
  const taken =
    commit === undefined
      ? ''
      : ` since ${piecesHtml([{ kind: 'code', text: commit.short, url: commit.url }])}`;
  return escapeHtml(words) + name + taken;
}

/** What was found for a step. */
export function observedHtml({ outcome, words }: ObservedView): string {
  return `<span class="observed observed-${outcome}">${escapeHtml(words)}</span>`;
}
