import type { Patch } from '../../docket/src/engine/define.ts';
import { corpusOfFiles, patchedFiles } from '../../docket/src/engine/examples.ts';
import { judge } from '../../docket/src/evidence/judge.ts';
import type { UnknownHistory } from '../../docket/src/records/history.ts';
import { lifeOf } from '../../docket/src/records/life.ts';
import { docketProcessor } from '../markdown/processor.ts';
import type { SiteFacts, SiteModel } from '../site/model.ts';
import { DEFAULT_SETTINGS } from '../site/settings.ts';
import { type EvidenceContext, evidenceOf } from '../views/evidence/site-evidence.ts';
import type { SiteHistory } from '../views/history/read-histories.ts';

const NO_HISTORY: UnknownHistory = {
  kind: 'unknown',
  why: 'not-a-repository',
  message: 'Not in a Git repository',
  help: 'name a repository',
};

/** A site of Docket's look without a prefix and without pages of its own. */
export const EXAMPLE_SITE: SiteFacts = {
  name: 'Docket',
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
  processor: docketProcessor().options,
  askForDiagrams: () => '/base/_astro/diagrams.html',
};

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
  };
}

/** The same as the model of a whole site, with no rules and no findings. */
export function exampleModel(...patches: Patch[]): SiteModel {
  return {
    ...exampleContext(...patches),
    root: '/repository',
    projectRoot: '/project',
    findings: [],
    ...EXAMPLE_SITE,
    settings: DEFAULT_SETTINGS,
    rules: [],
    unread: [],
    isDevelopment: false,
    trouble: undefined,
    isOwn: false,
    render: async () => ({ html: '', headings: [] }),
  };
}

/** The one element of a list. */
export function only<T>(list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0)
    throw new Error(`Expected one, found ${list.length}`);
  return first;
}
