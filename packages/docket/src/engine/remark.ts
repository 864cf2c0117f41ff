import remarkLint from 'remark-lint';
import { type Pluggable, type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { Conventions } from '../records/conventions.ts';
import type { Corpus } from '../records/corpus.ts';
import { type Finding, type Severity, shortened } from '../records/finding.ts';
import { MAX_FINDINGS_OF_RULE } from '../records/limits.ts';
import { spanAt } from '../records/markdown.ts';
import type { DocketRecord } from '../records/record.ts';
import { type FirstFindings, type JudgeOptions, judgeAlone, judgeInLog } from './judge.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { STOCK_RULES, type StockRule } from './stock.ts';

type VFileMessage = VFile['messages'][number];

const STOCK = 'remark-lint:';

function stockRules(stock: readonly StockRule[]): Pluggable[] {
  if (stock.length === 0) return [];
  return [
    remarkLint,
    ...stock.map(
      ({ plugin, pluginOptions }): Pluggable =>
        [plugin, ['warn', pluginOptions]] as unknown as Pluggable,
    ),
  ];
}

/** Judges one record by Docket's rules and the stock rules. */
export function lintRecord(
  record: DocketRecord,
  corpus: Corpus,
  options: JudgeOptions = {},
): Finding[] {
  return judgeInLog(lintAlone(record, corpus, options), record, corpus, options);
}

/**
 * Judges one record by Docket's rules that look at it alone, and with remark-lint by the stock rules that concern it,
 * over the tree the record was read into. Docket's rules are asked directly: a message and a place in a queue for each
 * of them would cost as much as the rules do. Synchronous, as no rule waits for anything.
 */
export function lintAlone(
  record: DocketRecord,
  conventions: Conventions,
  options: JudgeOptions = {},
): FirstFindings {
  const own = judgeAlone(record, conventions, options);
  const { document } = record;
  const { settings = DEFAULT_SETTINGS } = options;
  const weightOf = (rule: StockRule) => settings.of(rule, record).severity;
  const stock = own.isClosed
    ? []
    : STOCK_RULES.filter((rule) => weightOf(rule) !== 'off' && rule.concerns(document));
  if (stock.length === 0) return own;
  const file = new VFile({ path: record.path, value: document.text });
  limitMessages(file);
  try {
    processorFor(stock).runSync(document.tree, file);
  } catch (error) {
    // A comment that remark-lint cannot read ends its pass with a message; what was found until then stands.
    if (!file.messages.includes(error as VFileMessage)) throw error;
  }
  const found = file.messages.map((message) => {
    const rule = STOCK_RULES.find(({ id }) => id === `${STOCK}${message.ruleId}`);
    const severity = rule ? weightOf(rule) : 'warning';
    return findingOf(message, record, rule, severity === 'off' ? 'warning' : severity);
  });
  return { findings: [...own.findings, ...found], isClosed: false };
}

/** Lets each rule of remark-lint say no more to a file than a limit; its last message then says so. */
function limitMessages(file: VFile): void {
  const say = file.message.bind(file);
  let ofRule = 0;
  file.message = ((...[reason, ...place]: [string, undefined]) => {
    const last = file.messages.at(-1);
    // A message gets the name of its rule when the rule is done.
    if (last?.ruleId !== undefined) ofRule = 0;
    // A rule ends with the error that it throws, and one that is a message already is not told again.
    if (last && ofRule > MAX_FINDINGS_OF_RULE) throw last;
    ofRule += 1;
    if (ofRule <= MAX_FINDINGS_OF_RULE) return say(reason, ...place);
    const end = `Unexpected further findings of this rule, expected at most \`${MAX_FINDINGS_OF_RULE}\` in one file`;
    return say(end, ...place);
  }) as VFile['message'];
}

const processors = new Map<string, Processor>();

function processorFor(stock: readonly StockRule[]): Processor {
  const key = stock.map((rule) => rule.id).join();
  const known = processors.get(key);
  if (known) return known;
  const processor = unified().use(stockRules(stock)).freeze() as unknown as Processor;
  processors.set(key, processor);
  return processor;
}

function findingOf(
  message: VFileMessage,
  record: DocketRecord,
  rule: StockRule | undefined,
  severity: Severity,
): Finding {
  const { place } = message;
  const [start, end] = place && 'start' in place ? [place.start, place.end] : [place, place];
  return {
    rule: rule?.id ?? `${STOCK}lint`,
    severity,
    file: record.path,
    span: spanAt(record.document, start?.offset ?? 0, end?.offset ?? start?.offset ?? 0),
    words: shortened(message.reason),
    help: rule?.help ?? 'see the documentation of remark-lint',
    related: [],
  };
}
