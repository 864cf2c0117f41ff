import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The site over a slow line. */
export interface SlowSite {
  readonly url: string;
  close(): Promise<void>;
}

const piece = { bytes: 2048, milliseconds: 25 };

/** Serves what stands at `origin` once more, its pages in small pieces with pauses between. */
export async function slowSite(origin: string): Promise<SlowSite> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', origin));
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': type });
    if (type.startsWith('text/html')) {
      for (let at = 0; at < body.length; at += piece.bytes) {
        response.write(body.subarray(at, at + piece.bytes));
        await wait(piece.milliseconds);
      }
      response.end();
    } else {
      response.end(body);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
