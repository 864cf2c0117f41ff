import type { Translate } from '../../words/say.ts';
import { escapeHtml } from '../escape-html.ts';
import { markSvg } from '../marks.ts';
import { sentenceHtml } from '../sentence-html.ts';
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
export function verdictHtml(t: Translate, view: VerdictView, now?: ObservedView): string {
  const paragraph = (label: string, pieces: readonly Piece[]) =>
    pieces.length === 0
      ? ''
      : `<p><b>${escapeHtml(t('docket.verdict.label', { label }))}</b> ${piecesHtml(pieces)}</p>`;
  const parts = [
    paragraph(t('docket.verdict.seen'), view.seen),
    paragraph(
      t(view.name === 'unverifiable' ? 'docket.verdict.whyUnknown' : 'docket.verdict.why'),
      view.reason,
    ),
    view.accepted === undefined
      ? ''
      : paragraph(t('docket.verdict.acceptedBecause'), [{ kind: 'text', text: view.accepted }]),
    now ? paragraph(now.words, now.evidence) : '',
  ].join('');
  return `<details class="verdict" data-pagefind-ignore><summary>${badgeHtml(view.name, view.word)}</summary><div class="verdict-why">${parts}</div></details>`;
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
export function fateHtml(t: Translate, { kind, times, path, commit }: FateView): string {
  const code = (text: string, url?: string) => piecesHtml([{ kind: 'code', text, url }]);
  switch (kind) {
    case 'same':
      return escapeHtml(t('docket.fate.same'));
    case 'changed':
      return escapeHtml(t('docket.fate.changed', { count: times }));
    case 'renamed': {
      const file = code(path ?? '');
      return times > 0
        ? sentenceHtml(t, 'docket.fate.renamedChanged', { file }, { count: times })
        : sentenceHtml(t, 'docket.fate.renamed', { file });
    }
    case 'gone':
      return commit === undefined
        ? escapeHtml(t('docket.fate.gone'))
        : sentenceHtml(t, 'docket.fate.goneSince', { commit: code(commit.short, commit.url) });
  }
}

/** What was found for a step. */
export function observedHtml({ outcome, words }: ObservedView): string {
  return `<span class="observed observed-${outcome}">${escapeHtml(words)}</span>`;
}
