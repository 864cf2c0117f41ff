import picomatch from 'picomatch';
import { type ConfigProblem, type DocketConfig, readConfig } from '../records/config.ts';
import { CONFIG_FILE, importConfig } from './config-module.ts';

/** The configuration cannot be read, or says what it may not. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }

  /** One error for all problems of a configuration. */
  static of(problems: readonly ConfigProblem[]): ConfigError {
    const lines = problems.map(
      ({ key, message }) => `  ${key === '' ? CONFIG_FILE : key}: ${message}`,
    );
    return new ConfigError(
      `Unexpected ${problems.length === 1 ? 'value' : 'values'} in ${CONFIG_FILE}\n${lines.join('\n')}`,
      'correct the keys above; an editor shows what each may be if the file uses `defineConfig`',
    );
  }
}

/**
 * Loads the configuration of a repository; an empty one where there is no file. The file is TypeScript that Node
 * runs by stripping its types, and its default export is the configuration. A file that changed is read again.
 * @throws {ConfigError} where it fails to load, or does not meet the schema
 */
export async function loadConfig(root: string): Promise<DocketConfig> {
  let loaded: Awaited<ReturnType<typeof importConfig>>;
  try {
    loaded = await importConfig(root);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isMissing = error instanceof Error && 'code' in error && MISSING.has(error.code);
    throw new ConfigError(
      `Unexpected failure to load ${CONFIG_FILE}: ${reason.split('\n')[0]}`,
      isMissing
        ? 'correct the import, or install the package that it names'
        : 'the file must be TypeScript that Node can run: types are stripped, `enum` and `namespace` are not known',
    );
  }
  if (loaded === undefined) return {};
  if (loaded.default === undefined) {
    throw new ConfigError(
      `Unexpected ${CONFIG_FILE} without a default export, expected \`export default defineConfig({ … })\``,
      'export the configuration as the default of the file',
    );
  }
  const read = readConfig(loaded.default);
  if ('problems' in read) throw ConfigError.of(read.problems);
  return read.config;
}

/** What Node says of an import that leads nowhere. */
const MISSING: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

const matchers = new Map<string, (path: string) => boolean>();

/** Whether a path is one that the globs name; `*` and `**` match names that begin with a dot, too. */
export function matchesGlobs(file: string, globs: readonly string[]): boolean {
  const key = globs.join('\n');
  const known = matchers.get(key) ?? picomatch([...globs], { dot: true });
  matchers.set(key, known);
  return known(file);
}
