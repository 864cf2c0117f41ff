import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder in which Docket keeps what it can make anew and several repositories may share: where the system keeps
 * such things for a user, as the XDG Base Directory Specification and its like say. It need not exist.
 */
export function userCache(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  return path.join(cacheHome(env, platform), 'docket');
}

function cacheHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = env;
  // One that is relative is to be ignored.
  if (path.isAbsolute(xdg)) return xdg;
  if (platform === 'win32' && local !== '') return local;
  return path.join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
}
