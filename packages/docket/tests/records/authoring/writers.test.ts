import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { corpusOfFiles } from '../../../src/engine/examples.ts';
import type { FileChange } from '../../../src/records/authoring/change.ts';
import { newRecordText } from '../../../src/records/authoring/create.ts';
import { AuthoringError } from '../../../src/records/authoring/problem.ts';
import { renumber } from '../../../src/records/authoring/renumber.ts';
import { changeStatus, supersede } from '../../../src/records/authoring/status-change.ts';
import { NO_CONVENTIONS } from '../../../src/records/conventions.ts';
import { type AdrRecord, readRecord } from '../../../src/records/record.ts';
import { readYaml } from '../../../src/records/yaml.ts';
import { EXAMPLE_BASE } from '../../../src/rules/support/example-base.ts';
import { blockForms, flowForms } from '../../support/yaml-forms.ts';

const PATH = 'docs/adr/adr-009-forms.md';
const BODY = '\n## Context\n\nstatus: Proposed # no comment\n\n---\n';
const DAY = '2026-03-05';
const NONE = { ...NO_CONVENTIONS, adrs: [] };

const adrOf = (text: string) => readRecord('adr', { path: PATH, text }) as AdrRecord;
const successor = readRecord('adr', {
  path: 'docs/adr/adr-010-next.md',
  text: '---\ntitle: a\n---\n',
}) as AdrRecord;
const after = (change: FileChange | undefined) => (change && 'after' in change ? change.after : '');

/** Each writer: what it makes of a record, and the keys it is asked to write. */
const WRITERS: readonly (readonly [string, readonly string[], (text: string) => string])[] = [
  ['accept', ['status', 'date'], (text) => after(changeStatus(adrOf(text), 'Accepted', DAY, NONE))],
  ['reject', ['status', 'date'], (text) => after(changeStatus(adrOf(text), 'Rejected', DAY, NONE))],
  [
    'deprecate',
    ['status'],
    (text) =>
      after(changeStatus(adrOf(text.replace('Proposed', 'Accepted')), 'Deprecated', DAY, NONE)),
  ],
  [
    'supersede',
    ['status', 'superseded-by'],
    (text) =>
      after(supersede(adrOf(text.replace('Proposed', 'Accepted')), successor, DAY, NONE)[0]),
  ],
  [
    'new',
    ['title', 'date'],
    (template) =>
      newRecordText({
        kind: 'adr',
        template,
        templatePath: 'docs/adr/template.md',
        number: '011',
        title: 'A "new" one',
        date: DAY,
      }),
  ],
  [
    'renumber',
    ['title'],
    (text) => {
      const corpus = corpusOfFiles(new Map([...EXAMPLE_BASE, [PATH, text]]));
      const adr = corpus.adrs.find(({ path }) => path === PATH);
      if (!adr) throw new AuthoringError('no record', '');
      const repository = { remotes: [], branches: [] };
      const { changes } = renumber({
        corpus,
        adr,
        number: '012',
        texts: [],
        besides: [],
        repository,
      });
      return after(changes.find(({ kind }) => kind === 'move'));
    },
  ],
];

const words = { title: 'Title', status: 'Proposed', mine: 'Mine', date: '2026-01-02' };
const forms = fc.oneof(
  { weight: 5, arbitrary: blockForms({ ...words, 'superseded-by': 'ADR-001' }) },
  { weight: 1, arbitrary: flowForms(Object.keys(words)) },
);
const comments = (text: string) =>
  [...text.matchAll(/# (?!no comment|text|\\).*/g)].map(([found]) => found.trimEnd());

test.each(WRITERS)(
  'docket %s writes its keys and nothing else, in all forms of YAML',
  (_, keys, write) => {
    let written = 0;
    fc.assert(
      fc.property(forms, ({ before, entries, after }) => {
        const yaml = before + entries.map(({ text }) => text).join('') + after;
        fc.pre(readYaml(yaml).kind === 'mapping');
        const eol = yaml.includes('\r\n') ? '\r\n' : '\n';
        const [head, tail] = [`---${eol}`, `---${eol}${BODY.replaceAll('\n', eol)}`];
        let result: string;
        try {
          result = write(head + yaml + tail);
        } catch (error) {
          expect(error).toBeInstanceOf(AuthoringError);
          return;
        }
        written += 1;
        expect(result.startsWith(head) && result.endsWith(tail), result).toBe(true);
        const block = result.slice(head.length, result.length - tail.length);
        const [was, is] = [yaml, block].map((text) => parse(text, { logLevel: 'silent' }));
        const others = (data: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
        expect(others(is), result).toEqual(others(was));
        expect(comments(block), result).toEqual(comments(yaml));
        for (const { key, text } of entries) {
          if (!keys.includes(key)) expect(block).toContain(text);
        }
      }),
      { numRuns: 800 },
    );
    expect(written).toBeGreaterThan(0);
  },
);
