import path from 'node:path';
import { plainPath } from '../io/config-paths.ts';
import { isOwnOutput } from '../io/output-folder.ts';
import { Reader } from '../io/reader.ts';
import type { Corpus, Surroundings } from '../records/corpus.ts';
import { readFrontmatter } from '../records/frontmatter.ts';
import { isTemplate, kindOfPath } from '../records/layout.ts';
import { type Link, readLinks } from '../records/links.ts';
import { parseMarkdown, plainText } from '../records/markdown.ts';
import { readLinked } from './surroundings.ts';

/** A Markdown file of a repository that is no record, as its page on a site shows it. */
export interface OwnPage {
  /** Relative to the root. */
  readonly path: string;
  /** Relative to the folder of the pages. */
  readonly below: string;
  /** The whole text, frontmatter included. */
  readonly text: string;
  /** The text without its frontmatter, and without a heading above all else that says the title. */
  readonly body: string;
  /** From the frontmatter, else the first heading, else the name of the file. */
  readonly title: string;
  /** Whether the first heading says the title, too. */
  readonly opensWithTitle: boolean;
  readonly description: string | undefined;
  /** What a menu calls it; `undefined` where that is the title. */
  readonly label: string | undefined;
  /** Its place in a menu; those that have none come last. */
  readonly order: number | undefined;
  /** Whether a menu lists it. */
  readonly isListed: boolean;
  readonly links: readonly Link[];
}

/** The pages of a folder. */
export interface OwnPages {
  /** The folder, relative to the root; `.` for the root itself. */
  readonly folder: string;
  /** Sorted by path. */
  readonly pages: readonly OwnPage[];
  /** Paths of files that could not be read, as one that a link leads out of the repository to. */
  readonly unread: readonly string[];
  /** What the pages link to, outside the records. */
  readonly surroundings: Surroundings;
}

/**
 * Reads the Markdown files of a folder that are neither records nor their templates. Left out are drafts, files and
 * folders whose names begin with `_` or `.`, and sites that Docket made. Of the frontmatter, title, description and
 * place in the menu are read, as Starlight has them, and nothing that would be markup or code.
 * @param root absolute path
 * @param written the folder, relative to the root
 * @returns `undefined` where there is no such folder inside the root
 */
export function readOwnPages(root: string, written: string, corpus: Corpus): OwnPages | undefined {
  const reader = new Reader(root);
  const folder = plainPath(root, written);
  if (folder === undefined || !reader.holdsFolder(folder)) return undefined;
  const isOurs = folderTest(root);
  const files = reader.markdownBelow(folder).flatMap((file) => {
    const below = path.posix.relative(folder, file);
    const isPage =
      !/(?:^|\/)[_.]/.test(below) &&
      corpus.byPath(file) === undefined &&
      kindOfPath(file, corpus.layout) === undefined &&
      !isTemplate(file, corpus.layout) &&
      !isOurs(path.posix.dirname(file));
    // A folder may be called like a file.
    return isPage && !reader.holdsFolder(file) ? [{ below, read: reader.text(file) }] : [];
  });
  const pages = files.flatMap(({ below, read }) =>
    read.kind === 'text' ? pageOf(below, read.path, read.text) : [],
  );
  const known = new Set([...corpus.records, ...pages].map((one) => one.path));
  return {
    folder,
    pages,
    unread: files.flatMap(({ read }) => (read.kind === 'text' ? [] : [read.path])),
    surroundings: readLinked(reader, known, pages),
  };
}

/** Whether a folder, or one that holds it, is a site that Docket made; each is looked at once. */
function folderTest(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([['.', false]]);
  return function isOurs(folder): boolean {
    const found =
      known.get(folder) ??
      (isOwnOutput(path.join(root, folder)) || isOurs(path.posix.dirname(folder)));
    known.set(folder, found);
    return found;
  };
}

function pageOf(below: string, file: string, text: string): OwnPage[] {
  const document = parseMarkdown(text);
  const { data } = readFrontmatter(document);
  if (data['draft'] === true) return [];
  const { hidden, label, order } = (data['sidebar'] ?? {}) as Readonly<Record<string, unknown>>;
  const first = document.tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const heading = first && wordsOf(plainText(first));
  const stated = wordsOf(data['title']);
  const title = stated ?? heading ?? nameOf(below);
  const [top, next] = document.tree.children;
  const above = top?.type === 'yaml' ? top : undefined;
  const isRepeated = heading === title && first === (above ? next : top);
  const start = (isRepeated ? first : above)?.position?.end.offset ?? 0;
  return [
    {
      ...{ path: file, below, text, body: text.slice(start), title },
      opensWithTitle: heading === title,
      description: wordsOf(data['description']),
      label: wordsOf(label),
      order: typeof order === 'number' ? order : undefined,
      isListed: hidden !== true,
      links: readLinks(document, file),
    },
  ];
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** `on-call/restart-a-node.md` is called "Restart a node", and `on-call/index.md` "On call". */
function nameOf(below: string): string {
  const { dir, name } = path.posix.parse(below);
  const own = /^(?:index|readme)$/i.test(name) && dir !== '' ? path.posix.basename(dir) : name;
  const words = own.replaceAll(/[-_]+/g, ' ').trim() || own;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
