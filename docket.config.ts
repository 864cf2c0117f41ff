import { defineConfig } from './src/records/define-config.ts';

export default defineConfig({
  rules: {
    // The platform's own specifications stand in its infrastructure repository.
    'citation-target': { options: { announced: ['SPEC-0001', 'SPEC-0004'] } },
    'mention-linked': { options: { per: 'section' } },
  },
  overrides: [
    {
      // The records of the platform tell of other repositories, whose workflows are not here.
      files: ['docs/adr/adr-00*.md', 'docs/adr/adr-01[0-8]-*.md'],
      rules: { 'path-exists': 'off' },
    },
  ],
  documents: {
    // Tests and the examples of rules cite records that exist only there.
    exclude: ['tests/**', 'bench/**', 'src/rules/example*.ts'],
  },
  checks: {
    lint: {
      argv: ['node', 'scripts/lint.ts'],
      timeLimit: 900,
      configuration: ['scripts/lint.ts', 'scripts/lint/**', 'biome.json', '.markdownlint*'],
    },
  },
});
