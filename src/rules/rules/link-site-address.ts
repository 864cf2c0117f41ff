import type { Corpus } from '../../records/corpus.ts';
import { relativePath } from '../../records/links.ts';
import type { DocketRecord } from '../../records/record.ts';
import { defineRule } from '../define.ts';
import { NEW_ADR } from '../example-base.ts';

export default defineRule({
  id: 'link-site-address',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Links to own records and pages are relative paths of files, not addresses of the site.',
  why: 'An address of the site works on the site only; a relative path works there, on the code host and in an editor.',
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
  check({ record, corpus, report }) {
    for (const { target, url, urlSpan } of record.links) {
      if (target.kind !== 'site') continue;
      const meant = recordOfAddress(corpus, url);
      report({
        span: urlSpan,
        message: `Unexpected address \`${url}\` of the site, expected a relative path`,
        help: meant
          ? `write \`${relativePath(record.path, meant.path)}\``
          : 'start from the folder of this record, for example `../guides/deploy.md`',
      });
    }
  },
});

function recordOfAddress(corpus: Corpus, url: string): DocketRecord | undefined {
  const match = /\/(adr|specs|provenance)\/([^/?#]+?)(?:\.md)?\/?(?:[?#].*)?$/.exec(url);
  if (!match) return undefined;
  const [, folder, name = ''] = match;
  const kind = folder === 'specs' ? 'spec' : folder;
  return corpus.records.find(
    (record) => record.kind === kind && (record.name === name || record.number === name),
  );
}
