import { z } from 'zod';
import type {
  ExampleChange,
  ExplainedExample,
  Explanation,
  RuleFacts,
  RuleOption,
} from '../records/explanation.ts';
import { RECORD_KINDS } from '../records/layout.ts';
import { RULES } from '../rules/index.ts';
import type { BadExample, GoodExample, Patch, Rule } from './define.ts';
import { corpusOfFiles, judgeExample, patchedFiles } from './examples.ts';
import { READING_RULES } from './reading.ts';
import { lintRecord } from './remark.ts';
import { STOCK_RULES, type StockRule } from './stock.ts';

/**
 * Every rule that a report may name: Docket's own with those that a configuration adds, those of reading, and the stock
 * rules of remark-lint.
 */
export function allRules(known: readonly Rule[] = RULES): RuleFacts[] {
  return [
    ...known.map(({ id, severity, summary, why, kinds, instanceOf }) => ({
      ...{ id, severity, summary, why, ...(instanceOf !== undefined && { instanceOf }) },
      kinds: kinds.length > 0 ? kinds : RECORD_KINDS,
    })),
    ...READING_RULES.map((rule) => ({ ...rule, kinds: RECORD_KINDS })),
    ...STOCK_RULES.map(({ id, severity, summary, why }) => ({
      ...{ id, severity, summary, why },
      kinds: RECORD_KINDS,
    })),
  ];
}

/**
 * Explains a rule by its examples, which are judged anew; an instance by those of its rule. `undefined` where no rule
 * has the id. Pure.
 */
export function explainRule(id: string, known: readonly Rule[] = RULES): Explanation | undefined {
  const facts = allRules(known).find((rule) => rule.id === id);
  if (!facts) return undefined;
  const rule = RULES.find((candidate) => candidate.id === (facts.instanceOf ?? id));
  const stock = STOCK_RULES.find((candidate) => candidate.id === id);
  const bad = rule
    ? rule.examples.bad.map((example) => ownExample(rule, example))
    : stock
      ? [stockExample(stock)]
      : [];
  return {
    ...facts,
    byStatus: Object.entries(rule?.severityWhile ?? {}),
    isFixable: bad.some(({ findings }) => findings.some(({ fix }) => fix !== undefined)),
    options: rule?.options ? optionsOf(rule.options) : [],
    bad,
    good: rule ? rule.examples.good.map((example) => ownExample(rule, example)) : [],
  };
}

function ownExample(rule: Rule, example: BadExample | GoodExample): ExplainedExample {
  // The tests hold every example to the findings of its own rule, so no other needs to be asked here.
  const { files, findings } = judgeExample(rule, example, [rule.id]);
  const { patches, options } = example;
  return { changes: changesOf(patches), options, findings, files };
}

function stockExample({ example }: StockRule): ExplainedExample {
  const files = patchedFiles(example);
  const corpus = corpusOfFiles(files);
  const findings = corpus.records.flatMap((record) => lintRecord(record, corpus));
  return { changes: changesOf(example), options: undefined, findings, files };
}

function optionsOf(schema: z.ZodObject): RuleOption[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description = '', default: fallback } = typeof property === 'object' ? property : {};
    return {
      name,
      description,
      fallback: fallback === undefined ? undefined : JSON.stringify(fallback),
    };
  });
}

/** Whole lines that patches take away and put in, in the order of the patches. */
function changesOf(patches: readonly Patch[]): ExampleChange[] {
  return patches.map((patch, index): ExampleChange => {
    const files = patchedFiles(patches.slice(0, index));
    if ('add' in patch) {
      const note = files.has(patch.add) ? 'replaced by' : 'added';
      return { file: patch.add, note, before: [], after: linesOf(patch.text) };
    }
    if ('remove' in patch) return { file: patch.remove, note: 'removed', before: [], after: [] };
    if ('rename' in patch) {
      return { file: patch.rename, note: `renamed to ${patch.to}`, before: [], after: [] };
    }
    const text = files.get(patch.change) ?? '';
    const at = text.indexOf(patch.from);
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', Math.max(at + patch.from.length - 1, start));
    const old = text.slice(start, end < 0 ? undefined : end);
    const changed = old.slice(0, at - start) + patch.to + old.slice(at - start + patch.from.length);
    return { file: patch.change, note: '', ...trimmed(linesOf(old), linesOf(changed)) };
  });
}

/** Leaves out the lines that both have in common at either end. */
function trimmed(before: string[], after: string[]) {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  ) {
    end += 1;
  }
  return {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
