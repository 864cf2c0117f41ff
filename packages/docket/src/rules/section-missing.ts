import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'section-missing',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Every section of the template is present, sub-sections included.',
  why: 'The template is the list of questions that a record answers; a section left out is a question left open.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '## Decision Drivers\n\n- **Effort:** the shop opens in two weeks.\n\n',
            to: '',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 16,
            message:
              'Unexpected missing section `Decision Drivers`, expected it before `Options Considered`',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '### Risks\n\n- **Redis stops:** nobody can log in. Mitigation: it restarts within 10 seconds.\n\n',
            to: '',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 56,
            message: 'Unexpected missing section `Risks`, expected it at the end of `Consequences`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '### What was tried', to: '### What was tried before' },
          { change: NEW_ADR, from: '(#what-was-tried)', to: '(#what-was-tried-before)' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    if (!contract) return;
    for (const { contracts, matches, parent } of levelsOf(record.outline, contract)) {
      const answered = new Set(matches.map((match) => match.contract));
      const isMissing = (index: number): boolean => {
        const item = contracts[index];
        return item !== undefined && !item.optional && !answered.has(item);
      };
      for (let start = 0; start < contracts.length; start += 1) {
        if (!isMissing(start)) continue;
        // Neighbours that are missing together are one finding, at the place where all of them belong.
        let end = start + 1;
        while (isMissing(end)) end += 1;
        const missing = contracts.slice(start, end);
        const follows = new Set(contracts.slice(end));
        const next = matches.find((match) => follows.has(match.contract))?.section;
        const anchor = next ?? parent ?? record.outline.all.at(-1);
        const place = next
          ? `before \`${next.title}\``
          : parent
            ? `at the end of \`${parent.title}\``
            : 'at the end';
        const [noun, pronoun] = missing.length === 1 ? ['section', 'it'] : ['sections', 'them'];
        const elsewhere = missing.flatMap((item) =>
          record.outline.all.filter(
            (section) =>
              section.depth !== item.depth &&
              section.title.toLowerCase() === item.title.toLowerCase(),
          ),
        );
        report({
          span: anchor?.span ?? record.frontmatter.span,
          message: `Unexpected missing ${noun} ${quoteAll(
            missing.map((item) => item.title),
            'and',
          )}, expected ${pronoun} ${place}`,
          help: `add ${missing.map((item) => `\`${'#'.repeat(item.depth)} ${item.title}\``).join(', ')}, as \`${contract.path}\` shows at line ${missing[0]?.span.start.line}`,
          related: elsewhere.map((section) => ({
            file: record.path,
            span: section.span,
            label: `this heading has another level, \`${'#'.repeat(section.depth)}\``,
          })),
        });
        start = end - 1;
      }
    }
  },
});
