import type { AstroIntegration } from 'astro';
import postcss, { type ChildNode, type Container } from 'postcss';
import { ownFile } from './own-file.ts';

/** How a page of Docket is told from others of the site; `middleware.ts` marks it. */
const MARKED = ':has(> head > meta[name="docket"])';
const LAYER = 'docket';

/**
 * Astro integration: keeps Docket's styles to its own pages and below any that the site has, by a scope and a cascade
 * layer. Styles of a component reach every page otherwise, since each page holds each override.
 */
export function scopedStyles(): AstroIntegration {
  const folder = ownFile('');
  return {
    name: 'docket-styles',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'docket-styles',
                enforce: 'pre',
                transform: {
                  filter: { id: /\.css(?:$|\?)/ },
                  handler: (code: string, id: string) =>
                    id.startsWith(folder) ? { code: scopeStyles(code), map: null } : undefined,
                },
              },
            ],
          },
        });
      },
    },
  };
}

/**
 * The same styles for the pages of Docket alone, in its layer. What stands in a layer of Starlight already stays there.
 */
export function scopeStyles(css: string): string {
  const root = postcss.parse(css);
  scopeRules(root);
  const [outside, inside] = [postcss.root(), postcss.atRule({ name: 'layer', params: LAYER })];
  for (const node of [...root.nodes]) (isLayer(node) ? outside : inside).append(node.remove());
  if (inside.nodes?.length) outside.append(inside);
  // Other styles may follow.
  outside.raws.semicolon = true;
  return outside.toString();
}

/** Rules below an at-rule such as `@media` are reached through it, and nested ones through the rule that holds them. */
function scopeRules(container: Container): void {
  container.each((node) => {
    if (node.type === 'rule') node.selectors = node.selectors.map(scopeSelector);
    else if (node.type === 'atrule' && !/keyframes$/.test(node.name)) scopeRules(node);
  });
}

function scopeSelector(selector: string): string {
  return /^:root\b/.test(selector)
    ? selector.replace(/^:root/, `:root:where(${MARKED})`)
    : `:where(:root${MARKED}) ${selector}`;
}

function isLayer(node: ChildNode): boolean {
  return node.type === 'atrule' && node.name === 'layer';
}
