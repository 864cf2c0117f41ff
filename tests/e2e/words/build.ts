import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Patch } from '../../../packages/docket/src/engine/define.ts';
import { patchedFiles } from '../../../packages/docket/src/engine/examples.ts';
import { NEW_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import {
  buildExampleSite,
  THIRD_ADR,
} from '../../../packages/starlight-docket/tests/support/example-site.ts';
import { foreign, foreignRecord } from './made-up.ts';

/** The records after these changes, in foreign letters. */
function foreignRecords(...patches: Patch[]): Patch[] {
  return [...patchedFiles(patches)]
    .filter(([file]) => !file.endsWith('template.md'))
    .map(([file, text]) => ({ add: file, text: foreignRecord(text) }));
}

const expiry = (hours: number): Patch => ({
  change: NEW_ADR,
  from: 'every session for 24 hours',
  to: `every session for ${hours} hours`,
});
const block: Patch = {
  change: NEW_ADR,
  from: '## Decision Drivers',
  to: `\`\`\`sh\necho ${'x'.repeat(200)}\n\`\`\`\n\n## Decision Drivers`,
};
const plans: Patch = {
  change: NEW_ADR,
  from: 'supersedes: [ADR-001]',
  to: 'supersedes: [ADR-001]\nreview-by: 2026-06-01\nrevisit-when: "Redis stops"\nadopted: partial\nadopted-on: 2026-03-01\ngoverns: ["src/**"]',
};
const code: Patch = { add: 'src/a.ts', text: `// ADR-002: ${foreign('why')}\nexport {};\n` };

const FOLDER = 'specs/001-a';
// A specification of another tool, with work that is done, undone, contradicted and named by none.
const others: Patch[] = [
  {
    add: `${FOLDER}/spec.md`,
    text: `# ${foreign('Sign in')}\n\n### User Story 1 - ${foreign('Enter')}\n\n- **FR-001**: ${foreign('It is short')}.\n- **FR-002**: ${foreign('It is true')}.\n- **SC-001**: ${foreign('All enter')}.\n`,
  },
  { add: `${FOLDER}/plan.md`, text: `# ${foreign('Way')}\n\n${foreign('Keep to')} ADR-002.\n` },
  {
    add: `${FOLDER}/research.md`,
    text: `# ${foreign('Search')}\n\n**Decision**: ${foreign('Use files')}\n\n**Rationale**: ${foreign('They are there')}\n\n**Alternatives considered**: ${foreign('A server')}\n`,
  },
  { add: `${FOLDER}/contracts/a.yaml`, text: 'a: 1\n' },
  {
    add: `${FOLDER}/tasks.md`,
    text: `# ${foreign('Steps')}\n\n## ${foreign('First')}\n\n- [x] T001 [US1] ${foreign('Write')} \`src/a.ts\` FR-001\n- [x] T002 Create \`src/never.ts\`\n- [x] T003 ${foreign('Think')}\n- [ ] T004 ${foreign('Rest')}\n`,
  },
];

const project = path.join(ROOT, '.cache/words-project');
cpSync(path.join(ROOT, 'packages/starlight-docket/project'), project, { recursive: true });
mkdirSync(path.join(project, 'src/content/docs'), { recursive: true });

// Builds a site in a made-up language, over records in letters that no word of the site is written in.
buildExampleSite(
  path.join(ROOT, '.cache/words-repository'),
  [
    { subject: foreign('Decide'), patches: foreignRecords(), day: '2026-03-05' },
    {
      subject: foreign('Shorten'),
      patches: [...foreignRecords(expiry(12), THIRD_ADR, plans), code, ...others],
      day: '2026-04-02',
    },
    {
      subject: foreign('Again'),
      patches: [...foreignRecords(expiry(8), THIRD_ADR, plans, block), code],
      day: '2026-04-03',
    },
  ],
  { DOCKET_OUT_DIR: '.cache/words-site' },
  'tests/e2e/words/words.config.mjs',
);
