import type { NamedPath, WorkClaim } from '../sources/work.ts';
import { contradicted, unverifiable, type Verdict, verified } from '../verdict.ts';
import { doubtOf } from './doubt.ts';
import { type Found, find, type Scene } from './found.ts';
import type { Sign } from './signs.ts';

/** A claim about work with what became of it. */
export interface JudgedWork {
  readonly verdict: Verdict;
  readonly signs: readonly Sign[];
  /** The paths that the claim names and the history has. */
  readonly found: readonly Found[];
}

/** Where the commit is that made a claim. */
export type Making = 'committed' | 'uncommitted' | 'missing';

/** What the whole of a judgement knows besides the claim. */
export interface WorkCase {
  readonly scene: Scene;
  readonly making: Making;
  /** The file of the claim where it was made, as Git knows it. */
  readonly file: string;
  /** Paths of commits that lead to neither the main branch nor the one checked out. */
  readonly others: ReadonlySet<string>;
}

/** Holds work that is said to be done against the history. */
export function judgeWork(claim: WorkClaim, held: WorkCase): JudgedWork {
  const { scene } = held;
  const looked = claim.paths
    .map((named) => ({ named, found: find(scene, named) }))
    // Words with a slash between them that no commit has as a folder: a list, a route, a choice.
    .filter(({ named, found }) => found || named.kind !== 'folder' || named.path.endsWith('/'));
  const found = looked.flatMap((one) => one.found ?? []);
  const { verdict, signs = [] } = settle(claim, held, looked);
  return { verdict, signs, found };
}

interface Looked {
  readonly named: NamedPath;
  readonly found: Found | undefined;
}

interface Settled {
  readonly verdict: Verdict;
  readonly signs?: readonly Sign[];
}

function settle(claim: WorkClaim, held: WorkCase, looked: readonly Looked[]): Settled {
  if (looked.length === 0) {
    const reason = `it names no path${claim.paths.length > 0 ? ' that any commit has' : ''}`;
    return { verdict: unverifiable('not-checkable', reason) };
  }
  const [first] = looked.filter(({ named }) => named.act !== 'mentioned' && named.act !== 'read');
  if (first?.named.act === 'deleted') return gone(claim, held, first);
  if (first?.named.act === 'moved-from') {
    return moved(
      claim,
      held,
      first,
      looked.find(({ named }) => named.act === 'moved-to'),
    );
  }
  const made = looked.filter(({ named }) => named.act === 'made');
  const full = made.filter(({ named }) => named.kind === 'full');
  const [primary] = full;
  if (!primary) return unplaced(looked, made);
  if (primary.found) return present(primary.found);
  const other = full.find((one) => one.found)?.found;
  if (other) {
    return {
      verdict: unverifiable(
        'ambiguous',
        `named path \`${primary.named.path}\` not found, but \`${other.path}\` is`,
      ),
    };
  }
  return absent(claim, held, primary.named);
}

function present(found: Found): Settled {
  const isLate = found.when === 'later';
  return {
    verdict: verified(isLate ? `${found.evidence}, after the claim was made` : found.evidence),
    ...(isLate && { signs: [{ kind: 'late', words: 'The work came after the claim' }] }),
  };
}

function absent(claim: WorkClaim, held: WorkCase, named: NamedPath): Settled {
  const open = openOf(held);
  if (open) return { verdict: open };
  const doubt = doubtOf(held.scene, claim, named, held.others);
  if (!doubt) {
    const evidence = `\`${named.path}\` is in no commit of any branch or tag`;
    return { verdict: contradicted(evidence, 'named path not found') };
  }
  const { elsewhere, verdict } = doubt;
  return {
    verdict,
    ...(elsewhere !== undefined && {
      signs: [{ kind: 'elsewhere', words: `\`${elsewhere}\` may be the file that is meant` }],
    }),
  };
}

function openOf({ making }: WorkCase): Verdict | undefined {
  if (making === 'committed') return undefined;
  return making === 'uncommitted'
    ? unverifiable('uncommitted', 'the claim is not committed')
    : unverifiable('missing-object', 'an earlier version of the file is not in this clone');
}

/** Of paths that are no full ones, absence says nothing; one that is only named says something where it changed. */
function unplaced(looked: readonly Looked[], made: readonly Looked[]): Settled {
  const isThere = made.find(({ found }) => found)?.found;
  const full = looked.filter(({ named }) => named.kind === 'full');
  const touched = looked.find(
    ({ named, found }) =>
      named.act !== 'read' &&
      // Many files have a name that is only mentioned.
      (named.act !== 'mentioned' || named.kind !== 'bare') &&
      found?.when === 'landing',
  )?.found;
  if (touched) return present(touched);
  if (isThere && full.every(({ found }) => found)) return present(isThere);
  const [only] = looked;
  const path = only?.named.path ?? '';
  return {
    verdict: unverifiable(
      'not-checkable',
      made.length > 0
        ? `\`${path}\` is not the full path of a file`
        : `it names \`${path}\` and does not say that it was made`,
    ),
  };
}

/** Of a file that was deleted, absence is the proof and presence the contradiction. */
function gone(claim: WorkClaim, held: WorkCase, { named, found }: Looked): Settled {
  if (!found) {
    return { verdict: unverifiable('ambiguous', `named path \`${named.path}\` was never there`) };
  }
  const { line, position } = held.scene;
  if (!found.stands) return { verdict: verified(`${found.evidence}, and is not there`) };
  const isGoneLater = position < line.end && line.objectAt(found.path, line.end) === undefined;
  if (isGoneLater) {
    return {
      verdict: verified(`\`${found.path}\` deleted after the claim was made`),
      signs: [{ kind: 'late', words: 'The work came after the claim' }],
    };
  }
  return stillThere(claim, held, named, found);
}

function stillThere(claim: WorkClaim, held: WorkCase, named: NamedPath, found: Found): Settled {
  const open = openOf(held);
  if (open) return { verdict: open };
  const { history } = held.scene.context;
  if (named.kind !== 'full' || claim.excuse !== undefined || history.uncommitted.has(found.path)) {
    const reason = `\`${found.path}\` is there${claim.excuse === undefined ? '' : `, and the text says \`${claim.excuse}\``}`;
    return { verdict: unverifiable('ambiguous', reason) };
  }
  return { verdict: contradicted(found.evidence, `named path \`${found.path}\` still there`) };
}

function moved(claim: WorkClaim, held: WorkCase, from: Looked, to: Looked | undefined): Settled {
  const isThere = to?.found !== undefined;
  if (from.found && !from.found.stands && (isThere || !to)) {
    return { verdict: verified(`${from.found.evidence}, and is not there`) };
  }
  const later = from.found && held.scene.line.last(from.found.path, held.scene.line.end);
  const isGoneLater = later !== undefined && later.change.after === undefined;
  if (isThere && to?.found) {
    return from.found?.stands && !isGoneLater
      ? {
          verdict: unverifiable(
            'ambiguous',
            `both \`${from.found.path}\` and \`${to.found.path}\` are there`,
          ),
        }
      : present(to.found);
  }
  if (from.found?.stands && !isGoneLater && to?.named.kind === 'full') {
    const missing = absent(claim, held, to.named);
    return missing.verdict.kind === 'contradicted'
      ? stillThere(claim, held, from.named, from.found)
      : missing;
  }
  return {
    verdict: unverifiable('ambiguous', `what became of \`${from.named.path}\` is not known`),
  };
}
