import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { seriesOf } from './support/series.ts';

export default defineRule({
  id: 'options-heading',
  kinds: ['adr'],
  severity: 'error',
  summary: 'The heading of an option is its letter, a colon and its name.',
  why: 'Drivers, the decision and later records cite an option by its letter; a heading in any other form has none.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '### Option 3: Memcached\n\nFast, but forgets.\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 52,
            message: 'Unexpected heading `Option 3: Memcached`, expected `Option C: Memcached`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '### Comparison\n\nRedis wins.\n\n## Decision\n',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const series = seriesOf(record, corpus);
    if (!series) return;
    const { word } = series.contract;
    const meant = series.section.children.filter(
      (child) =>
        series.malformed.includes(child) ||
        series.options.some((option) => option.section === child),
    );
    for (const section of series.malformed) {
      const position = meant.indexOf(section);
      const other = record.body.options.find((option) => option.section === section);
      const name = section.title
        .slice((other?.label ?? word).length)
        .replace(/^s?\s*[\p{L}\p{N}]{0,2}\s*[:.)–—-]*\s*/u, '');
      const wanted = `${word} ${String.fromCharCode(65 + position)}: ${name || '…'}`;
      report({
        span: section.span,
        message: `Unexpected heading \`${section.title}\`, expected \`${wanted}\``,
        help: `write \`${'#'.repeat(section.depth)} ${wanted}\``,
      });
    }
  },
});
