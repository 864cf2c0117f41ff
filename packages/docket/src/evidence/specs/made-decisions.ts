import type { Nodes, RootContent } from 'mdast';
import { type MarkdownDocument, parseMarkdown, plainText, spanOf } from '../../records/markdown.ts';
import type { SourceFile } from '../sources/source.ts';

/** A decision that a text says was made on the way, or a deviation from what was planned. */
export interface MadeDecision {
  readonly kind: 'decision' | 'deviation';
  readonly decision: string;
  /** Empty where the text gives none. */
  readonly rationale: string;
  /** What else was considered; empty where the text does not say. */
  readonly options: string;
  readonly file: string;
  readonly line: number;
}

type Draft = { -readonly [Key in keyof MadeDecision]: MadeDecision[Key] };
type Part = 'decision' | 'rationale' | 'options';

// Headings below which each heading, item or numbered paragraph is one.
const SECTIONS = [
  ['decision', /^(?:(?:key|technical|design|architecture) )?decisions(?: made)?$/i],
  ['deviation', /^deviations\b/i],
] as const;

const LABEL = /^(decision|rationale|why|alternatives(?: considered)?)(?:\s*\d+)?\s*:\s*(.*)$/is;
/** Labels may stand in one paragraph, a line each. */
const NEXT_LABEL = /\s(?=(?:decision|rationale|why|alternatives(?: considered)?)\s*:)/i;
const PART: Readonly<Record<string, Part>> = { decision: 'decision', alternatives: 'options' };
// A letter before a number may make a name: `S3: a bucket each`.
const NUMBER =
  /^(?:decision(?:\s*[A-Z]?\d+|\s+[A-Z])?|\d+(?:\.\d+)*)(?:\s*[.):—]|\s+[–-])(?:\s+|$)/i;
// With a reason behind it, or with nothing: else the word begins a sentence about something else.
const NONE =
  /^[^\p{L}\p{N}]*(?:none|n\/a|nothing|no deviations?|tbd)(?:\s+(?:made|needed|required))?(?:[^\p{L}\p{N}]*$|\.\s|\s*[–—(]|\s-)/iu;
const AS_PLANNED = /^\W*no deviations?\b/i;

/**
 * The decisions that research, a design or a summary tells of: those labelled as such (`**Decision**: …`), and what
 * stands below a heading of decisions or of deviations.
 */
export function decisionsMadeIn({ path, text }: SourceFile): MadeDecision[] {
  const document = parseMarkdown(text);
  const reader = new DecisionReader(document, path);
  for (const node of document.tree.children) reader.read(node);
  return reader.found.filter(
    ({ kind, decision }) =>
      decision !== '' &&
      !NONE.test(decision) &&
      !(kind === 'deviation' && AS_PLANNED.test(decision)),
  );
}

class DecisionReader {
  readonly found: Draft[] = [];
  readonly #document: MarkdownDocument;
  readonly #file: string;
  #section: MadeDecision['kind'] | undefined;
  #depth = 0;
  #current: Draft | undefined;
  /** Whether the current one has its name from a heading. */
  #isTitled = false;
  /** The part whose label stood last, with nothing behind it yet. */
  #open: Part | undefined;

  constructor(document: MarkdownDocument, file: string) {
    this.#document = document;
    this.#file = file;
  }

  read(node: RootContent): void {
    if (node.type === 'heading') this.#heading(node);
    else if (node.type === 'paragraph') this.#block(node, plainText(node).trim());
    else if (node.type === 'list') {
      const items = node.children.map((item) => ({ item, words: plainText(item).trim() }));
      if (this.#open && !items.some(({ words }) => LABEL.test(words))) {
        this.#fill(this.#open, items.map(({ words }) => words).join('; '));
        return;
      }
      for (const { item, words } of items) this.#block(item, words, true);
    }
  }

  #heading(node: Extract<RootContent, { type: 'heading' }>): void {
    const words = plainText(node).trim();
    this.#open = undefined;
    this.#current = undefined;
    this.#isTitled = false;
    const kind = SECTIONS.find(([, title]) => title.test(words.replace(NUMBER, '')))?.[0];
    if (kind) {
      this.#section = kind;
      this.#depth = node.depth;
    } else if (node.depth <= this.#depth) {
      this.#section = undefined;
    } else if (this.#section === 'decision') {
      this.#begin(node, words.replace(NUMBER, ''));
      this.#isTitled = true;
    }
  }

  #block(node: Nodes, words: string, isItem = false): void {
    const lines = words.split(NEXT_LABEL);
    if (LABEL.test(lines[0] ?? '')) {
      for (const line of lines) this.#line(node, line);
    } else if (this.#open) {
      this.#fill(this.#open, words);
    } else if (this.#section && isItem && !this.#current) {
      this.#begin(node, words);
      this.#current = undefined;
    } else if (this.#section === 'deviation' && /^\d+\.\s/.test(words)) {
      this.#begin(node, words.replace(NUMBER, ''));
    } else if (this.#section && !isItem && this.#current?.rationale === '') {
      this.#fill('rationale', words);
    }
  }

  #line(node: Nodes, line: string): void {
    const [, label = '', rest = ''] = LABEL.exec(line) ?? [];
    const part = PART[label.split(' ')[0]?.toLowerCase() ?? ''] ?? 'rationale';
    // Below a heading of its own, the label says more of the same decision.
    if (part === 'decision' && !this.#isTitled) this.#begin(node, '');
    this.#isTitled = false;
    this.#fill(part, rest);
  }

  #begin(node: Nodes, decision: string): void {
    const { line } = spanOf(this.#document, node).start;
    const kind = this.#section ?? 'decision';
    const words = shortened(decision);
    this.#current = { kind, decision: words, rationale: '', options: '', file: this.#file, line };
    this.found.push(this.#current);
  }

  #fill(part: Part, words: string): void {
    const text = words.trim();
    this.#open = text === '' ? part : undefined;
    if (!this.#current || text === '') return;
    const before = this.#current[part];
    this.#current[part] = shortened(before === '' ? text : `${before.replace(/:$/, '')}: ${text}`);
  }
}

const LONGEST = 500;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}
