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

/** Answers one client over pipes, until it closes its end. */
export async function serveOverPipes(
  workspaces: Workspaces,
  { stdin, stdout, onError }: Pipes,
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout);
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) stdin.once(event, () => resolve());
  });
  const handle = serveStdio(() => createServer(workspaces), { transport, onerror: onError });
  await ended;
  await handle.close();
}
