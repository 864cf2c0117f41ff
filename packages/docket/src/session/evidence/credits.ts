import { type Credits, withAgents } from '../../evidence/agents/landing-agents.ts';
import { NOTES_REF } from '../../evidence/agents/notes.ts';
import { readTraces, TRACES_FILE } from '../../evidence/agents/traces.ts';
import type { JudgedRecord } from '../../evidence/judge.ts';
import { readText } from '../../io/files.ts';
import { readBlobs } from '../../io/git-blobs.ts';
import { listNotes, readBrought, readCredits } from '../../io/git-credits.ts';
import { GitError } from '../../io/git-process.ts';
import type { History, KnownHistory } from '../../records/history.ts';

/** Adds to judged records who did their work, as commits, notes and traces tell. */
export async function creditAll(
  root: string,
  history: History,
  judged: readonly JudgedRecord[],
): Promise<readonly JudgedRecord[]> {
  if (history.kind === 'unknown') return judged;
  const steps = judged.flatMap(({ landing }) => (landing.kind === 'landed' ? landing.steps : []));
  if (steps.length === 0) return judged;
  try {
    const credits = await readAll(root, history, [...new Set(steps.map(({ id }) => id))]);
    return judged.map((one) => withAgents(one, history, credits));
  } catch (error) {
    // What a clone left behind is unknown, and no reason to judge nothing.
    if (error instanceof GitError) return judged;
    throw error;
  }
}

async function readAll(
  root: string,
  history: KnownHistory,
  steps: readonly string[],
): Promise<Credits> {
  const brought = new Map<string, readonly string[]>();
  for (const id of steps) {
    const [first, second] = history.commits.get(id)?.parents ?? [];
    if (first !== undefined && second !== undefined) {
      brought.set(id, await readBrought(root, id, first));
    }
  }
  const ids = [...new Set([...steps, ...[...brought.values()].flat()])];
  const [commits, blobs, traces] = await Promise.all([
    readCredits(root, ids),
    listNotes(root, NOTES_REF),
    readText(root, TRACES_FILE),
  ]);
  const wanted = new Map(ids.flatMap((id) => (blobs?.has(id) ? [[id, blobs.get(id) ?? '']] : [])));
  const texts = await readBlobs(root, { ids: wanted.values(), partial: history.partial });
  return {
    commits,
    brought,
    notes: blobs && new Map([...blobs].map(([id, blob]) => [id, texts.get(blob)])),
    traces: traces.kind === 'text' ? readTraces(traces.text) : [],
  };
}
