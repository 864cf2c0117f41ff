import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';

// Makes a folder of decisions in Nygard's form, one of them without a status, and builds its site with one command.

const record = (title: string, facts: string, context: string, more = '') =>
  `# ${title}\n\n${facts}## Context\n\n${context}\n\n## Decision\n\nWe do so.\n\n## Consequences\n\nWe live with it.\n${more}`;
const facts = (date: string, status: string) => `Date: ${date}\n\n## Status\n\n${status}\n\n`;

const LONG = 'x'.repeat(200);
const FILES: Readonly<Record<string, string>> = {
  'README.md': '# Corner shop\n\nSells things.\n',
  'docs/decisions/0001-record-decisions.md': record(
    '1. Record decisions',
    facts('2026-01-05', 'Accepted'),
    'People forget.',
  ),
  'docs/decisions/0002-pay-in-cash.md': record(
    '2. Pay in cash',
    facts('2026-01-06', 'Superseded by [3. Pay by card](0003-pay-by-card.md)'),
    'As [decided](0001-record-decisions.md), this is written down.',
  ),
  'docs/decisions/0003-pay-by-card.md': record(
    '3. Pay by card',
    facts('2026-02-07', 'Accepted\n\nSupersedes [2. Pay in cash](0002-pay-in-cash.md)'),
    `> [!NOTE]\n> Cards cost.\n\n\`\`\`sh\npay --with ${LONG}\n\`\`\`\n\n\`\`\`sh\npay --by ${LONG}\n\`\`\`\n\n| Way | Cost |\n| --- | --- |\n| Card | ${LONG} |\n\n\`\`\`mermaid\npie\n  "Card" : 80\n  "Cash" : 20\n\`\`\``,
    '\n## Governs\n\n- shop/\n',
  ),
  'specs/001-pay-by-card/spec.md':
    '# Feature Specification: Pay by card\n\n## User scenarios\n\n### User Story 1 - A card is taken (Priority: P1)\n\nSee [the plan](plan.md#how) and [the decision](../../docs/decisions/0003-pay-by-card.md).\n\n- **FR-001**: The till MUST take cards.\n- **FR-002**: The till MUST print a receipt.\n',
  'specs/001-pay-by-card/plan.md':
    '# Implementation Plan: Pay by card\n\n## How\n\n![The till](till.svg)\n\nThe code is [the till](../../shop/till.ts); its [contract](contracts/till.yaml).\n',
  'specs/001-pay-by-card/till.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20"/></svg>\n',
  'specs/001-pay-by-card/contracts/till.yaml': 'openapi: 3.1.0\n',
  'specs/001-pay-by-card/contracts/bank.md': '# The bank\n\nAnswers.\n',
  'specs/001-pay-by-card/tasks.md': `# Tasks: Pay by card\n\n## Phase 1\n\n- [x] T001 [US1] Take cards in shop/till.ts for FR-001\n- [x] T002 Ask the bank\n- [ ] T003 Print ${LONG}\n`,
  'openspec/changes/archive/2026-02-01-open-late/proposal.md': '## Why\n\nPeople work late.\n',
  'openspec/changes/archive/2026-02-01-open-late/tasks.md': '- [x] 1.1 Hang the sign\n',
  'shop/till.ts': '// @adr 0003\nexport const card = true;\n',
  'docs/decisions/0004-open-on-sundays.md': record('4. Open on Sundays', '', 'Somebody asked.'),
  'docs/decisions/0005-deliver-at-home.md': record(
    '5. Deliver at home',
    facts('2026-03-01', 'Proposed'),
    'People stay at home.',
  ),
  'docs/decisions/0006-rent-a-van.md': record(
    '6. Rent a van',
    `Review by: 2020-01-31\n\nProvisional until: 31 December 2999\n\nRevisit when: vans cost double\n\nAdopted: partially, since 2019-05-01\n\n${facts('2019-03-01', 'Accepted')}`,
    'Parcels are heavy.',
  ),
};

const folder = path.join(ROOT, '.cache/plain-repository');
const out = path.join(ROOT, '.cache/plain-site');
for (const old of [folder, out]) rmSync(old, { recursive: true, force: true });
for (const [name, text] of Object.entries(FILES)) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
// A repository of its own, without a commit: what lies in an ignored folder of another one is listed nowhere.
execFileSync('git', ['init', '--quiet'], { cwd: folder, stdio: 'inherit' });
const docket = path.join(ROOT, 'packages/docket/src/cli/bin.ts');
execFileSync(process.execPath, [docket, 'build', '--root', folder, '--out', out], {
  cwd: ROOT,
  stdio: 'inherit',
  // As a job may have them for something else.
  env: { ...process.env, NODE_ENV: 'test', BASE_URL: 'https://elsewhere.example.org/app' },
});
