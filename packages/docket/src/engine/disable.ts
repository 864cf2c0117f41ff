import type { Finding, Span } from '../records/finding.ts';
import { MAX_FINDINGS_OF_RULE } from '../records/limits.ts';
import { spanAt, spanOf } from '../records/markdown.ts';
import { nearest } from '../records/nearest.ts';
import { nodesOf } from '../records/nodes.ts';
import type { DocketRecord } from '../records/record.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from './define.ts';
import { isSecurityRule, WAIVER_HELP } from './security.ts';

/** A comment that silences rules on the line below it. */
export interface Disabling {
  readonly rules: readonly string[];
  /** `undefined` where none is given: then it silences nothing. */
  readonly reason: string | undefined;
  /** The word it begins with, where that is none that is known. */
  readonly unknown?: string;
  readonly span: Span;
  /** The next line that is not empty. */
  readonly line: number;
}

/** Findings that are left, and those that comments silence. */
export interface Heard {
  readonly findings: readonly Finding[];
  readonly silenced: readonly Finding[];
}

const WORD = 'docket-disable-next-line';
const COMMENT = /^\s*docket-disable-next-line(?![\w-])([\s\S]*)$/;
/** A comment that means to silence something in a way that is not known. */
const OTHER = /^\s*(docket-(?:disable|enable|ignore)[\w-]*)/;

/**
 * Takes out what `<!-- docket-disable-next-line rule -- reason -->` silences in a record (in frontmatter, the same
 * after `#`), and adds a finding for each comment that has no reason, names no rule, or silences nothing.
 * @param complete whether every rule was asked: only then is a comment without effect known to be unused
 * @param disablings the comments, where they are known already
 * @param rules that there are; by default Docket's own
 */
export function obeyComments(
  record: DocketRecord,
  findings: readonly Finding[],
  complete: boolean,
  disablings: readonly Disabling[] = disablingsOf(record),
  rules: readonly Pick<Rule, 'id'>[] = RULES,
): Heard {
  if (disablings.length === 0) return { findings, silenced: [] };
  return obey(record.path, disablings, findings, { complete, rules });
}

/** The same for a document or code, where the words stand in a comment of any language. */
export function obeyDocumentComments(
  { path, text }: { readonly path: string; readonly text: string },
  findings: readonly Finding[],
  complete: boolean,
  rules: readonly Pick<Rule, 'id'>[] = RULES,
): Heard {
  if (!text.includes(WORD)) return { findings, silenced: [] };
  return obey(path, disablingsIn(text), findings, { complete, rules });
}

/** What was asked, so that a comment can be held against it. */
interface Asked {
  readonly complete: boolean;
  readonly rules: readonly Pick<Rule, 'id'>[];
}

function obey(
  file: string,
  disablings: readonly Disabling[],
  findings: readonly Finding[],
  asked: Asked,
): Heard {
  const used = new Map<Disabling, Set<string>>(disablings.map((entry) => [entry, new Set()]));
  const silenced: Finding[] = [];
  const byLine = Map.groupBy(disablings, ({ line }) => line);
  const left = findings.filter((finding) => {
    if (isSecurityRule(finding.rule)) return true;
    const by = (byLine.get(finding.span.start.line) ?? []).filter(
      ({ rules, reason }) => reason !== undefined && rules.includes(finding.rule),
    );
    for (const entry of by) used.get(entry)?.add(finding.rule);
    if (by.length > 0) silenced.push(finding);
    return by.length === 0;
  });
  const own: Omit<Finding, 'file'>[] = [];
  for (const entry of disablings) {
    if (own.length >= MAX_FINDINGS_OF_RULE) break;
    own.push(...complaints(entry, used.get(entry), asked));
  }
  return { findings: [...left, ...own.map((part) => ({ ...part, file }))], silenced };
}

function complaints(
  { rules, reason, unknown, span, line }: Disabling,
  used: ReadonlySet<string> | undefined,
  { complete, rules: known }: Asked,
): Omit<Finding, 'file'>[] {
  const shape = `write \`${WORD} rule -- reason\``;
  const base = { span, related: [] };
  if (unknown !== undefined) {
    return [
      {
        ...base,
        rule: 'disable-reason',
        severity: 'error',
        message: `Unexpected comment \`${unknown}\`, expected \`${WORD}\``,
        help: `${shape}; nothing else silences a rule`,
      },
    ];
  }
  if (rules.length === 0 || reason === undefined) {
    const what = rules.length === 0 ? 'rule' : 'reason';
    return [
      {
        ...base,
        rule: 'disable-reason',
        severity: 'error',
        message: `Unexpected disable comment without a ${what}, expected \`rule -- reason\``,
        help: `${shape}: without both it silences nothing`,
      },
    ];
  }
  return rules.slice(0, MAX_FINDINGS_OF_RULE).flatMap((id): Omit<Finding, 'file'>[] => {
    if (!isSecurityRule(id) && !known.some((rule) => rule.id === id)) {
      const meant = nearest(
        id,
        known.map((rule) => rule.id),
      );
      return [
        {
          ...base,
          rule: 'disable-reason',
          severity: 'error',
          message: `Unexpected rule \`${id}\` in a disable comment, expected the name of a rule`,
          help: meant ? `write \`${meant}\`` : 'see the list of rules, or delete the comment',
        },
      ];
    }
    if (isSecurityRule(id)) {
      return [
        {
          ...base,
          rule: 'disable-reason',
          severity: 'error',
          message: `Unexpected security rule \`${id}\` in a disable comment, expected a rule that a comment may silence`,
          help: WAIVER_HELP,
        },
      ];
    }
    if (!complete || used?.has(id)) return [];
    return [
      {
        ...base,
        rule: 'disable-unused',
        severity: 'warning',
        message: `Unexpected disable comment for \`${id}\`, expected it to silence something on line ${line}`,
        help: 'delete the comment, or the name of the rule in it',
      },
    ];
  });
}

/** The comments of a record that silence rules, or mean to. */
export function disablingsOf(record: DocketRecord): Disabling[] {
  const { document, frontmatter } = record;
  if (!document.text.includes('docket-')) return [];
  const comments = nodesOf(document).html.flatMap(({ node }) => {
    const inner = /^<!--([\s\S]*?)-->\s*$/.exec(node.value)?.[1];
    return inner === undefined ? [] : [{ inner, span: spanOf(document, node) }];
  });
  const head = document.text.slice(0, frontmatter.span.end.offset);
  const yaml = [...head.matchAll(/^[ \t]*#(.*)$/gm)].map((match) => ({
    inner: match[1] ?? '',
    span: spanAt(document, match.index, match.index + match[0].trimEnd().length),
  }));
  const lines = document.text.split('\n');
  return [...yaml, ...comments].flatMap(({ inner, span }) =>
    readComment(inner, span, nextLine(lines, span.end.line)),
  );
}

/** Comments in a text of any language: after a mark that opens a comment, up to one that closes it. */
function disablingsIn(text: string): Disabling[] {
  let offset = 0;
  const lines = text.split('\n');
  return lines.flatMap((source, index) => {
    const start = offset;
    offset += source.length + 1;
    const match = /(?:<!--|\/\/|\/\*|\{\/\*|#|--|;|^\s*\*)\s*(docket-disable-next-line\b.*)$/.exec(
      source,
    );
    const [, inner = ''] = match ?? [];
    if (!match) return [];
    const span: Span = {
      start: { line: index + 1, column: match.index + 1, offset: start + match.index },
      end: { line: index + 1, column: source.length + 1, offset: start + source.length },
    };
    const words = inner.replace(/\s*(?:-->|\*\/\}?)\s*$/, '');
    return readComment(words, span, nextLine(lines, index + 1));
  });
}

function readComment(inner: string, span: Span, line: number): Disabling[] {
  const rest = COMMENT.exec(inner)?.[1];
  if (rest === undefined) {
    const unknown = OTHER.exec(inner)?.[1];
    return unknown === undefined ? [] : [{ rules: [], reason: undefined, unknown, span, line }];
  }
  const [names = '', ...words] = rest.split(/(?:^|\s)--(?:\s|$)/);
  const reason = words.join(' -- ').trim();
  return [
    {
      rules: names.split(/[\s,]+/).filter((name) => name !== ''),
      reason: reason === '' ? undefined : reason,
      span,
      line,
    },
  ];
}

/** The first line after `line` that is not empty; lines count from 1. */
function nextLine(lines: readonly string[], line: number): number {
  let next = line;
  while (next < lines.length && !/\S/.test(lines[next] ?? '')) next += 1;
  return next < lines.length ? next + 1 : line + 1;
}
