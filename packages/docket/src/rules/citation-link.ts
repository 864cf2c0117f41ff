import { defineRule } from '../engine/define.ts';
import { foldersOfKind } from '../records/layout.ts';
import { relativePath } from '../records/links.ts';

export default defineRule({
  id: 'citation-link',
  kinds: [],
  severity: 'error',
  summary: 'In the documents of the repository, a link that names a record leads to that record.',
  why: 'The text and the address of a link are edited separately; when they differ, the reader ends up at the wrong decision.',
  examples: {
    bad: [
      {
        patches: [
          {
            add: 'README.md',
            text: '# Shop\n\nSessions: [ADR-002](docs/adr/adr-001-keep-sessions-in-memory.md)\n',
          },
        ],
        finds: [
          {
            file: 'README.md',
            line: 3,
            message: 'Unexpected text `ADR-002` of a link to `ADR-001`, expected `ADR-001`',
          },
        ],
      },
      {
        patches: [
          { add: 'README.md', text: '# Shop\n\nSessions: [ADR-002](docs/adr/adr-002-redis.md)\n' },
        ],
        finds: [
          {
            file: 'README.md',
            line: 3,
            message:
              'Unexpected link to `docs/adr/adr-002-redis.md`, expected the file of `ADR-002`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            add: 'README.md',
            text: '# Shop\n\nSessions: [ADR-002](docs/adr/adr-002-keep-sessions-in-redis.md)\n',
          },
        ],
      },
    ],
  },
  checkDocuments({ corpus, facts, report }) {
    for (const { path, citations } of facts.documents ?? []) {
      for (const { id, log, text, span, target } of citations) {
        const may = corpus.cited(id, log);
        const named = may.find((one) => one.path === target) ?? may[0];
        if (target === undefined || !named) continue;
        const to = corpus.byPath(target);
        const isRecordFolder = Object.values(corpus.layout).some((layout) =>
          foldersOfKind(layout).some((folder) => target.startsWith(`${folder}/`)),
        );
        const address = relativePath(path, named.path);
        if (to && to !== named && to.kind !== 'provenance') {
          report({
            file: path,
            span,
            found: `text \`${text}\` of a link to \`${to.id}\``,
            expected: `\`${to.id}\``,
            help: 'correct the text or the address, whichever is wrong',
          });
        } else if (!to && isRecordFolder && target.endsWith('.md')) {
          report({
            file: path,
            span,
            found: `link to \`${target}\``,
            expected: `the file of \`${id}\``,
            help: `write \`${address}\``,
          });
        }
      }
    }
  },
});
