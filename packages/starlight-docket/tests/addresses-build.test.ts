import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, onTestFinished, test } from 'vitest';
import { patchedFiles } from '../../docket/src/engine/examples.ts';
import { readSrcset } from '../../docket/src/records/srcset.ts';
import { RULES } from '../../docket/src/rules/index.ts';
import { buildSite } from './support/site-build.ts';

const MINUTES = 60_000;
const SITE = 'https://docs.example.org';
const BASE = '/deep/base/';

const HARD_NAME = 'docs/adr/0024-use-#-for-50%-of ä+b?.md';
const HARD_PAGE = 'adr/0024-use-for-50-of ä+b-';

/** Every form of an address and of a heading that a record may hold, in hard places. */
const HARD_TEXT = `---
title: "ADR-024: Mark # with a hash"
description: "A record whose name and addresses are all hard to read."
status: Accepted
date: 2026-02-01
decision-makers: [Team]
tags: [c++ & c#]
---

## Decision Drivers <!-- optional -->

Back to [the drivers](#decision-drivers-), to [double](#two--spaces), [code](#a-code--image), [note](#noted1),
[lines](#over-twolines), [quoted](#quoted), [listed](#quoted-1), [raw](#raw-heading), [named](#by-name) and [twice](#quoted-2).

## Two  spaces

## A \`code\` ![of an image](95%-green.svg) image

## Noted[^1]

Over *two*
lines
---

> ## Quoted
>
> [in a quote] and ![in a quote]
>
> [in a quote]: 95%-green.svg

- ## Quoted

  [in a list]

  [in a list]: <../adr/adr-001-keep-sessions-in-memory.md#risks> "Of a list"

<h2 align="center">Raw <i>heading</i></h2>

<a name="by-name"></a>

## Quoted

Images: ![percent](95%-green.svg), ![hash](a%23b.svg), ![space](<two words.svg>), ![plus](c++.svg?raw=true),
![dark](dark.svg#gh-dark-mode-only), ![light](./dark.svg#gh-light-mode-only), ![from the top](/docs/adr/dark.svg),
![ümlaut](ü.svg), ![missing](gone.svg), [![linked](dark.svg)](../../README.md), ![outside](../../../../x.svg), ![text](notes.txt).

<picture>
<source srcset="dark.svg 1x, 95%-green.svg 2x" media="(prefers-color-scheme: dark)">
<source srcset="gone.svg">
<img src="a%23b.svg" srcset="c++.svg 640w,
  dark.svg 1280w" alt="A picture">
</picture>

<video src="film.mp4" poster="dark.svg"></video>

> <img
>   src="95%-green.svg" alt="Over lines in a quote">

Links: <a href="adr-001-keep-sessions-in-memory.md#decision">raw</a>, <a href="/docs/adr/adr-001-keep-sessions-in-memory.md">top</a>,
<a href="adr-001-keep-sessions-in-memory.md"><b>ADR-001</b> and ADR-002</a>, <a id="plain">ADR-001</a>, ADR-002,
\`docs/adr/adr-002-keep-sessions-in-redis.md\`, [percent](95%-green.svg), [bare](100%.md), [self](<${path.basename(HARD_NAME).replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F')}>),
<https://example.com/a%b?c=d#e>, www.example.com, [by name], <a href="">empty</a>, [](), [query](adr-001-keep-sessions-in-memory.md?plain=1#risks).

[by name]: adr-001-keep-sessions-in-memory.md

<a href="adr-002-keep-sessions-in-redis.md">

ADR-001 in a block

</a>

> [!NOTE]
> One ADR-001.
>
> - Nested

> [!warning]
>
> Two.

> [!TIP] is no alert.

> [!tip]
> A third with [a link](dark.svg) and \`code\`.

> [!IMPORTANT]
> Four.

> [!CAUTION]
> Five, with more words than fit on one line of a narrow screen, so that they run on to the next.

\`\`\`sh title="run.sh"
echo ADR-001
\`\`\`

[^1]: A note on ADR-001.
`;

const SMALL = (title: string) =>
  `---\ntitle: "${title}"\nstatus: Accepted\ndate: 2026-02-02\ntags: [c++ & c#]\n---\n\n## Context\n\n${title} says so.\n`;

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';

const FILES: Readonly<Record<string, string>> = {
  [HARD_NAME]: HARD_TEXT,
  'docs/adr/one/0031-same.md': SMALL('One of a name'),
  'docs/adr/two/0031-same.md': SMALL('Two of a name'),
  'docs/adr/0031-same.md': SMALL('The third of a name'),
  'docs/adr/018.md': SMALL('A number for a name'),
  'docs/adr/index.md': SMALL('An index'),
  '.sdd/provenance/spec-0001-session-store.md': '# Provenance: of one name\n',
  ...Object.fromEntries(
    ['95%-green', 'a#b', 'two words', 'c++', 'dark', 'ü'].map((name) => [
      `docs/adr/${name}.svg`,
      SVG,
    ]),
  ),
  'docs/adr/film.mp4': 'film',
  'docs/adr/notes.txt': 'a text',
  'docs/adr/95%-green.md': 'no record',
};

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly addresses: readonly string[];
  readonly html: string;
}

function readPage(file: string): Page {
  const html = readFileSync(file, 'utf8');
  const ids = new Set<string>();
  const addresses: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      if (name === 'id' || (name === 'name' && node.nodeName === 'a')) ids.add(value);
      if (['href', 'src', 'poster'].includes(name)) addresses.push(value);
      if (name === 'srcset') addresses.push(...readSrcset(value).map(({ url }) => url));
    }
    for (const child of 'childNodes' in node ? node.childNodes : []) visit(child);
  };
  for (const child of parse(html).childNodes) visit(child);
  return { ids, addresses, html };
}

/** The addresses of a built site that lead nowhere, each with the file it stands in. */
function deadAddresses(dist: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(dist, file)).isFile(),
  );
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readPage(path.join(dist, file))]),
  );
  const isDead = (address: string, from: string): boolean => {
    const at = from
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/index\.html$/, '');
    const url = new URL(address, `${SITE}${BASE}${at}`);
    if (url.origin !== SITE) return false;
    if (!url.pathname.startsWith(BASE)) return true;
    const below = decodeURIComponent(url.pathname.slice(BASE.length));
    const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
    if (!existsSync(path.join(dist, file))) return true;
    const fragment = decodeURIComponent(url.hash.slice(1));
    const page = pages.get(file);
    return page !== undefined && fragment !== '' && fragment !== 'top' && !page.ids.has(fragment);
  };
  const dead: string[] = [];
  for (const [file, { addresses }] of pages) {
    // The page that is not found stands at no address.
    for (const address of file === '404.html' ? [] : addresses)
      if (isDead(address, file)) dead.push(`${file}: ${address}`);
  }
  for (const file of files.filter((name) => /\.(?:xml|json|txt|md)$/.test(name))) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    const found = text.matchAll(/https:\/\/docs\.example\.org\/deep\/base\/[^\s"'<>\\)\]]*/g);
    for (const [address] of found) if (isDead(address, file)) dead.push(`${file}: ${address}`);
  }
  return [...new Set(dead)].sort();
}

test('no address on a built site is dead, however records and files are named', {
  timeout: 5 * MINUTES,
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-site-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = path.join(folder, 'repository');
  const off = Object.fromEntries(
    RULES.filter(({ security }) => !security).map(({ id }) => [id, 'off']),
  );
  const config = JSON.stringify({ rules: off });
  // What no configuration turns off.
  const known = {
    rule: 'remark-lint:no-duplicate-definitions',
    file: HARD_NAME,
    message:
      'Unexpected definition with an already defined identifier (`first wins`), expected unique identifiers',
    count: 1,
  };
  const all = [
    ...patchedFiles([]),
    ...Object.entries(FILES),
    ['docket.config.json', config] as const,
    ['docket-baseline.json', JSON.stringify({ version: 1, findings: [known] })] as const,
  ];
  for (const [name, text] of all) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  const { code, output, dist } = await buildSite(
    root,
    { DOCKET_BASE: BASE, DOCKET_SITE: SITE },
    // The guides lead to the pages on Docket itself.
    'astro.config.mjs',
  );
  expect(output).toContain('Complete!');
  expect(code).toBe(0);
  expect(deadAddresses(dist)).toEqual([]);
  // Nothing is lost: what a reader of the source sees is on the page, and no name is linked twice.
  const page = readFileSync(path.join(dist, HARD_PAGE, 'index.html'), 'utf8');
  expect(page.match(/<img [^>]*src="\/deep\/base\/files\//g)).toHaveLength(13);
  expect(page).toContain(
    'srcset="/deep/base/files/docs/adr/dark.svg 1x, /deep/base/files/docs/adr/95%25-green.svg 2x"',
  );
  expect(page).toContain(
    '<video src="/deep/base/files/docs/adr/film.mp4" poster="/deep/base/files/docs/adr/dark.svg">',
  );
  expect(page).toContain('src="/deep/base/files/docs/adr/dark.svg#gh-dark-mode-only"');
  expect(page).toMatch(/<a href="[^"]*adr-001[^"]*"[^>]*><b>ADR-001<\/b> and ADR-002<\/a>/);
  expect(page).toContain('<a id="plain">ADR-001</a>');
  expect(page).toContain('<p>ADR-001 in a block</p>');
  expect(page).toMatch(
    /<a href="\/deep\/base\/adr\/adr-001-keep-sessions-in-memory\/"[^>]*>by name<\/a>/,
  );
  expect(page).toMatch(/<span class="file-reference" title="gone.svg[^"]*">missing<\/span>/);
  expect(page).toContain('<aside aria-label="Note" class="alert note">');
  expect(page).toContain('[!TIP] is no alert.');
  const log = readFileSync(path.join(dist, 'log/index.html'), 'utf8');
  expect(log).toContain('href="/deep/base/adr/0024-use-for-50-of%20%C3%A4%2Bb-/"');
  for (const folder of ['', 'one/', 'two/']) {
    expect(log).toContain(`href="/deep/base/adr/${folder}0031-same/"`);
  }
});
