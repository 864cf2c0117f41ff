import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';

/** Addresses of a file in a repository: host, then owner and name, then the branch, tag or commit. */
const FILE =
  /^https?:\/\/(?:(?:www\.)?github\.com\/[^/]+\/[^/]+\/(?:blob|raw|blame|edit)|raw\.githubusercontent\.com\/[^/]+\/[^/]+|(?:[\w-]+\.)?gitlab\.[\w.]+\/.+?\/-\/(?:blob|raw|blame)|bitbucket\.org\/[^/]+\/[^/]+\/src)\/([^/?#]+)\//;
const COMMIT = /^[0-9a-f]{7,64}$/i;
const TAG = /^(?:v|release-?|[\w-]+@v?)?\d+(?:\.\d+)+/i;

export default defineRule({
  id: 'link-pinned',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'A link to code elsewhere names a commit or a release, not a branch.',
  why: 'A branch moves on: a year later, the line that was the reason for a decision is a different line, or gone.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '(https://redis.io/docs/)',
            to: '(https://github.com/redis/redis/blob/unstable/src/expire.c#L40)',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 80,
            message: 'Unexpected branch `unstable` in a link to code, expected a commit',
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
            to: '(https://github.com/redis/redis/blob/8.0.1/src/expire.c#L40)',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '(https://redis.io/docs/)',
            to: '(https://github.com/redis/redis/blob/0a6eacff1f5b2a6a5ab5ed8a1bda4b1d4a5f6c7d/src/expire.c)',
          },
        ],
      },
    ],
  },
  options: z.strictObject({
    tags: z.boolean().default(true).meta({ description: 'Whether a release tag is enough.' }),
  }),
  check({ record, options, report }) {
    for (const { target, url, urlSpan } of record.links) {
      const ref = target.kind === 'external' ? FILE.exec(url)?.[1] : undefined;
      if (ref === undefined || COMMIT.test(ref) || (options.tags && TAG.test(ref))) continue;
      report({
        span: urlSpan,
        message: `Unexpected branch \`${ref}\` in a link to code, expected a commit`,
        help: 'open the file on its host and copy its permanent link (`y` on GitHub)',
      });
    }
  },
});
