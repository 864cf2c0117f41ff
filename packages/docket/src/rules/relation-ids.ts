import { defineRule } from '../engine/define.ts';
import { padNumber } from '../records/authoring/create.ts';
import { readTypedName, recordId } from '../records/key.ts';
import { RELATION_TYPES } from '../records/relation.ts';
import { NEW_ADR } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'relation-ids',
  kinds: ['adr'],
  severity: 'error',
  summary: 'A relation is a list of ids of decision records.',
  why: 'Relations connect decisions; a title, a path or the id of a specification cannot be followed in both directions.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'spec: SPEC-0001', to: 'related: [ADR-1]\nspec: SPEC-0001' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message:
              'Unexpected `ADR-1` in `related`, expected the id of a decision record, such as `ADR-017`',
          },
        ],
      },
      {
        patches: [
          { change: NEW_ADR, from: 'spec: SPEC-0001', to: 'related: ADR-001\nspec: SPEC-0001' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message: 'Unexpected `ADR-001` in `related`, expected a list',
          },
        ],
      },
      {
        patches: [
          { change: NEW_ADR, from: 'spec: SPEC-0001', to: 'related: [SPEC-0001]\nspec: SPEC-0001' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message:
              'Unexpected `SPEC-0001` in `related`, expected the id of a decision record, such as `ADR-017`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'spec: SPEC-0001', to: 'related: [ADR-001]\nspec: SPEC-0001' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const isRelation = (key: string) => (RELATION_TYPES as readonly string[]).includes(key);
    for (const { key, value, isItem, span } of invalidValues(record, corpus, isRelation)) {
      const text = String(value);
      const named = readTypedName(text);
      const isAdr = named !== undefined && named.kind !== 'spec' && !/\D/.test(named.number);
      const meant = isAdr ? recordId('adr', padNumber('adr', Number(named.number))) : undefined;
      report({
        span,
        message: isItem
          ? `Unexpected ${quote(value)} in \`${key}\`, expected the id of a decision record, such as \`ADR-017\``
          : `Unexpected ${quote(value)} in \`${key}\`, expected a list`,
        help: helpFor(key, text, meant, isItem),
      });
    }
  },
});

function helpFor(key: string, text: string, meant: string | undefined, isItem: boolean): string {
  if (readTypedName(text)?.kind === 'spec')
    return 'name the specification under `spec`; relations join decision records only';
  if (!isItem) return `write \`${key}: [${meant ?? 'ADR-017'}]\``;
  return meant === undefined
    ? 'write `ADR-` and the number as in the file name'
    : `write \`${meant}\``;
}
