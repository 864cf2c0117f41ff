import { expect, test } from 'vitest';
import { citedPathsOf } from '../../src/records/cited-paths.ts';
import { readRecord } from '../../src/records/record.ts';

const cited = (text: string) =>
  citedPathsOf(readRecord('adr', { path: 'docs/adr/adr-007-a.md', text }));

test('links and code spans that are paths of the repository are cited, each once', () => {
  expect(
    cited(
      'See [x](../../src/a.ts#L3), [site](https://example.org/a/b.ts), `infra/modules/keyvault/`, `./src/a.ts`, `.github/workflows/ci.yml` and [self](adr-007-a.md).\n',
    ),
  ).toEqual(['src/a.ts', 'infra/modules/keyvault/', '.github/workflows/ci.yml']);
});

test('code that only looks like a path is not', () => {
  expect(
    cited(
      '`text/html` `nginx/nginx:1.27` `ghcr.io/acme/web.api` `/etc/rancher/k3s.yaml` `a b/c.ts` `../up/x.md` `a/../b.md` `package.json` `https://x.org/a.md` `src/*.ts`\n',
    ),
  ).toEqual([]);
});
