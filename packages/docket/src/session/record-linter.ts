import { type Disabling, disablingsOf } from '../engine/disable-comments.ts';
import { type FirstFindings, judgeByNames, judgeInLog } from '../engine/judge.ts';
import { lintCorpus } from '../engine/lint.ts';
import { lintAlone } from '../engine/remark.ts';
import type { Settings } from '../engine/settings.ts';
import type { FirstLook } from '../io/read-records.ts';
import type { Conventions, Templates } from '../records/conventions.ts';
import type { Corpus } from '../records/corpus.ts';
import type { Facts } from '../records/facts.ts';
import type { Finding } from '../records/finding.ts';
import type { DocketRecord } from '../records/record.ts';

/** What is linted, with what is known. */
export interface LintInput {
  readonly corpus: Corpus;
  /** What reading the files found. */
  readonly reading: readonly Finding[];
  readonly facts: Facts;
  /** Stands for which records and files there are: another where any of them is. */
  readonly naming: symbol;
}

/** What was found in a text when it was first looked at, and by which templates. */
interface Looked extends FirstFindings {
  readonly text: string;
  readonly templates: Templates;
  readonly disablings: readonly Disabling[];
  /** What the rules found that look at which records and files there are, and among which. */
  byNames?: { readonly naming: symbol; readonly findings: readonly Finding[] };
}

/** Judges records by Docket's rules and the stock rules of remark-lint. */
export class RecordLinter {
  readonly #settings: Settings;
  readonly #rules: readonly string[] | undefined;
  readonly #today: string;
  readonly #looked = new Map<string, Looked>();

  /**
   * @param rules those to report; `undefined` for all
   * @param today as YYYY-MM-DD
   */
  constructor(settings: Settings, rules: readonly string[] | undefined, today: string) {
    this.#settings = settings;
    this.#rules = rules;
    this.#today = today;
  }

  /** Judges a record by the rules that look at it alone, and remembers what they found in its text. */
  readonly look: FirstLook = (record, conventions) => {
    this.#lookAt(record, conventions);
  };

  /** Everything found in the records of a corpus, and in the documents among the facts. */
  lint({ corpus, reading, facts, naming }: LintInput): Finding[] {
    const rules = this.#rules;
    const options = { settings: this.#settings, facts };
    const found = lintCorpus(corpus, {
      ...options,
      reading,
      complete: rules === undefined,
      judgeOne: (record) => {
        const known = this.#looked.get(record.path);
        const isCurrent =
          known?.text === record.document.text && known.templates === corpus.templates;
        const first = isCurrent ? known : this.#lookAt(record, corpus);
        if (first.byNames?.naming !== naming) {
          first.byNames = { naming, findings: judgeByNames(first, record, corpus, options) };
        }
        const { disablings, isClosed, byNames } = first;
        const findings = judgeInLog(first, record, corpus, options, byNames.findings);
        return { findings, disablings, isClosed };
      },
    });
    return rules ? found.filter((finding) => rules.includes(finding.rule)) : found;
  }

  #lookAt(record: DocketRecord, conventions: Conventions): Looked {
    const options = { settings: this.#settings, facts: { today: this.#today } };
    const looked: Looked = {
      ...lintAlone(record, conventions, options),
      text: record.document.text,
      templates: conventions.templates,
      disablings: disablingsOf(record),
    };
    this.#looked.set(record.path, looked);
    return looked;
  }
}
