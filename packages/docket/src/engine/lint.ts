import type { Corpus } from '../records/corpus.ts';
import { compareFindings, type Finding } from '../records/finding.ts';
import { MAX_FINDINGS_OF_RECORD } from '../records/limits.ts';
import type { DocketRecord } from '../records/record.ts';
import { obeyComments, obeyDocumentComments } from './disable.ts';
import type { Disabling } from './disable-comments.ts';
import { type JudgeOptions, judgeAlone, judgeDocuments, judgeInLog } from './judge.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/** What was found in a record, before its comments are obeyed. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** The comments that silence rules, where they are known already. */
  readonly disablings?: readonly Disabling[];
  /** Whether a gate kept other rules from the record, so that a comment for one of them may still be used. */
  readonly isClosed?: boolean;
}

/** What to lint besides the corpus. */
export interface LintOptions extends JudgeOptions {
  /** What reading the files found. */
  readonly reading?: readonly Finding[];
  /** Whether every rule is asked, so that a disable comment without effect is unused; by default so. */
  readonly complete?: boolean;
  /** Judges one record; by default Docket's own rules alone. */
  readonly judgeOne?: (record: DocketRecord) => Judged;
}

/** Judges all records and documents and obeys disable comments. Pure; sorted by file and place. */
export function lintCorpus(corpus: Corpus, options: LintOptions = {}): Finding[] {
  const { complete = true } = options;
  const { known } = options.settings ?? DEFAULT_SETTINGS;
  const judgeOne =
    options.judgeOne ??
    ((record): Judged => {
      const first = judgeAlone(record, corpus, options);
      return { ...first, findings: judgeInLog(first, record, corpus, options) };
    });
  const judged = corpus.records.flatMap((record) => {
    const { findings, disablings, isClosed = false } = judgeOne(record);
    return limited(
      obeyComments(record, findings, complete && !isClosed, disablings, known).findings,
    );
  });
  const ofDocuments = judgeDocuments(corpus, options);
  const documents = (options.facts?.documents ?? []).flatMap((document) => {
    const own = ofDocuments.filter(({ file }) => file === document.path);
    return obeyDocumentComments(document, own, complete, known).findings;
  });
  // Other files hold no comments.
  const paths = new Set(options.facts?.documents?.map(({ path }) => path));
  const others = ofDocuments.filter(({ file }) => !paths.has(file));
  return [...(options.reading ?? []), ...judged, ...documents, ...others].sort(compareFindings);
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** As many findings of a record as anybody reads, errors first, and a last one that counts the others. */
function limited(findings: readonly Finding[]): readonly Finding[] {
  const untold = findings.length - MAX_FINDINGS_OF_RECORD;
  if (untold <= 0) return findings;
  const inOrder = [...findings].sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || compareFindings(a, b),
  );
  const first = inOrder[MAX_FINDINGS_OF_RECORD];
  if (!first) return findings;
  const { file, span, severity } = first;
  return [
    ...inOrder.slice(0, MAX_FINDINGS_OF_RECORD),
    {
      rule: 'size-limits',
      severity,
      file,
      span,
      found: `\`${untold}\` further findings`,
      expected: `at most \`${MAX_FINDINGS_OF_RECORD}\` in one record`,
      help: 'fix the others, then run the command again',
      related: [],
    },
  ];
}
