import type { ProvenanceRecord, SpecRecord } from '../../records/record.ts';
import type { Notice } from '../notice.ts';
import { matchStep } from '../steps-then.ts';
import type { UndoRenames } from '../undo-renames.ts';

/** Steps of a specification that a record has no result for, and results that answer them in another order. */
export function unansweredSteps(
  record: ProvenanceRecord,
  spec: SpecRecord | undefined,
  undo: UndoRenames,
): Notice[] {
  if (!spec) return [];
  const { steps } = spec.body;
  const matches = record.body.results.map((result) => ({
    result,
    match: matchStep(result, steps, undo),
  }));
  const answered = new Set(matches.map(({ match }) => match.step?.number));
  const missing = steps.filter((step) => !answered.has(step.number));
  const place =
    record.outline.all.find((section) => /^validation results$/i.test(section.title))?.span ??
    record.frontmatter.span;
  const notices: Notice[] = missing.map((step) => ({
    kind: 'missing-result',
    severity: 'warning',
    message: `Unexpected missing result, expected one for step ${step.number}: \`${step.text}\``,
    help: 'add the result of the step: pass, fail, not run, not applicable or manual',
    span: place,
    details: [],
  }));
  for (const { result, match } of matches) {
    if (match.by !== 'text' || !match.step) continue;
    notices.push({
      kind: 'result-order',
      severity: 'info',
      message: `Unexpected number \`${result.number}\`, expected \`${match.step.number}\`: the text is that step's`,
      help: `number the result \`${match.step.number}\``,
      span: result.span,
      details: [],
    });
  }
  return notices;
}
