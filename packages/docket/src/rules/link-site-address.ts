import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import type { Names, RecordName } from '../records/corpus.ts';
import { relativePath } from '../records/links.ts';
import { replaceWith } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'link-site-address',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'names',
  severity: 'error',
  summary:
    'Links to records and pages of this repository are relative file paths, not addresses on the site.',
  why: 'An address on the site works only on the site; a relative path works there, on the code host and in an editor.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: '(adr-001-keep-sessions-in-memory.md)', to: '(/adr/001/)' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message: 'Unexpected address `/adr/001/` of the site, expected a relative path',
          },
        ],
        fixed: { file: NEW_ADR, text: '[ADR-001](adr-001-keep-sessions-in-memory.md) fits' },
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '(adr-001-keep-sessions-in-memory.md)',
            to: '(https://adr.example.com/adr/001/#decision)',
          },
        ],
        options: { site: 'https://adr.example.com/' },
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message:
              'Unexpected address `https://adr.example.com/adr/001/#decision` of the site, expected a relative path',
          },
        ],
        fixed: {
          file: NEW_ADR,
          text: '[ADR-001](adr-001-keep-sessions-in-memory.md#decision) fits',
        },
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '(https://redis.io/docs/)',
            to: '(https://example.com/adr/001/)',
          },
        ],
      },
    ],
  },
  options: z.strictObject({
    site: z.string().default('').meta({
      description: 'The address of the site, so that absolute links to it are found too.',
    }),
  }),
  check({ record, corpus, options, report }) {
    for (const { target, url, urlSpan } of record.links) {
      const isOwn =
        target.kind === 'site' ||
        (options.site !== '' && target.kind === 'external' && url.startsWith(options.site));
      if (!isOwn) continue;
      const meant = recordOfAddress(corpus, url);
      const fragment = /#.*$/.exec(url)?.[0] ?? '';
      report({
        span: urlSpan,
        found: `address \`${url}\` of the site`,
        expected: 'a relative path',
        help: meant
          ? `write \`${relativePath(record.path, meant.path)}\``
          : 'start from the folder of this record, for example `../guides/deploy.md`',
        ...(meant && record.document.text.slice(urlSpan.start.offset, urlSpan.end.offset) === url
          ? { fix: replaceWith(urlSpan, relativePath(record.path, meant.path) + fragment) }
          : {}),
      });
    }
  },
});

function recordOfAddress(corpus: Names, url: string): RecordName | undefined {
  const match = /\/(adr|specs|provenance)\/([^/?#]+?)(?:\.md)?\/?(?:[?#].*)?$/.exec(url);
  if (!match) return undefined;
  const [, folder, name = ''] = match;
  const kind = folder === 'specs' ? 'spec' : folder;
  return corpus.records.find(
    (record) => record.kind === kind && (record.name === name || record.number === name),
  );
}
