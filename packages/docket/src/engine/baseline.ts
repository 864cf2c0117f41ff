import { z } from 'zod';
import type { Finding } from '../records/finding.ts';
import { isSecurityRule } from './security.ts';

/** Name of the baseline file where the configuration gives none. */
export const BASELINE_FILE = 'docket-baseline.json';

const baselineSchema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      file: z.string(),
      message: z.string(),
      count: z.int().min(1),
    }),
  ),
});

/** Findings that are known and left for later, by what they say; lines move too easily to be kept. */
export type Baseline = z.infer<typeof baselineSchema>;

/**
 * Reads the text of a baseline.
 * @throws {Error} with a readable message where the text is no baseline
 */
export function readBaseline(text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : String(error));
  }
  const read = baselineSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${issue?.path.join('.') || 'the whole file'}: ${issue?.message}`);
}

/** What a baseline makes of findings. */
export interface Weighed {
  /** Those it does not know. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that stand for more than is there, with what is left of each. */
  readonly unused: readonly { readonly index: number; readonly count: number }[];
}

/** Takes out the findings that a baseline knows, each entry as often as it says; never one of a security rule. */
export function weigh(findings: readonly Finding[], baseline: Baseline): Weighed {
  const left = new Map<string, { index: number; count: number }[]>();
  baseline.findings.forEach((entry, index) => {
    const key = keyOf(entry);
    left.set(key, [...(left.get(key) ?? []), { index, count: entry.count }]);
  });
  const known: Finding[] = [];
  const fresh = findings.filter((finding) => {
    if (isSecurityRule(finding.rule)) return true;
    const entry = left.get(keyOf(finding))?.find(({ count }) => count > 0);
    if (!entry) return true;
    entry.count -= 1;
    known.push(finding);
    return false;
  });
  const unused = [...left.values()]
    .flat()
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.index - b.index);
  return { fresh, known, unused };
}

/**
 * The baseline for findings as they are now, those of security rules left out. Where there is one already it only shrinks: what it does not know stays
 * out of it.
 */
export function nextBaseline(findings: readonly Finding[], before: Baseline | undefined): Baseline {
  const kept = before
    ? weigh(findings, before).known
    : findings.filter(({ rule }) => !isSecurityRule(rule));
  const counts = new Map<string, Baseline['findings'][number]>();
  for (const finding of kept) {
    const { rule, file, message } = finding;
    const entry = counts.get(keyOf(finding));
    counts.set(keyOf(finding), { rule, file, message, count: (entry?.count ?? 0) + 1 });
  }
  const findingsNow = [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
  return { version: 1, findings: findingsNow };
}

/** The text of a baseline file: one entry to a line, so that a change of one shows as one. */
export function baselineText({ version, findings }: Baseline): string {
  const lines = findings.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "version": ${version},\n  "findings": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

/** Entries that stand for nothing, as findings in the baseline file. */
export function unusedEntries(
  baseline: Baseline,
  file: string,
  text: string,
  unused: Weighed['unused'],
): Finding[] {
  const lines = text.split('\n');
  return unused.map(({ index, count }) => {
    const entry = baseline.findings[index];
    const at = lines.findIndex(
      (line) =>
        entry !== undefined &&
        line.includes(JSON.stringify(entry.rule)) &&
        line.includes(JSON.stringify(entry.file)) &&
        line.includes(JSON.stringify(entry.message)),
    );
    const line = Math.max(at, 0);
    const offset = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
    const point = { line: line + 1, column: 1, offset };
    const length = lines[line]?.length ?? 0;
    return {
      rule: 'baseline-unused',
      severity: 'warning',
      file,
      span: { start: point, end: { ...point, column: 1 + length, offset: offset + length } },
      message: `The baseline lists ${count} more ${count === 1 ? 'finding' : 'findings'} of \`${entry?.rule}\` in \`${entry?.file}\` than there are`,
      help: 'run `docket lint --update-baseline` to remove what has been fixed',
      related: [],
    };
  });
}

function keyOf({ rule, file, message }: { rule: string; file: string; message: string }): string {
  return JSON.stringify([file, rule, message]);
}
