import { request } from 'node:http';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { TOOLS } from '../../src/agents/tools.ts';
import { ask } from '../support/agent-client.ts';
import { callDocket } from '../support/call-docket.ts';
import { exampleRepo } from '../support/example-repo.ts';
import { startDocket } from '../support/start-docket.ts';

/** The status that a request with some headers gets; `Host` and `Origin` are what `fetch` would not send. */
function statusOf(address: URL, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
    const sent = request(
      address,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sent.on('error', reject).end(body);
  });
}

test('over HTTP, a client of this machine is answered, and a page of another host is not', async () => {
  const repo = await exampleRepo();
  await using docket = startDocket('mcp', '--http', '--port', '0', '--root', repo.root);

  await docket.until(/Listening on (\S+),/, 'stderr');
  const shown = docket.stderr();
  const address = new URL(/Listening on (\S+),/.exec(shown)?.[1] ?? '');
  expect(address.hostname).toBe('127.0.0.1');

  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(address));
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  const found = await ask(client, 'search_decisions', { query: 'sessions' });
  expect(found.data.decisions).toMatchObject([{ id: 'ADR-002' }]);
  await client.close();

  expect(await statusOf(address, {})).toBeLessThan(403);
  expect(await statusOf(address, { origin: 'http://localhost:3000' })).toBeLessThan(403);
  expect(await statusOf(address, { origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf(address, { origin: 'null' })).toBe(403);
  expect(await statusOf(address, { host: 'evil.example' })).toBe(403);
  expect(await statusOf(new URL('/', address), {})).toBe(404);
});

test('what cannot be started is said in words', async () => {
  const repo = await exampleRepo();
  const options = { cwd: repo.root };
  expect(await callDocket(['mcp', '--http', '--port', '70000'], options)).toMatchObject({
    code: 2,
    stderr: 'docket: `70000` is no port\nhelp: give a number from 0 to 65535\n',
  });
  expect(await callDocket(['mcp', '--root', 'nowhere'], options)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no folder inside the roots/),
  });
});
