import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR } from './support/example-base.ts';
import { matchesInSource } from './support/text-search.ts';

/** What secrets look like, each with its name. The formats are those their issuers publish. */
const SHAPES: readonly (readonly [name: string, shape: RegExp])[] = [
  // With nothing after it, or cut short, it is the shape of a key and no key.
  ['private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?=[\s\S]{0,300}?[A-Za-z0-9+/]{40})/g],
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/g],
  ['GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/g],
  ['Slack token', /\bxox[abprs]-[A-Za-z0-9-]{20,}\b/g],
  ['Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/g],
  ['Azure storage key', /\bAccountKey=[A-Za-z0-9+/]{86}==/g],
  ['JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g],
];

/** A quick look for anything of the above, as nearly every record holds none. */
const ANY =
  /PRIVATE KEY|\bA[KS]IA|\bgh[pousr]_|github_pat_|glpat-|\bxox|AIza|AccountKey=|\beyJ|:\/\/[^\s/]*@/;

const CONNECTION =
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"'`]+:([^\s/@"'`]+)@(?!(?:localhost|127\.0\.0\.1|\[::1\])(?![\w.-]))[^\s"'`]+/gi;
/** Passwords that stand for one: in brackets, a variable, stars, or the word itself. */
const STAND_IN = /^(?:[<{[$%(].*|\*+|x+|\.+|…|pass(?:word)?|pwd|secret|changeme|example|user)$/i;

export default defineRule({
  id: 'secret-shape',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'error',
  security: true,
  summary:
    'A record contains nothing that looks like a key, a token or a connection string with a password.',
  why: 'Records are published and kept forever; a secret in one is public, and remains so in the history.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '`redis://shop:h7Gk29sQ@cache.example.com/0` with sticky routing',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected connection string with a password, expected no secret in a record',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '`AKIAIOSFODNN7EXAMPLE` and sticky routing',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected AWS access key, expected no secret in a record',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '`redis://shop:<password>@cache.example.com/0` with sticky routing',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'A file that starts with `-----BEGIN PRIVATE KEY-----`, and `amqp://guest:guest@localhost:5672`, with sticky routing',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const { document } = record;
    if (!ANY.test(document.text)) return;
    const found = SHAPES.flatMap(([name, shape]) =>
      matchesInSource(document, shape).map(({ span }) => ({ name, span })),
    );
    for (const { match, span } of matchesInSource(document, CONNECTION)) {
      if (!STAND_IN.test(match[1] ?? ''))
        found.push({ name: 'connection string with a password', span });
    }
    for (const { name, span } of found) {
      report({
        span,
        found: `${name}`,
        expected: 'no secret in a record',
        help: 'revoke it, replace it with a placeholder such as `<password>`, and remove it from the history too',
      });
    }
  },
});
