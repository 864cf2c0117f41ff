import { pathWords } from './path-words.ts';
import type { WorkClaim } from './work.ts';

// Words after which the absence of a file is no wonder.
const UNDONE =
  /\b(?:skip\w*|defer\w*|postpon\w*|optional\w*|n\/a|not (?:needed|required|applicable|necessary|created|added|written|implemented)|no (?:longer|separate|new|such)|unnecessary|obsolete|supersed\w*|replaced (?:by|with)|merged|consolidat\w*|combined|instead(?! of)|cover(?:ed|s) (?:by|in)|covered|handled|moved|part of|won'?t|wontfix|out of scope|cancel\w*|todo|future|later|pending|blocked|partial\w*|deprecat\w*|if (?:present|exists?|needed|required|necessary|missing|not|any|applicable|it)|where (?:applicable|needed)|as needed|when needed|already|alternativ\w*|e\.g\.|such as|for example|inlined|generated|gitignored?|ignored|uncommitted|not committed|local(?:ly)? only)\b|~~/i;

// Another place than this repository.
const OUTSIDE =
  /\b(?:repo|repos|repository|repositories|submodule|upstream)\b|(?:^|[\s`'"(])(?:~\/|\/tmp\b|\/home\b|\/etc\b|\/usr\b|\/var\b|\/opt\b|\$HOME|%\w+%|[A-Za-z]:[\\/])|github\.com/i;

/** Words of a claim that let its files be missing; `undefined` where there are none. */
export function excuseIn(text: string): string | undefined {
  return (UNDONE.exec(text) ?? OUTSIDE.exec(text))?.[0].trim();
}

// A text about the work of several repositories, whose tasks need not say in which of them they are.
const SEVERAL =
  /\[repo(?:sitory)?:[^\]]*\]|\b(?:both|two|all|multiple|several|across|these) (?:repos|repositories)\b|\b(?:other|another|separate|sibling|external|different|second|companion) (?:git )?repo(?:sitory)?\b/i;

/** Words by which a text is about more than one repository; `undefined` where it names no other. */
export function severalRepositoriesIn(text: string): string | undefined {
  return SEVERAL.exec(text)?.[0];
}

const BOX = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]/;

/**
 * The claims of a text with the excuses that other sentences of it, outside its tasks, have for the files they name:
 * a closing note may say that a file was not needed whose task is ticked.
 */
export function withExcusesOf(text: string, claims: readonly WorkClaim[]): WorkClaim[] {
  const claimed = pathsByEnd(claims);
  const excuses = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (BOX.test(line) || !UNDONE.test(line)) continue;
    for (const sentence of line.split(/[.;](?=\s)/)) {
      const excuse = UNDONE.exec(sentence)?.[0];
      if (excuse === undefined) continue;
      for (const { path } of pathWords(sentence)) {
        for (const meant of meantBy(path, claimed)) excuses.set(meant, excuse);
      }
    }
  }
  if (excuses.size === 0) return [...claims];
  return claims.map((claim) => ({
    ...claim,
    excuse: claim.excuse ?? claim.paths.flatMap(({ path }) => excuses.get(path) ?? [])[0],
  }));
}

/** The paths of claims by each of their ends: `a/b.ts` by itself and by `b.ts`. */
function pathsByEnd(claims: readonly WorkClaim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path } of claims.flatMap(({ paths }) => paths)) {
    for (const end of endsOf(path)) found.set(end, (found.get(end) ?? new Set()).add(path));
  }
  return found;
}

function endsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

/** The paths of claims that a sentence means; what it leaves out at the front must leave no choice. */
function meantBy(written: string, claimed: ReturnType<typeof pathsByEnd>): string[] {
  const ending = claimed.get(written);
  if (ending) return ending.has(written) ? [written] : ending.size === 1 ? [...ending] : [];
  return endsOf(written).filter((end) => end.includes('/') && claimed.get(end)?.has(end));
}
