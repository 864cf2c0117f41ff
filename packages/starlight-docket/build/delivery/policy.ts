import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Texts that may stand inside the pages of a site: scripts that run, and style elements. */
export interface KnownTexts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

// Cloudflare Pages takes no longer line, and a header is sent with every answer.
const LONGEST = 2000;

/**
 * The content security policy of a site: nothing comes from another host, and no script or style element stands in a
 * page that is not one of these texts.
 * @throws {Error} where it gets longer than hosts take
 */
export function contentSecurityPolicy({ scripts, styles }: KnownTexts): string {
  const ofStyles = ["'self'", ...hashes(styles)];
  const directives: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'none'"],
    // The search runs WebAssembly, which this allows without allowing eval().
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...hashes(scripts)],
    ['style-src', ...ofStyles],
    // Colours of code and widths of diagrams stand in attributes; the gate lets none of an author's through.
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self'", 'data:'],
    ['media-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    // Diagrams that only Mermaid can draw, in a sandbox.
    ['frame-src', "'self'"],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
  ];
  const policy = directives.map((directive) => directive.join(' ')).join('; ');
  if (policy.length + FRAMES.length > LONGEST) {
    throw new Error(
      `${scripts.length} inline scripts and ${styles.length} style elements make the policy longer than ${LONGEST} characters; move some into files`,
    );
  }
  return policy;
}

const FRAMES = "; frame-ancestors 'none'";

/**
 * The policy as a header, which also says which pages may frame this one; a `<meta>` cannot. Where a frame of the site
 * draws diagrams, the header leaves that its scripts and its style elements: hosts of static sites send one header with
 * every answer, and each page states its own, stricter policy.
 * @param frame sources of the scripts in that frame
 */
export function headerPolicy(policy: string, frame?: readonly string[]): string {
  if (frame === undefined) return policy + FRAMES;
  const loosened = policy
    .replace(/\bscript-src [^;]*/, (scripts) => [scripts, ...frame].join(' '))
    .replace(/\bstyle-src [^;]*/, "style-src 'self' 'unsafe-inline'");
  return loosened + FRAMES.replace("'none'", "'self'");
}

/** The sources of scripts in a policy. */
export function scriptsOf(policy: string): string[] {
  return /\bscript-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
}

/** The policy that a page carries in its `<meta>`; `undefined` where it has none. */
export function policyOf(html: string): string | undefined {
  const found = elementsIn(html).find(
    (element) =>
      element.tagName === 'meta' &&
      attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  return found && attribute(found, 'content');
}

/** Scripts and style elements in a page that its policy does not know, as they start. */
export function unknownTexts(html: string, policy: string): string[] {
  const isKnown = (text: string) => policy.includes(hashOf(text));
  // Most pages hold nothing else; a look at the text spares parsing them.
  const isClean = [...html.matchAll(INLINE)].every(
    ([, , attributes = '', text = '']) => /\ssrc=|json"/.test(attributes) || isKnown(text),
  );
  if (isClean) return [];
  return elementsIn(html)
    .filter((element) => element.tagName === 'style' || runs(element))
    .map((element) => textOf(element))
    .filter((text) => !isKnown(text))
    .map((text) => text.trim().slice(0, 60));
}

const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi;

type Element = DefaultTreeAdapterTypes.Element;

/** Whether an element is a script that is run from its text, and not kept as data such as JSON. */
function runs(element: Element): boolean {
  if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) return false;
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
  return !/^application\/(?:ld\+)?json$/.test(type);
}

function elementsIn(html: string): Element[] {
  const found: Element[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) waiting.push(...node.childNodes);
    if ('content' in node) waiting.push(node.content);
  }
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf({ childNodes }: Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function hashes(texts: readonly string[]): string[] {
  return [...new Set(texts)].map(hashOf).sort();
}

/** How a policy names a text. A browser hashes what it parsed, in which every line ends with a line feed. */
export function hashOf(text: string): string {
  const digest = createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64');
  return `'sha256-${digest}'`;
}
