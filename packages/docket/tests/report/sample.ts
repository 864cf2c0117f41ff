import type { Finding, Mismatch, Span, Wording } from '../../src/records/finding.ts';
import { makeReport, type Report } from '../../src/report/report.ts';

/** The span of the first occurrence of `part` in `text`. */
export function spanIn(text: string, part: string): Span {
  const offset = text.indexOf(part);
  if (offset < 0) throw new Error(`${JSON.stringify(part)} is not in the text`);
  const point = (at: number) => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset: at };
  };
  return { start: point(offset), end: point(offset + part.length) };
}

/** A finding of Docket's own, without its place. */
type Rest = Mismatch & Omit<Finding, keyof Wording>;

/** A finding about the first occurrence of `part`. */
export function findingAt(
  file: string,
  text: string,
  part: string,
  rest: Partial<Rest> = {},
): Finding {
  return {
    rule: 'status-known',
    severity: 'error',
    file,
    span: spanIn(text, part),
    ...(rest.found === undefined && { found: 'word', expected: 'another' }),
    help: 'write another',
    related: [],
    ...rest,
  };
}

/** A report of one finding in one text. */
export function reportOf(text: string, part: string, rest: Partial<Rest> = {}): Report {
  return makeReport({
    findings: [findingAt('docs/adr/adr-001-a.md', text, part, rest)],
    files: 1,
    textOf: () => text,
  });
}

const FIRST = 'docs/adr/adr-001-a, b.md';
const SECOND = 'docs/adr/adr-002-c.md';
const TEXTS: Readonly<Record<string, string>> = {
  [FIRST]:
    '---\nstatus: Acepted\nsuperseded-by: [ADR-002]\n---\n\n# A heading\nthat goes on\n\nSee ADR 2 and ADR 3.\n',
  [SECOND]: '---\ntitle: "ADR-002: <C> & 100%"\n---\n',
};
const [first, second] = [TEXTS[FIRST] ?? '', TEXTS[SECOND] ?? ''];

/** Findings of every severity: with a second place, with a fix, over two lines, and of a file that was not read. */
export const SAMPLE: Report = makeReport({
  findings: [
    findingAt(FIRST, first, 'ADR 2', {
      rule: 'mention-form',
      severity: 'warning',
      found: '`ADR 2`',
      expected: '`ADR-002`',
      help: 'write `ADR-002`',
      fix: { edits: [{ span: spanIn(first, 'ADR 2'), text: 'ADR-002' }] },
    }),
    findingAt(FIRST, first, 'ADR 3', {
      rule: 'mention-form',
      severity: 'warning',
      found: '`ADR 3`',
      expected: '`ADR-003`',
      help: 'write `ADR-003`',
    }),
    findingAt(FIRST, first, 'Acepted', {
      found: 'status `Acepted`',
      expected: '`Proposed` or `Accepted`',
      help: 'write `Accepted`',
    }),
    findingAt(FIRST, first, 'ADR-002', {
      rule: 'supersession-reciprocal',
      found: 'one-sided `superseded-by: ADR-002`',
      expected: '`ADR-001` there, too',
      help: 'add `supersedes: [ADR-001]`',
      related: [
        {
          file: SECOND,
          span: spanIn(second, '"ADR-002: <C> & 100%"'),
          label: '`ADR-002` does not name `ADR-001`',
        },
      ],
    }),
    findingAt(FIRST, first, 'A heading\nthat goes on', {
      rule: 'section-title',
      severity: 'info',
      found: 'heading over two lines',
      help: 'write it on one',
    }),
    findingAt(FIRST, first, '---', {
      rule: 'file-readable',
      file: 'docs/adr/adr-003-d.md',
      found: 'bytes that are no UTF-8',
      expected: 'text',
      help: 'save the file as UTF-8',
    }),
  ],
  files: 3,
  textOf: (file) => TEXTS[file],
  noteOf: (rule) =>
    rule === 'status-known'
      ? {
          summary: 'The status is one of the vocabulary.',
          why: 'A misspelt status is no status.',
          page: 'https://docs.example.org/reference/rules/status-known/',
        }
      : undefined,
});

/** A report that found nothing. */
export const CLEAN: Report = makeReport({ findings: [], files: 3, textOf: () => undefined });
