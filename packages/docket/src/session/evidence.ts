import {
  ACCEPTED_PATH,
  type Acceptance,
  parseAccepted,
  unusedAcceptances,
} from '../evidence/accepted.ts';
import type { Context } from '../evidence/context.ts';
import type { JudgedRecord } from '../evidence/judge.ts';
import { judgeAll, withAllTexts } from '../evidence/judge-all.ts';
import { type JudgedFile, judgeFiles } from '../evidence/judge-file.ts';
import type { SourceFile } from '../evidence/sources/source.ts';
import { blobsOf, makeStatement, type StatementResult } from '../evidence/statement.ts';
import { type ValidatedStep, type ValidationCase, validateSpec } from '../evidence/validate.ts';
import { digestBlobs, digestText } from '../io/digest.ts';
import { readText } from '../io/files.ts';
import { readBlobs } from '../io/git-blobs.ts';
import { readPathsBeside } from '../io/source-files.ts';
import { workingTree } from '../io/working-tree.ts';
import type { DocketConfig } from '../records/config.ts';
import type { Corpus } from '../records/corpus.ts';
import { messageOf } from '../records/finding.ts';
import type { History } from '../records/history.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import { creditAll } from './evidence/credits.ts';
import { sourcePaths } from './evidence/source-paths.ts';
import { VERSION } from './version.ts';

/** The provenance records of a repository held against a history, and what else is asked of that history. */
export interface Evidence {
  readonly history: History;
  readonly accepted: AcceptedClaims;
  /** Every provenance record, in the order of the corpus; judged when first asked for. */
  judged(): Promise<readonly JudgedRecord[]>;
  /** Every file of another source of claims, in the order of their paths; found and judged when first asked for. */
  files(): Promise<readonly JudgedFile[]>;
  /** Accepted claims that no record needs. */
  unused(): Promise<readonly Acceptance[]>;
  /** What landed for records, as attestations or the reason why there is none; by default for all. */
  statements(
    records?: readonly JudgedRecord[],
  ): Promise<ReadonlyMap<ProvenanceRecord, StatementResult>>;
  /**
   * Carries out the checks of a specification, on the files as they stand. A command is not run: its result is given,
   * or the step stays without one.
   */
  validate(request: ValidationRequest): Promise<readonly ValidatedStep[]>;
  /** Asks something of the history, with all the texts in it; of nothing where there is no history. */
  ask<T>(question: (context: Context | undefined) => T): Promise<T>;
}

/** What to validate. */
export type ValidationRequest = Pick<ValidationCase, 'spec' | 'record' | 'moment'> &
  Partial<Pick<ValidationCase, 'tree' | 'commands'>>;

/** The file of claims that people let stand. */
export interface AcceptedClaims {
  /** None where the file cannot be read. */
  readonly claims: readonly Acceptance[];
  /** The file as it reads; `undefined` where there is none, or none that can be read. */
  readonly text: string | undefined;
  readonly problem: { readonly message: string; readonly line: number } | undefined;
}

/** What evidence is made from. */
export interface EvidenceInput {
  readonly root: string;
  readonly config: DocketConfig;
  readonly corpus: Corpus;
  readonly history: History;
}

/** Reads what people accepted, and makes the rest available; Git is asked when something is asked of it. */
export async function openEvidence(input: EvidenceInput): Promise<Evidence> {
  const { root, config, corpus, history } = input;
  const accepted = await readAccepted(root);
  const partial = history.kind === 'history' && history.partial;
  const readTexts = (ids: readonly string[]) => readBlobs(root, { ids, partial });
  const ask = async <T>(question: (context: Context | undefined) => T): Promise<T> =>
    history.kind === 'unknown'
      ? question(undefined)
      : withAllTexts(corpus, history, readTexts, question);
  let all: Promise<readonly JudgedRecord[]> | undefined;
  const judged = () => {
    all ??= judgeAll(corpus, { history, accepted: accepted.claims, readTexts }).then((found) =>
      creditAll(root, history, found),
    );
    return all;
  };
  let others: Promise<readonly JudgedFile[]> | undefined;
  const files = () => {
    others ??= judgeOthers();
    return others;
  };
  const judgeOthers = async () =>
    judgeFiles(corpus, {
      history,
      files: await readSources(root),
      accepted: accepted.claims,
      readTexts,
      readOtherPaths: async () =>
        history.kind === 'unknown'
          ? new Set()
          : readPathsBeside(root, [history.head, ...history.mainline]),
    });
  return {
    history,
    accepted,
    judged,
    files,
    ask,
    unused: async () => unusedAcceptances(await judged(), await files(), accepted.claims),
    async statements(records) {
      const wanted = records ?? (await judged());
      const blobs = await ask((context) =>
        context ? wanted.flatMap((record) => blobsOf(context, record)) : [],
      );
      const digests = await digestBlobs(root, { ids: blobs, partial });
      const made = await ask((context) =>
        wanted.flatMap((record): [ProvenanceRecord, StatementResult][] =>
          context
            ? [
                [
                  record.record,
                  makeStatement(context, {
                    judged: record,
                    version: VERSION,
                    site: config.site,
                    digestOf: (blob) => digests.get(blob),
                    digestText,
                  }),
                ],
              ]
            : [],
        ),
      );
      return new Map(made);
    },
    validate({ tree = workingTree(root), commands = new Map(), ...request }) {
      const gap = history.kind === 'unknown' ? { gap: history.message } : {};
      return ask((context) =>
        validateSpec(context, { ...request, tree, commands, layout: corpus.layout, ...gap }),
      );
    },
  };
}

/** The files of all sources that are found by their paths. */
async function readSources(root: string): Promise<SourceFile[]> {
  const texts = await Promise.all((await sourcePaths(root)).map((path) => readText(root, path)));
  return texts.flatMap((file) => (file.kind === 'unreadable' ? [] : [file]));
}

async function readAccepted(root: string): Promise<AcceptedClaims> {
  const file = await readText(root, ACCEPTED_PATH);
  if (file.kind === 'unreadable') {
    const problem = file.isMissing ? undefined : { message: messageOf(file), line: file.line };
    return { claims: [], text: undefined, problem };
  }
  const parsed = parseAccepted(file.text);
  return parsed.kind === 'accepted'
    ? { claims: parsed.acceptances, text: file.text, problem: undefined }
    : { claims: [], text: file.text, problem: { message: parsed.message, line: parsed.line } };
}
