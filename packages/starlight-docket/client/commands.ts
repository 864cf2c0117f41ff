import { LOG_GROUPS, STATUSES } from 'docket/records';
import { type NavigationGroup, navigationOf } from '../views/navigation.ts';
import type { Held } from '../views/parts.ts';
import { withBase } from '../views/urls.ts';
import type { SayScript } from '../words/scripts.ts';

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
  readonly t: SayScript<'search'>;
  readonly held: Held;
  readonly base: string;
  /** Whether pages have our choice of themes, and not one of the site's own. */
  readonly hasThemes: boolean;
  /** Hand-written pages of the site. */
  readonly ownPages?: readonly NavigationGroup[];
}

const BY_GROUP = {
  status: 'docket.search.byStatus',
  tag: 'docket.search.byTag',
  year: 'docket.search.byYear',
  log: 'docket.search.byLog',
} as const;

/** Every command, those that lead to pages first. */
export function commandsFor({ t, base, held, hasThemes, ownPages }: CommandContext): Command[] {
  const to = (path: string) => withBase(base, path);
  const theme = t('docket.theme.title');
  const themes: Command[] = [
    { label: t('docket.search.themeLight'), group: theme, action: 'theme-light' },
    { label: t('docket.search.themeDark'), group: theme, action: 'theme-dark' },
    { label: t('docket.search.themeAuto'), group: theme, action: 'theme-auto' },
  ];
  return [
    ...navigationOf(t, held, ownPages).flatMap((group) =>
      group.links.map(({ label, path }) => ({ label, group: group.label, href: to(path) })),
    ),
    { label: t('docket.log.print'), group: t('docket.nav.records'), href: to('print/') },
    ...STATUSES.map((status) => ({
      label: t('docket.search.showStatus', { status: status.toLowerCase() }),
      group: t('docket.log.filter'),
      href: to(`log/?status=${status}`),
    })),
    ...LOG_GROUPS.map((group) => ({
      label: t(BY_GROUP[group]),
      group: t('docket.search.groupLog'),
      href: to(`log/?group=${group}`),
    })),
    ...(hasThemes ? themes : []),
    { label: t('docket.search.copyAddress'), group: t('docket.search.page'), action: 'copy' },
    { label: t('docket.search.printPage'), group: t('docket.search.page'), action: 'print' },
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
