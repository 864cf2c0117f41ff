import path from 'node:path';
import { serveOverHttp } from '../../packages/docket/src/agents/http.ts';
import { Workspaces } from '../../packages/docket/src/agents/workspaces.ts';
import { run } from '../../scripts/support/process.ts';
import { root } from '../../scripts/support/root.ts';

/*
 * Holds the server for agents against the protocol's own conformance suite, over HTTP, for the newest revision and the
 * one before. What the suite can only ask of a server made for it is in `conformance.yaml`, with the reason. The suite is
 * fetched by npx and is no dependency: its tree is larger than Docket's own.
 * Usage: node bench/agents/conformance.ts [OPTIONS OF THE SUITE]
 */

const SUITE = '@modelcontextprotocol/conformance@0.2.0-alpha.12';
const REVISIONS = ['2026-07-28', '2025-11-25'];

const ending = new AbortController();
let serving: Promise<void> | undefined;
const address = await new Promise<string>((onReady) => {
  serving = serveOverHttp(new Workspaces([root]), {
    port: 0,
    signal: ending.signal,
    onReady,
    onError: (error) => process.stderr.write(`${error.message}\n`),
  });
});
for (const revision of REVISIONS) {
  process.stdout.write(`\n${revision}\n`);
  const expected = path.join(import.meta.dirname, 'conformance.yaml');
  const asking = ['--url', address, '--requirements', revision, '--expected-failures', expected];
  const outcome = await run(
    { file: 'npx', args: ['--yes', SUITE, 'server', ...asking, ...process.argv.slice(2)] },
    { capture: false },
  );
  if (outcome.kind !== 'exited' || outcome.code !== 0) process.exitCode = 1;
}
ending.abort();
await serving;
