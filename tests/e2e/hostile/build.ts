import path from 'node:path';
import type { Patch } from '../../../packages/docket/src/engine/define.ts';
import { patchedFiles } from '../../../packages/docket/src/engine/examples.ts';
import { isSecurityRule } from '../../../packages/docket/src/engine/security.ts';
import { RULES } from '../../../packages/docket/src/rules/index.ts';
import { NEW_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { CODE, ORDINARY, PAYLOADS } from '../../../packages/docket/tests/hostile/payload-texts.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import { buildExampleSite } from '../../../packages/starlight-docket/tests/support/example-site.ts';

const sample = patchedFiles([]).get(NEW_ADR) ?? '';
const SCRIPT = `</title></script>--><script>${CODE}</script><img src=x onerror=${CODE}>`;

/** A decision with a text in its context, and one in each place whose words enter another language. */
function decision(number: number, text: string, word: string): Patch {
  const id = String(number).padStart(3, '0');
  const quoted = (name: string) => `${name}: ${JSON.stringify(`${word} ${SCRIPT}`)}`;
  return {
    add: `docs/adr/adr-${id}-payload.md`,
    text: sample
      .replaceAll('ADR-002', `ADR-${id}`)
      .replace('supersedes: [ADR-001]\nspec: SPEC-0001', 'depends-on: [ADR-001]')
      .replace(/^title: .*$/m, () => `title: ${JSON.stringify(`ADR-${id}: ${word} ${SCRIPT}`)}`)
      .replace(/^# .*$/m, () => `# ADR-${id}: ${word} ${SCRIPT.replaceAll('<', '\\<')}`)
      .replace(/^description: .*$/m, () => quoted('description'))
      .replace(/^prompted-by: .*$/m, () => quoted('prompted-by'))
      .replace(/^tags: .*$/m, () => `tags: [${JSON.stringify(SCRIPT.slice(0, 60))}]`)
      .replace(/^decision-makers: .*$/m, () => `decision-makers: [${JSON.stringify(SCRIPT)}]`)
      // A file with a NUL is never read.
      .replace(
        'Sticky routing fails',
        () => `Sticky routing fails\n\n${text.replaceAll('\0', '&#0;')}\n\nafter`,
      ),
  };
}

// Errors would refuse the site: what is held here is what it does where somebody waives them all.
const config = {
  rules: Object.fromEntries(
    RULES.filter(({ id }) => !isSecurityRule(id)).map(({ id }) => [id, 'off']),
  ),
  waivers: RULES.filter(({ id }) => isSecurityRule(id)).map(({ id }) => ({
    rule: id,
    files: ['**'],
    reason: 'A site that is under attack',
  })),
};

const root = path.join(ROOT, '.cache/hostile-repository');
buildExampleSite(
  root,
  [
    {
      subject: SCRIPT,
      patches: [
        { add: 'docket.config.json', text: JSON.stringify(config) },
        {
          add: 'docs/adr/dot.svg',
          text: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20"/></svg>',
        },
        decision(3, ORDINARY, 'Ordinary'),
        ...PAYLOADS.map(({ text, name }, index) => decision(index + 4, text, name)),
        // What other tools keep comes from anybody, too: its texts, and all that the trace says of them.
        { add: 'specs/001-attack/spec.md', text: PAYLOADS.map(({ text }) => text).join('\n\n') },
        { add: 'specs/001-attack/plan.md', text: `# ${SCRIPT}\n\n${SCRIPT}\n` },
        { add: 'specs/001-attack/contracts/api.yaml', text: `a: 1\n\`\`\`\n${SCRIPT}\n` },
        {
          add: 'specs/001-attack/research.md',
          text: `# Research\n\n**Decision**: \`${SCRIPT}\`\n\n**Rationale**: \\${SCRIPT}\n`,
        },
        {
          add: 'specs/001-attack/tasks.md',
          text: `# Tasks\n\n## \`${SCRIPT}\`\n\n- [x] T001 [US1] ${SCRIPT} in \`src/${SCRIPT}.ts\`\n- [ ] ${SCRIPT}\n`,
        },
      ],
    },
  ],
  { DOCKET_OUT_DIR: '.cache/hostile-site' },
);
