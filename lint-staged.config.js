/** What is checked before a commit: the staged files, by the tools of `pnpm lint`, side by side. */
export default {
  '*.{js,mjs,ts,astro,css,json,jsonc}':
    'biome check --write --error-on-warnings --no-errors-on-unmatched',
  '*.md': (files) =>
    ['markdownlint-cli2', '--no-globs', ...files.map((file) => `:${file}`)].map(quoted).join(' '),
  '{*.md,docs/**/*.md,.sdd/**/*.md,src/content/docs/**/*.{md,mdx}}':
    'cspell lint --no-progress --no-summary --no-must-find-files',
  '{docs/adr,.sdd}/**/*.md': () => 'node src/cli/bin.ts lint --changed',
};

function quoted(word) {
  return JSON.stringify(word);
}
