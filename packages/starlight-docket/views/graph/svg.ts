import { EDGE_KINDS, type EdgeKind } from 'docket/records';
import type { Translate } from '../../words/say.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Drawing, DrawnEdge, DrawnNode, Spot } from './drawing.ts';

/** What a drawing is called, and what its boxes say. */
export interface DrawingNames {
  /** A name that no other SVG of the page has. */
  readonly id: string;
  readonly label: string;
  /** What more is to be said of the status of the decision with an address than the status. */
  readonly statusOf?: (url: string) => string | undefined;
}

/** A drawing as one SVG: a named group of links, with lines for the eye. What the lines say stands in a list beside it. */
export function svgOf(
  drawing: Drawing,
  { id, label, statusOf }: DrawingNames,
  t: Translate,
): string {
  const { width, height, nodes, edges } = drawing;
  const kinds = EDGE_KINDS.filter((kind) => edges.some((edge) => edge.kind === kind));
  return [
    `<svg class="graph" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escapeHtml(label)}" style="--w:${width}px">`,
    `<defs>${kinds.map((kind) => arrowHead(`${id}-${kind}`, kind)).join('')}</defs>`,
    `<g class="lines" aria-hidden="true">${kinds.map((kind) => linesOf(edges, kind, id, t)).join('')}</g>`,
    ...nodes.map((node) => boxOf(node, statusOf?.(node.ref.url))),
    '</svg>',
  ].join('');
}

/** The SVG in a frame that scrolls by itself, with the keyboard too. */
export function framedSvg(drawing: Drawing, names: DrawingNames, t: Translate): string {
  const drawn = t('docket.graph.drawn', { label: names.label });
  const frame = `<div class="graph-frame" role="region" tabindex="0" aria-label="${escapeHtml(drawn)}">`;
  return `${frame}${svgOf(drawing, names, t)}</div>`;
}

/** The end of a line: filled, except for the loose relations. */
export function arrowHead(id: string, kind: string): string {
  const shape =
    kind === 'related'
      ? '<circle cx="5" cy="5" r="2.6"/>'
      : kind === 'amends' || kind === 'refines'
        ? '<path class="hollow" d="M1 1 9 5 1 9z"/>'
        : '<path d="M0 0 10 5 0 10z"/>';
  return `<marker id="${id}" class="head k-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto">${shape}</marker>`;
}

/** The lines of one kind, which share their look and their end. */
function linesOf(edges: readonly DrawnEdge[], kind: EdgeKind, id: string, t: Translate): string {
  const lines = edges
    .filter((edge) => edge.kind === kind)
    .map(({ points, sentence, isPartly }) => {
      return `<path${isPartly ? ' class="part"' : ''} d="${pathOf(points)}"><title>${escapeHtml(t(sentence.of, { from: sentence.from, to: sentence.to }))}</title></path>`;
    });
  return `<g class="line k-${kind}" marker-end="url(#${id}-${kind})">${lines.join('')}</g>`;
}

/** Widths of a letter of a number and of a status, and of what both may take of a box. */
const [NUMBER_LETTER, STATUS_LETTER, ROOM] = [7.2, 5.6, 153];

function boxOf(node: DrawnNode, qualified: string | undefined): string {
  const { ref, x, y, width, lines } = node;
  const status = ref.status?.toLowerCase() ?? 'none';
  const classes = [
    'box',
    `status-${status}`,
    ref.lapsed && 'gone',
    node.isSubject && 'subject',
    node.isOutside && 'outside',
  ].filter(Boolean);
  const number = ref.isNumbered ? ref.label : '';
  // The title of the box says it as well, where a long name of its own leaves no room.
  const shown = [qualified, ref.status].find(
    (words) => words && number.length * NUMBER_LETTER + words.length * STATUS_LETTER <= ROOM,
  );
  const said = qualified ?? ref.status;
  const name = escapeHtml(
    `${number && `${number}: `}${ref.title}${said ? `, ${said.toLowerCase()}` : ''}`,
  );
  const text = lines
    .map((line, index) => `<tspan x="12" y="${38 + index * 15}">${escapeHtml(line)}</tspan>`)
    .join('');
  const box = `<g transform="translate(${x} ${y})"><title>${name}</title><rect rx="5"/><rect class="edge"/><text class="no" x="12" y="20">${escapeHtml(number)}</text><text class="state" x="${width - 10}" y="20">${escapeHtml(shown ?? '')}</text><text class="name">${text}</text></g>`;
  // A reader is on the page of the subject already.
  return node.isSubject
    ? `<g class="${escapeHtml(classes.join(' '))}">${box}</g>`
    : `<a class="${escapeHtml(classes.join(' '))}" href="${escapeHtml(ref.url)}">${box}</a>`;
}

/** A line through points with its corners rounded. */
export function pathOf(points: readonly Spot[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  const middle = (a: Spot, b: Spot) => `${half(a.x + b.x)} ${half(a.y + b.y)}`;
  const bends = rest.map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end =
      index === rest.length - 1
        ? `${half(point.x + last.x)} ${half(point.y + last.y)}`
        : middle(point, next);
    return `Q${point.x} ${point.y} ${end}`;
  });
  const start = rest[0] ? `L${middle(first, rest[0])}` : '';
  return `M${first.x} ${first.y}${start}${bends.join('')}L${last.x} ${last.y}`;
}

function half(value: number): number {
  return Math.round(value) / 2;
}
