import { defineRule } from '../engine/define.ts';
import { artifactRows } from './support/artifacts.ts';
import { PROVENANCE } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'artifact-path',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'An artifact is a path from the root of the repository, in backticks.',
  why: 'The path is linked to the file and compared with the commits; a description can be neither linked nor compared.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| `docs/adr/adr-002-keep-sessions-in-redis.md` |',
            to: '| The decision record |',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 23,
            message: 'Unexpected artifact `The decision record`, expected a path in backticks',
          },
        ],
      },
      {
        patches: [{ change: PROVENANCE, from: '| `docs/adr/adr-002', to: '| `/docs/adr/adr-002' }],
        finds: [
          {
            file: PROVENANCE,
            line: 23,
            message:
              'Unexpected path `/docs/adr/adr-002-keep-sessions-in-redis.md`, expected it from the root of the repository',
          },
        ],
      },
    ],
    good: [
      { patches: [{ change: PROVENANCE, from: '| `docs/adr/adr-002', to: '| `infra/adr-002' }] },
      { patches: [{ change: PROVENANCE, from: '| `docs/adr/adr-002', to: '| `infra/a\\|b-002' }] },
      {
        patches: [{ change: PROVENANCE, from: '| `docs/adr/adr-002', to: '| `app/[id]/(a)/b-002' }],
      },
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| `docs/adr/adr-002-keep-sessions-in-redis.md`',
            to: '| `"docs/a\\tb.md"`',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { file } of artifactRows(record)) {
      if (!file || holdsPlaceholder(file.text, record, corpus)) continue;
      const path = file.code?.trim();
      if (path === undefined) {
        report({
          span: file.span,
          message: `Unexpected artifact ${quote(file.text)}, expected a path in backticks`,
          help: 'write, for example, `docs/adr/adr-018-secret-management.md`, one file per row',
        });
      } else if (!isFromRoot(path)) {
        report({
          span: file.span,
          message: `Unexpected path \`${path}\`, expected it from the root of the repository`,
          help: 'start with the name of a file or folder at the root, and use forward slashes',
        });
      }
    }
  },
});

function isFromRoot(written: string): boolean {
  // A name with control characters is written as Git prints it: `"a\nb.md"`.
  const path = /^"(?:[^"\\]|\\.)*"$/.test(written) ? written.replace(/"|\\./g, '') : written;
  return !/^(?:[/~]|[a-z]:|\.\.?(?:\/|$))|\\|[{}<>]|(?:^|\/)\.\.(?:\/|$)/i.test(path);
}
