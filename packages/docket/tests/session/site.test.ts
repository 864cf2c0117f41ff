import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/io/config.ts';
import { assertOwnOutput, replaceOutput } from '../../src/io/output-folder.ts';
import { findSitePackages } from '../../src/io/site-packages.ts';
import { writeSiteProject } from '../../src/io/site-project.ts';
import { addressVariables, brandFiles, siteConfigOf } from '../../src/session/site/site-config.ts';
import { webAddressOfRoot } from '../../src/session/web-address.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ROOT } from '../support/repository.ts';

async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-site-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

test('a site is named by the README, else by the package, else by the folder', async () => {
  const manifest = JSON.stringify({ name: '@acme/shop', description: ' Sells things. ' });
  const both = await folderWith({
    'README.md': '![badge](b.svg)\n\n# The *Shop*\n\n# Other\n',
    'package.json': manifest,
  });
  expect(await siteConfigOf(both)).toEqual({
    title: 'The Shop',
    description: 'Sells things.',
    docket: { look: 'docket', delivery: true },
  });
  const bare = await folderWith({ 'package.json': manifest, 'README.md': 'No heading' });
  expect((await siteConfigOf(bare)).title).toBe('@acme/shop');
  const nameless = await folderWith({ 'package.json': '{ "name": 7', 'README.md': '# \n' });
  expect(await siteConfigOf(nameless)).toEqual({
    title: path.basename(nameless),
    docket: { look: 'docket', delivery: true },
  });
});

test('badges in a heading are no part of a name, and a remote names a repository before its folder', async () => {
  const badged = await folderWith({
    'README.md': '# Shop [![Build](b.svg)](https://ci.example.org) ![Alt](a.svg)\n',
  });
  expect((await siteConfigOf(badged)).title).toBe('Shop');
  const repo = await GitRepo.create();
  await repo.write({ 'README.md': '# ![Logo of the shop](logo.svg)\n' });
  await repo.git('remote', 'add', 'origin', 'git@example.org:acme/corner-shop.git');
  expect((await siteConfigOf(repo.root)).title).toBe('corner-shop');
});

test('a folder of a repository is not called as the whole', async () => {
  const repo = await GitRepo.create();
  await repo.write({ 'shop/README.md': '# Corner shop\n', 'cellar/a.txt': '' });
  await repo.git('remote', 'add', 'origin', 'https://example.org/acme/street.git');
  const titleOf = async (folder: string) =>
    (await siteConfigOf(path.join(repo.root, folder))).title;
  expect([await titleOf('shop'), await titleOf('cellar')]).toEqual(['Corner shop', 'cellar']);
});

test.each([
  ['⚠️ Deprecated ⚠️', 'corner-shop'],
  ['Welcome!', 'corner-shop'],
  ['The Corner Shop', 'The Corner Shop'],
  ['SHOP', 'SHOP'],
])('the heading `%s` of a repository with a name makes `%s` the title', async (heading, title) => {
  const repo = await GitRepo.create();
  await repo.write({ 'README.md': `# ${heading}\n` });
  await repo.git('remote', 'add', 'origin', 'git@example.org:acme/corner-shop.git');
  expect((await siteConfigOf(repo.root)).title).toBe(title);
});

test('a site links to the repository on the web, without what signs in to it', async () => {
  const repo = await GitRepo.create();
  await repo.git('remote', 'add', 'origin', 'https://me:secret@example.org/acme/shop.git');
  expect(await webAddressOfRoot(repo.root)).toBe('https://example.org/acme/shop');
  // Addresses of files count from the top of a repository.
  await repo.write({ 'part/README.md': '' });
  expect(await webAddressOfRoot(path.join(repo.root, 'part'))).toBeUndefined();
});

test('a folder is replaced only if Docket made it, or nothing is in it', async () => {
  const built = await folderWith({ 'index.html': '<p>', 'log/index.html': '<p>', 'a.txt': 'abc' });
  const root = await folderWith({ 'docs/a.md': 'mine' });
  const out = path.join(root, 'docket-site');
  expect(replaceOutput(built, out)).toEqual({ pages: 2, bytes: expect.any(Number) });
  await writeFile(path.join(out, 'stale.html'), '');
  expect(replaceOutput(built, out).pages).toBe(2);
  expect(await readFile(path.join(out, '.gitignore'), 'utf8')).toMatch(/^\*$/m);

  for (const taken of [root, path.join(root, 'docs'), path.join(root, 'docs/a.md')]) {
    expect(() => replaceOutput(built, taken)).toThrow(/holds files|is no folder/);
  }
  // What stands beside the folder is somebody else's, whatever it is called.
  await writeFile(`${out}.new`, 'mine');
  replaceOutput(built, out);
  expect(await readFile(`${out}.new`, 'utf8')).toBe('mine');
  expect((await readdir(root)).sort()).toEqual(['docket-site', 'docket-site.new', 'docs']);

  await mkdir(path.join(out, '.git'));
  expect(() => replaceOutput(built, out)).toThrow('holds files');
  await rm(path.join(out, '.git'), { recursive: true });
  const link = path.join(root, 'link');
  await symlink(out, link, 'junction');
  expect(() => assertOwnOutput(link)).toThrow('is no folder');
  expect(await readFile(path.join(root, 'docs/a.md'), 'utf8')).toBe('mine');
});

const SITE_PACKAGES = ['starlight-docket', 'astro', '@astrojs/starlight'];

/** A folder with packages, which are empty. */
function folderWithPackages(): Promise<string> {
  return folderWith(
    Object.fromEntries(SITE_PACKAGES.map((name) => [`node_modules/${name}/package.json`, '{}'])),
  );
}

test('packages are found upwards, or beside the one that a link leads to', async () => {
  const flat = await folderWithPackages();
  const nowhere = await folderWith();
  await mkdir(path.join(flat, 'packages/a'), { recursive: true });
  const modules = path.join(flat, 'node_modules');
  const own = path.join(flat, 'packages/a');
  expect(findSitePackages(nowhere, { runsCode: false, own })).toBe(modules);

  const strict = await folderWith({ 'package.json': '{}' });
  await mkdir(path.join(strict, 'node_modules'));
  const linked = path.join(flat, 'node_modules/starlight-docket');
  await symlink(linked, path.join(strict, 'node_modules/starlight-docket'), 'junction');
  expect(findSitePackages(nowhere, { runsCode: false, own: strict })).toBe(modules);
});

test('packages that a repository brings along run only where its code may, and where the command has none', async () => {
  const [theirs, ours, nowhere] = [
    await folderWithPackages(),
    await folderWithPackages(),
    await folderWith(),
  ];
  const found = (own: string, runsCode: boolean) => findSitePackages(theirs, { runsCode, own });
  expect(found(ours, true)).toBe(path.join(ours, 'node_modules'));
  expect(found(nowhere, true)).toBe(path.join(theirs, 'node_modules'));
  expect(found(nowhere, false)).toBeUndefined();
});

test('a cache that leads elsewhere is not written to', async () => {
  const [root, victim] = [await folderWith(), await folderWith({ 'package.json': 'mine' })];
  const modules = path.join(root, 'node_modules');
  await mkdir(modules);
  await symlink(victim, path.join(modules, '.cache'), 'junction');
  expect(() => writeSiteProject(root, modules, { title: 'Shop', docket: {} })).toThrow(
    'leads out of the folder of packages',
  );
  expect(await readFile(path.join(victim, 'package.json'), 'utf8')).toBe('mine');
});

test('the project of a root stands beside the packages, and holds names as data', async () => {
  const root = await folderWith();
  const modules = path.join(root, 'node_modules');
  await cp(
    path.join(ROOT, 'packages/starlight-docket/project'),
    path.join(modules, 'starlight-docket/project'),
    { recursive: true },
  );
  const title = '"; process.exit(7); //</script>';
  const project = writeSiteProject(root, modules, { title, docket: {} });
  expect(project.startsWith(modules)).toBe(true);
  expect(JSON.parse(await readFile(path.join(project, 'site.json'), 'utf8'))).toEqual({
    title,
    docket: {},
  });
  expect(await readFile(path.join(project, 'astro.config.mjs'), 'utf8')).toContain('site.json');
  // Settings of PostCSS would be looked for in every folder above, and run.
  expect(await readFile(path.join(project, 'astro.config.mjs'), 'utf8')).toMatch(
    /^ +css: \{ postcss: \{\} \},$/m,
  );
  expect(writeSiteProject(root, modules, { title, docket: {} })).toBe(project);
  expect(writeSiteProject(`${root}/b`, modules, { title, docket: {} })).not.toBe(project);
});

const BRAND = {
  brand: {
    name: 'Our decisions',
    description: 'What we decided.',
    accent: { light: '#0b2f52', dark: '#c5e0fb' },
    logo: 'art/Logo.PNG',
    favicon: './art/icon.svg',
  },
  pages: './handbook/',
  links: { repository: 'https://example.org/acme/shop', edit: 'https://example.org/edit/{path}' },
  features: { credit: false, logRows: 50 },
};

test('a configuration says what the site is called, how it looks and where it leads', async () => {
  const root = await folderWith({
    'README.md': '# Shop\n',
    'docket.config.json': JSON.stringify(BRAND),
    'art/Logo.PNG': 'png',
    'art/icon.svg': '<svg/>',
    'handbook/a.md': '# A\n',
  });
  const config = await loadConfig(root, { runsCode: false });
  expect(await siteConfigOf(root, config)).toEqual({
    title: 'Our decisions',
    description: 'What we decided.',
    favicon: '/favicon.svg',
    logo: { src: './brand/logo.png', alt: '' },
    customCss: ['./brand/colours.css'],
    docket: {
      ...{ look: 'docket', delivery: true, pages: 'handbook' },
      ...BRAND.links,
      ...BRAND.features,
    },
  });
  const modules = path.join(root, 'node_modules');
  await mkdir(path.join(modules, 'starlight-docket/project'), { recursive: true });
  const names = await siteConfigOf(root, config);
  const project = writeSiteProject(root, modules, names, brandFiles(root, config));
  const read = (file: string) => readFile(path.join(project, file), 'utf8');
  expect(await read('public/favicon.svg')).toBe('<svg/>');
  expect(await read('brand/logo.png')).toBe('png');
  expect(await read('brand/colours.css')).toContain('--link: light-dark(#0b2f52, #c5e0fb);');
});

test.each([
  [
    '"accent": { "light": "red", "dark": "#000000" }',
    '3:17: brand.accent.light: expected a colour',
  ],
  ['"logo": "logo.exe"', '3:5: brand.logo: expected a file that ends with `.svg` or `.png`'],
  ['"favicon": "../icon.svg"', '3:5: brand.favicon: the path `../icon.svg` is outside the root'],
  ['"favicon": "icon.svg"', '3:5: brand.favicon: there is no file `icon.svg`'],
  ['"title": "Shop"', '3:5: brand.title: unknown key'],
])('a site that cannot be made as %s says names the line', async (line, message) => {
  const text = `{\n  "brand": {\n    ${line}\n  }\n}\n`;
  const root = await folderWith({ 'docket.config.json': text });
  const make = async () => brandFiles(root, await loadConfig(root, { runsCode: false }));
  await expect(make()).rejects.toThrow(`docket.config.json:${message}`);
});

test('a configuration says the language of the site, and gives its words in a file', async () => {
  const language = { tag: 'de', words: './docs/de.json' };
  const make = async (words: string | undefined) => {
    const root = await folderWith({
      'docket.config.json': JSON.stringify({ language }),
      ...(words !== undefined && { 'docs/de.json': words }),
    });
    return siteConfigOf(root, await loadConfig(root, { runsCode: false }));
  };
  expect(await make('{ "docket.log.title": "Entscheidungen" }')).toMatchObject({
    locales: { root: { label: 'de', lang: 'de' } },
    docket: { words: { de: { 'docket.log.title': 'Entscheidungen' } } },
  });
  const fault = 'docket.config.json:1:25: language.words: ';
  await expect(make(undefined)).rejects.toThrow(`${fault}there is no file \`docs/de.json\``);
  for (const words of ['{', '[]', '{ "docket.log.title": 1 }']) {
    await expect(make(words)).rejects.toThrow(
      `${fault}\`docs/de.json\` is no JSON object of texts by their keys`,
    );
  }
});

test('pages are those of a folder that is really inside the repository', async () => {
  const [outside, root] = [await folderWith({ 'a.md': '# A\n' }), await folderWith({ 'b.md': '' })];
  await symlink(outside, path.join(root, 'docs'), 'junction');
  const make = async (pages: string) => {
    await writeFile(path.join(root, 'docket.config.json'), JSON.stringify({ pages }));
    return brandFiles(root, await loadConfig(root, { runsCode: false }));
  };
  for (const folder of ['docs', 'b.md', 'nowhere']) {
    await expect(make(folder)).rejects.toThrow(
      `docket.config.json:1:2: pages: there is no folder \`${folder}\` inside the repository`,
    );
  }
  await expect(make('../docs')).rejects.toThrow('pages: the path `../docs` is outside the root');
  expect(await make('.')).toEqual([]);
});

test('a site knows its address with its base path from the configuration', () => {
  expect(addressVariables({ site: 'https://example.org/team/decisions/' })).toEqual({
    DOCKET_SITE: 'https://example.org',
    DOCKET_BASE: '/team/decisions',
  });
  expect(addressVariables({ site: 'https://example.org' })).toEqual({
    DOCKET_SITE: 'https://example.org',
  });
  expect(addressVariables({})).toEqual({});
});
