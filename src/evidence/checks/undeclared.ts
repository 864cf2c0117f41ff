import type { ProvenanceRecord } from '../../records/record.ts';
import { claimsOf } from '../claims.ts';
import { type Context, fromGit, toGit } from '../context.ts';
import { factsOf } from '../file-facts.ts';
import { type KnownLanding, landingOf } from '../landing.ts';
import { namesOf } from '../named.ts';
import type { Notice } from '../notice.ts';
import { shortId } from '../verdict.ts';

/** Files that tools write as a consequence of others: nobody is expected to declare them. */
export const NOT_DECLARED: readonly RegExp[] = [
  /(?:^|\/)(?:npm-shrinkwrap|package-lock|pnpm-lock|bun)\.(?:json|yaml|lock|lockb)$/,
  /(?:^|\/)[^/]+\.lock$/,
  /(?:^|\/)go\.sum$/,
  /(?:^|\/)\.terraform\.lock\.hcl$/,
  /(?:^|\/)__snapshots__\//,
];

/** The files of a landing that no row names: not in this record, nor in another one of the same landing. */
export function undeclaredFiles(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): Notice[] {
  const declared = new Set<string>();
  for (const other of context.corpus.provenances) {
    const theirs = other === record ? landing : landingOf(context, other);
    if (theirs.kind !== 'landed' || theirs.commit !== landing.commit) continue;
    for (const path of declaredBy(context, theirs, other)) declared.add(path);
  }
  const missing = landing.commit.changes
    .map((change) => change.path)
    .filter((path) => !declared.has(path) && !NOT_DECLARED.some((pattern) => pattern.test(path)));
  if (missing.length === 0) return [];
  const files = missing.length === 1 ? '1 file' : `${missing.length} files`;
  return [
    {
      kind: 'undeclared',
      severity: 'warning',
      message: `Unexpected ${files} in the landing \`${shortId(landing.commit.id)}\`, expected every file to be named in Artifacts Produced`,
      help: 'add a row for each, or land unrelated changes on their own',
      span:
        record.outline.all.find((section) => /^artifacts produced$/i.test(section.title))?.span ??
        record.frontmatter.span,
      details: missing.map((path) => fromGit(context, path)),
    },
  ];
}

/** Paths a record accounts for in its landing: itself, its specification, and its rows. */
function declaredBy(context: Context, landing: KnownLanding, record: ProvenanceRecord): string[] {
  const written = [
    record.body.spec?.value,
    context.corpus.specOf(record)?.path,
    ...claimsOf(record).flatMap((claim) => {
      if (claim.kind !== 'artifact') return [];
      const onlyExisted =
        claim.status.alternatives.length > 0 &&
        claim.status.alternatives.every((events) => events.has('existed') && events.size === 1);
      return onlyExisted ? [] : [claim.path, claim.from];
    }),
  ];
  const names = written.flatMap((path) =>
    path === undefined ? [] : namesOf(context, landing, path),
  );
  const below = names.flatMap((name) => factsOf(landing, name).map((file) => file.path));
  // A rename is one row but two changes; the row may give either name.
  const renamed = landing.commit.changes.flatMap((change) => {
    if (change.status !== 'A' || !names.includes(change.path)) return [];
    const twin = landing.commit.changes.find(
      (other) => other.status === 'D' && other.before === change.after,
    );
    return twin ? [twin.path] : [];
  });
  return [landing.path, toGit(context, record.path), ...names, ...below, ...renamed];
}
