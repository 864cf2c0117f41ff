import { changesBelow } from '../io/watch-files.ts';
import type { Update } from './affected.ts';
import type { Session } from './session.ts';

/** What a burst of changes came to, or why it could not be read; the session is as it was then. */
export type FollowStep = { readonly update: Update } | { readonly error: unknown };

/**
 * Reads again whatever changes below the root of a session, until the signal is given.
 * @param onReady called when changes are seen from now on
 */
export async function* follow(
  session: Session,
  signal: AbortSignal,
  onReady: () => void,
): AsyncGenerator<FollowStep> {
  for await (const paths of changesBelow(session.root, signal, onReady)) {
    yield await session.update(paths).then(
      (update) => ({ update }),
      (error: unknown) => ({ error }),
    );
  }
}
