#!/usr/bin/env node
import module from 'node:module';
import { refuseNode } from './node-version.ts';

const refusal = refuseNode(process.versions.node);
if (refusal === undefined) {
  module.enableCompileCache();
  const { env, stdin, stdout, stderr } = process;
  // A reader that stops early, such as `head`, is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { main } = await import('./main.ts');
  const argv = process.argv.slice(2);
  process.exitCode = await main({ argv, cwd: process.cwd(), env, stdin, stdout, stderr });
} else {
  process.stderr.write(refusal);
  process.exitCode = 2;
}
