import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { headersFile, nginxHeaders, staticWebAppConfig } from '../../build/delivery/headers.ts';
import {
  contentSecurityPolicy,
  headerPolicy,
  policyOf,
  unknownTexts,
} from '../../build/delivery/policy.ts';
import { checkPages, readDelivery } from '../../build/delivery/read-delivery.ts';
import { sitePolicy } from '../../build/delivery/site-policy.ts';
import { diagramFrame } from '../../views/diagram/frame.ts';
import { THEME_SCRIPT } from '../../views/theme-script.ts';

const policy = sitePolicy([
  { tag: 'script', content: 'count()' },
  { tag: 'script', attrs: { src: '/a.js' } },
]);

test('the policy knows the texts of the site and of its configuration, and no page adds one', () => {
  expect(unknownTexts(`<script>${THEME_SCRIPT}</script><script>count()</script>`, policy)).toEqual(
    [],
  );
  for (const known of [
    '<script src="/a.js"></script>',
    '<script type="application/ld+json">{}</script>',
    '<b title="<script>alert(1)</script>">a</b>',
    '<script>count()</SCRIPT >',
  ])
    expect(unknownTexts(known, policy), known).toEqual([]);
  expect(unknownTexts('<p><script type=module>alert(1)</script>', policy)).toEqual(['alert(1)']);
  expect(unknownTexts('<STYLE media=print>a{}</STYLE >', policy)).toEqual(['a{}']);
  expect(unknownTexts('<svg><script>alert(2)</script></svg>', policy)).toEqual(['alert(2)']);
});

test('a browser sees line feeds where a file has carriage returns', () => {
  const lines = contentSecurityPolicy({ scripts: ['a\nb\nc'], styles: [] });
  expect(unknownTexts('<script>a\r\nb\rc</script>', lines)).toEqual([]);
});

test('no script and no style element goes by without its hash', () => {
  for (const directive of headerPolicy(policy).split('; ')) {
    if (!directive.startsWith('style-src-attr ')) expect(directive).not.toContain('unsafe-inline');
  }
  expect(policy).not.toContain('frame-ancestors');
  expect(headerPolicy(policy)).toMatch(/; frame-ancestors 'none'$/);
  const many = Array.from({ length: 60 }, (_, index) => String(index));
  expect(() => contentSecurityPolicy({ scripts: many, styles: [] })).toThrow(
    '60 inline scripts and 0 style elements make the policy longer than',
  );
});

test('a script on the page of a record refuses the build and names both', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  expect(policyOf(meta)).toBe(policy);
  await mkdir(path.join(folder, 'adr/a'), { recursive: true });
  await writeFile(path.join(folder, 'adr/a/index.html'), `${meta}<script>alert(1)</script>`);
  await expect(readDelivery(folder, '/')).rejects.toThrow('it has no 404.html');
  await writeFile(path.join(folder, '404.html'), meta);
  expect((await readDelivery(folder, '/')).policy).toBe(headerPolicy(policy));
  const sourceOf = (page: string) => (page === 'adr/a/index.html' ? 'docs/adr/a.md' : undefined);
  await expect(checkPages(folder, sourceOf)).rejects.toThrow(
    /\nadr\/a\/index\.html, made from docs\/adr\/a\.md: alert\(1\)$/,
  );
});

const delivery = { base: '/team/a.b/', policy: "default-src 'none'", isFramed: false };

test('three servers get the same headers under the base', () => {
  const nginx = [...nginxHeaders(delivery).matchAll(/^add_header (\S+) "(.*)" always;$/gm)].map(
    ([, name, value]) => [name, value],
  );
  const file = headersFile(delivery)
    .split('\n\n')[0]
    ?.split('\n')
    .slice(1)
    .map((line) =>
      line
        .trim()
        .split(/: (.*)/)
        .slice(0, 2),
    );
  const { 'Cache-Control': cache, ...azure } = JSON.parse(
    staticWebAppConfig(delivery),
  ).globalHeaders;
  expect(nginx).toHaveLength(8);
  expect(file).toEqual(nginx);
  expect(Object.entries(azure)).toEqual(nginx);
  expect(cache).toBe('no-cache');
});

test('hashed files are kept under the base only', () => {
  expect(nginxHeaders(delivery)).toContain(
    '    ~^/team/a\\.b/_astro/ "public, max-age=31536000, immutable";',
  );
  expect(headersFile(delivery)).toMatch(/^\/team\/a\.b\/\*\n/);
  expect(headersFile(delivery)).toContain(
    '\n/team/a.b/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  );
  expect(JSON.parse(staticWebAppConfig(delivery))).toMatchObject({
    routes: [{ route: '/team/a.b/_astro/*' }, {}, {}, {}],
    responseOverrides: { 404: { rewrite: '/team/a.b/404.html' } },
  });
});

test('where a frame draws diagrams, its scripts pass the header, and no page gets a looser policy', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const { html, scripts } = diagramFrame('var mermaid = "<!-- </script><script>";', 'draw()');
  await mkdir(path.join(folder, '_astro'));
  await writeFile(path.join(folder, '404.html'), meta);
  await writeFile(path.join(folder, '_astro/diagrams.0123.html'), html);
  await checkPages(folder, () => undefined);
  const framed = await readDelivery(folder, '/');
  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(framed.policy).toContain(` ${script}`);
  expect(framed.policy).toContain("; style-src 'self' 'unsafe-inline';");
  expect(framed.policy).toMatch(/; frame-ancestors 'self'$/);
  expect(headersFile(framed)).toContain('X-Frame-Options: SAMEORIGIN');
  expect(policyOf(await readFile(path.join(folder, '404.html'), 'utf8'))).toBe(policy);
  await writeFile(path.join(folder, '_astro/other.0123.html'), html);
  await expect(checkPages(folder, () => undefined)).rejects.toThrow('_astro/other.0123.html');
});

test('a script in the frame of diagrams does not end early, and is named as a browser reads it', () => {
  const { html, scripts } = diagramFrame('a("<!-- </script><SCRIPT>")\r\n', 'b()');
  const [, text = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  expect(text).toBe('a("<\\!-- \\x3c/script>\\x3cSCRIPT>")\n');
  const digest = createHash('sha256').update(text).digest('base64');
  expect(scripts[0]).toBe(`'sha256-${digest}'`);
  expect(policyOf(html)).toContain(`script-src ${scripts.join(' ')};`);
});
