import { withAllTexts } from '../../evidence/judge-all.ts';
import { type ValidatedStep, type ValidationCase, validateSpec } from '../../evidence/validate.ts';
import { readBlobs } from '../../io/git-blobs.ts';
import { workingTree } from '../../io/working-tree.ts';
import type { Tree } from '../../records/history.ts';
import type { Evidence } from './open.ts';

/** Carries out the checks of a specification in an open repository. */
export function validateIn(
  evidence: Evidence,
  request: Pick<ValidationCase, 'spec' | 'record' | 'moment' | 'commands'> & { tree?: Tree },
): Promise<ValidatedStep[]> {
  const { history, workspace } = evidence;
  const tree = request.tree ?? workingTree(workspace.root);
  const gap = history.kind === 'unknown' ? { gap: history.message } : {};
  return askingHistory(evidence, (context) =>
    validateSpec(context, { ...request, tree, layout: workspace.corpus.layout, ...gap }),
  );
}

/** Asks something of the history with all the texts of the records in it; of nothing where there is no history. */
export async function askingHistory<T>(
  { workspace: { corpus, root }, history }: Evidence,
  ask: (context: Parameters<typeof validateSpec>[0]) => T,
): Promise<T> {
  if (history.kind === 'unknown') return ask(undefined);
  const { partial } = history;
  return withAllTexts(corpus, history, (ids) => readBlobs(root, { ids, partial }), ask);
}
