import { defineRule } from '../engine/define.ts';
import type { Names } from '../records/corpus.ts';
import { fileOfUrl, relativePath } from '../records/links.ts';
import { isPictureData } from '../records/media.ts';
import { NEW_ADR } from './support/example-base.ts';
import { onlyOfNumber, pathState } from './support/paths.ts';
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
      {
        patches: [
          { change: NEW_ADR, from: LINK, to: '![A dot](data:image/gif;base64,R0lGODlhAQABAAA=)' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message:
              'Unexpected image whose data stands in the text, expected an image in a file of its own',
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
      if (image && isPictureData(url)) {
        report({
          span: urlSpan,
          found: 'image whose data stands in the text',
          expected: 'an image in a file of its own',
          help: 'save it as a file beside the record and write the name of that; neither GitHub nor the site shows it as it is',
        });
      }
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
            addressMeant(url) ??
            suggestion(
              state.nearest === record.path ? undefined : (state.nearest ?? fromRoot(corpus, url)),
              write,
            ) ??
            missing(corpus, target.path),
        });
      }
    }
  },
});

/** What to write for an address that is no path but lacks its beginning; `undefined` for a path. */
function addressMeant(url: string): string | undefined {
  if (url.startsWith('@')) {
    return 'the name of an account is no address; write that of its page, with `https://`';
  }
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url)) return `write \`mailto:${url}\``;
  const isHost = /^(?:www\.[^\s/]+|(?:[\w-]+\.)+(?:com|org|net|io|dev|gov|edu|info))(?:\/|$)/i.test(
    url,
  );
  return isHost ? `write \`https://${url}\`` : undefined;
}

/** The file that an address means if it counts from the root of the repository. */
function fromRoot({ surroundings, byPath }: Names, url: string): string | undefined {
  const path = fileOfUrl(url, '')?.path;
  return path !== undefined && (byPath(path) ?? surroundings.existing.has(path)) ? path : undefined;
}

function suggestion(path: string | undefined, write: (path: string) => string): string | undefined {
  return path === undefined ? undefined : `did you mean \`${write(path)}\`?`;
}

function missing(corpus: Names, path: string): string {
  const named = onlyOfNumber(corpus, path);
  const what = named === undefined ? '' : `, and number ${named.number} is \`${named.path}\``;
  return `there is no \`${path}\`${what}; correct the address or remove the link`;
}
