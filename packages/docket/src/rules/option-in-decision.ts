import { defineRule } from '../engine/define.ts';
import { OLD_ADR } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';

export default defineRule({
  id: 'option-in-decision',
  kinds: ['adr'],
  severity: 'error',
  summary: 'The decision names the option that is marked as chosen.',
  why: 'When the mark and the text of the decision differ, both look right, and one of them is wrong.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: 'Option A: sessions live in the memory of the server.',
            to: 'Sessions stay where they are.',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 42,
            message:
              'Unexpected decision without the chosen option, expected `Option A` or `Memory of the server`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: 'Option A: sessions live in the memory of the server.',
            to: 'We use the memory of the server.',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const chosen = record.body.options.filter((option) => option.chosen);
    const decision = record.sections.get('decision');
    const [option] = chosen;
    if (!option || chosen.length > 1 || !decision) return;
    const { end } = decision.extent;
    const source = record.document.text.slice(decision.span.end.offset, end.offset);
    const names = [option.label, `option ${option.letter}`, option.name]
      .map((name) => name.toLowerCase())
      .filter((name) => name !== '');
    // Most decisions name it in plain letters, and need no look behind the markup.
    if (names.some((name) => isNamed(source.toLowerCase(), name))) return;
    if (holdsPlaceholder(source, record, corpus)) return;
    const text = source
      .replace(/[*_`]/g, '')
      .replace(/\s\s+|[^\S ]/g, ' ')
      .toLowerCase();
    if (text.trim() === '' || names.some((name) => isNamed(text, name))) return;
    report({
      span: decision.span,
      message: `Unexpected decision without the chosen option, expected \`${option.label}\` or \`${option.name}\``,
      help: `name \`${option.label}\` in the first sentence of the decision`,
      related: [{ file: record.path, span: option.section.span, label: 'marked as chosen here' }],
    });
  },
});

function isNamed(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}
