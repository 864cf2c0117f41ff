import type { StepCheck } from '../../records/checks.ts';
import { checkCommittedTogether, checkOnlyChanged } from './committed.ts';
import { checkFileAbsent, checkFileExists } from './file.ts';
import { checkFrontmatter } from './frontmatter.ts';
import { checkLinks } from './links.ts';
import { type Observation, type Scene, together } from './observation.ts';
import { checkOptions } from './options.ts';
import { checkSections } from './sections.ts';
import { checkText } from './text.ts';

/** Carries out the checks of one step; all must hold. Never throws. */
export function observeStep(checks: readonly StepCheck[], scene: Scene): Observation {
  return together(checks.map((check) => observe(check, scene)));
}

function observe(check: StepCheck, scene: Scene): Observation {
  if ('file-exists' in check) return checkFileExists(check['file-exists'], scene);
  if ('file-absent' in check) return checkFileAbsent(check['file-absent'], scene);
  if ('frontmatter' in check) return checkFrontmatter(check.frontmatter, scene);
  if ('text' in check) return checkText(check.text, scene);
  if ('sections' in check) return checkSections(check.sections, scene);
  if ('options' in check) return checkOptions(check.options, scene);
  if ('links' in check) return checkLinks(check.links, scene);
  if ('committed-together' in check) {
    return checkCommittedTogether(check['committed-together'], scene);
  }
  if ('only-changed' in check) return checkOnlyChanged(check['only-changed'], scene);
  return scene.command(check.command);
}
