import path from 'node:path';
import { settingsError } from '../../io/config.ts';
import { Reader } from '../../io/reader.ts';
import type { BrandFile, SiteConfig } from '../../io/site-project.ts';
import type { ConfigProblem, DocketConfig } from '../../records/config.ts';
import { titleOfReadme } from '../../records/readme.ts';
import { webAddressOfRoot } from '../web-address.ts';

const READMES = ['README.md', 'readme.md', 'Readme.md', 'README.markdown'];

/**
 * What the site of a repository is called and links to, as far as the repository says so: the first heading of its
 * README, if it shares a word with the name in `package.json` or of the remote, else one of those, else the name of the
 * folder; the description in `package.json`; the web address of the remote. What the configuration says wins.
 */
export async function siteConfigOf(
  root: string,
  { brand = {}, links = {}, features = {}, language, pages, reference }: DocketConfig = {},
): Promise<SiteConfig> {
  const reader = new Reader(root);
  const textOf = (file: string): string | undefined => {
    const read = reader.text(file);
    return read.kind === 'text' ? read.text : undefined;
  };
  const readme = READMES.map(textOf).find((text) => text !== undefined);
  const { name, description } = packageOf(textOf('package.json'));
  const web = await webAddressOfRoot(root);
  const ofRemote = web?.slice(web.lastIndexOf('/') + 1);
  const names = [name, ofRemote].filter((one) => one !== undefined);
  const heading = readme === undefined ? undefined : titleOfReadme(readme);
  const isName = heading !== undefined && (names.length === 0 || names.some(sharesWord(heading)));
  // A checkout may be called anything.
  const title = isName ? heading : (names[0] ?? path.basename(root));
  const said = brand.description ?? description;
  const pictures = picturesOf(brand);
  const { tag } = language ?? {};
  const words = language?.words === undefined ? undefined : wordsOf(root, language.words);
  return {
    title: brand.name ?? title,
    ...(said !== undefined && { description: said }),
    ...(pictures.favicon && { favicon: `/${pictures.favicon}` }),
    ...(pictures.logo && { logo: { src: `./${pictures.logo}`, alt: '' } }),
    ...(brand.accent && { customCss: [`./${STYLES}`] }),
    ...(tag !== undefined && { locales: { root: { label: tag, lang: tag } } }),
    docket: {
      ...(tag !== undefined && words && { words: { [tag]: words } }),
      ...{ look: 'docket', delivery: true },
      ...(reference !== undefined && { reference }),
      ...links,
      ...(pages !== undefined && { pages }),
      ...features,
    },
  };
}

/**
 * The words of a site as a file of the repository gives them.
 * @throws {ConfigError} where it is not there, or is no JSON object of texts
 */
function wordsOf(root: string, file: string): Readonly<Record<string, string>> {
  const read = new Reader(root).text(file);
  const problem = (message: string) => settingsError(root, [{ key: 'language.words', message }]);
  if (read.kind !== 'text') throw problem(`there is no file \`${file}\``);
  const words = objectOf(read.text);
  if (!Object.values(words ?? { none: undefined }).every((text) => typeof text === 'string'))
    throw problem(`\`${file}\` is no JSON object of texts by their keys`);
  return words as Readonly<Record<string, string>>;
}

/** The variables that tell a site its address, which a CI may set otherwise for a preview. */
export function addressVariables({ site }: DocketConfig): Record<string, string> {
  if (site === undefined) return {};
  const { origin, pathname } = new URL(site);
  const base = pathname.replace(/\/+$/, '');
  return { DOCKET_SITE: origin, ...(base !== '' && { DOCKET_BASE: base }) };
}

/** Style sheet of a site's own colours, in its project. */
const STYLES = 'brand/colours.css';

/** Where the pictures of a brand stand in the project; an icon is served as it is. */
function picturesOf({ logo, favicon }: NonNullable<DocketConfig['brand']>) {
  return {
    logo: logo && `brand/logo${path.extname(logo).toLowerCase()}`,
    favicon: favicon && `favicon${path.extname(favicon).toLowerCase()}`,
  };
}

/**
 * The files that make a site look like its owner's.
 * @throws {ConfigError} where the configuration names a file of them, or a folder of pages, that is not there
 */
export function brandFiles(root: string, { brand = {}, pages }: DocketConfig): BrandFile[] {
  const reader = new Reader(root);
  const missing: ConfigProblem[] = (['logo', 'favicon'] as const).flatMap((key) => {
    const file = brand[key];
    if (file === undefined || reader.holdsFile(file)) return [];
    return [{ key: `brand.${key}`, message: `there is no file \`${file}\`` }];
  });
  if (pages !== undefined && !reader.holdsFolder(pages))
    missing.push({
      key: 'pages',
      message: `there is no folder \`${pages}\` inside the repository`,
    });
  if (missing.length > 0) throw settingsError(root, missing);
  const { logo, favicon } = picturesOf(brand);
  const copied = (name: string | undefined, to: string | undefined): BrandFile[] =>
    name === undefined || to === undefined
      ? []
      : [{ to, content: { file: path.join(root, name) } }];
  return [
    ...copied(brand.logo, logo),
    ...copied(brand.favicon, favicon && `public/${favicon}`),
    ...(brand.accent ? [{ to: STYLES, content: { text: accentCss(brand.accent) } }] : []),
  ];
}

/** The colours as the site's own style sheet names them. */
function accentCss({ light, dark }: { readonly light: string; readonly dark: string }): string {
  const names = ['--link', '--link-hover', '--focus'];
  const lines = names.map((name) => `  ${name}: light-dark(${light}, ${dark});\n`);
  return `:root,\n::backdrop {\n${lines.join('')}}\n`;
}

/** Whether a name has a word of a heading. A heading that shares none with any name is a slogan, or a notice. */
function sharesWord(heading: string): (name: string) => boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const words = new Set(wordsOf(heading));
  return (name) => wordsOf(name).some((word) => words.has(word));
}

function packageOf(text: string | undefined): { name?: string; description?: string } {
  const { name, description } = objectOf(text) ?? {};
  const isText = (value: unknown): value is string =>
    typeof value === 'string' && value.trim() !== '';
  return {
    ...(isText(name) && { name: name.trim() }),
    ...(isText(description) && { description: description.trim() }),
  };
}

function objectOf(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  return read as Readonly<Record<string, unknown>>;
}
