import { type Link, readLinks } from '../../records/links.ts';
import { type MarkdownDocument, parseMarkdown, plainText } from '../../records/markdown.ts';
import { FILE_SOURCES } from '../sources/index.ts';
import type { SourceFile, SourceName, SpecPlace } from '../sources/source.ts';
import { type Task, tasksIn } from '../sources/task-claims.ts';
import { decisionsMadeIn, type MadeDecision } from './made-decisions.ts';
import { type Requirement, requirementsOf } from './requirements.ts';

/** What another tool keeps as one specification, as its files tell of it. */
export interface SpecFolder extends SpecPlace {
  readonly source: SourceName;
  /** What the people who use the tool call it. */
  readonly tool: string;
  readonly title: string;
  /** Its texts, the one that says what is wanted first. */
  readonly files: readonly SpecFile[];
  readonly requirements: readonly Requirement[];
  readonly tasks: readonly SpecTask[];
  /** What its texts say was decided on the way. */
  readonly decisions: readonly MadeDecision[];
  /** Whether any of its texts says that something was done. */
  readonly makesClaims: boolean;
}

/** A text of a specification. */
export interface SpecFile extends SourceFile {
  /** Below the folder; the name of a file that stands alone. */
  readonly below: string;
  readonly isMarkdown: boolean;
  /** Its first heading, where nothing stands above that. */
  readonly heading: string | undefined;
  readonly links: readonly Link[];
}

/** A task with the file that lists it. */
export interface SpecTask extends Task {
  readonly file: string;
}

/** Whether a path is that of a text which a specification of another tool may be shown with. */
export function isSpecText(path: string): boolean {
  return (
    (path.endsWith('.md') || /\/contracts\/.+\.(?:ya?ml|json|graphql|proto)$/i.test(path)) &&
    placeOf(path) !== undefined
  );
}

/** The specifications that texts make up, in the order of their folders. */
export function specFoldersOf(files: readonly SourceFile[]): SpecFolder[] {
  const placed = files.flatMap((file) => {
    const found = placeOf(file.path);
    return found ? [{ ...found, file }] : [];
  });
  return [...Map.groupBy(placed, ({ place }) => place.folder).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { source, place } = first;
    const own = group.map(({ file }) => fileIn(place, file)).sort(inReadingOrder);
    const makesClaims = own.some((file) => source.claims(file).length > 0);
    if (!makesClaims && !own.some(({ below }) => MAIN.test(below))) return [];
    return [
      {
        ...place,
        ...{ source: source.name, tool: source.title, title: titleOf(place, own), files: own },
        makesClaims,
        decisions: own.filter(({ below }) => DECIDING.test(below)).flatMap(decisionsMadeIn),
        requirements: own.flatMap((file) => requirementsOf(source.name, file, file.below)),
        tasks: own
          .filter(({ below }) => below === 'tasks.md')
          .flatMap((file) => tasksIn(file.text).map((task) => ({ ...task, file: file.path }))),
      },
    ];
  });
}

function placeOf(path: string) {
  for (const source of FILE_SOURCES) {
    const place = source.specOf(path);
    if (place) return { source, place };
  }
  return undefined;
}

function fileIn({ folder }: SpecPlace, { path, text }: SourceFile): SpecFile {
  const below = folder === path ? path.slice(path.lastIndexOf('/') + 1) : path.slice(folder.length);
  const isMarkdown = path.endsWith('.md');
  const document = isMarkdown ? parseMarkdown(text) : undefined;
  return {
    ...{ path, text, below, isMarkdown },
    heading: document && headingOf(document),
    links: document ? readLinks(document, path) : [],
  };
}

function headingOf({ tree }: MarkdownDocument): string | undefined {
  const [first, second] = tree.children;
  const heading = first?.type === 'yaml' ? second : first;
  const isTitle = heading?.type === 'heading' && heading.depth === 1;
  return isTitle ? plainText(heading).trim() || undefined : undefined;
}

/** Texts that make a folder a specification of its tool. */
const MAIN = /^(?:spec|plan|proposal|requirements|design|tasks)\.md$/;

/** Texts that tell what was decided while the work was prepared or done. */
const DECIDING = /(?:^|\/)(?:research|design|[^/]*SUMMARY)\.md$/;

const ORDER = [
  ...['proposal', 'spec', 'requirements', 'plan', 'design', 'research', 'data-model', 'quickstart'],
  'tasks',
];

/** As somebody reads them who comes to it: what is wanted, how, the steps; then folders. */
function inReadingOrder(a: SpecFile, b: SpecFile): number {
  const [one, other] = [placeInOrder(a), placeInOrder(b)];
  return one - other || (a.below < b.below ? -1 : 1);
}

function placeInOrder({ below }: SpecFile): number {
  if (below.includes('/')) return ORDER.length + (below.startsWith('checklists/') ? 2 : 1);
  const at = ORDER.indexOf(below.replace(/\.md$/, ''));
  return at < 0 ? ORDER.length : at;
}

// What templates put before the name of what is specified, and say where nobody has named it.
const FORM =
  /^(?:feature specification|specification|spec|(?:change )?proposal|change|requirements?(?: document)?|design(?: document)?|(?:implementation )?plan|tasks)(?:\s*[:—]\s*|\s+[–-]\s+|$)/i;

function titleOf({ name }: SpecPlace, files: readonly SpecFile[]): string {
  const written = files[0]?.heading?.replace(FORM, '').trim() ?? '';
  if (written !== '' && !/^\[.*\]$/.test(written)) return written;
  const words = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/^\d+(?:[-.]\d+)*[-.]/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
