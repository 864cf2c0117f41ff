import { expect, test } from 'vitest';
import {
  headersFile,
  nginxHeaders,
  staticWebAppConfig,
} from '../../../src/site/delivery/headers.ts';
import { contentSecurityPolicy, inlineHashes } from '../../../src/site/delivery/policy.ts';

test('only what a browser would run is hashed, each text once', () => {
  const pages = [
    '<script>alert(1)</script><script src="/a.js"></script><style>a{}</style>',
    '<script type="application/ld+json">{}</script><script\ntype="module">alert(1)</script>',
    '<style media="print">a{}</style><SCRIPT>alert(1)</SCRIPT >',
  ];
  expect(inlineHashes(pages)).toEqual({
    scripts: ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"],
    styles: ["'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"],
  });
});

test('a browser sees line feeds where a file has carriage returns', () => {
  expect(inlineHashes(['<script>a\r\nb\rc</script>'])).toEqual(
    inlineHashes(['<script>a\nb\nc</script>']),
  );
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `'sha256-${String(index).padStart(43, 'A')}='`);

test('style hashes give way before the header gets too long for a host', () => {
  const exact = contentSecurityPolicy({ scripts: many(3), styles: many(3) });
  expect(exact).toContain("style-src-elem 'self' 'sha256-");
  const loose = contentSecurityPolicy({ scripts: many(3), styles: many(40) });
  expect(loose).toContain("style-src-elem 'self' 'unsafe-inline'");
  expect(loose).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-");
  expect(loose.length).toBeLessThanOrEqual(2000);
});

test('scripts never give way', () => {
  expect(() => contentSecurityPolicy({ scripts: many(40), styles: [] })).toThrow(
    'Unexpected 40 different inline scripts, expected so few that',
  );
});

const delivery = { base: '/team/a.b/', policy: "default-src 'none'" };

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
