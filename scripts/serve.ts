import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { configureNginx, ensureNginx } from './nginx.ts';
import { describeEnd, run } from './support/process.ts';
import { messageOf } from './support/text.ts';

const usage = `Usage: pnpm serve [--folder DIR] [--base PATH] [--port NUMBER]

Serves a built site with nginx, as deploy/nginx.conf does in production.

Options:
  --folder DIR   The built site (default: dist)
  --base PATH    The path it was built for (default: DOCKET_BASE)
  --port NUMBER  By default 8080`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'docket-nginx-'));
  process.once('exit', () => rmSync(work, { recursive: true, force: true }));
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        folder: { type: 'string', default: 'dist' },
        base: { type: 'string', default: process.env.DOCKET_BASE ?? '' },
        port: { type: 'string', default: '8080' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error(`The port must be a number from 1 to 65535, not \`${values.port}\``);
    }
    const nginx = await ensureNginx((line) => process.stderr.write(`${line}\n`));
    const file = await configureNginx({ folder: values.folder, base: values.base, port, work });
    process.stdout.write(`http://127.0.0.1:${port}${values.base}/\n`);
    const outcome = await run({ file: nginx, args: ['-p', work, '-c', file] }, { capture: false });
    if (outcome.kind === 'exited' && outcome.code === 0) return 0;
    throw new Error(`nginx ${describeEnd(outcome)}`);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 2;
  }
}
