import { getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { type ConfigProblem, type DocketConfig, readConfig } from './config.ts';
import { placeIn, readJson } from './json-text.ts';

/** A configuration read from its text, or every problem with its place in it. */
export type ConfigReading =
  | { readonly config: DocketConfig }
  | { readonly problems: readonly ConfigProblem[] };

/**
 * Reads `docket.config.json`: JSON in which comments and trailing commas may stand. It is data, so it may come from
 * anywhere. A key that stands twice is a problem, and each problem has its line and column. Never throws.
 */
export function readConfigText(text: string): ConfigReading {
  const json = readJson(text);
  if ('problems' in json) return json;
  const read = readConfig(getNodeValue(json.tree));
  return 'config' in read ? read : { problems: withPlaces(read.problems, text) };
}

/** Problems with the places of their keys in the text of a configuration, or of the closest keys that stand in it. */
export function withPlaces(problems: readonly ConfigProblem[], text: string): ConfigProblem[] {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return problems.map((problem) => ({
    ...problem,
    at: placeIn(text, tree && nearestNode(tree, problem.key).offset),
  }));
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
