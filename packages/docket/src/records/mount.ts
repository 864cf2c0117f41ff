import type { LogHome } from './layout.ts';

/** What the paths of a log begin with beside those of other repositories. */
export function mountOf(id: string): string {
  return `${id}:`;
}

/** A path of another repository as it is told from all others. */
export function mounted({ mount }: Pick<LogHome, 'mount'>, path: string): string {
  return `${mount}/${path}`;
}
