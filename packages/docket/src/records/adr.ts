import type { List, RootContent } from 'mdast';
import type { Span } from './finding.ts';
import { type MarkdownDocument, plainText, spanOf } from './markdown.ts';
import type { Sections } from './roles.ts';
import type { Section } from './sections.ts';
import { columnIndex, firstTable } from './table.ts';
import type { SectionContract, TemplateContract } from './template.ts';

/** An option that was considered. */
export interface Option {
  /** `A` for `### Option A: …`. */
  readonly letter: string;
  /** Word and letter as written: `Option A`. */
  readonly label: string;
  /** Name without the letter and without `(chosen)`. */
  readonly name: string;
  readonly chosen: boolean;
  /** First paragraph: how it would work. Empty where there is none. */
  readonly summary: string;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly section: Section;
}

/** A risk and what is done about it. */
export interface Risk {
  /** The bold name that opens the item; empty where there is none. */
  readonly name: string;
  readonly text: string;
  /** Text after `Mitigation:`; `undefined` where none is given. */
  readonly mitigation: string | undefined;
  readonly span: Span;
}

/** A decision an agent took alone while carrying out the record. */
export interface AgentDecision {
  readonly decision: string;
  readonly rationale: string;
  /** As written: `Yes`, `No` or `Review`, perhaps with a remark. */
  readonly acceptable: string;
  readonly span: Span;
}

/** What the body of a decision record says. Parts that are absent are empty lists. */
export interface AdrBody {
  readonly options: readonly Option[];
  readonly risks: readonly Risk[];
  /** Without the row that says that there are none. */
  readonly agentDecisions: readonly AgentDecision[];
}

/** The word before the letter where the template has no other. */
const OPTION_WORD = 'Option';
const OPTION_HEADING = /^((\S+) ([A-Z]+)):\s*(.*)$/;
const CHOSEN = /\s*\(chosen\)\s*$/i;
const NONE_ROW = /^no agent implementation decisions recorded\b/i;

/** Reads the body of a decision record. Never throws. */
export function readAdr(
  document: MarkdownDocument,
  sections: Sections,
  template: TemplateContract | undefined,
): AdrBody {
  return {
    options: readOptions(sections.get('options'), wordOf(template?.sections ?? [])),
    risks: readRisks(document, sections.get('risks')),
    agentDecisions: readAgentDecisions(document, sections.get('agent-decisions')),
  };
}

/** The word by which the template letters its options. */
function wordOf(contracts: readonly SectionContract[]): string {
  const options = contracts.find(({ role }) => role === 'options');
  return options?.series?.word ?? OPTION_WORD;
}

function readOptions(parent: Section | undefined, own: string): Option[] {
  return (parent?.children ?? []).flatMap((section) => {
    const match = OPTION_HEADING.exec(section.title);
    if (!match) return [];
    const [, label = '', word = '', letter = '', heading = ''] = match;
    if (word !== own && word !== OPTION_WORD) return [];
    return [
      {
        letter,
        label,
        name: heading.replace(CHOSEN, ''),
        chosen: CHOSEN.test(heading),
        summary: plainText(section.blocks.find((block) => block.type === 'paragraph') ?? []),
        pros: labelledList(section, 'pros'),
        cons: labelledList(section, 'cons'),
        section,
      },
    ];
  });
}

/** Items of the list that follows a bold label, such as `**Pros:**`. */
function labelledList(section: Section, label: string): string[] {
  const at = section.blocks.findIndex((block) => isLabel(block, label));
  const list = at < 0 ? undefined : section.blocks[at + 1];
  return list?.type === 'list' ? list.children.map((item) => plainText(item)) : [];
}

function isLabel(block: RootContent, label: string): boolean {
  return (
    block.type === 'paragraph' &&
    block.children[0]?.type === 'strong' &&
    plainText(block).toLowerCase().replace(/:$/, '') === label
  );
}

function readRisks(document: MarkdownDocument, section: Section | undefined): Risk[] {
  const lists = (section?.blocks ?? []).filter((block): block is List => block.type === 'list');
  return lists
    .flatMap((list) => list.children)
    .map((item) => {
      const paragraph = item.children[0];
      const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
      const name = first?.type === 'strong' ? plainText(first).replace(/:$/, '') : '';
      const text = plainText(item);
      const at = /\bmitigation:\s*/i.exec(text);
      const mitigation = at ? text.slice(at.index + at[0].length).trim() : '';
      return {
        name,
        text: at ? text.slice(0, at.index).trim() : text,
        mitigation: mitigation === '' ? undefined : mitigation,
        span: spanOf(document, item),
      };
    });
}

function readAgentDecisions(
  document: MarkdownDocument,
  section: Section | undefined,
): AgentDecision[] {
  const table = section && firstTable(document, section.blocks);
  if (!table) return [];
  const decision = columnIndex(table, 'Decision');
  const rationale = columnIndex(table, 'Rationale');
  const acceptable = columnIndex(table, 'Acceptable');
  return table.rows
    .filter((row) => !NONE_ROW.test(row.cells[decision] ?? ''))
    .map((row) => ({
      decision: row.cells[decision] ?? '',
      rationale: row.cells[rationale] ?? '',
      acceptable: row.cells[acceptable] ?? '',
      span: row.span,
    }));
}
