import { fileURLToPath } from 'node:url';

/**
 * The absolute path of a file of this package, as Vite names files on every system.
 * @param file from the package's root, such as `styles/tokens.css`
 */
export function ownFile(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url)).replaceAll('\\', '/');
}
