import type { IncomingMessage, ServerResponse } from 'node:http';
import { belowBase } from '../../views/urls.ts';
import type { SiteFile } from './site-files.ts';

const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Serves the files that a build would write, for the development server.
 * @param files asked for with each request, as the records change
 * @param base base path of the site, with a slash at each end
 */
export function serveFiles(files: () => readonly SiteFile[], base: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [address = ''] = (request.url ?? '').split('?');
    const wanted = belowBase(base, address).replace(/\/$/, '/index.html');
    const file = files().find(({ path }) => path === wanted);
    if (!file) {
      next();
      return;
    }
    // A browser tells the type of other pictures by their content.
    const type = TYPES[wanted.slice(wanted.lastIndexOf('.') + 1)];
    if (type !== undefined) response.setHeader('content-type', type);
    response.end(file.content());
  };
}
