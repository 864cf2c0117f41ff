import { LOG_GROUPS, STATUSES } from 'docket/records';
import { type NavigationGroup, navigationOf } from '../views/navigation.ts';
import type { Held } from '../views/parts.ts';
import { withBase } from '../views/urls.ts';

/** What a command does that is no address. */
export type Action = 'theme-auto' | 'theme-light' | 'theme-dark' | 'copy' | 'print';

/** Something the palette offers to do. */
export type Command = {
  readonly label: string;
  /** What it belongs to. */
  readonly group: string;
} & ({ readonly href: string } | { readonly action: Action });

/** What the palette knows of the site. */
export interface CommandContext {
  readonly held: Held;
  readonly base: string;
  /** Hand-written pages of the site. */
  readonly ownPages?: readonly NavigationGroup[];
}

/** Every command, those that lead to pages first. */
export function commandsFor({ base, held, ownPages }: CommandContext): Command[] {
  const to = (path: string) => withBase(base, path);
  return [
    ...navigationOf(held, ownPages).flatMap((group) =>
      group.links.map(({ label, path }) => ({ label, group: group.label, href: to(path) })),
    ),
    { label: 'The whole log as one document', group: 'Records', href: to('print/') },
    ...STATUSES.map((status) => ({
      label: `Show ${status.toLowerCase()} decisions`,
      group: 'Filter the log',
      href: to(`log/?status=${status}`),
    })),
    ...LOG_GROUPS.map((group) => ({
      label: `Show decisions by ${group}`,
      group: 'Group the log',
      href: to(`log/?group=${group}`),
    })),
    { label: 'Light theme', group: 'Theme', action: 'theme-light' },
    { label: 'Dark theme', group: 'Theme', action: 'theme-dark' },
    { label: 'Theme as the system', group: 'Theme', action: 'theme-auto' },
    { label: 'Copy the address of this page', group: 'Page', action: 'copy' },
    { label: 'Print this page', group: 'Page', action: 'print' },
  ];
}

/** The commands in which a word starts with each of the words typed; what leads to pages comes first. */
export function matchCommands(commands: readonly Command[], term: string): Command[] {
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, group }) => {
    const parts = `${label} ${group}`.toLowerCase().split(/\s+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
