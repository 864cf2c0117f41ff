import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { createServer } from './server.ts';
import type { Workspaces } from './workspaces.ts';

/** Where a client is spoken to. */
export interface Pipes {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Told of what went wrong and belongs to no answer. */
  readonly onError: (error: Error) => void;
}

/** Milliseconds in which a client is greeted. */
const GREETING = 20;

/** Answers one client over pipes, until it closes its end. */
export async function serveOverPipes(
  workspaces: Workspaces,
  { stdin, stdout, onError }: Pipes,
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout);
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) stdin.once(event, () => resolve());
  });
  // Reading takes all of the processor: who has just connected is greeted first.
  stdin.once('data', () => setTimeout(() => workspaces.prepare(), GREETING).unref());
  const handle = serveStdio(() => createServer(workspaces), { transport, onerror: onError });
  await ended;
  await handle.close();
}
