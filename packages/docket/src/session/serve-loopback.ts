import { type LoopbackServer, serveLoopback as serve } from '../io/serve-loopback.ts';

/**
 * Serves on the loopback address until the signal is given.
 * @throws {HelpfulError} where the port cannot be had
 */
export function serveLoopback(server: LoopbackServer): Promise<void> {
  return serve(server);
}
