import { BASELINE_FILE } from '../engine/baseline.ts';
import { makeSettings, type Settings } from '../engine/settings.ts';
import { readBase } from '../io/base.ts';
import { listCitingFiles } from '../io/citing-files.ts';
import { loadConfig, matchesGlobs, settingsError } from '../io/config.ts';
import { readDocuments } from '../io/documents.ts';
import { readDifference } from '../io/git-difference.ts';
import { Reader } from '../io/reader.ts';
import { noRecords, openWorkspace, type ReadingOptions, type Workspace } from '../io/workspace.ts';
import { readCitations } from '../records/citations.ts';
import type { DocketConfig } from '../records/config.ts';
import { buildCorpus, type Corpus } from '../records/corpus.ts';
import type { Facts } from '../records/facts.ts';
import type { Finding } from '../records/finding.ts';
import { kindOfPath } from '../records/layout.ts';
import { readRecord } from '../records/record.ts';
import { type CommandContext, CommandError } from './command.ts';
import { explainCommit } from './explain-commit.ts';
import type { LintRequest } from './lint-options.ts';
import { RecordLinter } from './record-linter.ts';
import { today } from './today.ts';

/** A repository that is open for linting; its texts may be replaced to see what would be found then. */
export interface LintSession {
  readonly workspace: Workspace;
  /** Files that may be reported; `undefined` for all. */
  readonly changed: ReadonlySet<string> | undefined;
  /** Everything found, after comments and before the baseline. */
  lint(): readonly Finding[];
  /** Text of a record or document that was read, as it is now. */
  textOf(file: string): string | undefined;
  /** Takes other texts for files, and files without their byte-order marks, as if they were saved. */
  replace(texts: ReadonlyMap<string, string>, withoutMark?: ReadonlySet<string>): void;
}

/**
 * Reads all that a request needs, and nothing it does not: Git's history only where a base is given. What can be said
 * of a record alone is said as soon as it is read, so that its tree can go before the next one comes.
 * @throws {HelpfulError} where there is nothing to read, or the configuration or a base is wrong
 */
export async function openLintSession(
  request: LintRequest,
  context: CommandContext,
): Promise<LintSession> {
  const { root } = request;
  // Git searches while the records are read.
  const citing = listCitingFiles(root);
  citing.catch(() => {});
  const reader = new Reader(root);
  const day = today(context.env);
  const config = await loadConfig(root, { runsCode: request.runsCode });
  const linter = new RecordLinter(settingsOf(root, config, request), request.rules, day);
  const workspace = await open(root, { reader, config, look: linter.look });
  const base = request.base ?? workspace.config.base;
  const [documents, history, changed] = await Promise.all([
    readDocuments(reader, workspace.corpus.layout, workspace.config, citing),
    historyFacts(workspace, base),
    request.changed === undefined ? undefined : changedSince(root, request.changed),
  ]);
  let facts: Facts = { today: day, documents, ...history };
  let { corpus, findings: reading } = workspace;
  return {
    workspace,
    changed,
    lint: () => linter.lint({ corpus, reading, facts }),
    textOf: (file) =>
      corpus.byPath(file)?.document.text ??
      facts.documents?.find((document) => document.path === file)?.text,
    replace(texts, withoutMark = new Set()) {
      reading = reading.filter(
        ({ file, fix }) => !(fix?.dropsByteOrderMark && withoutMark.has(file)),
      );
      corpus = withTexts(corpus, texts);
      facts = {
        ...facts,
        documents: (facts.documents ?? []).map((document) => {
          const text = texts.get(document.path);
          return text === undefined ? document : readCitations(document.path, text);
        }),
      };
    },
  };
}

/** Where the baseline stands, relative to the root. */
export function baselineFile({ workspace }: Pick<LintSession, 'workspace'>): string {
  return workspace.config.baseline ?? BASELINE_FILE;
}

function withTexts(corpus: Corpus, texts: ReadonlyMap<string, string>): Corpus {
  const records = corpus.records.map((record) => {
    const text = texts.get(record.path);
    const kind = kindOfPath(record.path, corpus.layout);
    return text === undefined || kind === undefined
      ? record
      : readRecord(kind, { path: record.path, text }, corpus);
  });
  const { templates, surroundings, layout } = corpus;
  return buildCorpus({ records, templates, surroundings, layout });
}

function settingsOf(root: string, config: DocketConfig, { rules }: LintRequest): Settings {
  const made = makeSettings({ config, matches: matchesGlobs, only: rules });
  if ('settings' in made) return made.settings;
  throw settingsError(root, made.problems);
}

async function historyFacts(
  workspace: Workspace,
  base: string | undefined,
): Promise<Pick<Facts, 'history' | 'base'>> {
  if (base === undefined) return {};
  const history = await workspace.history();
  if (history.kind === 'unknown') throw new CommandError(history.message, history.help);
  const { root, corpus } = workspace;
  try {
    return { history, base: await readBase({ root, corpus, history, base }) };
  } catch (error) {
    throw explainCommit(error, base);
  }
}

async function changedSince(root: string, base: string): Promise<Set<string>> {
  try {
    return new Set((await readDifference(root, base)).map((difference) => difference.path));
  } catch (error) {
    throw explainCommit(error, base);
  }
}

async function open(root: string, options: ReadingOptions): Promise<Workspace> {
  const workspace = await openWorkspace(root, options);
  if (workspace.fileCount > 0) return workspace;
  throw noRecords(root, workspace.corpus.layout);
}
