import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HelpfulError } from '../records/helpful-error.ts';

/** A port that cannot be listened on. */
export class PortError extends HelpfulError {
  override readonly name = 'PortError';
}

/** What is served on this machine alone. */
export interface LoopbackServer {
  /** 0 for any that is free. */
  readonly port: number;
  /** Ends the server. */
  readonly signal: AbortSignal;
  /** @param address such as `http://127.0.0.1:4322` */
  readonly onReady: (address: string) => void;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * Serves on the loopback address until the signal is given.
 * @throws {PortError} where the port cannot be had
 */
export async function serveLoopback({
  port,
  signal,
  onReady,
  answer,
}: LoopbackServer): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new PortError(
          `Cannot listen on port ${port}: ${error.message}`,
          'give another with `--port`, or 0 for any that is free',
        ),
      );
    });
    server.listen({ port, host: '127.0.0.1' }, () => {
      onReady(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      const end = () => {
        server.closeAllConnections();
        server.close(() => resolve());
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    });
  });
}
