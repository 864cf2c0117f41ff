import path from 'node:path';
import type { DocketConfig } from '../../src/records/config.ts';
import { exampleRepo } from './example-repo.ts';
import { GitRepo } from './git-repo.ts';

const nygard = (number: number, title: string, more = '') =>
  `# ${number}. ${title}\n\nDate: 2024-05-0${number}\n\n## Status\n\nAccepted\n\n${more}\n\n## Context\n\nWe pay.\n\n## Decision\n\nWe do.\n\n## Consequences\n\nDone. See ![it](img/pay.png) and [code](../../src/pay.ts).\n`;

const BILLING = 'https://github.com/acme/billing';

/** A platform that shows the logs of a checkout beside it, of a repository that is fetched, and of one that is gone. */
export async function company() {
  const [main, payments, billing, cache] = [
    await exampleRepo(),
    await GitRepo.create(),
    await GitRepo.create(),
    await GitRepo.folder(),
  ];
  await payments.commit('Start', {
    'doc/adr/0001-take-cards.md': nygard(1, 'Take cards', 'Amends [2. Bill](0002-bill.md)'),
    'doc/adr/0002-bill.md': nygard(2, 'Bill', 'Depends on: billing/ADR-001'),
    'doc/adr/img/pay.png': 'png',
    'src/pay.ts': '// code\n',
  });
  await billing.commit('Start', {
    'README.md': '# Billing\n',
    'docs/decisions/0001-round.md': nygard(
      1,
      'Round',
      'Amended by [it](../../../payments/doc/adr/0001-take-cards.md)',
    ),
    'docs/decisions/img/pay.png': 'png',
    'src/pay.ts': '// code\n',
    'web/docs/adr/0001-draw.md': nygard(
      1,
      'Draw',
      `Supersedes [this](${BILLING}/blob/main/docs/decisions/0001-round.md)`,
    ),
  });
  const config: DocketConfig = {
    profile: 'strict',
    logs: [
      { id: 'platform', title: 'Platform', root: '.' },
      { id: 'payments', root: path.relative(main.root, payments.root) },
      { id: 'billing', title: 'Billing', repository: `${BILLING}.git`, branch: 'main' },
      { id: 'gone', repository: 'ssh://git@git.example.org/gone.git' },
    ],
  };
  await main.commit('Name logs', { 'docket.config.json': JSON.stringify(config) });
  return {
    main,
    payments,
    billing,
    cache: cache.root,
    served: { [`${BILLING}.git`]: billing.root },
  };
}
