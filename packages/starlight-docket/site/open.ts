import path from 'node:path';
import { openSession, type Session } from 'docket/session';
import { recordRenderer } from '../markdown/record-html.ts';
import { readEvidence } from '../views/evidence/read-evidence.ts';
import { readSiteHistory } from '../views/history/read-histories.ts';
import { openPreview, type PreviewOptions } from '../views/preview/preview.ts';
import { unreadFiles } from '../views/unread.ts';
import { OWN_PAGE, type SiteFacts, type SiteFrame, type SiteModel } from './model.ts';
import type { SiteSettings } from './settings.ts';

/** What the site needs to know besides the records. */
export interface SiteOptions {
  /** Folder that holds the records. */
  readonly root: string;
  readonly site: SiteFacts;
  readonly repository: string | undefined;
  readonly settings: SiteSettings;
  readonly preview?: PreviewOptions | undefined;
  /** Folder of the project that builds the site. */
  readonly projectRoot: string;
  /** Whether people work on the records while they look at the site. */
  readonly isDevelopment: boolean;
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
  const { root, site, repository } = options;
  // Who builds the site of a stranger's branch may not want its code to run.
  const runsCode = process.env['DOCKET_CONFIG_CODE'] !== 'off';
  const session = await openSession({ root, runsCode });
  const projectRoot = path.resolve(options.projectRoot);
  const frame: SiteFrame = {
    ...site,
    root: session.root,
    projectRoot,
    repository,
    isOwn: site.look === 'docket' && site.hostPages.has(OWN_PAGE) && projectRoot === session.root,
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
  const { settings, isDevelopment, preview } = options;
  const { processor, base } = frame;
  const { fresh: findings } = await session.findings();
  return {
    ...frame,
    corpus,
    findings,
    unread: unreadFiles(corpus, unreadable),
    evidence: await readEvidence(session, earlier?.evidence),
    history: await readSiteHistory(session),
    preview: preview && (await openPreview(session, base, preview)),
    settings,
    rules,
    isDevelopment,
    trouble: undefined,
    render: recordRenderer({
      root,
      findings,
      layout: corpus.layout,
      processor,
      repository: frame.repository,
    }),
  };
}
