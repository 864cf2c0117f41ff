import path from 'node:path';
import type { ConfigProblem, DocketConfig, LogConfig } from '../records/config.ts';
import { RECORD_KINDS } from '../records/layout.ts';
import { pathBelow } from './path-below.ts';

/**
 * A configuration whose paths are all written in one way: relative to the root, with forward slashes, nothing
 * superfluous and no slash at the end; `.` for the root itself. Gives the problems where one leads out of the root.
 * @param root absolute path
 */
export function withPlainPaths(
  root: string,
  config: DocketConfig,
): { readonly config: DocketConfig } | { readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const plain = (key: string, written: string): string => {
    const found = plainPath(root, written);
    if (found !== undefined) return found;
    problems.push({
      key,
      message: `the path \`${written}\` is outside the root ${root}`,
    });
    return written;
  };
  const byKind = (key: 'paths' | 'templates') =>
    Object.fromEntries(
      RECORD_KINDS.flatMap((kind) => {
        const written = config[key]?.[kind];
        return written === undefined ? [] : [[kind, plain(`${key}.${kind}`, written)]];
      }),
    );
  const { paths, templates, baseline, logs } = config;
  const plainConfig = {
    ...config,
    ...(logs && { logs: logs.map((log, index) => plainLog(root, log, `logs.${index}`, problems)) }),
    ...(paths && { paths: byKind('paths') }),
    ...(templates && { templates: byKind('templates') }),
    ...(baseline !== undefined && { baseline: plain('baseline', baseline) }),
  };
  return problems.length > 0 ? { problems } : { config: plainConfig };
}

/** A log whose root is plain where it lies below the root, and absolute where it is another checkout. */
function plainLog(root: string, log: LogConfig, key: string, problems: ConfigProblem[]): LogConfig {
  const own = plainPath(root, log.root);
  if (own === undefined)
    problems.push({ key: `${key}.root`, message: `\`${log.root}\` is outside ${root}` });
  const home = path.resolve(root, log.root.replaceAll('\\', '/'));
  const adr = log.paths?.adr;
  const folder = adr === undefined ? undefined : plainPath(home, adr);
  if (adr !== undefined && folder === undefined)
    problems.push({ key: `${key}.paths.adr`, message: `the path \`${adr}\` is outside ${home}` });
  return {
    ...log,
    root: own ?? home.split(path.sep).join('/'),
    ...(folder !== undefined && { paths: { adr: folder } }),
  };
}

/** A path as `withPlainPaths` writes it; `undefined` where it leads out of the root. */
export function plainPath(root: string, written: string): string | undefined {
  const plain = pathBelow(root, path.resolve(root, written.replaceAll('\\', '/')));
  return plain === '' ? '.' : plain;
}
