import path from 'node:path';
import { openSession, type Session } from '../../src/session/session.ts';

/** The root of this repository. */
export const ROOT = path.resolve(import.meta.dirname, '../../../..');

let opened: Promise<Session> | undefined;

/** This repository's own records, read once for all tests of a file. */
export function ownSession(): Promise<Session> {
  opened ??= openSession({ root: ROOT });
  return opened;
}
