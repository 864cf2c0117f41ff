import { existsSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import {
  CONFIG_FILES,
  type ConfigProblem,
  type DocketConfig,
  type Profile,
  readConfig,
} from '../records/config.ts';
import { type ConfigReading, readConfigText, withPlaces } from '../records/config-text.ts';
import { messageOf } from '../records/finding.ts';
import { readFrontmatter } from '../records/frontmatter.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import { folderPrefix, layoutWith } from '../records/layout.ts';
import { parseMarkdown } from '../records/markdown.ts';
import { importConfig } from './config-module.ts';
import { withPlainPaths } from './config-paths.ts';
import { namesAt, Reader } from './reader.ts';

/** The configuration cannot be read, or says what it may not. */
export class ConfigError extends HelpfulError {
  override readonly name = 'ConfigError';

  /** One error for all problems of a configuration. */
  static of(problems: readonly ConfigProblem[], file?: string): ConfigError {
    const lines = problems.map(({ key, message, at }) => {
      const place = at && file !== undefined ? `${file}:${at.line}:${at.column}: ` : '';
      return `  ${place}${key === '' ? '' : `${key}: `}${message}`;
    });
    const [values, keys] = problems.length === 1 ? ['value', 'key'] : ['values', 'keys'];
    return new ConfigError(
      `Invalid ${values} in ${file ?? 'the configuration'}\n${lines.join('\n')}`,
      `correct the ${keys} above; the guide "Configure the linter" lists what each may be`,
    );
  }
}

/** How a configuration is loaded. */
export interface ConfigLoading {
  /** Whether `docket.config.ts` may be run. It is code of the repository, so only a checkout somebody works in may. */
  readonly runsCode: boolean;
  /** Text that stands for `docket.config.json` as if it were saved. */
  readonly data?: string | undefined;
}

/**
 * Loads the configuration of a repository: `docket.config.json`, and the keys that `docket.config.ts` adds where code
 * may run. A file that changed is read again.
 * @throws {ConfigError} where a file fails to load, does not meet the schema, or sets what the other one sets
 */
export async function loadConfig(
  root: string,
  { runsCode, data: unsaved }: ConfigLoading,
): Promise<DocketConfig> {
  const data = readData(root, unsaved);
  if (!runsCode) return data;
  const code = await runCode(root);
  const twice = Object.keys(code).filter((key) => key in data);
  if (twice.length > 0) {
    throw new ConfigError(
      `Both ${CONFIG_FILES.data} and ${CONFIG_FILES.code} set ${twice.map((key) => `\`${key}\``).join(', ')}`,
      'keep each key in one of the two files',
    );
  }
  return { ...data, ...code };
}

/**
 * The profile of a repository. A configuration that names none is strict where it names a template, and where the
 * template or a record that stands in its place is in Docket's form; everywhere else records are read in any dialect.
 */
export function profileOf(root: string, config: DocketConfig): Profile {
  if (config.profile !== undefined) return config.profile;
  const { adr } = layoutWith(config.paths ?? {}, config.templates ?? {});
  const reader = new Reader(path.resolve(root));
  const isOwn = (file: string): boolean => {
    const read = reader.text(file);
    return read.kind === 'text' && isInDocketForm(read.text);
  };
  // A template that got lost is missed only where the records are known to be held to it.
  const record = namesAt(path.join(root, adr.folder)).find((name) => adr.fileName.test(name));
  const isStrict =
    config.templates?.adr !== undefined ||
    isOwn(adr.template) ||
    (record !== undefined && isOwn(`${folderPrefix(adr.folder)}${record}`));
  return isStrict ? 'strict' : 'recommended';
}

/** Whether a record or a template has the key that only Docket's frontmatter has. */
function isInDocketForm(text: string): boolean {
  return Object.hasOwn(readFrontmatter(parseMarkdown(text)).data, 'prompted-by');
}

/** Whether a repository has a configuration that only running it would tell. */
export function hasConfigCode(root: string): boolean {
  return existsSync(path.join(root, CONFIG_FILES.code));
}

function readData(root: string, unsaved: string | undefined): DocketConfig {
  const text = unsaved ?? dataText(root);
  return text === undefined ? {} : plain(root, readConfigText(text), CONFIG_FILES.data);
}

/** Text of `docket.config.json`, a regular file inside the root; `undefined` where there is none. */
function dataText(root: string): string | undefined {
  const file = new Reader(path.resolve(root)).text(CONFIG_FILES.data);
  if (file.kind === 'text') return file.text;
  if (file.isMissing) return undefined;
  throw new ConfigError(`${CONFIG_FILES.data}: ${messageOf(file)}`, file.help);
}

async function runCode(root: string): Promise<DocketConfig> {
  let loaded: { readonly default?: unknown } | undefined;
  try {
    loaded = await importConfig(path.join(root, CONFIG_FILES.code));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isMissingModule = error instanceof Error && 'code' in error && MISSING.has(error.code);
    if (isMissingModule && /package '?docket['/]/.test(reason)) {
      throw new ConfigError(
        `${CONFIG_FILES.code} imports the package \`docket\`, which is not installed in this repository`,
        `run \`npm install --save-dev docket\`, or write the configuration as ${CONFIG_FILES.data}, which imports nothing`,
      );
    }
    throw new ConfigError(
      `Cannot load ${CONFIG_FILES.code}: ${reason.split('\n')[0]}`,
      isMissingModule
        ? `correct the import, or install the package it names; ${CONFIG_FILES.data} needs neither`
        : 'write TypeScript that Node can run: it strips types, but does not support `enum` and `namespace`',
    );
  }
  if (loaded === undefined) return {};
  if (loaded.default === undefined) {
    throw new ConfigError(
      `${CONFIG_FILES.code} has no default export`,
      'export the configuration: `export default defineConfig({ … })`',
    );
  }
  return plain(root, readConfig(loaded.default), CONFIG_FILES.code);
}

function plain(root: string, read: ConfigReading, file: string): DocketConfig {
  const made = 'config' in read ? withPlainPaths(path.resolve(root), read.config) : read;
  if ('problems' in made) throw settingsError(root, made.problems, file);
  return made.config;
}

/**
 * The error for what a configuration sets wrong, with the places in `docket.config.json` where it stands there.
 * @param file the one of the two that sets it, where that is known
 */
export function settingsError(
  root: string,
  problems: readonly ConfigProblem[],
  file?: string,
): ConfigError {
  const text = file === CONFIG_FILES.code ? undefined : dataText(root);
  const located = text === undefined ? problems : withPlaces(problems, text);
  return ConfigError.of(
    problems.map((problem, index) => (problem.at ? problem : (located[index] ?? problem))),
    file ?? (text === undefined ? CONFIG_FILES.code : CONFIG_FILES.data),
  );
}

/** What Node says of an import that leads nowhere. */
const MISSING: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

const matchers = new Map<string, (path: string) => boolean>();

/** Whether a path is one that the globs name; `*` and `**` match names that begin with a dot, too. */
export function matchesGlobs(file: string, globs: readonly string[]): boolean {
  const key = globs.join('\n');
  const known = matchers.get(key) ?? picomatch([...globs], { dot: true, windows: false });
  matchers.set(key, known);
  return known(file);
}
