import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { chromiumLaunchOptions } from './chromium.ts';
import { root } from './support/root.ts';
import { messageOf } from './support/text.ts';

const usage = `Usage: pnpm pdf [RECORD] [--out FILE] [--folder DIR] [--base PATH]

Writes the whole decision log, or one record of it, as a tagged PDF with bookmarks. Build the site first.

Arguments:
  RECORD         Such as adr/018 or specs/0000; by default the whole log

Options:
  --out FILE     By default decision-log.pdf, or the record with a hyphen: adr-018.pdf
  --folder DIR   The built site (default: dist)
  --base PATH    The path it was built for (default: DOCKET_BASE)`;

/** The host under which the browser sees the folder; no request leaves for it. */
const host = 'http://docket.invalid';

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  let browser: Browser | undefined;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        folder: { type: 'string', default: path.join(root, 'dist') },
        base: { type: 'string', default: process.env.DOCKET_BASE ?? '' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    if (positionals.length > 1) {
      throw new Error(
        `Too many arguments: \`${positionals[1]}\`; give one record, or none for the whole log`,
      );
    }
    const name = positionals[0]?.replace(/^\/+|\/+$/g, '') ?? 'print';
    const folder = path.resolve(values.folder);
    const out = path.resolve(
      values.out ?? (name === 'print' ? 'decision-log.pdf' : `${name.replaceAll('/', '-')}.pdf`),
    );
    assertBuilt(folder, name);
    browser = await chromium.launch(chromiumLaunchOptions());
    await mkdir(path.dirname(out), { recursive: true });
    await print(browser, { folder, base: values.base.replace(/\/+$/, ''), name, out });
    process.stdout.write(`${path.relative(process.cwd(), out)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 2;
  } finally {
    await browser?.close();
  }
}

/** @throws Error where the folder has no such page, with what to do about it. */
function assertBuilt(folder: string, name: string): void {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(
      `No built site in \`${folder}\`; run \`pnpm build\` first, or name its folder with --folder`,
    );
  }
  if (!existsSync(path.join(folder, name, 'index.html'))) {
    throw new Error(`No record at \`${name}\` on the site; give an address such as \`adr/018\``);
  }
}

interface Printing {
  readonly folder: string;
  readonly base: string;
  /** Address of the page below the base. */
  readonly name: string;
  readonly out: string;
}

async function print(browser: Browser, { folder, base, name, out }: Printing): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light' });
  await page.route('**/*', async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const inner = decodeURIComponent(pathname).slice(base.length);
    const file = path.join(folder, inner.endsWith('/') ? `${inner}index.html` : inner);
    const isInside = origin === host && file.startsWith(folder + path.sep);
    if (isInside && existsSync(file)) await route.fulfill({ path: file });
    else await route.abort();
  });
  let address = `${base}/${name}/`;
  // A short address is a page that leads to the long one.
  const short = await readFile(path.join(folder, name, 'index.html'), 'utf8');
  const redirect = /<meta http-equiv="refresh" content="\d+;\s*url=([^"]+)"/i.exec(short)?.[1];
  if (redirect) address = redirect;
  await page.goto(new URL(address, host).href, { waitUntil: 'networkidle' });
  await page.pdf({ path: out, format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
}
