import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

/** A client of a server that runs as a process of its own, and the id of that process. */
export async function pipeClient(
  args: readonly string[],
): Promise<{ readonly client: Client; readonly pid: number }> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StdioClientTransport({ command: process.execPath, args: [...args] });
  await client.connect(transport);
  const { pid } = transport;
  if (pid === null) throw new Error('The server has ended');
  return { client, pid };
}
