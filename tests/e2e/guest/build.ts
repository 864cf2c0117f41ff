import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEW_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { run } from '../../../packages/docket/tests/support/installed-docket.ts';
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
/** What somebody has who never heard of Astro: a README, and decisions as Nygard wrote them. */
const PLAIN = {
  'README.md': '# Corner shop\n\nSells things.\n',
  'doc/adr/0001-record-decisions.md':
    '# 1. Record decisions\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Context\n\nPeople forget.\n\n## Decision\n\nWe write decisions down.\n\n## Consequences\n\nThere is a log.\n',
  'doc/adr/0002-pay-in-cash.md':
    '# 2. Pay in cash\n\nDate: 2026-01-06\n\n## Status\n\nProposed\n\n## Context\n\nCards cost.\n\n## Decision\n\nAs [decided](0001-record-decisions.md), this is written down.\n\n## Consequences\n\nNo cards.\n',
  'doc/adr/0003-open-late.adoc':
    '= 3. Open late\n\nDate: 2026-01-07\n\n== Status\n\nAccepted\n\n== Context\n\nPeople work.\n\n== Decision\n\nWe open *late*.\n\n== Consequences\n\nThe lights are on.\n',
};
for (const [name, text] of Object.entries(PLAIN)) {
  const file = path.join(SITE, 'plain', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
const bin = path.join(SITE, 'node_modules/docket/dist/docket.js');
const made = await run(process.execPath, [bin, 'build', '--root', '.'], {
  cwd: path.join(SITE, 'plain'),
});
if (made.code !== 0) throw new Error(`The plain folder was not built:\n${made.stderr}`);
await writeFile(path.join(SITE, 'plain.log'), made.stdout);

for (const name of ['astro', 'bare', 'docket']) {
  const { code, stdout, stderr } = await astro(SITE, 'build', '--config', `${name}.config.mjs`);
  if (code !== 0) throw new Error(`The site ${name} was not built:\n${stdout}${stderr}`);
  await writeFile(path.join(SITE, `${name}.log`), stdout + stderr);
}
