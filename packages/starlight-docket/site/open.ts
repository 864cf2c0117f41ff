import path from 'node:path';
import { type Corpus, type Finding, joinCorpora, mountedFinding, perObject } from 'docket/records';
import {
  type OpenLog,
  openOtherLogs,
  openSession,
  type Session,
  webAddressOfRoot,
} from 'docket/session';
import { recordRenderer } from '../markdown/record-html.ts';
import { specRenderer } from '../markdown/spec-html.ts';
import { readEvidence } from '../views/evidence/read-evidence.ts';
import { readSiteHistory } from '../views/history/read-histories.ts';
import { openPreview, type PreviewOptions } from '../views/preview/preview.ts';
import { unreadFiles } from '../views/unread.ts';
import type { SiteFacts, SiteFrame, SiteModel } from './model.ts';
import { joinGroups } from './own-pages.ts';
import { repositoryPages } from './repository-pages.ts';
import type { SiteSettings } from './settings.ts';
import { specPages } from './spec-pages.ts';

/** What the site needs to know besides the records. */
export interface SiteOptions {
  /** Folder that holds the records. */
  readonly root: string;
  readonly site: SiteFacts;
  readonly repository: string | undefined;
  /** Folder of the repository whose Markdown files are pages. */
  readonly pages?: string | undefined;
  readonly settings: SiteSettings;
  readonly preview?: PreviewOptions | undefined;
  /** Folder of the project that builds the site. */
  readonly projectRoot: string;
  /** Whether people work on the records while they look at the site. */
  readonly isDevelopment: boolean;
  /** Hears how far the reading of other repositories is. */
  readonly tell?: (progress: string) => void;
}

/** The logs of other repositories, as far as they can be shown. */
export type OpenLogs = Awaited<ReturnType<typeof openOtherLogs>>;

/** A repository whose site is built or served. */
export interface OpenSite {
  readonly session: Session;
  readonly options: SiteOptions;
  /** Read once: other repositories are not followed while people work on this one. */
  readonly logs: OpenLogs;
  /** Its records are read when first asked for. */
  readonly frame: SiteFrame;
}

/**
 * Opens the repository of a site.
 * @throws {NoWorkspaceError} where `root` holds no records
 * @throws {RefusedBuildError} where the folder of pages is not there
 * @throws {ConfigError} where a configuration cannot be read
 */
export async function openSite(options: SiteOptions): Promise<OpenSite> {
  const { root, site, repository } = options;
  // Who builds the site of a stranger's branch may not want its code to run.
  const runsCode = process.env['DOCKET_CONFIG_CODE'] !== 'off';
  const session = await openSession({ root, runsCode, mayLackRecords: true });
  const web = repository ?? (await webAddressOfRoot(session.root));
  const logs = await openOtherLogs(session, { tell: options.tell });
  const others = logs.logs.map((log) => ({ ...log, corpus: log.session.corpus }));
  const joined = perObject((corpus: Corpus) => joinCorpora(corpus, others, web));
  const projectRoot = path.resolve(options.projectRoot);
  const read = () => repositoryPages(session, options.pages);
  let pages = read();
  const readSpecs = () => specPages(session);
  let specs = await readSpecs();
  const frame: SiteFrame = {
    ...site,
    get ownPages() {
      return joinGroups(site.ownPages, pages.menu);
    },
    get pages() {
      return pages;
    },
    rereadPages() {
      pages = read();
    },
    get specs() {
      return specs.specs;
    },
    async rereadSpecs() {
      specs = await readSpecs();
    },
    root: session.root,
    projectRoot,
    repository: web,
    others: logs.logs,
    get corpus() {
      return specs.around(pages.around(joined(session.corpus)));
    },
  };
  return { session, options, logs, frame };
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
  const { root, rules, today, unreadable } = session;
  const { corpus } = frame;
  const { settings, isDevelopment, preview } = options;
  const { processor, base } = frame;
  const findings = [
    ...(await session.findings()).fresh,
    ...(await Promise.all(frame.others.map(findingsOf))).flat(),
  ];
  return {
    ...frame,
    corpus,
    findings,
    today,
    unread: unreadFiles(session.corpus, unreadable),
    evidence: await readEvidence(session, earlier?.evidence),
    history: await readSiteHistory(session, corpus, frame.others),
    ratifications: await session.ratifications(),
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
      // The printed log shows them again.
      keeps: corpus.records.length <= settings.printLimit,
      t: frame.t,
    }),
    renderSpec: specRenderer(root, processor),
  };
}

/** What is wrong in a log of another repository, by the rules of that one. */
async function findingsOf({ session, home }: OpenLog): Promise<Finding[]> {
  return (await session.findings()).fresh.map((finding) => mountedFinding(home, finding));
}
