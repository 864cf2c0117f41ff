import { gitStamp } from '../io/git-stamp.ts';
import type { Session } from './session.ts';

const stamps = new WeakMap<Session, string>();

/**
 * Brings a session in step with the disk, for who is told of no changes.
 * @param options.withHistory whether the commits count, too; asking Git takes some milliseconds
 * @throws {HelpfulError} where what changed cannot be read; the session is as it was then
 */
export async function catchUp(
  session: Session,
  { withHistory }: { readonly withHistory: boolean },
): Promise<void> {
  const paths = session.outdated();
  if (paths.length > 0) await session.update(paths);
  if (!withHistory) return;
  const stamp = await gitStamp(session.root);
  // Told of no path, a session keeps its records and asks for the history anew.
  if (stamps.get(session) !== stamp && stamps.has(session)) await session.update([]);
  stamps.set(session, stamp);
}
