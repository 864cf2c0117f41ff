import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { describe, expect, test } from 'vitest';
import { docketSidebar } from '../../site/docket-sidebar.ts';
import { type StarlightSettings, starlightConfig } from '../../site/starlight-config.ts';
import { inEnglish } from '../../words/english.ts';
import type { Translate } from '../../words/say.ts';

const FACTS: Parameters<typeof starlightConfig>[2] = {
  hasNotFound: false,
  hasDocketProcessor: true,
  languages: [inEnglish],
};
const PREVIEW = { number: '42', base: 'main' };

function settings(
  user: Partial<StarlightUserConfig>,
  look: 'docket' | 'starlight',
  facts: Partial<typeof FACTS> = {},
  preview: typeof PREVIEW | undefined = undefined,
): StarlightSettings {
  return starlightConfig(
    { title: 'Shop', ...user },
    { look, preview, delivery: false, prefix: 'decisions' },
    { ...FACTS, ...facts },
  );
}

/** The overrides by name, each with its file below `overrides/`; those of the user as they are. */
function overridesOf({ config }: StarlightSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config.components ?? {}).map(([name, file]) => [
      name,
      String(file).replace(/^.*\/overrides\//, ''),
    ]),
  );
}

describe("a site with Starlight's look", () => {
  test('gets what shows records, and styles before its own', () => {
    const set = settings({ customCss: ['./src/own.css'] }, 'starlight');
    expect(overridesOf(set)).toEqual({
      Banner: 'shared/Banner.astro',
      Footer: 'shared/Footer.astro',
      PageTitle: 'shared/PageTitle.astro',
      Sidebar: 'shared/Sidebar.astro',
    });
    expect(Object.keys(set.config).sort()).toEqual(['components', 'customCss']);
    expect(set.config.customCss?.at(-1)).toBe('./src/own.css');
    expect(set.config.customCss).toContainEqual(expect.stringMatching(/styles\/native\.css$/));
    expect([set.indexes, set.notes]).toEqual([false, []]);
  });

  test('keeps its own component, sidebar and search, and two of them are worth a word', () => {
    const set = settings(
      { components: { Footer: './src/Footer.astro' }, sidebar: [], pagefind: false },
      'starlight',
    );
    expect(overridesOf(set)).toMatchObject({
      Footer: './src/Footer.astro',
      PageTitle: 'shared/PageTitle.astro',
    });
    expect(set.kept).toEqual(new Set(['Footer']));
    expect(set.config).not.toHaveProperty('sidebar');
    expect(set.config).not.toHaveProperty('pagefind');
    expect(set.notes).toEqual([
      'Your `Footer` component stays; what Docket shows there appears in the text of its pages.',
      "Your sidebar stays on your own pages; Docket's pages have Docket's.",
    ]);
  });
});

test('a place for the pages of Docket in a sidebar is filled, at any depth', () => {
  const links = [
    { label: 'At a glance', link: '/decisions/' },
    { label: 'Decision log', link: '/decisions/log/' },
    { label: 'Graph', link: '/decisions/graph/' },
    { label: 'What changed', link: '/decisions/since/' },
  ];
  const own = { label: 'Shop', items: ['open', docketSidebar('Why')] };
  for (const look of ['docket', 'starlight'] as const) {
    expect(settings({ sidebar: [own, docketSidebar()] }, look).config.sidebar).toEqual([
      { label: 'Shop', items: ['open', { label: 'Why', items: links }] },
      { label: 'Decisions', items: links },
    ]);
  }
});

test('that group is called in each language of the site as the site says it', () => {
  const other: Translate = Object.assign((key: string) => `<${key}>`, {
    lang: 'xx',
    phrase: String,
  });
  const { config } = settings({ sidebar: [docketSidebar()] }, 'starlight', {
    languages: [inEnglish, other],
  });
  expect(config.sidebar?.[0]).toMatchObject({
    label: 'Decisions',
    translations: { xx: '<docket.home.title>' },
    items: [
      { label: 'At a glance', translations: { xx: '<docket.nav.home>' } },
      { label: 'Decision log' },
      { label: 'Graph' },
      { label: 'What changed' },
    ],
  });
});

test("Starlight's own sidebar and search are refused where their scripts break the policy", () => {
  const site = { look: 'docket', delivery: true, preview: undefined, prefix: '' } as const;
  for (const user of [{ sidebar: [] }, { pagefind: true }]) {
    expect(() => starlightConfig({ title: 'Shop', ...user }, site, FACTS)).toThrow(
      "cannot deliver a site with Starlight's sidebar or search",
    );
  }
  expect(() => starlightConfig({ title: 'Shop', pagefind: false }, site, FACTS)).not.toThrow();
});

describe("a site with Docket's look", () => {
  test('gets all of it', () => {
    const set = settings({}, 'docket');
    expect(Object.keys(overridesOf(set))).toHaveLength(12);
    expect(overridesOf(set)).toMatchObject({ Search: 'Search.astro', Sidebar: 'Sidebar.astro' });
    expect(overridesOf(set)).not.toHaveProperty('Banner');
    expect(set.config).toMatchObject({
      titleDelimiter: '·',
      disable404Route: true,
      sidebar: [],
      pagination: false,
      pagefind: false,
      markdown: { headingLinks: false },
      expressiveCode: { defaultProps: { frame: 'none' } },
    });
    expect([set.indexes, set.notes]).toEqual([true, []]);
    expect(overridesOf(settings({}, 'docket', {}, PREVIEW))).toHaveProperty('Banner');
  });

  test('keeps what the user set', () => {
    const set = settings(
      {
        titleDelimiter: '-',
        sidebar: [{ label: 'Start', link: '/' }],
        pagination: true,
        pagefind: true,
        markdown: { headingLinks: true },
        expressiveCode: { themes: ['nord'] },
        customCss: ['./src/own.css'],
        components: { SiteTitle: './src/Title.astro' },
      },
      'docket',
      { hasNotFound: true },
    );
    expect(set.config).toMatchObject({
      titleDelimiter: '-',
      sidebar: [{ label: 'Start', link: '/' }],
      pagination: true,
      markdown: { headingLinks: true },
      expressiveCode: { themes: ['nord'], defaultProps: { frame: 'none' } },
    });
    expect(set.config).not.toHaveProperty('pagefind');
    expect(set.config).not.toHaveProperty('disable404Route');
    expect(set.config.customCss?.at(-1)).toBe('./src/own.css');
    expect(overridesOf(set)).toMatchObject({
      SiteTitle: './src/Title.astro',
      Sidebar: 'shared/Sidebar.astro',
    });
    expect(overridesOf(set)).not.toHaveProperty('Search');
    expect(set.indexes).toBe(false);
    expect(set.notes).toEqual([
      'Your `SiteTitle` component stays, so pages show nothing of Docket there.',
      "Your sidebar stays on your own pages; Docket's pages have Docket's.",
      'Your `pagefind` setting stays, so Docket adds no search of its own.',
    ]);
  });

  test('has the heading links of its own processor, and code blocks as the user turned them', () => {
    expect(settings({}, 'docket', { hasDocketProcessor: false }).config).not.toHaveProperty(
      'markdown',
    );
    expect(settings({ expressiveCode: false }, 'docket').config.expressiveCode).toBe(false);
    expect(settings({ expressiveCode: true }, 'docket').config.expressiveCode).toHaveProperty(
      'themes',
    );
  });
});
