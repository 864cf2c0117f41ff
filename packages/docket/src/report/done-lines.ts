import type { FileChange } from '../records/authoring/change.ts';

/** What was done to each file. */
export function doneLines(changes: readonly FileChange[]): string {
  return changes.map((change) => `${line(change)}\n`).join('');
}

function line(change: FileChange): string {
  switch (change.kind) {
    case 'create':
      return `created ${change.path}`;
    case 'edit':
      return `changed ${change.path}`;
    case 'move':
    case 'carry':
      return `renamed ${change.from} -> ${change.path}`;
  }
}
