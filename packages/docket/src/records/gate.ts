import type { Element, Nodes, Properties, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import type { HastNode, HastPluginDefinition } from 'satteri';
import { VFile } from 'vfile';
import {
  dangerousScheme,
  gateSchema,
  isDangerousAttribute,
  isDangerousElement,
  isOwnName,
} from './gate-schema.ts';
import { tagsIn } from './html-tags.ts';
import { MAX_DEPTH } from './limits.ts';
import { readSrcset } from './srcset.ts';

/** Something of an author's HTML that does not reach the page. */
export interface Removed {
  readonly element: string;
  /** The attribute as hast names it; `undefined` where the element itself went. */
  readonly attribute: string | undefined;
  /** The scheme of the attribute's address, where that could run something. */
  readonly scheme: string | undefined;
  /** Whether it could run something or cover the page; else it is merely not shown. */
  readonly isDangerous: boolean;
  /**
   * Where its tag starts: the place of its piece of HTML in the text, and the offset in that piece. `undefined` for a
   * tree without places.
   */
  readonly offset: number | undefined;
}

/** What passes the gate, and what does not. */
export interface Gated {
  readonly tree: Root;
  readonly removed: readonly Removed[];
}

/**
 * The one way from a record's text to HTML. Reads Markdown and the HTML in it as one tree, as a browser's parser would,
 * and lets through what the list of `gate-schema.ts` knows. Elements that Markdown made keep what their maker gave
 * them, but for their addresses, which are the author's; raw HTML cannot pass for one of them. Never throws.
 * @param root the tree as made from Markdown, HTML in it as `raw` nodes; it is not changed
 * @param text the text it was made from, for the places of what is removed
 */
export function gate(root: unknown, text?: string): Gated {
  const raws: Raw[] = [];
  const made: Made[] = [];
  collectRaw(root as Nodes, raws);
  const isTooDeep = depthOf(raws) > MAX_DEPTH;
  const mark = unusedMark(raws);
  const copy = copyOf(root as Nodes, mark, made, isTooDeep) as Root;
  const parsed =
    raws.length === 0 || isTooDeep
      ? copy
      : (raw(copy, text === undefined ? {} : { file: new VFile(text) }) as Root);
  const before: Element[] = [];
  number(parsed, mark, before);
  const found = new Set<string>();
  const tree = sanitize(parsed, gateSchema(mark.property)) as Root;
  const removed: Removed[] = [];
  finish(tree, (element) => {
    const order = String(element.properties[mark.property]);
    delete element.properties[mark.property];
    const was = before[Number(order)];
    if (was === undefined) return false;
    const own = made[Number(was.properties[mark.made] ?? -1)];
    if (own) restore(element, own);
    else if (element.tagName === 'input') return false;
    checkAddresses(element);
    if (!own) checkNames(element);
    found.add(order);
    if (!own) removed.push(...lostAttributes(was, element, mark));
    return true;
  });
  for (const [order, was] of before.entries()) {
    if (!found.has(String(order))) removed.push(lostElement(was.tagName, offsetOf(was)));
  }
  if (text !== undefined) removed.push(...unread(raws, before));
  // An element that is open at the end of a paragraph is opened again in the next.
  const once = new Map(removed.map((one) => [`${one.offset} ${one.attribute}`, one]));
  const inOrder = [...(text === undefined ? removed : once.values())];
  return { tree, removed: inOrder.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0)) };
}

/**
 * The gate as the first step of rendering; what the site adds comes after it. Where Markdown alone made the tree, only
 * its addresses are the author's, and the rest of it stays in the engine: taking it out and back costs ten times what
 * rendering does.
 * @param hasHtml whether the text holds HTML; if it does nevertheless, that is shown as text
 */
export function gatePlugin(hasHtml: boolean): HastPluginDefinition {
  const name = 'docket-gate';
  if (hasHtml) {
    return { name, before: (root, ctx) => ctx.replaceNode(root, gate(root).tree as HastNode) };
  }
  return {
    name,
    element: {
      filter: ['a', 'img'],
      visit(node, ctx) {
        const { type, tagName, properties } = node;
        const alone = { type, tagName, properties, children: [] };
        const [passed] = gate({ type: 'root', children: [alone] }).tree.children;
        const left = passed?.type === 'element' ? passed.properties : {};
        for (const address of ADDRESSES) {
          if (address in properties && !(address in left)) ctx.setProperty(node, address, null);
        }
      },
    },
    raw(node, ctx) {
      const value = 'value' in node ? String(node.value) : '';
      ctx.replaceNode(node, { type: 'text', value });
    },
  };
}

/** Whether a text may hold HTML; `false` only where it cannot. */
export function mayHoldHtml(text: string): boolean {
  return /<[a-z!?/]/i.test(text);
}

interface Raw {
  readonly type: 'raw';
  readonly value: string;
  readonly position?: Element['position'];
}

/** What an element had that was made from Markdown. */
interface Made {
  readonly properties: Properties;
  readonly data: Element['data'];
}

/** Two properties that no HTML of the record can carry. */
interface Mark {
  /** Which element of the tree it is. */
  readonly property: string;
  /** Which of those that Markdown made. */
  readonly made: string;
}

function collectRaw(node: Nodes, raws: Raw[]): void {
  if ((node.type as string) === 'raw') raws.push(node as unknown as Raw);
  if ('children' in node) for (const child of node.children) collectRaw(child, raws);
}

/** A name that stands nowhere in the HTML, so that nobody can have written it there. */
function unusedMark(raws: readonly Raw[]): Mark {
  const all = raws
    .map(({ value }) => value)
    .join('')
    .toLowerCase();
  let name = 'own';
  while (all.includes(name)) name += 'n';
  return { property: `data${upper(name)}`, made: `data${upper(name)}made` };
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How deep the tags of pieces of HTML may nest; who builds a tree of them does so by recursion. */
function depthOf(raws: readonly Raw[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { value } of raws) {
    for (const { name, isClosing } of tagsIn(value)) {
      if (VOID.has(name)) continue;
      depth = Math.max(0, depth + (isClosing ? -1 : 1));
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
}

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** A plain copy, in which each element that Markdown made is known by its place in `made`. */
function copyOf(node: Nodes, mark: Mark, made: Made[], rawIsText: boolean): Nodes {
  const position = node.position ? { position: node.position } : {};
  switch (node.type) {
    case 'root':
    case 'element': {
      const children = node.children.map((child) => copyOf(child, mark, made, rawIsText));
      if (node.type === 'root') return { type: 'root', children, ...position } as Root;
      const { tagName, properties, data } = node;
      made.push({ properties: { ...properties }, data: data && { ...data } });
      const known = { ...properties, [mark.made]: String(made.length - 1) };
      return { type: 'element', tagName, properties: known, children, ...position } as Element;
    }
    case 'doctype':
      return { type: 'doctype', ...position };
    default: {
      const isText = node.type === 'text' || ((node.type as string) === 'raw' && rawIsText);
      const value = 'value' in node ? node.value : '';
      return { type: isText ? 'text' : node.type, value, ...position } as Nodes;
    }
  }
}

function number(node: Nodes, mark: Mark, found: Element[]): void {
  if (node.type === 'element') {
    node.properties[mark.property] = String(found.length);
    found.push(node);
  }
  if ('children' in node) for (const child of node.children) number(child, mark, found);
}

/** Visits every element; one for which `keeps` says no goes. */
function finish(parent: Root | Element, keeps: (element: Element) => boolean): void {
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true;
    if (!keeps(child)) return false;
    finish(child, keeps);
    return true;
  }) as typeof parent.children;
}

const ADDRESSES = ['href', 'src', 'cite', 'longDesc', 'poster'];

/** Gives back what the maker of an element gave it; its addresses stay as they passed. */
function restore(element: Element, { properties, data }: Made): void {
  for (const [name, value] of Object.entries(properties)) {
    if (!ADDRESSES.includes(name)) element.properties[name] = value;
  }
  if (data) element.data = data;
}

/** The addresses in a list of pictures, which the schema cannot look into. */
function checkAddresses({ properties }: Element): void {
  const { srcSet } = properties;
  if (srcSet === undefined || srcSet === null) return;
  const list = Array.isArray(srcSet) ? srcSet.join(', ') : String(srcSet);
  const isForeign = ({ url }: { url: string }) =>
    /^[a-z][a-z\d+.-]*:/i.test(url) && !/^https?:/i.test(url);
  if (dangerousScheme(list) || readSrcset(list).some(isForeign)) delete properties['srcSet'];
}

function checkNames({ properties }: Element): void {
  for (const name of ['id', 'name']) {
    if (typeof properties[name] === 'string' && isOwnName(properties[name]))
      delete properties[name];
  }
}

function lostAttributes(was: Element, is: Element, mark: Mark): Removed[] {
  return Object.entries(was.properties)
    .filter(([name]) => name !== mark.property && name !== mark.made && !(name in is.properties))
    .map(([attribute, value]) => ({
      element: was.tagName,
      attribute,
      scheme: dangerousScheme(value),
      isDangerous: isDangerousAttribute(attribute, value),
      offset: offsetOf(was),
    }));
}

function lostElement(element: string, offset: number | undefined): Removed {
  return {
    element,
    attribute: undefined,
    scheme: undefined,
    isDangerous: isDangerousElement(element),
    offset,
  };
}

/** Tags that a browser's parser passes over, such as a second `<body>`. */
function unread(raws: readonly Raw[], elements: readonly Element[]): Removed[] {
  const offsets = new Set(elements.map(offsetOf));
  return raws.flatMap(({ value, position }) =>
    tagsIn(value)
      .filter(({ isClosing }) => !isClosing)
      .map(({ name, start }) => lostElement(name, (position?.start.offset ?? 0) + start))
      .filter(({ offset }) => !offsets.has(offset)),
  );
}

function offsetOf({ position }: Element): number | undefined {
  return position?.start.offset;
}
