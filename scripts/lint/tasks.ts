import { existsSync } from 'node:fs';
import type { Lychee } from '../lychee.ts';
import { nodeTool } from '../support/node-tool.ts';
import type { Command } from '../support/process.ts';
import { root } from '../support/root.ts';
import { siteLinks, sourceLinks } from './links.ts';
import type { Need } from './needs.ts';

/** One check: a tool, how to call it, and what its exit codes mean. */
export interface Task {
  readonly name: string;
  readonly about: string;
  readonly needs: readonly Need[];
  /** Seconds of one processor that it takes, about; the dearest are started first. */
  readonly cost: number;
  /** Exit codes that mean "found problems"; 0 is clean and any other "could not run". */
  readonly problemCodes: readonly number[];
  /** The files it looks at, by their paths; `undefined` for one that looks at what was built from them. */
  readonly concerns: RegExp | undefined;
  /**
   * The commands of the check, for some files where they are given and the tool can be told which; it is clean when all of them are.
   *
   * @throws Error when the tool or what it should read is not there.
   */
  commands(supplied: { readonly lychee?: Lychee }, files?: readonly string[]): readonly Command[];
}

/** What Biome reads, and the documents that are read for spelling and links. */
const CODE = /\.(?:[cm]?[jt]sx?|jsonc?|astro|css)$/;
const PROSE =
  /^(?:(?:packages\/[^/]+\/)?(?:[^/]+|docs\/.+)\.md|\.sdd\/.+\.md|src\/content\/docs\/.+\.mdx?)$/;

/** Every check of `pnpm lint`, in the order of the report: the only list of them. */
export const tasks: readonly Task[] = [
  {
    name: 'code',
    about: 'form, imports and code rules (Biome)',
    concerns: CODE,
    needs: [],
    cost: 2.4,
    problemCodes: [1],
    commands: (_, files = ['.']) => [
      nodeTool('@biomejs/biome', 'biome', [
        'ci',
        '--error-on-warnings',
        '--no-errors-on-unmatched',
        ...files,
      ]),
    ],
  },
  {
    name: 'types',
    about: 'types of the TypeScript files (tsc)',
    concerns: /(?:\.[cm]?ts|tsconfig\.json)$/,
    needs: ['contentTypes'],
    cost: 4,
    problemCodes: [1, 2],
    commands: () => [tsc('.')],
  },
  {
    name: 'components',
    about: 'types of the Astro components (astro check)',
    concerns: /(?:\.astro|tsconfig\.json)$/,
    needs: ['contentTypes'],
    cost: 12,
    problemCodes: [1],
    commands: () => [
      nodeTool('astro', 'astro', ['check', '--noSync', '--minimumSeverity', 'warning']),
    ],
  },
  {
    name: 'model',
    about: 'types of the record model, which knows neither Node nor a browser (tsc)',
    concerns: /^(?:packages\/docket\/src\/records\/.*\.ts|tsconfig\.json)$/,
    needs: [],
    cost: 0.8,
    problemCodes: [1, 2],
    commands: () => [tsc('packages/docket/src/records')],
  },
  {
    name: 'markdown',
    about: 'form of the Markdown (markdownlint)',
    concerns: PROSE,
    needs: [],
    cost: 1.3,
    problemCodes: [1],
    commands: (_, files) => [
      nodeTool(
        'markdownlint-cli2',
        'markdownlint-cli2',
        // A path is taken as it is, and not as a glob, after a colon.
        files ? ['--no-globs', ...files.map((file) => `:${file}`)] : [],
      ),
    ],
  },
  {
    name: 'spelling',
    about: 'spelling of the prose (cspell)',
    concerns: PROSE,
    needs: [],
    cost: 2.2,
    problemCodes: [1],
    commands: (_, files = []) => [
      nodeTool('cspell', 'cspell', [
        '--no-progress',
        '--no-summary',
        '--show-suggestions',
        '--gitignore',
        ...files,
      ]),
    ],
  },
  {
    name: 'records',
    about: 'rules for the records (docket lint)',
    concerns: /\.(?:md|ts|astro)$/,
    needs: [],
    cost: 0.6,
    problemCodes: [1],
    commands: (_, files) => [docket('lint', ...(files ? ['--changed'] : []))],
  },
  {
    name: 'evidence',
    about: 'claims of the provenance records (docket verify)',
    concerns: /\.sdd\/.*\.(?:md|yaml)$/,
    needs: [],
    cost: 0.6,
    problemCodes: [1],
    // A clone may be shallow, an export without Git, and a record not committed yet: that is said, and is no fault.
    commands: () => [docket('verify', '--quiet', '--allow-gaps')],
  },
  {
    name: 'links',
    about: 'links between the sources (lychee)',
    concerns: PROSE,
    needs: ['lychee'],
    cost: 0.2,
    problemCodes: [2],
    commands: ({ lychee }) => [sourceLinks(required(lychee))],
  },
  {
    name: 'site-links',
    about: 'links of the built site (lychee)',
    concerns: undefined,
    needs: ['lychee', 'site'],
    cost: 1,
    problemCodes: [2],
    commands: ({ lychee }) => [siteLinks(required(lychee))],
  },
];

function tsc(project: string): Command {
  return nodeTool('typescript-native', 'tsc', ['--noEmit', '--project', project]);
}

function docket(...args: readonly string[]): Command {
  const bin = 'packages/docket/src/cli/bin.ts';
  // Node would report the missing file with the very exit code that means findings.
  if (!existsSync(`${root}/${bin}`)) {
    throw new Error(`Docket's command line is missing at \`${bin}\``);
  }
  return { file: process.execPath, args: [bin, ...args] };
}

function required(lychee: Lychee | undefined): Lychee {
  if (!lychee) throw new Error('lychee is missing for a check that needs it');
  return lychee;
}
