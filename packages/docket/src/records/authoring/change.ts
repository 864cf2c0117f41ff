/** A change to the text of one file; paths are relative to the root, with forward slashes. */
export type TextChange =
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

/** A change to one file, which need not hold text where it goes elsewhere as it is. */
export type FileChange =
  | TextChange
  | { readonly kind: 'carry'; readonly from: string; readonly path: string };

/** The paths of a change: where the file was, and where it will be. */
export function pathsOf(change: FileChange): readonly string[] {
  return 'from' in change ? [change.from, change.path] : [change.path];
}

/**
 * The change that gives a file a text.
 * @param before what it holds now; `undefined` where there is none
 */
export function saving(path: string, before: string | undefined, after: string): TextChange {
  return before === undefined
    ? { kind: 'create', path, after }
    : { kind: 'edit', path, before, after };
}
