import { type CitingDocument, mayCite, readCitations } from '../records/citations.ts';
import type { Templates } from '../records/conventions.ts';
import { buildCorpus, type Corpus, type Surroundings } from '../records/corpus.ts';
import type { Finding } from '../records/finding.ts';
import { fragmentsOf } from '../records/fragments.ts';
import { kindOfPath, LAYOUT, RECORD_KINDS, type RecordKind } from '../records/layout.ts';
import { parseMarkdown } from '../records/markdown.ts';
import { isDocument, isMedia } from '../records/media.ts';
import { type DocketRecord, readRecord, type SourceFile } from '../records/record.ts';
import { readTemplate, type TemplateContract } from '../records/template.ts';
import { EXAMPLE_BASE } from '../rules/index.ts';
import type { BadExample, GoodExample, Patch, Rule } from './define.ts';
import { historyOf } from './example-history.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { makeSettings } from './settings.ts';

/** Files of a repository in memory: path, then text. */
export type FileMap = ReadonlyMap<string, string>;

/**
 * The example repository after some patches.
 * @throws {Error} where a patch does not fit exactly once
 */
export function patchedFiles(patches: readonly Patch[], base: FileMap = EXAMPLE_BASE): FileMap {
  const files = new Map(base);
  const take = (path: string): string => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`Unexpected patch of ${path}, which does not exist`);
    return text;
  };
  for (const patch of patches) {
    if ('add' in patch) {
      files.set(patch.add, patch.text);
    } else if ('remove' in patch) {
      take(patch.remove);
      files.delete(patch.remove);
    } else if ('rename' in patch) {
      const text = take(patch.rename);
      files.delete(patch.rename);
      files.set(patch.to, text);
    } else {
      const pieces = take(patch.change).split(patch.from);
      if (pieces.length !== 2) {
        throw new Error(
          `Unexpected patch of ${patch.change}: ${JSON.stringify(patch.from)} occurs ${pieces.length - 1} times, expected once`,
        );
      }
      files.set(patch.change, pieces.join(patch.to));
    }
  }
  return files;
}

/** Reads files in memory as a repository, the way a session reads a folder. Pure. */
export function corpusOfFiles(files: FileMap): Corpus {
  const templates = templatesOf(files);
  const records = [...files].flatMap(([path, text]) => {
    const kind = kindOfPath(path);
    return kind ? [readOnce(kind, { path, text }, templates)] : [];
  });
  return buildCorpus({ records, templates, surroundings: surroundingsOf(files) });
}

/**
 * Reads a record; those that an example leaves as they are in the example repository, with their template, once for all
 * examples.
 */
function readOnce(kind: RecordKind, file: SourceFile, templates: Templates): DocketRecord {
  const read = () => readRecord(kind, file, { templates, layout: LAYOUT });
  const isUnchanged =
    EXAMPLE_BASE.get(file.path) === file.text &&
    templates[kind] === unchangedTemplates.get(LAYOUT[kind].template);
  if (!isUnchanged) return read();
  const known = unchanged.get(file.path) ?? read();
  unchanged.set(file.path, known);
  return known;
}

const unchanged = new Map<string, DocketRecord>();
const unchangedTemplates = new Map<string, TemplateContract>();
const unchangedFragments = new Map<string, ReadonlySet<string>>();

/** An example as it is judged: its records, what is known besides, and what all rules find. */
export interface JudgedExample {
  readonly files: FileMap;
  readonly corpus: Corpus;
  readonly options: JudgeOptions;
  readonly findings: readonly Finding[];
}

/**
 * Judges an example of a rule with the facts and options it asks for.
 * @param only ids of the rules to judge by; every rule where none are given
 * @throws {Error} where a patch or an option does not fit
 */
export function judgeExample(
  rule: Rule,
  example: BadExample | GoodExample,
  only?: readonly string[],
): JudgedExample {
  const files = patchedFiles(example.patches);
  const corpus = corpusOfFiles(files);
  const config = example.options ? { rules: { [rule.id]: { options: example.options } } } : {};
  const made = makeSettings({ config, matches: () => true, only });
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  const facts = { documents: documentsOf(files), ...historyOf(files, corpus, example.facts) };
  const options = { settings: made.settings, facts };
  return { files, corpus, options, findings: judge(corpus, options) };
}

function documentsOf(files: FileMap): CitingDocument[] {
  return [...files].flatMap(([path, text]) =>
    !kindOfPath(path) && mayCite(path) && !path.endsWith('template.md')
      ? [readCitations(path, text)]
      : [],
  );
}

function templatesOf(files: FileMap): Templates {
  const templates: Partial<Record<RecordKind, TemplateContract>> = {};
  for (const kind of RECORD_KINDS) {
    const path = LAYOUT[kind].template;
    const text = files.get(path);
    if (text === undefined) continue;
    const known = EXAMPLE_BASE.get(path) === text ? unchangedTemplates.get(path) : undefined;
    const contract = known ?? readTemplate(kind, text);
    if (EXAMPLE_BASE.get(path) === text) unchangedTemplates.set(path, contract);
    templates[kind] = contract;
  }
  return templates;
}

function surroundingsOf(files: FileMap): Surroundings {
  const existing = new Set<string>(['']);
  const fragments = new Map<string, ReadonlySet<string>>();
  for (const [path, text] of files) {
    const parts = path.split('/');
    for (let end = 1; end <= parts.length; end += 1) existing.add(parts.slice(0, end).join('/'));
    if (!kindOfPath(path)) fragments.set(path, fragmentsIn(path, text));
  }
  const top = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const shown = new Set([...files.keys()].filter(isMedia));
  const documents = new Set([...files.keys()].filter(isDocument));
  return { existing, shown, documents, fragments, top };
}

/** The fragments of a file; of one that an example leaves as it is, once for all examples. */
function fragmentsIn(path: string, text: string): ReadonlySet<string> {
  const isUnchanged = EXAMPLE_BASE.get(path) === text;
  const known = isUnchanged ? unchangedFragments.get(path) : undefined;
  const fragments = known ?? fragmentsOf(parseMarkdown(text)).all;
  if (isUnchanged) unchangedFragments.set(path, fragments);
  return fragments;
}
