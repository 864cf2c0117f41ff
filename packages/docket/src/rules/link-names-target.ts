import { defineRule } from '../engine/define.ts';
import { findMentions } from '../records/key.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'link-names-target',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'names',
  severity: 'error',
  summary: 'A link whose text starts with the id of a record leads to that record.',
  why: 'The text and the address are edited separately; when they differ, the reader ends up at the wrong decision without noticing.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[ADR-001](adr-001', to: '[ADR-002](adr-001' }],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message: 'Unexpected text `ADR-002` of a link to `ADR-001`, expected `ADR-001`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '[ADR-001](adr-001', to: '[What ADR-002 replaces](adr-001' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const link of record.links) {
      const to = link.target.kind === 'file' ? corpus.byPath(link.target.path) : undefined;
      if (!to || to.kind === 'provenance' || to.number === undefined || link.image) continue;
      const name = to.kind === 'adr' ? to.id : `Spec ${to.number}`;
      if (link.text === undefined || opensWith(link.text, name)) continue;
      const named = findMentions(link.text).find((mention) => mention.index === 0);
      if (!named || !corpus.isLog(named.log)) continue;
      if (named.id === to.id && (!named.log || corpus.cited(to.id, named.log)[0] === to)) continue;
      report({
        span: link.span,
        found: `text \`${named.text}\` of a link to \`${name}\``,
        expected: `\`${name}\``,
        help: 'correct the text or the address, whichever is wrong',
      });
    }
  },
});

/** Whether a text opens with a name and not with a longer one: what most links do, and quicker to tell than any other. */
function opensWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/[\w/-]/.test(text.charAt(name.length));
}
