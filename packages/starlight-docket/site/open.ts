import path from 'node:path';
import { openSession } from 'docket/session';
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
  const session = await openSession({ root: options.root, runsCode: true });
  const { fresh } = await session.findings();
  const evidence = await readEvidence(session);
  const base = normaliseBase(options.base);
  const preview = options.preview && (await openPreview(session, base, options.preview));
  return {
    root: session.root,
    projectRoot: path.resolve(options.projectRoot),
    corpus: session.corpus,
    evidence,
    history: await readSiteHistory(session),
    findings: fresh,
    base,
    repository: options.repository,
    preview,
    settings: options.settings,
    rules: session.rules,
    refuses: false,
    isOwn: path.relative(options.projectRoot, session.root) === '',
  };
}
