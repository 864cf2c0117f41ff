import type { Commit, KnownHistory } from '../../records/history.ts';
import { perObject } from '../../records/memo.ts';
import type { CommitClaim } from '../sources/gsd.ts';
import { shortId, unverifiable, verified } from '../verdict.ts';
import type { JudgedWork, WorkCase } from './judge-work.ts';

/**
 * Looks a commit up by its hash and, where it has none, by its subject. A hash that is not there is not found and no
 * more: a rebase gives every commit another one.
 */
export function judgeCommit(claim: CommitClaim, { scene }: WorkCase): JudgedWork {
  const { commits } = scene.context.history;
  const index = indexOf(commits);
  const exact = index.ids.get(claim.hash.slice(0, 7))?.find(({ id }) => id.startsWith(claim.hash));
  if (exact) return found(`${shortId(exact.id)} \`${exact.subject}\``);
  const words = comparable(claim.subject);
  const same =
    words.length < MOST_COMMON
      ? undefined
      : index.subjects.find(([subject]) => subject.includes(words));
  if (same)
    return found(`not under that hash, but as ${shortId(same[1].id)} \`${same[1].subject}\``);
  const reason = `commit \`${claim.hash}\` not found, as after a rebase or a squash`;
  return { verdict: unverifiable('ambiguous', reason), signs: [], found: [] };
}

// A shorter subject would be found in many others.
const MOST_COMMON = 12;

function found(evidence: string): JudgedWork {
  return { verdict: verified(evidence), signs: [], found: [] };
}

const indexOf = perObject((commits: KnownHistory['commits']) => {
  const ids = new Map<string, Commit[]>();
  const subjects: [string, Commit][] = [];
  for (const commit of commits.values()) {
    const start = commit.id.slice(0, 7);
    const list = ids.get(start);
    if (list) list.push(commit);
    else ids.set(start, [commit]);
    subjects.push([comparable(commit.subject), commit]);
  }
  return { ids, subjects };
});

function comparable(subject: string): string {
  return subject
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
