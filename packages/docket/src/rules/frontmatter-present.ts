import { defineRule } from '../engine/define.ts';
import { SPEC } from './support/example-base.ts';

export default defineRule({
  id: 'frontmatter-present',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'Decision records and specifications start with frontmatter.',
  why: 'Without it, the record has no title, status or date that a reader or a program can rely on.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: SPEC,
            from: '---\ntitle: "Spec 0001: Write ADR-002"\nstatus: Accepted\ndate: 2026-02-02\n---\n\n',
            to: '',
          },
        ],
        finds: [
          {
            file: SPEC,
            line: 1,
            message: 'Unexpected text on line 1, expected the frontmatter of a specification',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: SPEC, from: 'status: Accepted\ndate: 2026-02-02\n', to: '' }] }],
  },
  check({ record, corpus, report }) {
    if (record.frontmatter.present) return;
    const { noun, template } = corpus.layout[record.kind];
    report({
      span: record.frontmatter.span,
      found: 'text on line 1',
      expected: `the frontmatter of a ${noun}`,
      help: `start the file with the keys between \`---\` lines${corpus.templates[record.kind] ? ` that \`${template}\` shows` : ''}`,
    });
  },
});
