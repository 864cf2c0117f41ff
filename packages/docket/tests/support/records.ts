/** Paths and texts of small records, for tests that make repositories of them. */

export const SPEC = '.sdd/specification/spec-0001-caching.md';
export const ADR = 'docs/adr/adr-001-caching.md';
export const RECORD = '.sdd/provenance/spec-0001-caching.provenance.md';

/** What a provenance record says. */
export interface RecordText {
  readonly title?: string;
  readonly executed?: string;
  readonly spec?: string;
  readonly actions?: string;
  readonly deviations?: string;
  /** Rows of Artifacts Produced: file and status. */
  readonly artifacts?: readonly (readonly [file: string, status: string])[];
  /** The whole of Validation Results. */
  readonly results?: string;
}

/** The text of a provenance record. */
export function provenance(text: RecordText = {}): string {
  const rows = text.artifacts ?? [
    [SPEC, 'Created'],
    [ADR, 'Created'],
    [RECORD, 'Created'],
  ];
  return `# ${text.title ?? 'Provenance: Spec 0001 — Caching'}

**Spec:** \`${text.spec ?? SPEC}\`
**Executed:** ${text.executed ?? '2026-03-05T11:30:00Z'}
**Agent:** worker

## Actions Taken

${text.actions ?? '1. Wrote the decision'}

## Decisions Made

No autonomous decisions were required — all actions were explicitly specified in the spec.

## Deviations from Spec

${text.deviations ?? 'No deviations from spec.'}

## Artifacts Produced

| File | Status |
| ---- | ------ |
${rows.map(([file, status]) => `| ${file.includes('`') ? file : `\`${file}\``} | ${status} |`).join('\n')}

## Validation Results

${text.results ?? '| # | Step | Result | Details |\n| - | ---- | ------ | ------- |\n| 1 | The decision exists | Pass | seen |'}
`;
}

/** The text of a specification with these validation steps and further frontmatter. */
export function specification(
  steps: readonly string[] = ['The decision exists'],
  frontmatter = '',
): string {
  return `---
title: "Spec 0001: Caching"
${frontmatter}---

## Task

1. Write the decision.

## Validation steps

${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}
`;
}

/** The text of a decision record. */
export function decision(title = 'ADR-001: Caching', body = 'We cache.'): string {
  return `---\ntitle: "${title}"\n---\n\n## Context\n\n${body}\n`;
}
