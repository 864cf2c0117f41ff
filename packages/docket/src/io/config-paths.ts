import path from 'node:path';
import type { ConfigProblem, DocketConfig } from '../records/config.ts';
import { RECORD_KINDS } from '../records/layout.ts';
import { pathBelow } from './path-below.ts';

/**
 * A configuration whose paths are all written in one way: relative to the root, with forward slashes, nothing
 * superfluous and no slash at the end; `.` for the root itself. Gives the problems where one leads out of the root; only
 * a log may, whose path is absolute then.
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
  const { paths, templates, baseline, brand, language, pages, logs } = config;
  const pictures = (['logo', 'favicon'] as const).flatMap((key) => {
    const written = brand?.[key];
    return written === undefined ? [] : [[key, plain(`brand.${key}`, written)]];
  });
  const plainConfig = {
    ...config,
    ...(logs && {
      logs: logs.map((log, index) => {
        if (log.root === undefined) return log;
        const home = plainPath(root, log.root) ?? path.resolve(root, log.root);
        if (path.isAbsolute(home)) return { ...log, root: home };
        const adr = log.paths?.adr;
        if (adr === undefined) return { ...log, root: home };
        const folder = plain(`logs.${index}.paths.adr`, path.posix.join(home, adr));
        return { ...log, root: home, paths: { adr: path.posix.relative(home, folder) || '.' } };
      }),
    }),
    ...(paths && { paths: byKind('paths') }),
    ...(templates && { templates: byKind('templates') }),
    ...(brand && { brand: { ...brand, ...Object.fromEntries(pictures) } }),
    ...(language?.words !== undefined && {
      language: { ...language, words: plain('language.words', language.words) },
    }),
    ...(pages !== undefined && { pages: plain('pages', pages) }),
    ...(baseline !== undefined && { baseline: plain('baseline', baseline) }),
  };
  return problems.length > 0 ? { problems } : { config: plainConfig };
}

/** A path as `withPlainPaths` writes it; `undefined` where it leads out of the root. */
export function plainPath(root: string, written: string): string | undefined {
  const plain = pathBelow(root, path.resolve(root, written.replaceAll('\\', '/')));
  return plain === '' ? '.' : plain;
}
