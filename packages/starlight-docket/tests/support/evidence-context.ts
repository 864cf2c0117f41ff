import { openSession } from '../../../docket/src/session/session.ts';
import { readEvidence } from '../../views/evidence/read-evidence.ts';
import type { EvidenceContext } from '../../views/evidence/site-evidence.ts';
import { inEnglish } from '../../words/english.ts';

/** A repository as the pages of the site see it, under the base `/base/`. */
export async function evidenceContext(root: string, repository?: string): Promise<EvidenceContext> {
  const workspace = await openSession({ root });
  const evidence = await readEvidence(workspace);
  return { corpus: workspace.corpus, evidence, base: '/base/', repository, t: inEnglish };
}
