import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { nearest } from '../records/nearest.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote, quoteAll } from './support/words.ts';

export default defineRule({
  id: 'decision-makers-form',
  kinds: ['adr', 'spec'],
  severity: 'warning',
  summary: 'Each decision maker is one name or role, without an address.',
  why: 'The log can be filtered by who decided; nobody finds two people in one entry, or a person under an email address.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[Team, Agent]', to: '["Team, Agent"]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 6,
            message: 'Unexpected `Team, Agent` in `decision-makers`, expected one name per entry',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '[Team, Agent]', to: '[team@example.com]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 6,
            message:
              'Unexpected `team@example.com` in `decision-makers`, expected a name or a role',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '[Team, Agent]', to: '[Team, Agnet]' }],
        options: { known: ['Team', 'Agent'] },
        finds: [
          {
            file: NEW_ADR,
            line: 6,
            message: 'Unexpected `Agnet` in `decision-makers`, expected `Team` or `Agent`',
          },
        ],
      },
    ],
    good: [
      { patches: [{ change: NEW_ADR, from: '[Team, Agent]', to: '[Platform team, "@octocat"]' }] },
    ],
  },
  options: z.strictObject({
    known: z.array(z.string()).default([]).meta({
      description: 'The allowed names and roles; any other is reported. Empty allows all.',
    }),
  }),
  check({ record, options, report }) {
    for (const { value: name, span } of record.fields['decision-makers'].items) {
      if (name === undefined) continue;
      const found = `Unexpected ${quote(name)} in \`decision-makers\`, expected`;
      if (/[,;]|\s(?:and|&|\+)\s/.test(name)) {
        report({
          span,
          message: `${found} one name per entry`,
          help: `write \`[${name.split(/\s*(?:[,;]|\s(?:and|&|\+)\s)\s*/).join(', ')}]\``,
        });
      } else if (/\S@\S/.test(name) || name.includes('://')) {
        report({ span, message: `${found} a name or a role`, help: 'write the name, or the role' });
      } else if (options.known.length > 0 && !options.known.includes(name)) {
        const meant = nearest(name, options.known);
        report({
          span,
          message: `${found} ${quoteAll(options.known, 'or')}`,
          help: meant
            ? `write \`${meant}\``
            : 'use a known name, or add this one to the configuration',
        });
      }
    }
  },
});
