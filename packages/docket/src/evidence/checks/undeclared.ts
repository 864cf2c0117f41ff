import type { ProvenanceRecord } from '../../records/record.ts';
import { type Context, toGit } from '../context.ts';
import { factsOf } from '../file-facts.ts';
import { type KnownLanding, recordsIn } from '../landing.ts';
import { namesOf } from '../named.ts';
import { fromLanding } from '../names.ts';
import type { Notice } from '../notice.ts';
import { claimsOf } from '../sources/ours.ts';
import { specNames } from '../spec-names.ts';
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
  for (const path of declaredBy(context, landing, record)) declared.add(path);
  for (const other of recordsIn(context, landing)) {
    for (const path of declaredBy(context, other.landing, other.record)) declared.add(path);
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
      found: `${files} in the landing \`${shortId(landing.commit.id)}\``,
      expected: 'every file to be named in Artifacts Produced',
      help: 'add a row for each, or land unrelated changes on their own',
      span:
        record.outline.all.find((section) => /^artifacts produced$/i.test(section.title))?.span ??
        record.frontmatter.span,
      details: missing.map((path) => fromLanding(landing, path)),
    },
  ];
}

/** Paths a record accounts for in its landing: itself, its specification, and its rows. */
function declaredBy(context: Context, landing: KnownLanding, record: ProvenanceRecord): string[] {
  const written = claimsOf(record)
    .flatMap((claim) => {
      if (claim.kind !== 'artifact') return [];
      const onlyExisted =
        claim.status.alternatives.length > 0 &&
        claim.status.alternatives.every((events) => events.has('existed') && events.size === 1);
      return onlyExisted ? [] : [claim.path, claim.from ?? ''];
    })
    .flatMap((path) => namesOf(context, landing, path));
  const names = [...specNames(context, landing, record), ...written];
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
