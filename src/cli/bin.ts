#!/usr/bin/env node
import module from 'node:module';
import { type LintCall, replayLint } from './lint-cache.ts';
import { refuseNode } from './node-version.ts';

const refusal = refuseNode(process.versions.node);
if (refusal === undefined) {
  module.enableCompileCache();
  const { env, stdout } = process;
  // A reader that stops early, such as `head`, is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const call = { argv: process.argv.slice(2), cwd: process.cwd(), env, stdout };
  process.exitCode = (await replayLint(call)) ?? (await run(call));
} else {
  process.stderr.write(refusal);
  process.exitCode = 2;
}

async function run(call: LintCall): Promise<number> {
  const { main } = await import('./main.ts');
  const { stdin, stderr } = process;
  return await main({ ...call, stdin, stderr });
}
