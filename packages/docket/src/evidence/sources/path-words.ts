import type { PathKind } from './work.ts';

/** A word of a text that is a path. */
export interface PathWord {
  readonly path: string;
  readonly kind: PathKind;
  /** Offsets in the text, with the marks round the word. */
  readonly start: number;
  readonly end: number;
}

// A code span, the text of a link, or a run of the characters that paths are made of.
const WORD = /(`+)([^`]+)\1|\[([^\]\n]+)\]\([^)\s]*\)|[\w.@~*()[\]{}$+,\\/-]*[\w.@~*()[\]{}$+/-]/g;

const LONGEST_TEXT = 20_000;

/** The paths that a text of Markdown names. */
export function pathWords(text: string): PathWord[] {
  const found: PathWord[] = [];
  for (const match of text.slice(0, LONGEST_TEXT).matchAll(WORD)) {
    const [whole, , code, link] = match;
    const written = code ?? link ?? whole;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    if (/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s$/.test(before)) continue;
    // Part of an address, of a mail address or of a longer word in another script.
    if (/(?::\/\/|:\/|@|\p{L})$/u.test(before) && code === undefined) continue;
    const end = match.index + whole.length;
    if (code === undefined && text.startsWith('://', end)) continue;
    for (const path of splitList(written.trim(), code !== undefined)) {
      const word = readPath(path);
      if (word) found.push({ ...word, start: match.index, end });
    }
  }
  return found;
}

/** Code spans hold commands as well as paths, and at times several paths. */
function splitList(written: string, isCode: boolean): string[] {
  const parts = written.split(/,\s+/);
  if (parts.length > 1 && parts.every((part) => !/\s/.test(part))) return parts;
  return isCode && /\s/.test(written) ? [] : [written];
}

const PLACE = /(?:::?[\w$.-]+(?:\([^)]*\))?|:\d+(?:[-:,]\d+)*|#[\w$.-]*|\(\))$/;

/** A word as a path; `undefined` for what only looks like one. */
export function readPath(written: string): Pick<PathWord, 'path' | 'kind'> | undefined {
  const path = balanced(written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''))
    .replace(/[.,;:!?'"]+$/, '')
    .replace(PLACE, '')
    .replace(/\/{2,}/g, '/');
  if (!/\w/.test(path) || path.length > 300 || isNoPath(path)) return undefined;
  if (/[*?]|\{[^{}]*,[^{}]*\}/.test(path)) {
    return path.includes('/') && /\w/.test(path) ? { path, kind: 'glob' } : undefined;
  }
  if (/[{}$]/.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '') return { path, kind: 'folder' };
  const isFile = EXTENSION.test(name) || /^(?:Dockerfile|Makefile|\.[a-z][\w.-]+)$/.test(name);
  if (!path.includes('/')) {
    return isFile && KNOWN_EXTENSION.test(name) && !isProduct(name)
      ? { path, kind: 'bare' }
      : undefined;
  }
  if (!isFile) return /^[\w.@()[\]+/-]+$/.test(path) ? { path, kind: 'folder' } : undefined;
  return { path: path.replace(/^\/+/, ''), kind: isFull(path) ? 'full' : 'bare' };
}

const EXTENSION = /^.*[\w\])-]\.[A-Za-z][A-Za-z0-9]{0,11}$/;

const KNOWN_EXTENSION =
  /\.(?:[cm]?[jt]sx?|d\.ts|json[c5]?|ya?ml|toml|md|mdx|rst|adoc|txt|py|pyi|ipynb|go|rs|java|kts?|scala|swift|mm?|c|cc|cpp|h|hpp|cs|csproj|sln|fs|vb|rb|erb|php|pl|lua|r|jl|dart|ex|exs|erl|hs|ml|clj|sql|prisma|graphql|gql|proto|sh|bash|zsh|ps1|bat|html?|css|s[ac]ss|less|vue|svelte|astro|xml|svg|png|jpe?g|ico|env|ini|cfg|conf|lock|tf|tfvars|gradle|xaml|resx|sol|gd|tscn|wasm|csv|tsv)$|^(?:Dockerfile|Makefile|\.[a-z][\w.-]+)$/i;

function isFull(path: string): boolean {
  return (
    !/^[/~@]|^\.\.?\/|(?:^|\/)\.\.\//.test(path) && !/\[[^\]]*\]/.test(path.split('/')[0] ?? '')
  );
}

/** Without brackets that a sentence put round a path; those of routes have their match inside. */
function balanced(written: string): string {
  let word = written.replace(/^\*\*|\*\*$/g, '');
  for (const [open, close] of ['()', '[]', '{}'] as const) {
    if (open === undefined || close === undefined) continue;
    while (word.startsWith(open) && countOf(word, open) > countOf(word, close))
      word = word.slice(1);
    while (word.endsWith(close) && countOf(word, close) > countOf(word, open)) {
      word = word.slice(0, -1);
    }
    if (word.startsWith(open) && word.endsWith(close)) word = word.slice(1, -1);
  }
  return word;
}

function countOf(word: string, letter: string): number {
  return word.split(letter).length - 1;
}

/** Addresses, ratios, patterns, aliases of bundlers, placeholders. */
function isNoPath(path: string): boolean {
  const [first = ''] = path.split('/');
  return (
    /:\/\/|^[@~$#]|^\/[\w-]+\.(?:com|org|net|io|dev)\/|[<>|^…"'`=;]|\.{3}|\s/.test(path) ||
    /^\d+(?:\.\d+)*%?\/\d+/.test(path) ||
    /\{\w*\}|(?:^|[/_-])(?:0*[xX]{2,}|N{2,}|Y{4})(?:[/_.-]|$)|\d[xX]{2,}_/.test(path) ||
    /\\[dwsb]|\.\*|\(\?|\[\^/.test(path) ||
    /^(?:www\.)?[\w-]+\.(?:com|org|net|io|dev|app|ai)(?:\/|$)/i.test(path) ||
    // A list with slashes, or a path below a package.
    (path.includes('/') &&
      path
        .split('/')
        .slice(0, -1)
        .some((part) => /^[^.].*\.(?:[cm]?[jt]sx?|json|md|py|css)$/i.test(part))) ||
    (isProduct(first) && path.includes('/'))
  );
}

const PRODUCTS =
  /^(?:node|next|nuxt|vue|react|express|d3|three|chart|socket|sql|moment|alpine|discord|ember|solid|nest|ethers|web3|pdf|p5|hls|swiper|gsap|bootstrap|handlebars|mustache|crypto|asp|deck|mapbox|cypress|jest)\.(?:js|io|net|ts)$/i;

function isProduct(name: string): boolean {
  return (
    PRODUCTS.test(name) ||
    /^\.(?!env)\w{1,4}$/.test(name) ||
    /^[A-Z]\w*\.(?:js|io|net|ai)$/.test(name)
  );
}
