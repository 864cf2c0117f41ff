import path from 'node:path';
import { type CallToolResult, Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { createServer } from '../../src/agents/server.ts';
import { Workspaces } from '../../src/agents/workspaces.ts';
import { pipeClient } from './pipe-client.ts';
import { ROOT } from './repository.ts';

/** What a tool answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the client has held it against the schema of the tool
  readonly data: any;
}

/** Asks a tool through a client, which holds the answer against the tool's schema. */
export async function ask(
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
): Promise<ToolAnswer> {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult;
  const text = result.content.map((block) => ('text' in block ? block.text : '')).join('\n');
  return { isError: result.isError === true, text, data: result.structuredContent };
}

/** A client of a server in this process; closed when the test ends. */
export async function clientInProcess(...roots: readonly string[]): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const server = createServer(new Workspaces(roots));
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(far), client.connect(near)]);
  // From here on the client knows the schemas, and holds each answer against them.
  await client.listTools();
  onTestFinished(() => client.close());
  return client;
}

/** A client of `docket mcp` as a process of its own. */
export async function clientOverPipes(root: string): Promise<Client> {
  const bin = path.join(ROOT, 'packages/docket/src/cli/bin.ts');
  const { client } = await pipeClient([bin, 'mcp', '--root', root]);
  await client.listTools();
  onTestFinished(() => client.close());
  return client;
}
