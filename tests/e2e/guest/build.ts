import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEW_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import {
  astro,
  makeGuestSite,
} from '../../../packages/starlight-docket/tests/support/guest-site.ts';

// Makes somebody else's site with both packages installed, and builds it in three ways: with what is its own, bare, and
// with Docket's look. What each build said is kept beside it.

const SITE = path.join(ROOT, '.cache/guest-site');

await makeGuestSite(SITE, [
  {
    change: NEW_ADR,
    from: '### What was tried\n',
    to: '```sh\nredis-cli ping\n```\n\n### What was tried\n',
  },
]);
for (const name of ['astro', 'bare', 'docket']) {
  const { code, stdout, stderr } = await astro(SITE, 'build', '--config', `${name}.config.mjs`);
  if (code !== 0) throw new Error(`The site ${name} was not built:\n${stdout}${stderr}`);
  await writeFile(path.join(SITE, `${name}.log`), stdout + stderr);
}
