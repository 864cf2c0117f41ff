import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Something wrong in a JSON text: the key as a path, what is wrong, and where, both from 1. */
export interface JsonProblem {
  /** Such as `rules.file-name`; empty for the whole. */
  readonly key: string;
  readonly message: string;
  readonly at: { readonly line: number; readonly column: number };
}

/** A JSON text as a tree, or every problem in it. */
export type JsonReading = { readonly tree: Node } | { readonly problems: readonly JsonProblem[] };

/**
 * Reads JSON. A key that stands twice is a problem: programs disagree on which of the two counts. Never throws.
 * @param options.isPlain whether comments and trailing commas are problems, too
 */
export function readJson(text: string, { isPlain = false } = {}): JsonReading {
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: !isPlain, disallowComments: isPlain };
  const tree = parseTree(text, errors, options);
  const [error] = errors;
  if (error || !tree) {
    const what = error ? words(printParseErrorCode(error.error)) : 'no value';
    const message = `not valid JSON: ${what}`;
    return { problems: [{ key: '', message, at: placeIn(text, error?.offset) }] };
  }
  const strange = strangeKeys(tree, text);
  return strange.length > 0 ? { problems: strange } : { tree };
}

/** Keys that JSON allows and that would be lost or misread: those that stand twice, and the prototype. */
function strangeKeys(node: Node, text: string, above = ''): JsonProblem[] {
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
    if (problem !== undefined) return [{ key, message: problem, at: placeIn(text, child.offset) }];
    return value ? strangeKeys(value, text, key) : [];
  });
}

/** Line and column of an offset, both from 1. */
export function placeIn(text: string, offset = 0): JsonProblem['at'] {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `CommaExpected` as `comma expected`. */
function words(code: string): string {
  return code.replace(/(?<=.)([A-Z])/g, ' $1').toLowerCase();
}
