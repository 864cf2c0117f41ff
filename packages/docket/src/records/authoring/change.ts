/** A change to one file; paths are relative to the root, with forward slashes. */
export type FileChange =
  | { readonly kind: 'create'; readonly path: string; readonly after: string }
  | {
      readonly kind: 'edit';
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'move';
      readonly from: string;
      readonly path: string;
      readonly before: string;
      readonly after: string;
    };

/**
 * The change that gives a file a text.
 * @param before what it holds now; `undefined` where there is none
 */
export function saving(path: string, before: string | undefined, after: string): FileChange {
  return before === undefined
    ? { kind: 'create', path, after }
    : { kind: 'edit', path, before, after };
}
