import { defineRule } from '../engine/define.ts';
import type { Corpus } from '../records/corpus.ts';
import { nearest } from '../records/nearest.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'link-fragment',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'log',
  formats: ['markdown', 'asciidoc'],
  severity: 'error',
  recommended: 'warning',
  summary: 'The heading that a fragment points to exists.',
  why: 'A link with a wrong fragment opens the top of the page, and the reader cannot tell what was meant.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '(#what-was-tried)', to: '(#what-we-tried)' }],
        finds: [
          {
            file: NEW_ADR,
            line: 79,
            message: 'Unexpected fragment `#what-we-tried`, expected a heading of this record',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '.md#validation-steps)', to: '.md#validation)' }],
        finds: [
          {
            file: NEW_ADR,
            line: 78,
            message:
              'Unexpected fragment `#validation`, expected a heading of `spec-0001-session-store.md`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '(#what-was-tried)', to: '(#tried)' },
          {
            change: NEW_ADR,
            from: '### What was tried',
            to: '<a id="tried"></a>\n\n### What was tried',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { target, url, urlSpan } of record.links) {
      const fragment =
        target.kind === 'file' || target.kind === 'fragment' ? target.fragment : undefined;
      // An empty fragment, and `#top`, lead to the top of the page in every browser.
      if (fragment === undefined || fragment === '' || fragment === 'top') continue;
      const path = target.kind === 'file' ? target.path : record.path;
      const offered = offeredBy(corpus, path);
      if (!offered || offered.has(fragment)) continue;
      // GitHub and the site's own pages find a heading in any letter case; other hosts do not.
      if (corpus.layout.adr.logs && offered.has(fragment.toLowerCase())) continue;
      const meant = nearest(fragment, offered) ?? longer(fragment, offered);
      const owner =
        path === record.path ? 'this record' : `\`${path.slice(path.lastIndexOf('/') + 1)}\``;
      report({
        span: urlSpan,
        found: `fragment \`#${fragment}\``,
        expected: `a heading of ${owner}`,
        help: meant
          ? `did you mean \`${url.slice(0, url.indexOf('#'))}#${meant}\`?`
          : 'use the heading in lower case, with hyphens for spaces and without punctuation',
      });
    }
  },
});

/** The fragments a file offers; `undefined` where nobody knows: a file that is no Markdown. */
function offeredBy(corpus: Corpus, path: string): ReadonlySet<string> | undefined {
  const record = corpus.byPath(path);
  if (!record) return corpus.surroundings.fragments.get(path);
  return record.document.format === 'markdown' ? record.outline.slugs : undefined;
}

function longer(fragment: string, offered: ReadonlySet<string>): string | undefined {
  return [...offered].find((slug) => slug.startsWith(fragment) || fragment.startsWith(`${slug}-`));
}
