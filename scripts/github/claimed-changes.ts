import { z } from 'zod';
import type { Changes } from '../../packages/docket/src/records/changes/changes.ts';
import { RECORD_KINDS } from '../../packages/docket/src/records/layout.ts';
import { RELATION_TYPES } from '../../packages/docket/src/records/relation.ts';

/*
 * What the build of a pull request says has changed, as `docket diff --format json` writes it. That build ran the pull
 * request's own code, so each value is held to what it can be: kinds, severities and verdicts are those Docket knows,
 * and free text is bounded. Whoever shows it escapes it.
 */

const text = z.string().max(1024 * 1024);
const line = z.string().max(10_000);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(20_000);
const absent = <T extends z.ZodType>(value: T) =>
  value.nullable().transform((it) => it ?? undefined);

const revision = z.string().regex(/^[0-9a-f]{7,40}$|^the working tree$/);
const severity = z.enum(['error', 'warning', 'info']);
const verdict = z.enum(['verified', 'contradicted', 'outdated', 'unverifiable', 'accepted']);

const side = z.object({ id: line, title: line, path: line, status: absent(line) });
const point = z.object({ line: z.int(), column: z.int(), offset: z.int() });
const finding = z
  .object({
    rule: z.string().regex(/^[a-z][a-z:-]{0,80}$/),
    severity,
    file: line,
    span: z.object({ start: point, end: point }),
    message: line,
    help: line,
    related: z.unknown().transform(() => []),
  })
  .transform(({ message, ...rest }) => ({ ...rest, words: message }));

const changes = z.object({
  base: revision,
  head: revision,
  records: list(
    z
      .object({
        recordKind: z.enum(RECORD_KINDS),
        before: absent(side),
        after: absent(side),
        fields: list(z.object({ key: line, before: absent(text), after: absent(text) })),
        sections: list(
          z.object({
            kind: z.enum(['added', 'removed', 'changed']),
            titles: list(line),
            slug: absent(line),
            pieces: list(z.object({ kind: z.enum(['same', 'removed', 'added']), text })),
          }),
        ),
        agentDecisions: list(
          z.object({
            decision: text,
            rationale: text,
            acceptable: absent(line),
            needsReview: z.boolean(),
          }),
        ),
        results: list(
          z.object({ number: z.int(), step: text, before: absent(line), after: absent(line) }),
        ),
      })
      .refine(({ before, after }) => before ?? after, {
        error: 'a change needs a record on at least one side',
      }),
  ),
  relations: list(
    z.object({
      kind: z.enum(['added', 'removed']),
      type: z.enum(RELATION_TYPES),
      from: line,
      to: line,
    }),
  ),
  verdicts: list(
    z.object({
      record: line,
      path: line,
      claim: line,
      before: absent(verdict),
      after: absent(verdict),
      reason: line,
    }),
  ),
  silencings: list(
    z.object({ record: line, path: line, line: z.int(), rules: list(line), reason: line }),
  ),
  governed: list(
    z.object({
      id: line,
      title: line,
      path: line,
      status: absent(line),
      outcome: absent(text),
      supersededBy: list(line),
      files: list(line),
      asking: list(line),
      answeredBy: list(line),
      acknowledgedBy: list(line),
    }),
    // A build of a branch from before decisions governed files says nothing of it.
  ).default([]),
  violations: z.object({ added: list(finding), fixed: list(finding) }),
});

/**
 * Reads the changes that a build claims.
 *
 * @throws Error when the text is not what `docket diff --format json` writes.
 */
export function readClaimedChanges(json: string): Changes {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error('`changes.json` is not JSON');
  }
  const read = changes.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `\`changes.json\` is not what \`docket diff --format json\` writes: ${issue?.path.map(String).join('.')}: ${issue?.message}`,
  );
}
