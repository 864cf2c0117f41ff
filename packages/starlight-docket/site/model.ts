import type { SatteriResolvedOptions } from '@astrojs/markdown-satteri';
import type { Corpus, DocketRecord, Finding, Ratifications, RuleFacts } from 'docket/records';
import type { OpenLog } from 'docket/session';
import type { RecordHtml } from '../markdown/record-html.ts';
import type { SiteEvidence } from '../views/evidence/site-evidence.ts';
import type { SiteHistory } from '../views/history/read-histories.ts';
import type { NavigationGroup } from '../views/navigation.ts';
import type { Preview } from '../views/preview/preview.ts';
import type { SiteSpecs, SpecPage } from '../views/specs/site-specs.ts';
import type { UnreadFile } from '../views/unread.ts';
import type { Translate } from '../words/say.ts';
import type { Look } from './options.ts';
import type { RepositoryPages } from './repository-pages.ts';
import type { SiteSettings } from './settings.ts';

/** What the pages need to know of the site round them. */
export interface SiteFacts {
  /** What the site is called. */
  readonly name: string;
  /** What it says of itself, in one sentence. */
  readonly description: string | undefined;
  /** The words of the site in its own language. */
  readonly t: Translate;
  /** Whether the site has the pages of frontmatter, statuses and rules. */
  readonly hasReference: boolean;
  /** Whether the foot of a page may name Docket. */
  readonly credits: boolean;
  /** Base path of Docket's pages, with a slash at each end. */
  readonly base: string;
  /** Base path of the site, with a slash at each end: that of Docket's pages without their prefix. */
  readonly siteBase: string;
  readonly look: Look;
  /** Whether the built pages carry a policy. */
  readonly delivers: boolean;
  /** Names of the components that the site has of its own in the place of Docket's. */
  readonly keptOverrides: ReadonlySet<string>;
  /** Patterns of Docket's own routes; all other pages are the site's. */
  readonly routes: ReadonlySet<string>;
  /** Paths of the pages that the site has of its own, below its base and without slashes at their ends. */
  readonly hostPages: ReadonlySet<string>;
  /** Its hand-written pages as menus list them; none where Docket's pages stand below a prefix, or its menus do not. */
  readonly ownPages: readonly NavigationGroup[];
  /** What the text of a record is rendered with. */
  readonly processor: SatteriResolvedOptions;
  /** Makes the frame in which a browser draws diagrams a part of the site; its address. */
  askForDiagrams(): string;
}

/** What is known of a site before its records are judged: enough for the links of hand-written pages. */
export interface SiteFrame extends SiteFacts {
  /** Absolute path of the folder that holds the records. */
  readonly root: string;
  /** Absolute path of the folder of the project that builds the site. */
  readonly projectRoot: string;
  /** Markdown files of the repository that are pages of the site. */
  readonly pages: RepositoryPages;
  /** Reads those anew. */
  rereadPages(): void;
  /** The specifications that other tools keep in the repository. */
  readonly specs: SiteSpecs;
  /** Reads those anew. */
  rereadSpecs(): Promise<void>;
  /** The records of all logs, those of other repositories with them. */
  readonly corpus: Corpus;
  /** The logs of other repositories. */
  readonly others: readonly OpenLog[];
  /** Address of the repository's web view, without a slash at its end. */
  readonly repository: string | undefined;
  /** Why the site is not built: a report of every error in its records. */
  readonly refusal?: string | undefined;
}

/** Everything the pages of the site are made from. */
export interface SiteModel extends SiteFrame {
  /** How the claims of the provenance records hold against the history. */
  readonly evidence: SiteEvidence;
  /** What Git and the records tell of the past of each record. */
  readonly history: SiteHistory;
  /** What people ratified, and what must be. */
  readonly ratifications: Ratifications;
  /** What is wrong with the records; a build goes on only without errors. */
  readonly findings: readonly Finding[];
  /** The day as of which they are judged, as YYYY-MM-DD. */
  readonly today: string;
  /** Files that are records by their place and could not be read. */
  readonly unread: readonly UnreadFile[];
  /** Where the site is the preview of a pull request. */
  readonly preview?: Preview | undefined;
  readonly settings: SiteSettings;
  readonly rules: readonly RuleFacts[];
  /** Whether people work on the records while they look at the site: its pages then show what is wrong with them. */
  readonly isDevelopment: boolean;
  /** Why the last change could not be read, so that the site shows what was there before. */
  readonly trouble: string | undefined;
  /** The text of a record as its page shows it, made when first asked for. */
  render(record: DocketRecord): Promise<RecordHtml>;
  /** The same of a text of another tool's specification. */
  renderSpec(page: SpecPage): Promise<RecordHtml>;
}

// Astro evaluates its config, the content loader and the pages as separate instances of this module in one process;
// they meet on a global symbol, so that the records are read once.
const FRAME = Symbol.for('docket.site-frame');
const MODEL = Symbol.for('docket.site-model');
const PAGES = Symbol.for('docket.site-pages');
const shared = globalThis as {
  [FRAME]?: SiteFrame;
  [MODEL]?: SiteModel;
  [PAGES]?: () => Promise<void>;
};

/** Makes a frame the one that the links of all pages are resolved by. */
export function setFrame(frame: SiteFrame): void {
  shared[FRAME] = frame;
}

/** Calls back whenever the pages of the repository, or the records that they name, may read otherwise. */
export function onPagesChange(render: () => Promise<void>): void {
  shared[PAGES] = render;
}

/** Has the pages of the repository rendered anew. */
export async function renderPages(): Promise<void> {
  await shared[PAGES]?.();
}

/** Makes a model the one that plugins and pages use. */
export function setModel(model: SiteModel): void {
  shared[MODEL] = model;
}

/**
 * The frame of the running build or server.
 * @throws {Error} before the integration has opened the records
 */
export function currentFrame(): SiteFrame {
  return opened(shared[FRAME]);
}

/**
 * The model of the running build or server.
 * @throws {Error} before the integration has judged the records
 */
export function currentModel(): SiteModel {
  return opened(shared[MODEL]);
}

function opened<T>(part: T | undefined): T {
  if (part) return part;
  throw new Error(
    'The records are not open yet; add the plugin of starlight-docket to Starlight in astro.config.mjs',
  );
}
