import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NEW_ADR, OLD_ADR } from '../../src/rules/support/example-base.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { ROOT } from '../support/repository.ts';

interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly Record<string, unknown>[];
}

let server: ChildProcess | undefined;
let connection: MessageConnection | undefined;

afterEach(() => {
  connection?.dispose();
  server?.kill();
});

/** Starts the language server over stdio on a folder whose `.remarkrc.js` uses the preset. */
async function open(root: string): Promise<MessageConnection> {
  const preset = pathToFileURL(path.join(ROOT, 'packages/docket/src/cli/remark-preset.ts')).href;
  await writeFile(path.join(root, '.remarkrc.mjs'), `export { default } from '${preset}';\n`);
  server = spawn(
    process.execPath,
    [path.join(ROOT, 'packages/docket/tests/support/language-server.ts'), '--stdio'],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  if (!server.stdout || !server.stdin) throw new Error('the server has no pipes');
  connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'records' }],
  });
  await connection.sendNotification('initialized', {});
  return connection;
}

/** What the server says about a file once it holds a text. */
function diagnose(
  client: MessageConnection,
  uri: string,
  tell: () => Promise<void>,
): Promise<Diagnostics> {
  const answer = new Promise<Diagnostics>((resolve) => {
    const listener = client.onNotification(
      'textDocument/publishDiagnostics',
      (told: Diagnostics) => {
        if (told.uri !== uri) return;
        listener.dispose();
        resolve(told);
      },
    );
  });
  return tell().then(() => answer);
}

test('an editor sees a finding with its whole range as soon as the record is opened', {
  timeout: 30_000,
}, async () => {
  await using repo = await fixtureRepo([]);
  const client = await open(repo.root);
  const uri = pathToFileURL(path.join(repo.root, NEW_ADR)).href;
  const text = (from: string, to: string) =>
    patchedFiles([{ change: NEW_ADR, from, to }]).get(NEW_ADR) ?? '';

  const opened = await diagnose(client, uri, () =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'markdown',
        version: 1,
        text: text('status: Accepted', 'status: accepted'),
      },
    }),
  );
  expect(opened.diagnostics).toMatchInlineSnapshot(`
    [
      {
        "code": "status-known",
        "data": {
          "expected": [
            "Accepted",
          ],
        },
        "message": "Unexpected status \`accepted\`, expected \`Proposed\`, \`Accepted\`, \`Rejected\`, \`Deprecated\` or \`Superseded\`
    write \`Accepted\`",
        "range": {
          "end": {
            "character": 16,
            "line": 3,
          },
          "start": {
            "character": 8,
            "line": 3,
          },
        },
        "severity": 1,
        "source": "docket",
      },
    ]
  `);

  const actions = await client.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: opened.diagnostics[0]?.['range'],
    context: { diagnostics: opened.diagnostics },
  });
  expect(actions).toMatchObject([
    {
      title: 'Replace `accepted` with `Accepted`',
      edit: { changes: { [uri]: [{ newText: 'Accepted' }] } },
    },
  ]);

  // A relation is judged against the records on disk; the text is the one on the screen.
  const changed = await diagnose(client, uri, () =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: text('supersedes: [ADR-001]', 'supersedes: [ADR-009]') }],
    }),
  );
  expect(changed.diagnostics.map(({ code }) => code)).toContain('relation-target');

  const mended = await diagnose(client, uri, () =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: text('status: Accepted', 'status: Accepted') }],
    }),
  );
  expect(mended.diagnostics).toEqual([]);
});

test('severities and disable comments hold in an editor as on the command line', {
  timeout: 30_000,
}, async () => {
  await using repo = await fixtureRepo([]);
  await writeFile(
    path.join(repo.root, 'docket.config.ts'),
    "export default { rules: { 'mention-form': 'error' }, site: 'https://docs.example.org', reference: true };\n",
  );
  const client = await open(repo.root);
  const uri = pathToFileURL(path.join(repo.root, OLD_ADR)).href;
  const text = (patchedFiles([]).get(OLD_ADR) ?? '').replace(
    '## Decision\n',
    '## Decision\n\nAs ADR 1 says.\n\n<!-- docket-disable-next-line mention-form -- quoted -->\nAs ADR 1 says.\n',
  );
  const { diagnostics } = await diagnose(client, uri, () =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    }),
  );
  expect(
    diagnostics.map(({ code, severity, codeDescription }) => [code, severity, codeDescription]),
  ).toEqual([
    ['mention-form', 1, { href: 'https://docs.example.org/reference/rules/mention-form/' }],
  ]);
});
