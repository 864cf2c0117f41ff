import { defineRule } from '../engine/define.ts';
import { relativePath } from '../records/links.ts';
import { NEW_ADR } from './support/example-base.ts';
import { pathState } from './support/paths.ts';
import { holdsPlaceholder } from './support/placeholders.ts';

const LINK = '[ADR-001](adr-001-keep-sessions-in-memory.md)';

export default defineRule({
  id: 'link-target',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'names',
  formats: ['markdown', 'asciidoc'],
  severity: 'error',
  recommended: 'warning',
  summary: 'The file that a relative link points to exists, under exactly that name.',
  why: 'At a broken link, a reader loses the thread; a name in the wrong case breaks only once it is published.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: LINK, to: '[ADR-001](adr-001-sessions-in-memory.md)' }],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message:
              'Unexpected link to `adr-001-sessions-in-memory.md`, expected a file that exists',
          },
        ],
      },
      {
        patches: [
          { change: NEW_ADR, from: LINK, to: '[ADR-001](ADR-001-keep-sessions-in-memory.md)' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message:
              'Unexpected case in link to `ADR-001-keep-sessions-in-memory.md`, expected `adr-001-keep-sessions-in-memory.md`',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: LINK, to: '![The template](template.md)' }],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message:
              'Unexpected image `template.md`, expected an image, audio or video file inside the repository',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: LINK,
            to: '[ADR-001](./adr-001-keep-sessions-in-memory.md#context)',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: LINK,
            to: 'The [folder](../adr/) and its [template](template.md)',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const { shown } = corpus.surroundings;
    for (const { target, url, urlSpan, image } of record.links) {
      if (target.kind !== 'file') continue;
      const state = pathState(corpus, target.path);
      if (image && state.kind === 'exists' && shown && !shown.has(target.path)) {
        report({
          span: urlSpan,
          found: `image \`${url}\``,
          expected: 'an image, audio or video file inside the repository',
          help: 'link to the file without embedding it, or give a file such as `figure.svg`',
        });
        continue;
      }
      if (state.kind === 'exists' || holdsPlaceholder(url, record, corpus)) continue;
      const fragment = target.fragment === undefined ? '' : `#${target.fragment}`;
      const write = (path: string) => `${relativePath(record.path, path)}${fragment}`;
      if (state.kind === 'other-case') {
        report({
          span: urlSpan,
          found: `case in link to \`${url}\``,
          expected: `\`${write(state.path)}\``,
          help: `write \`${write(state.path)}\``,
        });
      } else {
        report({
          span: urlSpan,
          found: `link to \`${url}\``,
          expected: 'a file that exists',
          help:
            state.nearest === undefined
              ? `there is no \`${target.path}\`; correct the address or remove the link`
              : `did you mean \`${write(state.nearest)}\`?`,
        });
      }
    }
  },
});
