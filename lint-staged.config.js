/**
 * What is checked before a commit: the staged files, by the tools of `pnpm lint`, side by side. Spelling waits for
 * `pnpm lint`, since loading its dictionaries takes longer than all of this.
 */
export default {
  '*.{js,mjs,ts,astro,css,json,jsonc}':
    'biome check --write --error-on-warnings --no-errors-on-unmatched',
  // Fixtures are broken on purpose, and a changeset is a stretch of a changelog.
  '*.md': (files) => {
    const own = files.filter((file) => !/\/tests\/fixtures\/|\/\.changeset\//.test(file));
    if (own.length === 0) return [];
    return ['markdownlint-cli2', '--no-globs', ...own.map((file) => `:${file}`)]
      .map(quoted)
      .join(' ');
  },
  '{docs/adr,packages/docket/docs/adr,.sdd}/**/*.md': () => 'docket lint --changed',
};

function quoted(word) {
  return JSON.stringify(word);
}
