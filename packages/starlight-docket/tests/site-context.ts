import type { Patch } from '../../docket/src/engine/define.ts';
import { corpusOfFiles, patchedFiles } from '../../docket/src/engine/examples.ts';
import { judge } from '../../docket/src/evidence/judge.ts';
import { buildCorpus, type Corpus } from '../../docket/src/records/corpus.ts';
import type { FoundLog } from '../../docket/src/records/discovery/find-logs.ts';
import type { UnknownHistory } from '../../docket/src/records/history.ts';
import { LAYOUT } from '../../docket/src/records/layout.ts';
import { lifeOf } from '../../docket/src/records/life.ts';
import { readRecord } from '../../docket/src/records/record.ts';
import { docketProcessor } from '../markdown/processor.ts';
import type { SiteFacts, SiteModel } from '../site/model.ts';
import { NO_PAGES } from '../site/repository-pages.ts';
import { DEFAULT_SETTINGS } from '../site/settings.ts';
import { type EvidenceContext, evidenceOf } from '../views/evidence/site-evidence.ts';
import type { SiteHistory } from '../views/history/read-histories.ts';
import { NO_SPECS } from '../views/specs/site-specs.ts';
import { inEnglish } from '../words/english.ts';

const NO_HISTORY: UnknownHistory = {
  kind: 'unknown',
  why: 'not-a-repository',
  message: 'Not in a Git repository',
  help: 'name a repository',
};

/** A site of Docket's look without a prefix and without pages of its own. */
export const EXAMPLE_SITE: SiteFacts = {
  name: 'Docket',
  t: inEnglish,
  description: 'Decisions, and what came of them.',
  hasReference: true,
  credits: true,
  base: '/base/',
  siteBase: '/base/',
  look: 'docket',
  delivers: true,
  keptOverrides: new Set(),
  routes: new Set(),
  hostPages: new Set(),
  ownPages: [],
  processor: docketProcessor().options,
  askForDiagrams: () => '/base/_astro/diagrams.html',
};

/** Records as they come in any folder, without a template and other files. */
export function corpusInAnyForm(files: Readonly<Record<string, string>>): Corpus {
  const paths = Object.keys(files);
  const folder = paths[0]?.split('/').slice(0, -1).join('/') ?? '';
  const log: FoundLog = { folder, foundBy: 'well-known folder', records: paths, leftOut: [] };
  const adr = { ...LAYOUT.adr, logs: [log] };
  const conventions = { templates: {}, layout: { ...LAYOUT, adr } };
  const records = paths.map((path) =>
    readRecord('adr', { path, text: files[path] ?? '' }, conventions),
  );
  return buildCorpus({
    ...{ records, ...conventions },
    surroundings: { existing: new Set(), fragments: new Map() },
  });
}

/** The example repository of the rules, changed by patches, as the site sees it under the base `/base/`, without Git. */
export function exampleContext(
  ...patches: Patch[]
): EvidenceContext & { history: SiteHistory; root: string } {
  const corpus = corpusOfFiles(patchedFiles(patches));
  const judged = corpus.provenances.map((record) => judge(record, NO_HISTORY, corpus));
  return {
    corpus,
    evidence: evidenceOf({ corpus, history: NO_HISTORY, judged }),
    history: {
      gap: NO_HISTORY.message,
      isShallow: false,
      files: new Map(),
      texts: new Map(),
      lives: corpus.adrs.map((adr) => lifeOf(corpus, adr, [])),
      tags: [],
    },
    root: '/repository',
    base: '/base/',
    repository: undefined,
    t: inEnglish,
  };
}

/** The same as the model of a whole site, with no rules and no findings. */
export function exampleModel(...patches: Patch[]): SiteModel {
  return {
    ...exampleContext(...patches),
    root: '/repository',
    projectRoot: '/project',
    pages: NO_PAGES,
    rereadPages: () => {},
    specs: NO_SPECS,
    rereadSpecs: async () => {},
    findings: [],
    ratifications: { all: [], problems: [], decisions: new Set(), policy: {}, gap: undefined },
    today: '2026-03-09',
    ...EXAMPLE_SITE,
    settings: DEFAULT_SETTINGS,
    rules: [],
    unread: [],
    isDevelopment: false,
    trouble: undefined,
    others: [],
    render: async () => ({ html: '', headings: [] }),
    renderSpec: async () => ({ html: '', headings: [] }),
  };
}

/** The one element of a list. */
export function only<T>(list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0)
    throw new Error(`Expected one, found ${list.length}`);
  return first;
}
