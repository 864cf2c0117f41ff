import { appendFileSync } from 'node:fs';

// Loaded by every process of a build that is measured: each tells, in kilobytes, the most memory that it held.
process.once('exit', () => {
  const file = process.env['BENCH_MEMORY'];
  if (file !== undefined) appendFileSync(file, `${process.resourceUsage().maxRSS}\n`);
});
