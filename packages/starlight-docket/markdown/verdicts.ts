import { nodesOf, type ProvenanceRecord, plainText, walk } from 'docket/records';
import type {
  HastNode,
  HastPluginDefinition,
  HastVisitorContext,
  MdastPluginDefinition,
} from 'satteri';
import { escapeHtml } from '../views/escape-html.ts';
import type { ClaimView } from '../views/evidence/claim-view.ts';
import { fateHtml, observedHtml, verdictHtml } from '../views/evidence/markup.ts';
import { recordEvidence } from '../views/evidence/record-evidence.ts';
import type { EvidenceContext } from '../views/evidence/site-evidence.ts';
import type { Translate } from '../words/say.ts';

/**
 * Sets the verdict beside each claim of a provenance record: further columns in the tables of artifacts and of results,
 * and the same below the items of a numbered list of results. A record that could not be judged stays as it is.
 */
export function verdictsPlugin(
  context: EvidenceContext,
  record: ProvenanceRecord,
): HastPluginDefinition {
  const evidence = recordEvidence(context, record);
  const claims = new Map<number, ClaimView[]>();
  for (const claim of evidence?.kind === 'judged' ? evidence.claims : []) {
    if (claim.kind !== 'artifact' && claim.kind !== 'result') continue;
    claims.set(claim.line, [...(claims.get(claim.line) ?? []), claim]);
  }
  const tables = tablesOf(record, claims);
  const items = itemsOf(record, claims);
  return {
    name: 'docket-verdicts',
    element: {
      filter: ['table', 'li'],
      visit(node, ctx) {
        // HTML of the author has tables and items, too, which carry no mark.
        const mark = node.properties[MARK];
        if (mark === undefined || mark === null) return;
        ctx.setProperty(node, MARK, null);
        if (node.tagName === 'table')
          addCells(context.t, tables[Number(mark)] ?? [], rowsIn(node), ctx);
        for (const claim of node.tagName === 'li' ? (items[Number(mark)] ?? []) : []) {
          ctx.appendChild(node, { type: 'raw', value: anchored(context.t, claim) });
        }
      },
    },
  };
}

type Element = Extract<HastNode, { type: 'element' }>;

function rowsIn(table: Readonly<Element>): Element[] {
  return elementsOf(table).flatMap((part) => elementsOf(part));
}

function elementsOf(parent: Readonly<Element>): Element[] {
  return parent.children.filter((child) => child.type === 'element');
}

function addCells(
  t: Translate,
  rows: readonly Row[],
  shown: readonly Element[],
  ctx: HastVisitorContext,
): void {
  for (const [index, row] of rows.entries()) {
    const element = shown[index];
    if (row.kind === undefined || !element) continue;
    const before = elementsOf(element)[row.after];
    const added = cellsOf(t, row).map(
      (cell): HastNode => ({
        type: 'element',
        tagName: row.isHead ? 'th' : 'td',
        properties: cell.className === undefined ? {} : { className: [cell.className] },
        children: [{ type: 'raw', value: cell.html }],
      }),
    );
    if (before) ctx.insertAfter(before, added);
    else ctx.appendChild(element, added);
  }
}

const MARK = 'dataDocketOrder';

/** Marks tables and items with their place in the order of the model's tree: what is rendered has no positions. */
export function orderPlugin(): MdastPluginDefinition {
  let tables = 0;
  let items = 0;
  const mark = (order: number) => ({ hProperties: { [MARK]: order } });
  return {
    name: 'docket-order',
    table: (node, ctx) => ctx.setProperty(node, 'data', mark(tables++)),
    listItem: (node, ctx) => ctx.setProperty(node, 'data', mark(items++)),
  };
}

interface Row {
  /** What the table lists; `undefined` for a table without claims. */
  readonly kind: 'artifact' | 'result' | undefined;
  readonly isHead: boolean;
  /** Index of the cell that the new ones follow: what is claimed and what is found stand side by side. */
  readonly after: number;
  readonly claims: readonly ClaimView[];
}

function tablesOf(record: ProvenanceRecord, claims: ReadonlyMap<number, ClaimView[]>): Row[][] {
  return nodesOf(record.document).tables.map((table) => {
    const found = table.children.map((row) => claims.get(row.position?.start.line ?? 0) ?? []);
    const kind = found.flat()[0]?.kind;
    const titles = (table.children[0]?.children ?? []).map((cell) => plainText(cell));
    const after = titles.findIndex((title) => /^(?:result|outcome|status)$/i.test(title));
    return found.map((own, index) => ({
      kind: kind === 'artifact' || kind === 'result' ? kind : undefined,
      isHead: index === 0,
      after,
      claims: own,
    }));
  });
}

function itemsOf(
  record: ProvenanceRecord,
  claims: ReadonlyMap<number, ClaimView[]>,
): (readonly ClaimView[])[] {
  const items: (readonly ClaimView[])[] = [];
  walk(record.document.tree, (node) => {
    if (node.type !== 'listItem') return;
    const own = claims.get(node.position?.start.line ?? 0) ?? [];
    // The first item of a line: a list may open inside an item on the same line.
    items.push(own.filter((claim) => claim.kind === 'result'));
    if (own.length > 0) claims.get(node.position?.start.line ?? 0)?.splice(0);
  });
  return items;
}

const HEADINGS = {
  artifact: ['docket.verdict.checked', 'docket.verdict.now'],
  result: ['docket.verdict.observed'],
} as const;

interface Cell {
  readonly className?: string;
  readonly html: string;
}

function cellsOf(t: Translate, { kind, isHead, claims }: Row): Cell[] {
  if (kind === undefined) return [];
  if (isHead)
    return HEADINGS[kind].map((word) => ({ html: escapeHtml(t(word)), className: `${kind}-head` }));
  const verdicts = {
    className: 'verdict-cell',
    html: claims.map((claim) => anchored(t, claim)).join(''),
  };
  if (kind === 'result') return [verdicts];
  return [
    verdicts,
    { className: 'now-cell', html: claims.map((claim) => fate(t, claim)).join('') },
  ];
}

function anchored(t: Translate, claim: ClaimView): string {
  const observed = [claim.observed, claim.observedNow]
    .map((seen) => (seen ? observedHtml(seen) : ''))
    .join('');
  return `<div id="${escapeHtml(claim.anchor)}" class="claim not-content">${observed}${verdictHtml(t, claim.verdict, claim.observedNow)}</div>`;
}

function fate(t: Translate, { now, pinned }: ClaimView): string {
  const words = now ? fateHtml(t, now) : '–';
  const link = pinned
    ? `<br><a href="${escapeHtml(pinned.url)}">${escapeHtml(t('docket.fate.landed'))}<span class="sr-only"> ${escapeHtml(t('docket.fate.landedIn', { commit: pinned.short }))}</span></a>`
    : '';
  return `<div>${words}${link}</div>`;
}
