import { renderMermaidSVG } from 'beautiful-mermaid';
import { escapeHtml } from './escape-html.ts';

/** A Mermaid source with the texts that stand in for the picture taken out. */
export interface DiagramSource {
  /** What is drawn. */
  readonly code: string;
  /** Text of `accTitle:`. */
  readonly title: string | undefined;
  /** Text of `accDescr:`, on one line. */
  readonly description: string | undefined;
}

/** A drawn diagram, or the reason why it could not be drawn. */
export type Diagram =
  | { readonly kind: 'svg'; readonly svg: string; readonly width: number; readonly height: number }
  | { readonly kind: 'problem'; readonly reason: string };

const drawn = new Map<string, Diagram>();

/** Takes `accTitle` and `accDescr` (both forms, as Mermaid's accessibility options define them) off a source. */
export function readDiagramSource(source: string): DiagramSource {
  let title: string | undefined;
  let description: string | undefined;
  const code = source
    .replace(/^[ \t]*accDescr[ \t]*\{([^}]*)\}[ \t]*\n?/m, (_, text: string) => {
      description = text.replace(/\s+/g, ' ').trim();
      return '';
    })
    .replace(/^[ \t]*accDescr[ \t]*:[ \t]*(.*)\n?/m, (_, text: string) => {
      description = text.trim();
      return '';
    })
    .replace(/^[ \t]*accTitle[ \t]*:[ \t]*(.*)\n?/m, (_, text: string) => {
      title = text.trim();
      return '';
    });
  return { code, title: title || undefined, description: description || undefined };
}

/** Draws a Mermaid source as SVG without styles of its own. Draws each source once. Never throws. */
export function drawDiagram(code: string): Diagram {
  const known = drawn.get(code);
  if (known) return known;
  const diagram = draw(code);
  drawn.set(code, diagram);
  return diagram;
}

/** Lines of a diagram; what takes more is drawn in more time than its length explains, and can be read by nobody. */
const MAX_LINES = 150;

function draw(code: string): Diagram {
  if (code.split('\n').length > MAX_LINES || code.length > 100 * MAX_LINES) {
    return { kind: 'problem', reason: `it has more than ${MAX_LINES} lines of 100 characters` };
  }
  let svg: string;
  try {
    svg = renderMermaidSVG(code, { transparent: true, padding: 4 });
  } catch (error) {
    return { kind: 'problem', reason: error instanceof Error ? error.message : String(error) };
  }
  const size = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  if (!size) return { kind: 'problem', reason: 'the drawing has no size' };
  return { kind: 'svg', svg, width: Number(size[1]), height: Number(size[2]) };
}

/**
 * HTML of a diagram: the drawing with its text alternative, and below it the description and the source on demand.
 * @param id unique on the page
 */
export function diagramHtml(
  diagram: Extract<Diagram, { kind: 'svg' }>,
  source: DiagramSource,
  id: string,
): string {
  const title = source.title ?? 'Diagram';
  const describedBy =
    source.description === undefined ? '' : ` aria-describedby="${id}-description"`;
  const width = Math.ceil(diagram.width);
  const height = Math.ceil(diagram.height);
  const body = diagram.svg
    .slice(diagram.svg.indexOf('>') + 1)
    // Its styles fetch a web font and address every `svg` of the page; the site's stylesheet has them, scoped.
    .replace(/<style>[\s\S]*?<\/style>\s*/, '')
    .replace(/\b(id="|url\(#)arrowhead/g, `$1${id}-arrowhead`)
    .replace(/ data-[a-z-]+="[^"]*"/g, '')
    .replace(/ (?:rx|ry)="0"/g, '')
    .replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/\n\s*/g, '');
  const svg = `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="--diagram-width:${width}px" role="img" aria-labelledby="${id}-title"${describedBy}><title id="${id}-title">${escapeHtml(title)}</title>${body}`;
  const description =
    source.description === undefined
      ? ''
      : `<p id="${id}-description">${escapeHtml(source.description)}</p>`;
  return [
    `<figure class="diagram not-content" data-pagefind-ignore>`,
    `<div class="diagram-canvas" role="group" tabindex="0" aria-label="${escapeHtml(title)}: drawing">${svg}</div>`,
    `<figcaption><details><summary>${escapeHtml(title)}</summary>${description}<pre><code>${escapeHtml(source.code.trim())}</code></pre></details></figcaption>`,
    `</figure>`,
  ].join('');
}
