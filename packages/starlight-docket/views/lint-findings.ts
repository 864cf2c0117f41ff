import {
  compareFindings,
  type Finding,
  messageOf,
  perObject,
  type Severity,
  shownName,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import type { Translate } from '../words/say.ts';
import { listed } from './lists.ts';
import { encodePath, recordUrl, ruleUrl, withBase } from './urls.ts';

/** A finding of the linter as a page shows it. */
export interface FindingView {
  readonly severity: Severity;
  readonly line: number;
  readonly message: string;
  /** How to fix it. */
  readonly help: string;
  readonly rule: string;
  /** Second places that explain it, such as `docs/adr/adr-001-a.md:4`, with what stands there. */
  readonly related: readonly { readonly place: string; readonly label: string }[];
}

/** The findings of one file, the weightiest first. */
export interface FileFindings {
  readonly path: string;
  /** What the record is called; `undefined` for a file that is none. */
  readonly label: string | undefined;
  /** Its page, if it has one. */
  readonly url: string | undefined;
  readonly findings: readonly FindingView[];
}

/** Path of the page that lists what the linter finds, below the base. */
export const LINT_PATH = '/lint/';

/** The address of that page. */
export function lintUrl(base: string): string {
  return withBase(base, LINT_PATH);
}

const WEIGHTS: readonly Severity[] = ['error', 'warning', 'info'];

const COUNTED = {
  error: 'docket.lint.errors',
  warning: 'docket.lint.warnings',
  info: 'docket.lint.notes',
} as const;

/** The page of the rule that a finding names; `undefined` for a rule that has none. */
export function ruleLink(
  { rules, base, hasReference }: Pick<SiteModel, 'rules' | 'base' | 'hasReference'>,
  rule: string,
): string | undefined {
  return hasReference && rules.some(({ id }) => id === rule) ? ruleUrl(base, rule) : undefined;
}

/** How many findings of each weight there are, in words: `2 errors and 1 warning`. */
export function countWords(
  t: Translate,
  findings: readonly { readonly severity: Severity }[],
): string {
  const counts = WEIGHTS.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [t(COUNTED[severity], { count })];
  });
  return listed(counts, t.lang);
}

/** What is found in one file, the weightiest first. */
export function findingsOf(findings: readonly Finding[], path: string): readonly Finding[] {
  return byFile(findings).get(path) ?? [];
}

/** The same as a page shows it. */
export function findingsIn(findings: readonly Finding[], path: string): FindingView[] {
  return findingsOf(findings, path).map(viewOf);
}

/** What is found in all files; those with the weightiest findings first, then by path. */
export function findingsByFile(
  model: Pick<SiteModel, 'findings' | 'corpus' | 'unread' | 'base'>,
): FileFindings[] {
  const { corpus, unread, base } = model;
  const weight = ([, [first]]: readonly [string, readonly Finding[]]) =>
    WEIGHTS.indexOf(first?.severity ?? 'info');
  return [...byFile(model.findings)]
    .sort((a, b) => weight(a) - weight(b))
    .map(([path, findings]) => {
      const record = corpus.byPath(path);
      const slug = unread.find((file) => file.path === path)?.slug;
      return {
        path,
        label: record && shownName(record),
        url: record ? recordUrl(base, record) : slug && withBase(base, `${encodePath(slug)}/`),
        findings: findings.map(viewOf),
      };
    });
}

/** Findings by their files, in the order of paths, each list the weightiest first. */
const byFile = perObject((findings: readonly Finding[]): ReadonlyMap<string, Finding[]> => {
  const files = Map.groupBy([...findings].sort(compareFindings), ({ file }) => file);
  for (const list of files.values()) {
    list.sort((a, b) => WEIGHTS.indexOf(a.severity) - WEIGHTS.indexOf(b.severity));
  }
  return files;
});

function viewOf(finding: Finding): FindingView {
  const { severity, span, help, rule, related } = finding;
  return {
    ...{ severity, message: messageOf(finding), help, rule },
    line: span.start.line,
    related: related.map((other) => ({
      place: `${other.file}:${other.span.start.line}`,
      label: other.label,
    })),
  };
}
