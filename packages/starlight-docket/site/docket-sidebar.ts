import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { EVERYWHERE, labelOf } from '../views/navigation.ts';
import type { Translate } from '../words/say.ts';

type Entry = NonNullable<StarlightUserConfig['sidebar']>[number];

/** What a site says in each of its languages, the first before the others. */
export type Languages = readonly [Translate, ...Translate[]];

/** What holds the place of Docket's links until the plugin knows where its pages are. */
const PLACE = 'docket:pages';

/**
 * The group of Docket's pages in a sidebar of your own, for `sidebar` in the configuration of Starlight: the plugin
 * fills it with links to them, below its prefix.
 * @param label of the group; "Decisions" in the language of the site where it is left out
 */
export function docketSidebar(label = PLACE): Entry {
  return { label, items: [{ label: PLACE, link: PLACE }] };
}

/**
 * A sidebar with the links in the place of `docketSidebar()`, at any depth; `undefined` where it stands nowhere.
 * @param languages of the site, its first before the others
 */
export function filledSidebar(
  sidebar: StarlightUserConfig['sidebar'],
  prefix: string,
  languages: Languages,
): Entry[] | undefined {
  const links = EVERYWHERE.map((link) => ({
    ...labelled(languages, (t) => labelOf(t, link)),
    link: prefix === '' ? link.path : `/${prefix}${link.path}`,
  }));
  let isFilled = false;
  const fill = (entry: Entry): Entry[] => {
    if (typeof entry === 'string') return [entry];
    if ('link' in entry && entry.link === PLACE) {
      isFilled = true;
      return links;
    }
    return 'items' in entry && entry.items
      ? [
          {
            ...entry,
            ...(entry.label === PLACE && labelled(languages, (t) => t('docket.home.title'))),
            items: entry.items.flatMap(fill),
          },
        ]
      : [entry];
  };
  const filled = (sidebar ?? []).flatMap(fill);
  return isFilled ? filled : undefined;
}

/** A label in the language of the site, with what others call it. */
function labelled([first, ...others]: Languages, say: (t: Translate) => string) {
  const translations = Object.fromEntries(others.map((t) => [t.lang, say(t)]));
  return { label: say(first), ...(others.length > 0 && { translations }) };
}
