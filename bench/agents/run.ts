import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright';
import { DecisionIndex } from '../../packages/docket/src/agents/search/decision-index.ts';
import type { AdrRecord } from '../../packages/docket/src/records/record.ts';
import { openSession } from '../../packages/docket/src/session/session.ts';
import questions from './questions.json' with { type: 'json' };

/*
 * How often the right decision is among the first three that `search_decisions` gives, beside plain grep and, where a
 * built site is given, its own search.
 * Usage: node bench/agents/run.ts [--site FOLDER] [--foreign FOLDER [--foreign-site FOLDER]] [--all]
 * The foreign questions are about the decisions of JabRef; FOLDER is a checkout of it, of which `docket build` makes the
 * site. Of the own questions, those `by` a reader were written by somebody who had read the records, and neither the
 * search nor the other questions; all others by who wrote the search, from titles and descriptions, before it had
 * answered any of them but two, which it was tried with. `section` is the heading below which the answer stands. A site's
 * own search wants every word of a question, so whole questions are hard for it.
 */

interface Question {
  readonly question: string;
  /** Numbers or ids of the decisions that answer it; one is enough. */
  readonly records: readonly string[];
}

/** Gives the decisions that fit a question, the best first, by id or number. */
type Search = (question: string) => readonly string[] | Promise<readonly string[]>;

const args = process.argv.slice(2);
const option = (name: string) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

await score('own', process.cwd(), questions.own, option('--site'));
const foreign = option('--foreign');
if (foreign !== undefined) {
  await score('foreign', foreign, questions.foreign, option('--foreign-site'));
}

async function score(
  name: string,
  root: string,
  asked: readonly Question[],
  site: string | undefined,
): Promise<void> {
  const { corpus } = await openSession({ root, env: {} });
  const index = new DecisionIndex().of(corpus);
  const searches: Record<string, Search> = {
    docket: (question) => index.find(question).map(({ adr }) => nameOf(adr)),
    grep: (question) => byGrep(corpus.adrs, question),
  };
  await using pagefind = site === undefined ? undefined : await openPagefind(site, corpus.adrs);
  if (pagefind) searches['pagefind'] = pagefind.search;
  for (const [tool, search] of Object.entries(searches)) {
    let first = 0;
    let firstThree = 0;
    const missed: string[] = [];
    for (const { question, records } of asked) {
      const found = [...new Set(await search(question))];
      const place = found.findIndex((id) => records.includes(id));
      if (place === 0) first += 1;
      if (place >= 0 && place < 3) firstThree += 1;
      else missed.push(`  ${question} → ${found.slice(0, 3).join(' ')} (${records.join(' or ')})`);
    }
    process.stdout.write(
      `${name.padEnd(8)} ${tool.padEnd(9)} first ${first}, first three ${firstThree} of ${asked.length}\n`,
    );
    if (args.includes('--all') || tool === 'docket') {
      process.stdout.write(missed.map((line) => `${line}\n`).join(''));
    }
  }
}

/** The id in this repository; the number in one whose files are numbered alone. */
function nameOf({ id, number, path: file }: AdrRecord): string {
  return /(?:^|\/)adr-/.test(file) ? id : (number ?? file);
}

/** What a person does without a tool: look for each longer word, and take the files with most of them, then most lines. */
function byGrep(adrs: readonly AdrRecord[], question: string): string[] {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const scored = adrs.map((adr) => {
    const lines = adr.document.text.toLowerCase().split('\n');
    const hits = words.map((word) => lines.filter((line) => line.includes(word)).length);
    return {
      adr,
      words: hits.filter((count) => count > 0).length,
      lines: hits.reduce((sum, count) => sum + count, 0),
    };
  });
  return scored
    .sort((a, b) => b.words - a.words || b.lines - a.lines)
    .map(({ adr }) => nameOf(adr));
}

/** The search of a built site, as its pages ask it. */
async function openPagefind(
  site: string,
  adrs: readonly AdrRecord[],
): Promise<AsyncDisposable & { readonly search: Search }> {
  const server = createServer((request, response) => {
    const file = path.join(site, decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    readFile(file.endsWith(path.sep) ? path.join(file, 'index.html') : file).then(
      (bytes) => {
        response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end('<title>none</title>');
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
    args: process.env['CHROMIUM_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/blank`);
  return {
    async search(question) {
      const urls = await page.evaluate(async (words) => {
        const at = `${location.origin}/pagefind/pagefind.js`;
        const { search } = (await import(/* @vite-ignore */ at)) as {
          search(asked: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
        };
        const { results } = await search(words);
        const pages = await Promise.all(results.slice(0, 20).map((result) => result.data()));
        return pages.map(({ url }) => url);
      }, question);
      return urls.flatMap((url) => {
        const address = decodeURIComponent(/\/adr\/([^/]+)\//.exec(url)?.[1] ?? '');
        const adr = adrs.find((one) => one.address === address);
        return adr ? [nameOf(adr)] : [];
      });
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
