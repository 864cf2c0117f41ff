import { parseMarkdown, plainText, spanOf } from '../../records/markdown.ts';
import { type ClaimBase, type FileSource, withUniqueIds } from './source.ts';
import { taskClaims } from './task-claims.ts';
import type { WorkClaim } from './work.ts';

/** What a change that was filed away says of a requirement in the specifications. */
export interface DeltaClaim extends ClaimBase {
  readonly kind: 'delta';
  readonly operation: 'added' | 'modified' | 'removed' | 'renamed';
  /** The folder of the specification below `specs/`. */
  readonly capability: string;
  /** Title of the requirement, after a renaming the new one. */
  readonly title: string;
  /** The former title, of one that was renamed. */
  readonly from: string | undefined;
}

const FILE =
  /^(.*\/)?openspec\/changes\/(archive\/)?(?:(\d{4}-\d{2}-\d{2})-)?([^/]+)\/(tasks\.md|specs\/(.+)\/spec\.md)$/;

const FOLDER = /^(.*\/)?openspec\/changes\/(archive\/)?(?:(\d{4}-\d{2}-\d{2})-)?([^/]+)\/(.+)$/;

/**
 * Changes of OpenSpec: the ticked tasks of each, and what one that was filed away says of the specifications. A change
 * is filed away by writing it again in a folder with a date, and is the same change there.
 */
export const OPENSPEC: FileSource<WorkClaim | DeltaClaim> = {
  name: 'openspec',
  title: 'OpenSpec',
  projectOf: (path) => {
    const found = FILE.exec(path);
    return found && found[4] !== 'archive' ? (found[1] ?? '') : undefined;
  },
  specOf: (path) => {
    const [, project = '', archive, date, name, below] = FOLDER.exec(path) ?? [];
    if (name === undefined || below === undefined || name === 'archive') return undefined;
    const folder = path.slice(0, -below.length);
    return { project, folder, name, ...(archive !== undefined && { archived: { date } }) };
  },
  keyOf: (path) => {
    const [, project = '', , , slug, file] = FILE.exec(path) ?? [];
    return slug === undefined ? undefined : `${project} ${slug} ${file}`;
  },
  claims: ({ path, text }) => {
    const [, , archive, , , file, capability] = FILE.exec(path) ?? [];
    if (file === 'tasks.md') return taskClaims(text);
    return archive === undefined || capability === undefined ? [] : deltasIn(text, capability);
  },
};

const SECTION = /^(ADDED|MODIFIED|REMOVED|RENAMED)\s+Requirements?$/i;
const REQUIREMENT = /^Requirement:\s*(.+)$/i;

/** What a change says of the requirements of a capability, as claims. */
export function deltasIn(text: string, capability: string): DeltaClaim[] {
  const document = parseMarkdown(text);
  const claims: DeltaClaim[] = [];
  let operation: DeltaClaim['operation'] | undefined;
  let from: string | undefined;
  const add = (node: Parameters<typeof spanOf>[1], title: string, former?: string): void => {
    if (!operation) return;
    const words = former === undefined ? `\`${title}\`` : `\`${former}\` to \`${title}\``;
    claims.push({
      kind: 'delta',
      id: `${operation}:${title}`,
      claim: `Requirement ${words} ${operation} in \`${capability}\``,
      span: spanOf(document, node),
      operation,
      capability,
      title,
      from: former,
    });
  };
  for (const node of document.tree.children) {
    const words = plainText(node).trim();
    if (node.type === 'heading' && node.depth <= 2) {
      const name = SECTION.exec(words)?.[1]?.toLowerCase();
      operation = name as DeltaClaim['operation'] | undefined;
    } else if (node.type === 'heading' && node.depth === 3 && operation !== 'renamed') {
      const title = REQUIREMENT.exec(words)?.[1];
      if (title !== undefined) add(node, title);
    } else if (node.type === 'list' && operation === 'renamed') {
      for (const item of node.children) {
        const [, end, title] =
          /^(FROM|TO):\s*#*\s*Requirement:\s*(.+)$/i.exec(plainText(item).trim()) ?? [];
        if (end?.toUpperCase() === 'FROM') from = title;
        else if (title !== undefined) add(item, title, from);
      }
    }
  }
  return withUniqueIds(claims);
}

/**
 * The titles in a specification of OpenSpec, as they are compared: `called` are those of requirements by their word,
 * `all` are those of any heading, since people leave the word out.
 */
export function requirementsIn(text: string): Titles {
  const [called, all] = [new Set<string>(), new Set<string>()];
  for (const [, word, title = ''] of text.matchAll(HEADING)) {
    all.add(comparableTitle(title));
    if (word !== undefined) called.add(comparableTitle(title));
  }
  return { called, all };
}

/** The titles in a text of a specification. */
export type Titles = Readonly<Record<'called' | 'all', ReadonlySet<string>>>;

const HEADING = /^#{2,6}[ \t]+(Requirement:[ \t]*)?(\S.*?)[ \t]*#*[ \t]*$/gim;

/** A title without what an editor may have changed of it: letter case, marks, white space. */
export function comparableTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[`*_"'“”‘’.]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
