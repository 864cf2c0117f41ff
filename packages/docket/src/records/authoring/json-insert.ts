import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * A JSON text in which an object has a further key, as the last one; comments, trailing commas and every other byte stay.
 * Objects on the way that are missing are made.
 * @param tree the text as `readJson` reads it
 * @param keys the way to the key, which the text does not have
 * @returns where something on the way is no object, the node of that
 */
export function withKey(text: string, tree: Node, keys: readonly string[], value: unknown) {
  const known = keys.findIndex((_key, index) => !nodeAt(tree, keys.slice(0, index + 1)));
  const object = nodeAt(tree, keys.slice(0, known)) ?? tree;
  if (object.type !== 'object') return object;
  const inner = keys.slice(known + 1).reduceRight<unknown>((made, key) => ({ [key]: made }), value);
  return insert(text, object, { key: keys[known], value: inner });
}

/** A JSON text in which the array at a way of keys has a further item, as the last one. Otherwise as `withKey`. */
export function withItem(text: string, tree: Node, keys: readonly string[], value: unknown) {
  const array = nodeAt(tree, keys) ?? tree;
  return array.type === 'array' ? insert(text, array, { value }) : array;
}

function nodeAt(tree: Node, keys: readonly string[]): Node | undefined {
  return findNodeAtLocation(tree, [...keys]);
}

interface Member {
  /** `undefined` for an item of an array. */
  readonly key?: string | undefined;
  readonly value: unknown;
}

function insert(text: string, node: Node, member: Member): string {
  const close = node.offset + node.length - 1;
  const last = node.children?.at(-1);
  if (!last) {
    // Comments may stand where nothing else does.
    const inside = text.slice(node.offset + 1, close).trimEnd();
    const outer = lineIndent(text, node.offset);
    const own = written(text, member, outer + unitOf(text));
    const whole = `${inside}\n${outer}${unitOf(text)}${own}\n${outer}`;
    return applyEdits(text, [{ start: node.offset + 1, end: close, text: withEnds(text, whole) }]);
  }
  const end = last.offset + last.length;
  const { comma, line } = endOf(text, end, close);
  const indent = indentAt(text, last.offset);
  if (indent === undefined) {
    const own = written(text, member);
    return applyEdits(text, [
      comma === undefined
        ? { start: end, end, text: `, ${own}` }
        : { start: comma, end: comma, text: ` ${own},` },
    ]);
  }
  const own = `\n${indent}${written(text, member, indent)}${comma === undefined ? '' : ','}`;
  const added: TextEdit = { start: line, end: line, text: withEnds(text, own) };
  const separator: TextEdit = { start: end, end, text: ',' };
  return applyEdits(text, comma === undefined ? [separator, added] : [added]);
}

// Each text has one way to match these: a comment that could end in several places would be tried at all of them.
const COMMENT = String.raw`//[^\r\n]*(?![^\r\n])|/\*(?:(?!\*/)[\s\S])*\*/`;
const COMMA = new RegExp(`^(?:\\s|${COMMENT})*,`);
const REST_OF_LINE = new RegExp(`^(?:[ \\t]|${COMMENT})*`);

/** Where a comma after the last member ends, if there is one, and where the line does, with the comments on it. */
function endOf(text: string, end: number, close: number) {
  const rest = text.slice(end, close);
  const comma = COMMA.exec(rest)?.[0].length;
  const from = comma ?? 0;
  const line = from + (REST_OF_LINE.exec(rest.slice(from))?.[0].trimEnd().length ?? 0);
  return { comma: comma === undefined ? undefined : end + comma, line: end + line };
}

/** The white space before what stands first on its line; `undefined` where something stands before it. */
function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /\S/.test(before) ? undefined : before;
}

function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** What a text indents by: what its first indented line does. */
function unitOf(text: string): string {
  return /^([ \t]+)(?=["{[])/m.exec(text)?.[1] ?? '  ';
}

/** A member as JSON: on lines of their own where there is an indent, else on one. */
function written(text: string, { key, value }: Member, indent?: string): string {
  const name = key === undefined ? '' : `${JSON.stringify(key)}: `;
  if (indent === undefined) {
    return name + JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  }
  return `${name}${JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `\n${indent}`)}`;
}

function withEnds(text: string, added: string): string {
  return text.includes('\r\n') ? added.replaceAll('\n', '\r\n') : added;
}
