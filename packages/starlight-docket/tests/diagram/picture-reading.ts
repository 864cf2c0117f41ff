import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import type { Drawing, Graph, Sequence } from '../../../docket/src/records/diagrams/drawing.ts';
import { draw } from '../../views/diagram/draw.ts';
import { lines, type Shown, type ShownGraph, type ShownSequence } from './shown.ts';

const { window } = new JSDOM('');

/** Draws a diagram and tells what its SVG shows: texts from its text elements, places from its shapes. */
export function pictureReading(drawing: Drawing): Shown {
  const picture = draw(drawing);
  if (!picture) throw new Error('the renderer fails');
  const { documentElement } = new window.DOMParser().parseFromString(picture.svg, 'image/svg+xml');
  for (const text of all(documentElement, 'text')) {
    const [x, y] = [Number(attribute(text, 'x')), Number(attribute(text, 'y'))];
    expect(x > 0 && x < picture.width && y > 0 && y < picture.height).toBe(true);
  }
  return drawing.kind === 'sequence'
    ? sequence(documentElement, drawing)
    : graph(documentElement, drawing);
}

function all(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** The text of an element as its lines stand below one another. */
function textOf(root: Element, texts = 'text'): string {
  return lines(
    all(root, texts)
      .map((text) => {
        const rows = all(text, 'tspan');
        return (rows.length > 0 ? rows : [text]).map((row) => row.textContent).join('\n');
      })
      .join('\n'),
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box of the shapes of an element. */
function boxOf(root: Element, shapes = 'rect, circle, ellipse, polygon, line'): Box {
  const points = all(root, shapes).flatMap((shape) => {
    const number = (name: string) => Number(attribute(shape, name));
    if (shape.tagName === 'rect') {
      const [x, y] = [number('x'), number('y')];
      return [
        [x, y],
        [x + number('width'), y + number('height')],
      ];
    }
    if (shape.tagName === 'polygon') return pointsOf(shape);
    if (shape.tagName === 'line')
      return [
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ];
    const [rx, ry] = [number('rx') || number('r'), number('ry') || number('r')];
    return [-1, 1].map((side) => [number('cx') + side * rx, number('cy') + side * ry]);
  });
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis] ?? Number.NaN));
  return {
    left: Math.min(...(xs ?? [])),
    right: Math.max(...(xs ?? [])),
    top: Math.min(...(ys ?? [])),
    bottom: Math.max(...(ys ?? [])),
  };
}

function pointsOf(shape: Element): number[][] {
  return attribute(shape, 'points')
    .split(' ')
    .map((point) => point.split(',').map(Number));
}

function isIn(inner: Box, outer: Box): boolean {
  const rest = 0.5;
  return (
    inner.left >= outer.left - rest &&
    inner.right <= outer.right + rest &&
    inner.top >= outer.top - rest &&
    inner.bottom <= outer.bottom + rest
  );
}

function graph(svg: Element, drawing: Graph): ShownGraph {
  const ids = [...drawing.nodes, ...drawing.groups].map(({ id }) => id);
  const authors = (name: string) => ids[Number(/^n(\d+)$/.exec(name)?.[1])];
  const nodes = all(svg, 'g.node').map((element) => ({
    box: boxOf(element),
    shape: attribute(element, 'data-shape').replace('state-', ''),
    text: textOf(element),
    name: attribute(element, 'data-id'),
  }));
  const groups = all(svg, 'g.subgraph').map((element) => ({
    box: boxOf(element, ':scope > rect'),
    text: textOf(element, ':scope > text'),
    id: authors(attribute(element, 'data-id')) ?? '?',
  }));
  for (const group of groups) if (group.id.startsWith(' ')) group.id = group.text;
  const groupsRound = (box: Box) =>
    groups
      .filter((group) => group.box !== box && isIn(box, group.box))
      .sort((a, b) => a.box.left - b.box.left)
      .map(({ id }) => `/${id}`)
      .join('');
  const idOf = (name: string): string => {
    const node = nodes.find((other) => other.name === name);
    const kind = /^_(start|end)/.exec(name)?.[1];
    const home = node && groupsRound(node.box).split('/').at(-1);
    return kind ? `${home || 'root'}_${kind}` : (authors(name) ?? '?');
  };
  const boxes = new Map(
    [...nodes, ...groups].map((part) => ['name' in part ? idOf(part.name) : part.id, part.box]),
  );
  // A label stands in an element of its own; the line has it as an attribute, where lines become spaces.
  const labels = all(svg, 'g.edge-label').map((element) => ({
    from: idOf(attribute(element, 'data-from')),
    to: idOf(attribute(element, 'data-to')),
    text: textOf(element),
  }));
  const edges = all(svg, 'polyline.edge').map((edge) => {
    const [from, to] = ['data-from', 'data-to'].map((name) => idOf(attribute(edge, name)));
    expectToTouch(pointsOf(edge), boxes.get(from ?? ''), boxes.get(to ?? ''));
    const [start, end] = ['marker-start', 'marker-end'].map((name) => edge.hasAttribute(name));
    const heads = start && end ? 'both' : end ? 'end' : start ? 'start' : 'none';
    const words = lines(attribute(edge, 'data-label'));
    const at = labels.findIndex(
      (label) =>
        label.from === from && label.to === to && label.text.replaceAll('\n', ' ') === words,
    );
    const [label] = at < 0 ? [] : labels.splice(at, 1);
    return `${from} ${lineOf(edge)} ${heads} ${to}: ${label?.text ?? words}`;
  });
  expect(labels).toEqual([]);
  return {
    kind: 'graph',
    nodes: Object.fromEntries(
      nodes.map(({ name, shape, text, box }) => [
        idOf(name),
        `${shape} ${text} in ${groupsRound(box)}`,
      ]),
    ),
    groups: Object.fromEntries(
      groups.map(({ id, text, box }) => [id, `${text} in ${groupsRound(box)}`]),
    ),
    edges: edges.sort(),
  };
}

function lineOf(edge: Element): string {
  if (edge.hasAttribute('stroke-dasharray')) return 'dotted';
  return Number(attribute(edge, 'stroke-width')) > 1 ? 'thick' : 'solid';
}

/** An edge is drawn from the one to the other. */
function expectToTouch(points: number[][], from: Box | undefined, to: Box | undefined): void {
  for (const [point, box] of [
    [points[0], from],
    [points.at(-1), to],
  ] as const) {
    const [x = Number.NaN, y = Number.NaN] = point ?? [];
    const around = box ?? { left: 0, right: 0, top: 0, bottom: 0 };
    const distance = Math.max(around.left - x, x - around.right, around.top - y, y - around.bottom);
    expect(distance).toBeLessThan(8);
  }
}

function sequence(svg: Element, { actors }: Sequence): ShownSequence {
  const author = (name: string) => actors[Number(name.slice(1))]?.id ?? '?';
  const steps: { y: number; text: string }[] = [];
  for (const element of all(svg, 'g.message')) {
    const [from, to] = ['data-from', 'data-to'].map((name) => author(attribute(element, name)));
    const shape = element.querySelector('line, polyline');
    const y = Number(shape?.getAttribute('y1') ?? (shape && pointsOf(shape)[0]?.[1]));
    const line = shape?.hasAttribute('stroke-dasharray') ? 'dashed' : 'solid';
    const head = shape?.getAttribute('marker-end') === 'url(#seq-arrow)' ? 'filled' : 'open';
    steps.push({ y, text: `${from} ${line} ${head} ${to}: ${textOf(element)}` });
  }
  for (const element of all(svg, 'g.note')) {
    const names = attribute(element, 'data-actors').split(',').map(author);
    const text = `note ${attribute(element, 'data-position')} ${names.join(',')}: ${textOf(element)}`;
    steps.push({ y: boxOf(element).top, text });
  }
  for (const element of all(svg, 'g.block')) {
    const [first = '', ...sections] = textOf(element).split('\n');
    const { top, bottom } = boxOf(element);
    const [, word, text = ''] = /^(\w+)(?: \[(.*)\])?$/.exec(first) ?? [];
    steps.push({ y: top, text: `${word}: ${text}` }, { y: bottom, text: 'end' });
    const places = all(element, 'line').map((line) => Number(attribute(line, 'y1')));
    expect(sections.length).toBeLessThanOrEqual(places.length);
    // A section without words has a line and no text.
    for (const [at, y] of places.entries()) {
      steps.push({ y, text: `section: ${sections[at]?.replace(/^\[(.*)\]$/, '$1') ?? ''}` });
    }
  }
  return {
    kind: 'sequence',
    actors: all(svg, 'g.actor').map(
      (element) =>
        `${attribute(element, 'data-type')} ${author(attribute(element, 'data-id'))}: ${textOf(element)}`,
    ),
    steps: steps.sort((a, b) => a.y - b.y).map(({ text }) => text),
  };
}
