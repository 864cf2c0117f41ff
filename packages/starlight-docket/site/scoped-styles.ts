import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import postcss, { type ChildNode, type Container } from 'postcss';
import { ownFile } from './own-file.ts';

/** How a page of Docket is told from others of the site; `middleware.ts` marks it. */
const MARKED = ':has(> head > meta[name="docket"])';
const LAYER = 'docket';

/**
 * Astro integration: keeps Docket's styles to its own pages, and there between Starlight's and the site's, by a scope
 * and a cascade layer. Styles of an override reach every page otherwise, since each page holds it.
 * @param customCss the site's own style sheets, as Starlight's configuration names them
 */
export function scopedStyles(customCss: readonly string[]): AstroIntegration {
  const folder = ownFile('');
  return {
    name: 'docket-styles',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const order = layerOrder(sheets(customCss, config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'docket-styles',
                enforce: 'pre',
                transform: {
                  filter: { id: /\.css(?:$|\?)/ },
                  handler: (code: string, id: string) =>
                    id.startsWith(folder)
                      ? { code: scopeStyles(code, order), map: null }
                      : undefined,
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** The texts of the style sheets that are files of the site; packages are left out. */
function sheets(customCss: readonly string[], root: URL): string[] {
  return customCss
    .filter((file) => file.startsWith('.'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
}

/**
 * The order of cascade layers that each of Docket's sheets states, since any may be the first of a page: that of the
 * site, where its style sheets state one for Starlight's, with Docket's after Starlight's.
 */
export function layerOrder(css: readonly string[]): string {
  const statements = css.flatMap((text) =>
    postcss
      .parse(text)
      .nodes.flatMap((node) =>
        node.type === 'atrule' && node.name === 'layer' && !node.nodes
          ? [postcss.list.comma(node.params)]
          : [],
      ),
  );
  const stated = statements.find((names) => names.includes('starlight')) ?? ['starlight'];
  return stated.flatMap((name) => (name === 'starlight' ? [name, LAYER] : name)).join(', ');
}

/**
 * The same styles for the pages of Docket alone, in its layer. What stands in a layer of Starlight already stays there.
 * @param order of the layers, as `layerOrder` gives it
 */
export function scopeStyles(css: string, order: string): string {
  const root = postcss.parse(css);
  scopeRules(root);
  const [scoped, layer] = [postcss.root(), postcss.atRule({ name: 'layer', params: LAYER })];
  scoped.append({ name: 'layer', params: order });
  for (const node of [...root.nodes]) (isLayer(node) ? scoped : layer).append(node.remove());
  scoped.append(layer);
  return scoped.toString();
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
