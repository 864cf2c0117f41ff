import { withBase } from '../../views/urls.ts';

/** What a built site wants of the server that delivers it. */
export interface Delivery {
  /** Base path with a slash at each end. */
  readonly base: string;
  readonly policy: string;
  /** Whether a page of the site is shown in a frame of another. */
  readonly isFramed: boolean;
}

type Header = readonly [name: string, value: string];

/** For addresses whose content never changes, since a hash of it is part of the name. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** For all others: kept, but asked for again each time. */
const REVALIDATE = 'no-cache';

/** Folders below the base in which every file carries a hash of its content in its name. */
const HASHED_FOLDERS = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/'];

/** The one list of headers that every answer gets. */
function headersOf({ policy, isFramed }: Delivery): readonly Header[] {
  return [
    ['Content-Security-Policy', policy],
    ['Strict-Transport-Security', 'max-age=63072000'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', isFramed ? 'SAMEORIGIN' : 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    [
      'Permissions-Policy',
      [
        ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
        ...['magnetometer', 'microphone', 'midi', 'payment', 'usb'],
      ]
        .map((feature) => `${feature}=()`)
        .join(', '),
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
}

/** The headers as nginx takes them, for its `http` block. */
export function nginxHeaders(delivery: Delivery): string {
  const hashed = HASHED_FOLDERS.map(
    (folder) => `    ~^${escapeRegExp(withBase(delivery.base, folder))} "${IMMUTABLE}";`,
  );
  return [
    '# Generated from the built pages; do not edit.',
    'map $uri $docket_cache {',
    `    default "${REVALIDATE}";`,
    ...hashed,
    '}',
    'add_header Cache-Control $docket_cache always;',
    ...headersOf(delivery).map(([name, value]) => `add_header ${name} "${value}" always;`),
    // A folder without a page of its own is no secret: there is nothing.
    `error_page 403 404 =404 ${withBase(delivery.base, '404.html')};`,
    '',
  ].join('\n');
}

/** The headers as the file `_headers` of Cloudflare Pages and Netlify, which revalidate by themselves. */
export function headersFile(delivery: Delivery): string {
  const block = (path: string, headers: readonly Header[]) => [
    path,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ];
  return [
    ...block(withBase(delivery.base, '*'), headersOf(delivery)),
    ...HASHED_FOLDERS.flatMap((folder) => [
      '',
      ...block(withBase(delivery.base, `${folder}*`), [['Cache-Control', IMMUTABLE]]),
    ]),
    '',
  ].join('\n');
}

/** The headers as `staticwebapp.config.json` of Azure Static Web Apps. */
export function staticWebAppConfig(delivery: Delivery): string {
  const config = {
    globalHeaders: Object.fromEntries([
      ...headersOf(delivery),
      ['Cache-Control', REVALIDATE] as const,
    ]),
    routes: HASHED_FOLDERS.map((folder) => ({
      route: withBase(delivery.base, `${folder}*`),
      headers: { 'Cache-Control': IMMUTABLE },
    })),
    mimeTypes: { '.md': 'text/markdown', '.csv': 'text/csv', '.ics': 'text/calendar' },
    responseOverrides: { 404: { rewrite: withBase(delivery.base, '404.html') } },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
