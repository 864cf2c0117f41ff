import path from 'node:path';
import { allRules, type Finding } from 'docket/records';
import {
  BASELINE_FILE,
  ConfigError,
  lintCorpus,
  makeSettings,
  matchesGlobs,
  obeyWaivers,
  openWorkspace,
  readBaseline,
  readOptional,
  settingsError,
  type Workspace,
  weigh,
} from 'docket/session';
import { readEvidence } from '../views/evidence/read-evidence.ts';
import { readSiteHistory } from '../views/history/read-histories.ts';
import { openPreview, type PreviewOptions } from '../views/preview/preview.ts';
import { normaliseBase } from '../views/urls.ts';
import type { SiteModel } from './model.ts';
import type { SiteSettings } from './settings.ts';

/** What the site needs to know besides the records. */
export interface SiteOptions {
  /** Folder that holds the records. */
  readonly root: string;
  readonly base: string;
  readonly repository: string | undefined;
  readonly settings: SiteSettings;
  readonly preview?: PreviewOptions | undefined;
  /** Folder of the project that builds the site. */
  readonly projectRoot: string;
}

/**
 * Reads and judges the records once, for every page of the site.
 * @throws {NoWorkspaceError} where `root` holds no records
 * @throws {GitError} where the base of a preview names no commit
 * @throws {ConfigError} where a configuration cannot be read
 */
export async function openSite(options: SiteOptions): Promise<SiteModel> {
  const workspace = await openWorkspace(options.root, { runsCode: true });
  const { corpus } = workspace;
  const made = makeSettings({ config: workspace.config, matches: matchesGlobs });
  if ('problems' in made) throw settingsError(options.root, made.problems);
  const found = lintCorpus(corpus, { settings: made.settings, reading: workspace.findings });
  const judged = await withoutKnown(workspace, (await obeyWaivers(workspace.root, found)).findings);
  const evidence = await readEvidence(workspace);
  const base = normaliseBase(options.base);
  const preview =
    options.preview && (await openPreview(corpus, { root: workspace.root, base }, options.preview));
  return {
    root: workspace.root,
    projectRoot: path.resolve(options.projectRoot),
    corpus,
    evidence,
    history: await readSiteHistory(workspace),
    findings: judged,
    base,
    repository: options.repository,
    preview,
    settings: options.settings,
    rules: allRules(),
    refuses: false,
    isOwn: path.relative(options.projectRoot, workspace.root) === '',
  };
}

/** Findings that are not in the baseline: the command line does not tell those either. */
async function withoutKnown(
  { root, config }: Workspace,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const file = config.baseline ?? BASELINE_FILE;
  const text = await readOptional(path.join(root, file));
  if (text === undefined) return findings;
  try {
    return weigh(findings, readBaseline(text)).fresh;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `Cannot read the baseline ${file}: ${reason}`,
      'restore the file, or delete it and run `docket lint --update-baseline`',
    );
  }
}
