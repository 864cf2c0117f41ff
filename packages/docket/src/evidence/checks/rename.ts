import type { Change } from '../../records/history.ts';
import { describeChange, describeElsewhere, stepFor } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import { contradicted, shortId, unverifiable, type Verdict, verified } from '../verdict.ts';

/**
 * A file was renamed where the landing deletes one name and adds another with the equal blob. With other content it
 * may have been renamed or replaced, and Git cannot tell which.
 * @param path the name the row gives, as Git knows it in the landing: the new one where the row gives both
 * @param from the old name, where the row gives both
 */
export function checkRename(
  landing: KnownLanding,
  path: string,
  from: string | undefined,
): Verdict {
  const { line, position, commit } = landing;
  const change = line.changeAt(path, position);
  const seen = change
    ? describeChange(change, stepFor(landing, path))
    : describeElsewhere(landing, path);
  if (change?.status !== 'A' && change?.status !== 'D') {
    return contradicted(seen, 'the landing neither adds nor deletes it');
  }
  const partners = commit.changes.filter(
    (other) =>
      other.status === (change.status === 'A' ? 'D' : 'A') &&
      (from === undefined || other.path === from),
  );
  const equal = partners.find((other) => objectOf(other) === objectOf(change));
  if (equal) {
    const [old, now] = change.status === 'A' ? [equal, change] : [change, equal];
    return verified(
      `\`${old.path}\` deleted and \`${now.path}\` added in ${shortId(commit.id)} with equal blob ${shortId(objectOf(change))}`,
    );
  }
  if (partners.length > 0) {
    return unverifiable(
      'ambiguous',
      'the landing deletes one name and adds another with other content: Git cannot tell a rename from a replacement',
    );
  }
  const verb = change.status === 'A' ? 'delete' : 'add';
  const what = from === undefined ? `${verb}s no other name` : `does not ${verb} \`${from}\``;
  return contradicted(seen, `the landing ${what}`);
}

function objectOf(change: Change): string {
  return change.after ?? change.before ?? '';
}
