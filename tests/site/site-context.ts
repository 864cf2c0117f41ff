import { judge } from '../../src/evidence/judge.ts';
import type { UnknownHistory } from '../../src/records/history.ts';
import { lifeOf } from '../../src/records/life.ts';
import type { Patch } from '../../src/rules/define.ts';
import { corpusOfFiles, patchedFiles } from '../../src/rules/examples.ts';
import { type EvidenceContext, evidenceOf } from '../../src/site/evidence/site-evidence.ts';
import type { SiteHistory } from '../../src/site/history/read-histories.ts';
import type { SiteModel } from '../../src/site/model.ts';
import { DEFAULT_SETTINGS } from '../../src/site/settings.ts';

const NO_HISTORY: UnknownHistory = {
  kind: 'unknown',
  why: 'not-a-repository',
  message: 'Unexpected folder outside any Git repository',
  help: 'name a repository',
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
    settings: DEFAULT_SETTINGS,
    rules: [],
    refuses: false,
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
