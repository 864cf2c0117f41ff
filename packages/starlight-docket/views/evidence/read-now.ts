import type { History, SpecRecord } from 'docket/records';
import {
  type Context,
  latestExecution,
  readBlobs,
  type ValidatedStep,
  validateSpec,
  type Workspace,
  withAllTexts,
  workingTree,
} from 'docket/session';

/** The steps of specifications as they hold in the working tree, for those that name checks. */
export type StepsNow = ReadonlyMap<SpecRecord, readonly ValidatedStep[]>;

/**
 * Carries out the checks that specifications name, on the files as they stand. A command is never run: it stays
 * without a result.
 * @throws {GitError} where Git fails
 */
export async function readStepsNow(workspace: Workspace, history: History): Promise<StepsNow> {
  const { corpus, root } = workspace;
  const specs = corpus.specs.filter((spec) => spec.fields.checks.value !== undefined);
  if (specs.length === 0) return new Map();
  const tree = workingTree(root);
  const ask = (context: Context | undefined, gap?: string): StepsNow =>
    new Map(
      specs.map((spec) => [
        spec,
        validateSpec(context, {
          spec,
          record: latestExecution(corpus.provenanceOf(spec)),
          moment: 'now',
          tree,
          layout: corpus.layout,
          commands: new Map(),
          ...(gap !== undefined && { gap }),
        }),
      ]),
    );
  if (history.kind === 'unknown') return ask(undefined, history.message);
  const { partial } = history;
  const readTexts = (ids: readonly string[]) => readBlobs(root, { ids, partial });
  return withAllTexts(corpus, history, readTexts, (context) => ask(context));
}
