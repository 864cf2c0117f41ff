import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compressFolder } from '../packages/starlight-docket/build/delivery/compress.ts';
import { nginxHeaders } from '../packages/starlight-docket/build/delivery/headers.ts';
import { readDelivery } from '../packages/starlight-docket/build/delivery/read-delivery.ts';
import { normaliseBase } from '../packages/starlight-docket/views/urls.ts';
import { aptInstall } from './support/apt.ts';
import { root } from './support/root.ts';
import { messageOf } from './support/text.ts';
import { isExecutable, which } from './support/which.ts';

const debianPackages = ['nginx-light', 'libnginx-mod-http-brotli-static'];
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * Finds nginx with its module for brotli files, or installs both on Debian.
 *
 * @returns the path of nginx
 * @throws Error when they are not there and cannot be had, with the ways to get them.
 */
export async function ensureNginx(log: (line: string) => void): Promise<string> {
  const found = findNginx();
  if (found) return found;
  log(`No nginx with Brotli yet, installing ${debianPackages.join(' and ')} with apt-get …`);
  let why = 'installed, but still not found';
  try {
    await aptInstall(debianPackages);
    const installed = findNginx();
    if (installed) return installed;
  } catch (error) {
    why = messageOf(error);
  }
  throw new Error(`Cannot find nginx or its module \`${brotliModule}\`; both are needed to serve the site as in production
Tried: apt-get: ${why}
Fix it in one of these ways:
  - on Debian, run \`apt-get update && apt-get install ${debianPackages.join(' ')}\` as root
  - on Alpine, run \`apk add nginx nginx-mod-http-brotli\` as root
  - elsewhere, build and run \`deploy/Containerfile\``);
}

function findNginx(): string | undefined {
  const path = which('nginx') ?? ['/usr/sbin/nginx'].find(isExecutable);
  return path && existsSync(brotliModule) ? path : undefined;
}

/** A folder to be served, and where. */
export interface Served {
  /** The folder of a built site. */
  readonly folder: string;
  /** The path the site was built for; empty or `/` for the root of the host. */
  readonly base: string;
  readonly port: number;
  /** An empty folder for the configuration and what nginx writes. */
  readonly work: string;
}

/**
 * Writes the configuration of `deploy/nginx.conf` for a folder on this machine: paths and port change, nothing else. The
 * folder gets the compressed copies that nginx sends.
 *
 * @returns the path of the configuration
 * @throws Error when the folder is no built site, or the configuration has not the lines that are changed.
 */
export async function configureNginx({ folder, base, port, work }: Served): Promise<string> {
  const path = normaliseBase(base);
  const headers = `${work}/headers.conf`;
  writeFileSync(headers, nginxHeaders(await readDelivery(folder, path)));
  await compressFolder(folder);
  const changes: readonly (readonly [string, string])[] = [
    ['/tmp/', `${work}/`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['root /srv/docket;', `root ${rootOf(folder, path, work)};`],
    ['include /etc/nginx/docket/headers.conf;', `include ${headers};`],
    ['worker_processes auto;', 'worker_processes 1;'],
    ['/dev/stdout', `${work}/access.log`],
  ];
  let text = readFileSync(`${root}/deploy/nginx.conf`, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) {
      throw new Error(`\`deploy/nginx.conf\` does not contain \`${from}\``);
    }
    text = text.replaceAll(from, to);
  }
  // For root, nginx would give its workers to another user, who may not read this one's folders.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const file = `${work}/nginx.conf`;
  writeFileSync(file, `${user}${text}`);
  return file;
}

/** The root of the host: the site itself, or a folder in which it stands at its base path. */
function rootOf(folder: string, base: string, work: string): string {
  if (base === '/') return resolve(folder);
  const place = join(work, 'root', base).replace(/\/$/, '');
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(resolve(folder), place);
  return join(work, 'root');
}
