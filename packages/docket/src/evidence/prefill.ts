import type { Role } from '../records/dialects/headings.ts';
import { withoutName } from '../records/key.ts';
import type { Layout } from '../records/layout.ts';
import type { ProvenanceRecord, SpecRecord } from '../records/record.ts';
import { readTemplate } from '../records/template.ts';
import type { ValidatedStep } from './validate.ts';

/** What a new provenance record is filled with. */
export interface PrefillInput {
  /** Text of the template. */
  readonly template: string;
  readonly layout: Layout;
  readonly spec: SpecRecord;
  /** ISO 8601 with zone. */
  readonly executed: string;
  /** Who or what did the work, where it was told. */
  readonly agent: string | undefined;
  /** Files and what happened to them, such as `Created`. */
  readonly artifacts: readonly { readonly path: string; readonly status: string }[];
  /** The steps as they were found to be. */
  readonly steps: readonly ValidatedStep[];
}

/**
 * The template with everything a tool can know filled in: title, specification, time, artifacts and results. What
 * only the author knows keeps its placeholders.
 */
export function prefill({
  template,
  layout,
  spec,
  executed,
  agent,
  artifacts,
  steps,
}: PrefillInput): string {
  const title = withoutName(spec.title);
  let text = template
    .replace(/^# .*$/m, () => `# Provenance: Spec ${spec.number ?? 'NNNN'} — ${title}`)
    .replace(/^(\*\*Spec:\*\*).*$/m, (_, label: string) => `${label} \`${spec.path}\``)
    .replace(/^(\*\*Executed:\*\*).*$/m, (_, label: string) => `${label} ${executed}`);
  if (agent !== undefined) {
    text = text.replace(/^(\*\*Agent:\*\*).*$/m, (_, label: string) => `${label} ${agent}`);
  }
  const { sections } = readTemplate('provenance', template, layout);
  const titleOf = (role: Role) => sections.find((section) => section.role === role)?.title;
  text = withRows(
    text,
    titleOf('artifacts'),
    artifacts.map(({ path, status }) => ({ file: code(path), path: code(path), status })),
  );
  return withRows(text, titleOf('results'), steps.map(resultRow));
}

/** The first free path for a record of a specification; later executions are numbered. */
export function recordPath(
  spec: SpecRecord,
  folder: string,
  records: readonly ProvenanceRecord[],
): string {
  const name = spec.path.slice(spec.path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const taken = new Set(records.map(({ path }) => path));
  for (let time = 1; ; time += 1) {
    const path = `${folder}/${name}${time === 1 ? '' : `-${time}`}.provenance.md`;
    if (!taken.has(path)) return path;
  }
}

function resultRow({ step, observed }: ValidatedStep): Record<string, string> {
  const words = { pass: 'Pass', fail: 'Fail', 'not-run': 'Not run' } as const;
  return {
    '#': String(step.number),
    step: cell(step.text),
    result: observed ? words[observed.outcome] : '{result}',
    details: cell(observed?.evidence ?? '{how it was checked and what was seen}'),
  };
}

/** Puts rows into the table of a section, in the place of those that the template shows. */
function withRows(
  text: string,
  title: string | undefined,
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => /^## /.test(line) && line.slice(3).trim() === title);
  if (heading < 0 || rows.length === 0) return text;
  const next = lines.findIndex((line, at) => at > heading && /^## /.test(line));
  const end = next < 0 ? lines.length : next;
  const isRow = (at: number) => at < end && (lines[at] ?? '').trimStart().startsWith('|');
  const header = lines.findIndex((_, at) => at > heading && isRow(at));
  if (header < 0) return text;
  let last = header + 2;
  while (isRow(last)) last += 1;
  const columns = (lines[header] ?? '')
    .split('|')
    .slice(1, -1)
    .map((name) => name.trim().toLowerCase());
  const made = rows.map((row) => `| ${columns.map((name) => row[name] ?? '').join(' | ')} |`);
  return lines.toSpliced(header + 2, last - header - 2, ...made).join('\n');
}

function code(path: string): string {
  // A name with control characters is written as Git prints it, which is how it is read back.
  const written = /\p{Cc}/u.test(path) ? JSON.stringify(path) : path;
  const text = written.replaceAll('|', '\\|');
  const fence = text.includes('`') ? '``' : '`';
  // Markdown takes a space from each end of what has one at both.
  const space = text.includes('`') || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : '';
  return fence + space + text + space + fence;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
