import path from 'node:path';
import type { Patch } from '../../../packages/docket/src/engine/define.ts';
import { patchedFiles } from '../../../packages/docket/src/engine/examples.ts';
import {
  NEW_ADR,
  OLD_ADR,
  PROVENANCE,
  SPEC,
} from '../../../packages/docket/src/rules/support/example-base.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import { buildExampleSite } from '../../../packages/starlight-docket/tests/support/example-site.ts';
import { LONG_PATH, LONG_URL, LONG_WORD, SCRIPTS } from './texts.ts';

const sample = patchedFiles([]).get(NEW_ADR) ?? '';

/** A decision that rests on the one before it, with a long text wherever one may stand. */
function decision(number: number, title: string, body: string): Patch {
  const id = String(number).padStart(3, '0');
  return {
    add: `docs/adr/adr-${id}-${LONG_WORD}.md`,
    text: sample
      .replaceAll('ADR-002', `ADR-${id}`)
      .replace('supersedes: [ADR-001]\nspec: SPEC-0001', `depends-on: [ADR-${prior(number)}]`)
      .replace('Keep Sessions in Redis', title)
      .replace('tags: [sessions, redis]', `tags: [${LONG_WORD}]`)
      .replace('decision-makers: [Team, Agent]', `decision-makers: ["${LONG_WORD}"]`)
      .replace(/prompted-by: ".*"/, `prompted-by: "${LONG_URL} is asked for."`)
      .replace(/description: ".*"/, `description: "Sessions live at ${LONG_PATH}."`)
      .replace('**Speed:**', `**${LONG_WORD}:**`)
      .replace('Option A: PostgreSQL', `Option A: ${LONG_PATH}`)
      .replace('### What was tried', `### ${LONG_URL}`)
      .replace('- [What was tried](#what-was-tried)\n', '')
      .replace('Key prefix `session:`', `\`${LONG_PATH}\` ${LONG_WORD}`)
      .replace('Readable in', LONG_URL)
      .replace('Sticky routing fails', body),
  };
}

function prior(number: number): string {
  return String(number - 1).padStart(3, '0');
}

const word = [...LONG_WORD];
const upper = `${word[0]?.toUpperCase()}${word.slice(1).join('')}`;

// Builds a site of records with titles, tags and names that no layout was made for, and words in many scripts.
buildExampleSite(
  path.join(ROOT, '.cache/strange-repository'),
  [
    {
      subject: `Decide ${LONG_WORD}`,
      patches: [
        decision(3, upper, LONG_WORD),
        decision(4, `Keep ${LONG_PATH}`, LONG_PATH),
        decision(5, `Ask ${LONG_URL}`, `${LONG_URL} \`${LONG_PATH}\``),
        decision(
          6,
          SCRIPTS.japanese.title,
          Object.values(SCRIPTS)
            .map(({ text }) => text)
            .join('\n\n'),
        ),
        { change: OLD_ADR, from: 'Keep Sessions in Memory', to: `Keep ${LONG_WORD}` },
        { change: SPEC, from: 'Write ADR-002', to: `Write ${LONG_WORD}` },
        { change: SPEC, from: 'The record exists.', to: `The record \`${LONG_PATH}\` exists.` },
        { change: PROVENANCE, from: 'Write ADR-002', to: `Write ${LONG_WORD}` },
        { change: PROVENANCE, from: '**Agent:** Agent', to: `**Agent:** ${LONG_WORD}` },
        { change: PROVENANCE, from: 'The record exists', to: `The record \`${LONG_PATH}\` exists` },
        { change: PROVENANCE, from: 'Listed the folder', to: LONG_URL },
        {
          change: PROVENANCE,
          from: '| Created |',
          to: `| Created |\n| \`${LONG_PATH}\` | Created |`,
        },
        { add: LONG_PATH, text: 'export {};\n' },
        { add: 'docs/adr/adr-001-keep-sessions-in-memory.md.txt', text: '' },
      ],
      day: '2026-03-05',
    },
    {
      subject: `Change ${LONG_WORD}`,
      patches: [
        {
          change: NEW_ADR,
          from: 'every session for 24 hours',
          to: `every session for ${LONG_WORD}`,
        },
      ],
      day: '2026-04-02',
    },
  ],
  { DOCKET_OUT_DIR: '.cache/strange-site' },
);
