import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import type { AcceptedState, FileFacts } from '../records/facts.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { governs, matchesGoverning } from '../records/governs.ts';
import { perObject } from '../records/memo.ts';
import { stands } from '../records/query.ts';
import type { AdrRecord } from '../records/record.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote } from './support/words.ts';

const governing = {
  change: NEW_ADR,
  from: 'spec: SPEC-0001',
  to: 'spec: SPEC-0001\ngoverns: [src/store]',
} as const;
const file = (name: string) => ({ add: name, text: `export const name = '${name}';\n` }) as const;
const START = {
  subject: 'Start',
  day: '2026-02-03',
  patches: [governing, file('src/store/read.ts'), file('src/store/write.ts')],
};

export default defineRule({
  id: 'governs-gone',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'warning',
  recommended: 'info',
  summary: 'Most of the files that a decision governed when it was accepted are still there.',
  why: 'A decision about files that are gone may have been overtaken by what replaced them, without anybody saying so.',
  examples: {
    bad: [
      {
        patches: [governing, file('src/store/write.ts')],
        facts: { commits: [START] },
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected pattern `src/store` that has lost 1 of 2 files since 2026-02-03, expected most of them to be there',
          },
        ],
      },
    ],
    good: [
      {
        patches: [governing, file('src/store/read.ts'), file('src/store/write.ts')],
        facts: { commits: [START] },
      },
      {
        patches: [governing, file('src/store/write.ts')],
        options: { share: 100 },
        facts: { commits: [START] },
      },
    ],
  },
  options: z.strictObject({
    share: z
      .int()
      .min(1)
      .max(100)
      .default(50)
      .meta({ description: 'From which part of the files on, in per cent, their loss is told.' }),
  }),
  check({ record, facts: { tree }, options: { share }, report }) {
    const state = tree?.accepted.get(record.path);
    if (!tree || !state || !stands(record)) return;
    for (const entry of record.governs) {
      if (entry.isException) continue;
      const then = state.files.filter((path) => matchesGoverning(entry, path));
      const gone = then.filter((path) => isGone(record, path, tree, state));
      if (gone.length === 0 || gone.length * 100 < share * then.length) continue;
      const moves = gone.flatMap((path) => {
        const now = state.moved.get(path);
        return now === undefined ? [] : [`${quote(path)} is ${quote(now)} now`];
      });
      report({
        span: entry.span,
        found: `pattern ${quote(entry.glob)} that has lost ${gone.length} of ${then.length} files since ${state.day}`,
        expected: 'most of them to be there',
        help: `${moves[0] === undefined ? `${quote(gone[0] ?? '')} is gone` : moves[0]}: write where they went, or say in a record that amends or supersedes this one what became of them`,
      });
    }
  },
});

function isGone(adr: AdrRecord, path: string, tree: FileFacts, { moved }: AcceptedState): boolean {
  if (presentIn(tree).has(path)) return false;
  if (tree.closed.some((folder) => path === folder || path.startsWith(`${folder}/`))) return false;
  const now = moved.get(path);
  return now === undefined || !governs(adr, now);
}

const presentIn = perObject(({ files }: FileFacts): ReadonlySet<string> => new Set(files));
