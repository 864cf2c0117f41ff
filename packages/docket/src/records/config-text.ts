import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type ConfigProblem, type DocketConfig, readConfig } from './config.ts';

/** A configuration read from its text, or every problem with its place in it. */
export type ConfigReading =
  | { readonly config: DocketConfig }
  | { readonly problems: readonly ConfigProblem[] };

/**
 * Reads `docket.config.json`: JSON in which comments and trailing commas may stand. It is data, so it may come from
 * anywhere. A key that stands twice is a problem, and each problem has its line and column. Never throws.
 */
export function readConfigText(text: string): ConfigReading {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error || !tree) {
    const what = error ? words(printParseErrorCode(error.error)) : 'no value';
    return {
      problems: [{ key: '', message: `not valid JSON: ${what}`, at: at(text, error?.offset) }],
    };
  }
  const strange = strangeKeys(tree, text);
  if (strange.length > 0) return { problems: strange };
  const read = readConfig(getNodeValue(tree));
  return 'config' in read ? read : { problems: withPlaces(read.problems, text) };
}

/** Problems with the places of their keys in the text of a configuration, or of the closest keys that stand in it. */
export function withPlaces(problems: readonly ConfigProblem[], text: string): ConfigProblem[] {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return problems.map((problem) => ({
    ...problem,
    at: at(text, tree && nearestNode(tree, problem.key).offset),
  }));
}

/** Keys that JSON allows and that would be lost or misread: those that stand twice, and the prototype. */
function strangeKeys(node: Node, text: string, above = ''): ConfigProblem[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child) => {
    if (child.type !== 'property') return strangeKeys(child, text, above);
    const [name, value] = child.children ?? [];
    const own = String(name?.value);
    const key = above === '' ? own : `${above}.${own}`;
    const problem = seen.has(own)
      ? 'the key is set twice'
      : own === '__proto__'
        ? 'unknown key'
        : undefined;
    seen.add(own);
    if (problem !== undefined) return [{ key, message: problem, at: at(text, child.offset) }];
    return value ? strangeKeys(value, text, key) : [];
  });
}

/** The node of a key as `ConfigProblem` writes it, or the closest one above that stands in the text. */
function nearestNode(tree: Node, key: string): Node {
  let node = tree;
  let rest = key;
  while (rest !== '') {
    const next = childAt(node, rest);
    if (!next) break;
    node = next.value;
    rest = next.rest;
  }
  return node.parent?.type === 'property' ? node.parent : node;
}

/** The child that the start of a key names. Names may hold dots themselves, so the longest one wins. */
function childAt(node: Node, key: string): { value: Node; rest: string } | undefined {
  const named = (node.children ?? []).flatMap((child, index) => {
    if (node.type === 'array') return [{ name: String(index), value: child }];
    const [name, value] = child.children ?? [];
    return name && value ? [{ name: String(name.value), value }] : [];
  });
  const [found] = named
    .filter(({ name }) => key === name || key.startsWith(`${name}.`))
    .sort((a, b) => b.name.length - a.name.length);
  return found && { value: found.value, rest: key.slice(found.name.length + 1) };
}

function at(text: string, offset = 0): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `CommaExpected` as `comma expected`. */
function words(code: string): string {
  return code.replace(/(?<=.)([A-Z])/g, ' $1').toLowerCase();
}
