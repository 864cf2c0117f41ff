import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { EVERYWHERE } from '../views/navigation.ts';

type Entry = NonNullable<StarlightUserConfig['sidebar']>[number];

/** What holds the place of Docket's links until the plugin knows where its pages are. */
const PLACE = 'docket:pages';

/**
 * The group of Docket's pages in a sidebar of your own, for `sidebar` in the configuration of Starlight: the plugin
 * fills it with links to them, below its prefix.
 */
export function docketSidebar(label = 'Decisions'): Entry {
  return { label, items: [{ label: PLACE, link: PLACE }] };
}

/** A sidebar with the links in the place of `docketSidebar()`, at any depth; `undefined` where it stands nowhere. */
export function filledSidebar(
  sidebar: StarlightUserConfig['sidebar'],
  prefix: string,
): Entry[] | undefined {
  const links = EVERYWHERE.map(({ label, path }) => ({
    label,
    link: prefix === '' ? path : `/${prefix}${path}`,
  }));
  let isFilled = false;
  const fill = (entry: Entry): Entry[] => {
    if (typeof entry === 'string') return [entry];
    if ('link' in entry && entry.link === PLACE) {
      isFilled = true;
      return links;
    }
    return 'items' in entry && entry.items
      ? [{ ...entry, items: entry.items.flatMap(fill) }]
      : [entry];
  };
  const filled = (sidebar ?? []).flatMap(fill);
  return isFilled ? filled : undefined;
}
