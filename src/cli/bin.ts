#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

enableCompileCache();
// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { main } = await import('./main.ts');
const { env, stdin, stdout, stderr } = process;
process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env,
  stdin,
  stdout,
  stderr,
});
