import {
  localhostHostValidation,
  localhostOriginValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveLoopback } from '../session/serve-loopback.ts';
import { createServer } from './server.ts';
import type { Workspaces } from './workspaces.ts';

/** Where the server is reached. */
export const MCP_PATH = '/mcp';

/** How it is served. */
export interface HttpOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly signal: AbortSignal;
  readonly onReady: (address: string) => void;
  readonly onError: (error: Error) => void;
}

/**
 * Answers clients of this machine over HTTP until the signal is given. Only the loopback address is listened on, and
 * what a browser sends from a page of another host is refused, as is a name that only pretends to be this machine.
 * @throws {HelpfulError} where the port cannot be had
 */
export async function serveOverHttp(
  workspaces: Workspaces,
  { port, signal, onReady, onError }: HttpOptions,
): Promise<void> {
  const handler = createMcpHandler(() => createServer(workspaces), { onerror: onError });
  const handle = toNodeHandler(handler);
  const isLocalHost = localhostHostValidation();
  const isLocalOrigin = localhostOriginValidation();
  await serveLoopback({
    port,
    signal,
    onReady: (address) => {
      onReady(`${address}${MCP_PATH}`);
      void workspaces.prepare();
    },
    answer: (request, response) => {
      if (!isLocalHost(request, response) || !isLocalOrigin(request, response)) return;
      if (request.url?.split('?')[0] === MCP_PATH) {
        void handle(request as Parameters<typeof handle>[0], response);
        return;
      }
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end(`Not found; the server for agents is at ${MCP_PATH}\n`);
    },
  });
  await handler.close();
}
