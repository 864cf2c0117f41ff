import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BadExample, Patch } from '../../src/engine/define.ts';
import {
  corpusOfFiles,
  type FileMap,
  judgeExample,
  patchedFiles,
} from '../../src/engine/examples.ts';
import { judge } from '../../src/engine/judge.ts';
import { type Finding, messageOf } from '../../src/records/finding.ts';
import { LAYOUT, RECORD_KINDS } from '../../src/records/layout.ts';
import { wireRecord } from '../../src/records/wire.ts';
import { RULES } from '../../src/rules/index.ts';
import { EXAMPLE_BASE } from '../../src/rules/support/example-base.ts';
import { ownSession, ROOT } from '../support/repository.ts';

/*
 * A team that renames a section in the template and in its records, and changes nothing else, keeps everything: what
 * is read, and what is found. Kinds do not touch each other, so that one section of each is renamed at a time.
 */

const { corpus: own } = await ownSession();
const OWN_FILES: FileMap = new Map([
  ...own.records.map((record) => [record.path, record.document.text] as const),
  ...RECORD_KINDS.map((kind) => {
    const file = LAYOUT[kind].template;
    return [file, readFileSync(path.join(ROOT, file), 'utf8')] as const;
  }),
]);

/** A heading of a template, with another that no vocabulary knows. */
interface Renaming {
  readonly folder: string;
  readonly heading: string;
  readonly old: string;
  readonly new: string;
}

const RENAMINGS = RECORD_KINDS.map((kind): Renaming[] =>
  [...(OWN_FILES.get(LAYOUT[kind].template) ?? '').matchAll(/^#{2,3} (?!Option )(.+)$/gm)].map(
    ([heading, old = '']) => ({
      folder: `${LAYOUT[kind].folder}/`,
      heading,
      old,
      new: `Quorum minutes under the seal of ${kind}`,
    }),
  ),
);
const ROUNDS = (RENAMINGS[0] ?? []).map((_, index) =>
  RENAMINGS.flatMap((ofKind) => ofKind[index] ?? []),
);

function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}

/** The files with headings renamed, and the links to them. */
function renamed(files: FileMap, round: readonly Renaming[]): FileMap {
  return new Map(
    [...files].map(([file, text]) => [
      file,
      round.reduce((now, { folder, heading, old, new: name }) => {
        const headings = file.startsWith(folder)
          ? now.replace(new RegExp(`^${heading}$`, 'gm'), heading.replace(old, name))
          : now;
        // Who points to a section points to its name.
        return headings
          .replaceAll(`#${slugOf(old)})`, `#${slugOf(name)})`)
          .replace(/sections: \[.*?\]/g, (list) => list.replaceAll(old, name));
      }, text),
    ]),
  );
}

/** An example with headings renamed, now and in its history. */
function renamedExample(example: BadExample, round: readonly Renaming[]): BadExample {
  const { patches, facts = {} } = example;
  let then: FileMap = EXAMPLE_BASE;
  let before: FileMap = EXAMPLE_BASE;
  const commits = facts.commits?.map((commit) => {
    then = patchedFiles(commit.patches, then);
    const now = renamed(then, round);
    const step = { ...commit, patches: patchesBetween(before, now) };
    before = now;
    return step;
  });
  return {
    ...example,
    patches: patchesBetween(EXAMPLE_BASE, renamed(patchedFiles(patches), round)),
    facts: { ...facts, ...(commits && { commits }) },
  };
}

function patchesBetween(before: FileMap, after: FileMap): Patch[] {
  const gone = [...before.keys()].filter((file) => !after.has(file));
  return [
    ...gone.map((remove) => ({ remove })),
    ...[...after].map(([add, text]) => ({ add, text })),
  ];
}

/** Findings with the old names, without the columns, which the length of a heading moves. */
function comparable(findings: readonly Finding[], round: readonly Renaming[]): string[] {
  return findings.map((finding) => {
    const { rule, severity, file, span } = finding;
    const message = messageOf(finding);
    const asBefore = round.reduce(
      (text, { old, new: name }) =>
        text.replaceAll(name, old).replaceAll(slugOf(name), slugOf(old)),
      message,
    );
    return `${file}:${span.start.line} ${severity} ${rule} ${asBefore}`;
  });
}

test('every heading of the templates is renamed', () => {
  expect(RENAMINGS.map((ofKind) => ofKind.map(({ old }) => old))).toEqual([
    [
      'Context',
      'Decision Drivers',
      'Options Considered',
      'Decision',
      'Consequences',
      'Positive',
      'Negative',
      'Risks',
      'Agent Decisions',
      'References',
    ],
    ['Task', 'Metadata', 'Provenance Record', 'Validation steps'],
    [
      'Actions Taken',
      'Decisions Made',
      'Deviations from Spec',
      'Artifacts Produced',
      'Validation Results',
    ],
  ]);
});

const before = corpusOfFiles(OWN_FILES);
const wireBefore = before.records.map((record) => wireRecord(before, record));
const foundBefore = judge(before);

// An example that misspells a heading would have to misspell the new one.
const EXAMPLES = RULES.filter(({ id }) => id !== 'section-title').flatMap((rule) =>
  rule.examples.bad.map((example) => {
    const { findings } = judgeExample(rule, example);
    return { rule, example, found: comparable(findings, []) };
  }),
);

describe.each(ROUNDS.map((round) => [round.map(({ old }) => old).join(', '), round] as const))(
  'renamed: %s',
  (_names, round) => {
    test('the records of this repository say the same, and nothing new is found in them', () => {
      const corpus = corpusOfFiles(renamed(OWN_FILES, round));
      const titles = new Set(
        corpus.records.flatMap(({ outline }) => outline.all.map(({ title }) => title)),
      );
      expect(round.some(({ new: name }) => titles.has(name))).toBe(true);
      expect(corpus.records.map((record) => wireRecord(corpus, record))).toEqual(wireBefore);
      expect(comparable(judge(corpus), round)).toEqual(comparable(foundBefore, []));
    });

    test('every rule finds in its examples what it found', { timeout: 60_000 }, () => {
      for (const { rule, example, found } of EXAMPLES) {
        const { findings } = judgeExample(rule, renamedExample(example, round));
        expect(comparable(findings, round), rule.id).toEqual(found);
      }
    });
  },
);
