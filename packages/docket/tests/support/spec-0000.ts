import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GitRepo } from './git-repo.ts';
import { ROOT } from './repository.ts';

export const SPEC_0000 = '.sdd/specification/spec-0000-adr-018-secret-management.md';
export const ADR_018 = 'docs/adr/adr-018-secret-management-keyvault-eso.md';
export const RECORD_0000 = '.sdd/provenance/spec-0000-adr-018-secret-management.provenance.md';

const CHECKS = `checks:
  1:
    file-exists: ${SPEC_0000}
  2:
    file-exists: ${ADR_018}
  3:
    frontmatter:
      file: ${ADR_018}
      key: title
      like: "ADR-018: *"
  4:
    sections:
      file: ${ADR_018}
      template: docs/adr/template.md
  5:
    options:
      file: ${ADR_018}
      letters: [A, B, C, D]
  6:
    text:
      file: ${ADR_018}
      section: Decision
      all: [ADR-017, managed identity, password]
  7:
    command: lint
  8:
    links:
      file: ${ADR_018}
      section: References
  9:
    - file-exists: ${RECORD_0000}
    - sections:
        file: ${RECORD_0000}
        template: .sdd/provenance/template.md
  10:
    committed-together:
      - ${SPEC_0000}
      - ${ADR_018}
      - ${RECORD_0000}
`;

/** Results of the ten steps as an honest author writes them before the commit. */
const RESULTS = `| # | Step | Result | Details |
| - | ---- | ------ | ------- |
| 1 | This spec has been saved | Pass | saved as given |
| 2 | The file exists | Pass | seen |
| 3 | The frontmatter title field matches the pattern | Pass | read |
| 4 | The file follows the template structure | Pass | all sections present |
| 5 | All four options (A–D) are documented with trade-offs | Pass | read |
| 6 | The deviation from ADR-017's managed identity auth is explicitly called out | Pass | under a heading of its own |
| 7 | \`pnpm lint\` passes | Pass | no findings |
| 8 | No broken relative links in the References section | Pass | each followed |
| 9 | The provenance record exists and contains all required sections | Pass | read |
| 10 | All three files are committed together | Not run | only the commit can show it |`;

/** The specification of this repository with its checks. */
export async function specification0000(): Promise<string> {
  const text = await readFile(path.join(ROOT, SPEC_0000), 'utf8');
  return text.includes('\nchecks:\n') ? text : text.replace('\n---\n', `\n${CHECKS}---\n`);
}

/** A repository with this one's decisions, in which Spec 0000 was carried out in one commit. */
export async function repositoryOf0000(further: Record<string, string> = {}): Promise<GitRepo> {
  const repo = await GitRepo.create();
  const names = (await readdir(path.join(ROOT, 'docs/adr'))).filter((name) => name.endsWith('.md'));
  const read = async (name: string) =>
    [name, await readFile(path.join(ROOT, name), 'utf8')] as const;
  const texts = await Promise.all(
    [
      ...names.map((name) => `docs/adr/${name}`),
      '.sdd/specification/template.md',
      '.sdd/provenance/template.md',
    ].map(read),
  );
  const files = Object.fromEntries(texts);
  const { [ADR_018]: adr = '', ...others } = files;
  await repo.commit('earlier decisions', { ...others, ...further });
  await repo.commit('Carry out Spec 0000', {
    [ADR_018]: adr,
    [SPEC_0000]: await specification0000(),
    [RECORD_0000]: record0000(),
  });
  return repo;
}

function record0000(): string {
  return `# Provenance: Spec 0000 — ADR-018 Secret Management with Key Vault and ESO

**Spec:** \`${SPEC_0000}\`
**Executed:** 2026-03-05T11:30:00Z
**Agent:** worker

## Actions Taken

1. Saved the specification and wrote the decision.

## Decisions Made

No autonomous decisions were required — all actions were explicitly specified in the spec.

## Deviations from Spec

No deviations from spec.

## Artifacts Produced

| File | Status |
| ---- | ------ |
| \`${SPEC_0000}\` | Created |
| \`${ADR_018}\` | Created |
| \`${RECORD_0000}\` | Created |

## Validation Results

${RESULTS}
`;
}
