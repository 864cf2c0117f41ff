import { openSession } from '../../../docket/src/session/session.ts';
import { readSpecFolders } from '../../../docket/src/session/spec-folders.ts';
import { readEvidence } from '../../views/evidence/read-evidence.ts';
import type { EvidenceContext } from '../../views/evidence/site-evidence.ts';
import { siteSpecs } from '../../views/specs/site-specs.ts';
import { inEnglish } from '../../words/english.ts';

/** A repository as the pages of the site see it, under the base `/base/`. */
export async function evidenceContext(root: string, repository?: string): Promise<EvidenceContext> {
  const workspace = await openSession({ root, mayLackRecords: true });
  const evidence = await readEvidence(workspace);
  const { folders } = await readSpecFolders(root, workspace.corpus);
  return {
    corpus: workspace.corpus,
    evidence,
    specs: siteSpecs(folders),
    base: '/base/',
    repository,
    t: inEnglish,
  };
}
