import path from 'node:path';
import { isDocument } from '../io/documents.ts';
import { listKnownFiles } from '../io/known-files.ts';
import type { CommandContext } from './command.ts';
import type { ExitCode } from './exit.ts';
import { keepLint, mayKeep } from './lint-cache.ts';
import type { LintRequest } from './lint-options.ts';
import { baselineFile, type LintSession } from './lint-session.ts';

/** Keeps what a run wrote and how it ended. Never throws. */
export type Keeper = (session: LintSession, output: string, code: ExitCode) => Promise<void>;

/**
 * Looks at what has to be known before anything is read, so that the result can be kept.
 * @returns `undefined` for a request whose result is not kept
 */
export async function openKeeper(
  request: LintRequest,
  context: CommandContext,
): Promise<Keeper | undefined> {
  if (!isPlain(request) || !mayKeep(context.env)) return undefined;
  const began = Date.now();
  const root = path.resolve(context.cwd, request.root);
  const known = await listKnownFiles(root).catch(() => undefined);
  if (!known) return undefined;
  return async (session, output, code) => {
    const { workspace, reader, citing } = session;
    const { config, corpus } = workspace;
    if (config.base !== undefined) return;
    const seen = reader.seen;
    const baseline = baselineFile(session);
    const matters = (file: string) =>
      isDocument(file, corpus.layout, config) || /(?:^|\/)\.gitattributes$/.test(file);
    const result = { root, seen, known, citing, matters, baseline, began, output, code };
    // The report is written; what stands in the way of keeping it is no failure of the run.
    await keepLint(context, result).catch(() => {});
  };
}

/** Whether a request only looks at files as they are, and writes to standard output alone. */
function isPlain(request: LintRequest): boolean {
  const { cache, fix, updateBaseline, watch, base, changed, outputs } = request;
  const isRead = !fix && !updateBaseline && !watch && outputs.length === 0;
  return cache && isRead && base === undefined && changed === undefined;
}
