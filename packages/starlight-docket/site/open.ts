import path from 'node:path';
import type { AstroConfig } from 'astro';
import { openSession, type Session } from 'docket/session';
import { recordRenderer } from '../markdown/record-html.ts';
import { readEvidence } from '../views/evidence/read-evidence.ts';
import { readSiteHistory } from '../views/history/read-histories.ts';
import { openPreview, type PreviewOptions } from '../views/preview/preview.ts';
import { unreadFiles } from '../views/unread.ts';
import { normaliseBase } from '../views/urls.ts';
import type { SiteFrame, SiteModel } from './model.ts';
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
  readonly isDevelopment: boolean;
  /** The configuration of Astro, asked for when the first record is rendered. */
  config(): AstroConfig;
}

/** A repository whose site is built or served. */
export interface OpenSite {
  readonly session: Session;
  readonly options: SiteOptions;
  /** Its records are read when first asked for. */
  readonly frame: SiteFrame;
}

/**
 * Opens the repository of a site.
 * @throws {NoWorkspaceError} where `root` holds no records
 * @throws {ConfigError} where a configuration cannot be read
 */
export async function openSite(options: SiteOptions): Promise<OpenSite> {
  const session = await openSession({ root: options.root, runsCode: true });
  const frame: SiteFrame = {
    root: session.root,
    projectRoot: path.resolve(options.projectRoot),
    base: normaliseBase(options.base),
    repository: options.repository,
    isOwn: path.relative(options.projectRoot, session.root) === '',
    get corpus() {
      return session.corpus;
    },
  };
  return { session, options, frame };
}

/**
 * Judges the records as they are now, once for every page of the site.
 * @param earlier the model before a change that touched no claim: what it knows of the evidence still holds
 * @throws {GitError} where the base of a preview names no commit
 * @throws {ConfigError} where the baseline cannot be read
 */
export async function readModel(
  { session, options, frame }: OpenSite,
  earlier?: SiteModel,
): Promise<SiteModel> {
  const { corpus, root, rules, unreadable } = session;
  const { settings, isDevelopment, preview, config } = options;
  const { fresh: findings } = await session.findings();
  return {
    ...frame,
    corpus,
    findings,
    unread: unreadFiles(corpus, unreadable),
    evidence: await readEvidence(session, earlier?.evidence),
    history: await readSiteHistory(session),
    preview: preview && (await openPreview(session, frame.base, preview)),
    settings,
    rules,
    isDevelopment,
    trouble: undefined,
    render: recordRenderer({ root, findings, config }),
  };
}
