import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { type JsonProblem, placeIn, readJson } from '../json-text.ts';
import { withItem, withKey } from './json-insert.ts';
import { AuthoringError } from './problem.ts';

/** A file of JSON that is added to. */
export class JsonFile {
  readonly path: string;
  readonly text: string;
  readonly #isPlain: boolean;
  readonly #tree: Node;

  /**
   * @param options.isPlain whether it may have no comments
   * @throws {AuthoringError} where the text is no object in JSON
   */
  constructor(path: string, text: string, { isPlain = false } = {}) {
    const read = readJson(text, { isPlain });
    if ('problems' in read) throw refusal(path, read.problems[0]);
    this.path = path;
    this.text = text;
    this.#isPlain = isPlain;
    this.#tree = read.tree;
    if (this.#tree.type !== 'object') throw this.#noPlace(this.#tree, 'an object');
  }

  /** What stands at a way of keys; `undefined` where nothing does. */
  at(...keys: readonly string[]): unknown {
    const node = findNodeAtLocation(this.#tree, [...keys]);
    return node && getNodeValue(node);
  }

  /**
   * The file with a further key, which it does not have.
   * @throws {AuthoringError} where something on the way is no object
   */
  withKey(keys: readonly string[], value: unknown): JsonFile {
    return this.#next(withKey(this.text, this.#tree, keys, value), 'an object');
  }

  /**
   * The file with a further item of an array, which is made where there is none.
   * @throws {AuthoringError} where something else stands there
   */
  withItem(keys: readonly string[], value: unknown): JsonFile {
    if (this.at(...keys) === undefined) return this.withKey(keys, [value]);
    return this.#next(withItem(this.text, this.#tree, keys, value), 'an array');
  }

  #next(made: string | Node, expected: string): JsonFile {
    if (typeof made !== 'string') throw this.#noPlace(made, expected);
    return new JsonFile(this.path, made, { isPlain: this.#isPlain });
  }

  #noPlace(node: Node, expected: string): AuthoringError {
    const [name] = node.parent?.type === 'property' ? (node.parent.children ?? []) : [];
    return refusal(this.path, {
      key: name ? String(name.value) : '',
      message: `unexpected ${node.type}, expected ${expected}`,
      at: placeIn(this.text, node.offset),
    });
  }
}

function refusal(path: string, problem: JsonProblem | undefined): AuthoringError {
  const { key = '', message = '', at } = problem ?? {};
  const what = key === '' ? message : `\`${key}\`: ${message}`;
  return new AuthoringError(
    `${path}:${at?.line}:${at?.column}: ${what}`,
    'correct the file, then run the command again',
  );
}
