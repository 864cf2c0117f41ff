import path from 'node:path';
import { openWorkspace, type Workspace } from '../../src/io/workspace.ts';

/** The root of this repository. */
export const ROOT = path.resolve(import.meta.dirname, '../../../..');

let opened: Promise<Workspace> | undefined;

/** This repository's own records, read once for all tests of a file. */
export function ownWorkspace(): Promise<Workspace> {
  opened ??= openWorkspace(ROOT);
  return opened;
}
