import path from 'node:path';
import {
  ACCEPTED_PATH,
  type Acceptance,
  parseAccepted,
  unusedAcceptances,
} from '../../evidence/accepted.ts';
import type { JudgedRecord } from '../../evidence/judge.ts';
import { judgeAll } from '../../evidence/judge-all.ts';
import { readBlobs } from '../../io/git-blobs.ts';
import { openWorkspace, type Workspace } from '../../io/workspace.ts';
import { readOptional } from '../../io/write.ts';
import type { History } from '../../records/history.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { mayRunCode } from '../config-code.ts';
import { rootOf } from '../root.ts';

/** A repository whose provenance records can be judged. */
export interface Evidence {
  readonly workspace: Workspace;
  readonly history: History;
  /** The file of accepted claims as it reads; `undefined` where there is none. */
  readonly acceptedText: string | undefined;
  readonly accepted: readonly Acceptance[];
  /** Judges records, all by default. */
  judge(records?: readonly ProvenanceRecord[]): Promise<JudgedRecord[]>;
  /** Accepted claims that none of the judged records needs. Meaningful only where all were judged. */
  unused(judged: readonly JudgedRecord[]): Acceptance[];
}

/**
 * Reads records, history and accepted claims of a repository.
 * @throws {HelpfulError} where there are no records, or one of the files a person writes cannot be read
 */
export async function openEvidence(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
): Promise<Evidence> {
  const root = rootOf(values, context.cwd);
  const workspace = await openWorkspace(root, { runsCode: mayRunCode(root, values, context) });
  const [history, text] = await Promise.all([
    workspace.history(),
    readOptional(path.join(root, ACCEPTED_PATH)),
  ]);
  const file = parseAccepted(text ?? '');
  if (file.kind === 'invalid') {
    throw new CommandError(
      `${file.message} (line ${file.line})`,
      'correct the entry, or remove it and run `docket accept` again',
    );
  }
  const accepted = file.acceptances;
  const partial = history.kind === 'history' && history.partial;
  return {
    workspace,
    history,
    acceptedText: text,
    accepted,
    judge: (records = workspace.corpus.provenances) =>
      judgeAll(workspace.corpus, {
        history,
        accepted,
        records,
        readTexts: (ids) => readBlobs(root, { ids, partial }),
      }),
    unused: (judged) => unusedAcceptances(judged, accepted),
  };
}
