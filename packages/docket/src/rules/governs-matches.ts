import { defineRule } from '../engine/define.ts';
import type { FileFacts } from '../records/facts.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { mayStand } from '../records/query.ts';
import { NEW_ADR } from './support/example-base.ts';
import { takesInNothing } from './support/governed.ts';
import { quote } from './support/words.ts';

const START = { subject: 'Start', day: '2026-02-03', patches: [] };
const governing = (written: string) =>
  ({
    change: NEW_ADR,
    from: 'spec: SPEC-0001',
    to: `spec: SPEC-0001\ngoverns: ${written}`,
  }) as const;
const store = { add: 'src/store.ts', text: 'export const ttl = 24;\n' } as const;

const EXPECTED = 'a list of patterns, or of `files` with `require: acknowledgement`';

export default defineRule({
  id: 'governs-matches',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'warning',
  recommended: 'warning',
  summary: 'Every pattern by which a decision in force says what it governs takes in a file.',
  why: 'Whoever changes a file is told of the decisions that govern it; a pattern with a slip in it tells nobody, and nobody notices.',
  examples: {
    bad: [
      {
        patches: [governing('[src/stroe.ts]'), store],
        facts: { commits: [START] },
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected pattern `src/stroe.ts`, expected one that takes in a file Git tracks',
          },
        ],
      },
      {
        patches: [governing('["../infra/**"]')],
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected pattern `../infra/**`, which is not used because it leads out of the repository',
          },
        ],
      },
    ],
    good: [
      {
        patches: [governing('[src, "!src/generated"]'), store],
        facts: { commits: [START] },
      },
      { patches: [governing('[src/stroe.ts]'), store] },
      { patches: [governing('[lib]\nadopted: planned')], facts: { commits: [START] } },
    ],
  },
  check({ record, corpus, facts, report }) {
    // In the template's form, `frontmatter-values` says so.
    const isHeldElsewhere = corpus.layout.adr.logs === undefined;
    for (const { field, kind, value, span } of isHeldElsewhere ? [] : record.issues) {
      if (field !== 'governs' || kind !== 'invalid') continue;
      report({
        span,
        found: `${quote(value)} in \`governs\``,
        expected: EXPECTED,
        help: 'without it, none of the patterns is used; write, for example, `governs: [infra/]`',
      });
    }
    const isPlanned = record.fields.adopted.value === 'planned';
    // A proposal may be about files to come, and what has ended about files that are gone.
    if (!mayStand(record)) return;
    for (const entry of record.governs) {
      const { glob, problem, isException, span } = entry;
      if (problem !== undefined) {
        report({
          span,
          found: `pattern ${quote(glob)}, which is not used because ${problem}`,
          help: 'write a path from the root of the repository, such as `infra/` or `src/**/*.ts`',
        });
      } else if (!isException && !isPlanned && facts.tree && takesInNothing(entry, facts.tree)) {
        const meant = namesake(glob, facts.tree);
        report({
          span,
          found: `pattern ${quote(glob)}`,
          expected: 'one that takes in a file Git tracks',
          help: meant
            ? `write ${quote(meant)} if that is what it governs`
            : 'correct it, counted from the root of the repository; `git ls-files` lists what is tracked',
        });
      }
    }
  },
});

/** The only file with the name that a pattern ends in, or with the same letters. */
function namesake(glob: string, { files }: FileFacts): string | undefined {
  const name = glob.replace(/\/+$/, '').split('/').at(-1)?.toLowerCase() ?? '';
  const found = files.filter((file) => `/${file.toLowerCase()}`.endsWith(`/${name}`));
  return found.length === 1 ? found[0] : undefined;
}
