import { buildCorpus, type Corpus, type Surroundings, type Templates } from '../records/corpus.ts';
import { kindOfPath, LAYOUT, RECORD_KINDS, type RecordKind } from '../records/layout.ts';
import { parseMarkdown } from '../records/markdown.ts';
import { readRecord } from '../records/record.ts';
import { outlineOf } from '../records/sections.ts';
import { readTemplate, type TemplateContract } from '../records/template.ts';
import type { Patch } from './define.ts';
import { EXAMPLE_BASE } from './example-base.ts';

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

/** Reads files in memory as a repository, the way `openWorkspace` reads a folder. Pure. */
export function corpusOfFiles(files: FileMap): Corpus {
  const records = [...files].flatMap(([path, text]) => {
    const kind = kindOfPath(path);
    return kind ? [readRecord(kind, { path, text })] : [];
  });
  return buildCorpus({
    records,
    templates: templatesOf(files),
    surroundings: surroundingsOf(files),
  });
}

function templatesOf(files: FileMap): Templates {
  const templates: Partial<Record<RecordKind, TemplateContract>> = {};
  for (const kind of RECORD_KINDS) {
    const text = files.get(LAYOUT[kind].template);
    if (text !== undefined) templates[kind] = readTemplate(kind, text);
  }
  return templates;
}

function surroundingsOf(files: FileMap): Surroundings {
  const existing = new Set<string>(['']);
  const fragments = new Map<string, ReadonlySet<string>>();
  for (const [path, text] of files) {
    const parts = path.split('/');
    for (let end = 1; end <= parts.length; end += 1) existing.add(parts.slice(0, end).join('/'));
    if (!kindOfPath(path)) fragments.set(path, outlineOf(parseMarkdown(text)).slugs);
  }
  return { existing, fragments };
}
