import { createHash } from 'node:crypto';

/** Hashes of what stands inside the pages of a site, as a content security policy names them. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

// Cloudflare Pages takes no longer line, and a header is sent with every answer.
const LONGEST = 2000;

/** Collects the hashes of the inline scripts and style elements of pages; equal ones count once. */
export function inlineHashes(pages: Iterable<string>): InlineHashes {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const html of pages) {
    for (const [, attributes = '', text = ''] of html.matchAll(SCRIPT)) {
      if (!/\ssrc\s*=/i.test(attributes) && runs(attributes)) scripts.add(text);
    }
    for (const [, text = ''] of html.matchAll(STYLE)) styles.add(text);
  }
  return { scripts: [...scripts].map(hash).sort(), styles: [...styles].map(hash).sort() };
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;

/** Whether a script is run, and not kept as data such as JSON. */
function runs(attributes: string): boolean {
  const type = /\stype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
  const value = (type?.[1] ?? type?.[2] ?? type?.[3] ?? '').trim().toLowerCase();
  return ['', 'module', 'importmap', 'text/javascript', 'application/javascript'].includes(value);
}

/** A browser hashes what it parsed, in which every line ends with a line feed. */
function hash(text: string): string {
  const digest = createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64');
  return `'sha256-${digest}'`;
}

/**
 * The content security policy of a site: nothing comes from another host, and no script runs that was not there at
 * the build. Style elements are named by their hashes too, unless these would make the header longer than hosts take.
 * @throws {Error} where the scripts alone make it too long
 */
export function contentSecurityPolicy(hashes: InlineHashes): string {
  const exact = policy(hashes, hashes.styles);
  if (exact.length <= LONGEST) return exact;
  const loose = policy(hashes, ["'unsafe-inline'"]);
  if (loose.length <= LONGEST) return loose;
  throw new Error(
    `Unexpected ${hashes.scripts.length} different inline scripts, expected so few that the policy stays below ${LONGEST} characters; give scripts files of their own (vite.build.assetsInlineLimit)`,
  );
}

function policy({ scripts }: InlineHashes, styles: readonly string[]): string {
  const directives: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'none'"],
    // The search runs WebAssembly, which this allows without allowing eval().
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scripts],
    // For browsers that do not know the two directives below; the others pass this one over.
    ['style-src', "'self'", "'unsafe-inline'"],
    ['style-src-elem', "'self'", ...styles],
    // Colours of code and widths of diagrams stand in attributes.
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self'", 'data:'],
    ['media-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}
