import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { nameFrom } from '../records/logs.ts';
import { nearest } from '../records/nearest.ts';
import { partialRelationsOf, sectionNamed } from '../records/partial.ts';
import type { Section } from '../records/sections.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';
import { quoteAll } from './support/words.ts';

const inPart = (section: string) =>
  [
    {
      change: NEW_ADR,
      from: 'supersedes: [ADR-001]',
      to: `supersedes: [{ adr: ADR-001, sections: [${section}] }]`,
    },
    { change: OLD_ADR, from: 'status: Superseded', to: 'status: Accepted' },
  ] as const;
const told = (section: string) => ({
  change: OLD_ADR,
  from: 'superseded-by: [ADR-002]',
  to: `superseded-by: [{ adr: ADR-002, sections: [${section}] }]`,
});

export default defineRule({
  id: 'supersession-sections',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'warning',
  summary: 'Sections that are superseded exist, and both records name them.',
  why: 'Of a decision that stands in part, a reader must see at each section whether it still does.',
  examples: {
    bad: [
      {
        patches: [...inPart('Decision/Retention'), told('Decision/Retention')],
        finds: [
          {
            file: NEW_ADR,
            line: 9,
            message: 'Unexpected section `Decision/Retention`, expected one that `ADR-001` has',
          },
          {
            file: OLD_ADR,
            line: 9,
            message: 'Unexpected section `Decision/Retention`, expected one that `ADR-001` has',
          },
        ],
      },
      {
        patches: [...inPart('Consequences/Risks'), { ...told(''), to: 'superseded-by: []' }],
        finds: [
          {
            file: NEW_ADR,
            line: 9,
            message:
              'Unexpected one-sided supersession of `Consequences/Risks`, expected `ADR-001` to name it, too',
          },
        ],
      },
    ],
    good: [{ patches: [...inPart('Consequences/Risks, decision'), told('Risks, Decision')] }],
  },
  check({ record, corpus, report }) {
    for (const { from, to: old, sections, span } of partialRelationsOf(corpus, record)) {
      if (!old) continue;
      const other = record === from ? old : from;
      const mirrored = new Set<Section | undefined>(
        partialRelationsOf(corpus, other)
          .filter((one) => one.from === from && one.to === old)
          .flatMap((one) => one.sections.map((name) => sectionNamed(old.outline, name))),
      );
      const open: string[] = [];
      for (const name of sections) {
        const section = sectionNamed(old.outline, name);
        if (section) {
          if (!mirrored.has(section)) open.push(name);
          continue;
        }
        const titles = old.outline.all.map(({ title }) => title);
        const meant = nearest(name.split('/').at(-1) ?? name, titles);
        report({
          span,
          found: `section \`${name}\``,
          expected: `one that \`${old.id}\` has`,
          help:
            meant === undefined
              ? `its sections are ${quoteAll(titles, 'and')}`
              : `did you mean \`${meant}\`?`,
        });
      }
      // Records in other forms tell a reader in words of their own, on one side.
      if (open.length === 0 || corpus.layout.adr.logs) continue;
      const key = record === from ? 'superseded-by' : 'supersedes';
      const own = nameFrom(other, record, corpus.layout);
      report({
        span,
        found: `one-sided supersession of ${quoteAll(open, 'and')}`,
        expected: `\`${other.id}\` to name ${open.length === 1 ? 'it' : 'them'}, too`,
        help: `write \`${key}: [{ adr: ${own}, sections: [${open.join(', ')}] }]\` in \`${other.path}\``,
        related: [
          {
            file: other.path,
            span: (other.fields[key].written === '' ? other.fields.title : other.fields[key]).span,
            label: `\`${other.id}\` does not name ${quoteAll(open, 'and')}`,
          },
        ],
      });
    }
  },
});
