import type { Diagram } from 'docket/records';
import type { Translate } from '../../words/say.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Picture } from './draw.ts';
import { kindName } from './kind-name.ts';

/**
 * HTML of a drawn diagram: the picture with its text alternative, and below it the description and the source on demand.
 * @param id unique on the page
 */
export function pictureHtml(t: Translate, picture: Picture, diagram: Diagram, id: string): string {
  const name = diagram.title ?? kindName(t, diagram.word);
  const title = escapeHtml(name);
  const { width, height } = picture;
  const svg = [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="--diagram-width:${width}px"`,
    ` role="img" aria-labelledby="${id}-title"${diagram.description === undefined ? '' : ` aria-describedby="${id}-description"`}>`,
    `<title id="${id}-title">${title}</title>${partsOf(picture.svg, id)}`,
  ].join('');
  return [
    `<figure class="diagram not-content" data-pagefind-ignore>`,
    `<div class="diagram-canvas" role="group" tabindex="0" aria-label="${escapeHtml(t('docket.diagram.drawing', { title: name }))}">${svg}</div>`,
    `<figcaption><details><summary>${title}</summary>${descriptionHtml(diagram, id)}<pre><code>${escapeHtml(diagram.code)}</code></pre></details></figcaption>`,
    `</figure>`,
  ].join('');
}

/**
 * HTML of a diagram that Mermaid draws in the reader's browser: room for the picture, and below it the description and
 * the source on demand. Without scripting it is what `sourceHtml` gives.
 * @param source the whole text of the block, as Mermaid is given it
 * @param id unique on the page
 */
export function browserHtml(t: Translate, diagram: Diagram, source: string, id: string): string {
  const name = diagram.title ?? kindName(t, diagram.word);
  const title = escapeHtml(name);
  const description =
    diagram.description === undefined ? '' : `<p>${escapeHtml(diagram.description)}</p>`;
  return [
    `<figure class="diagram diagram-mermaid not-content" style="--diagram-height:${roomOf(diagram.word, source)}rem" data-pagefind-ignore>`,
    `<div class="diagram-canvas" role="group" tabindex="0" aria-label="${escapeHtml(t('docket.diagram.drawing', { title: name }))}" data-refused="${escapeHtml(t('docket.diagram.refused'))}"></div>`,
    `<figcaption><details><summary>${title}</summary>${description}<pre><code>${escapeHtml(source)}</code></pre></details></figcaption>`,
    `</figure><noscript>${sourceHtml(t, diagram, id)}</noscript>`,
  ].join('');
}

/** Whether a page holds a diagram that is drawn in the browser. */
export function asksBrowser(html: string): boolean {
  return html.includes('<figure class="diagram diagram-mermaid');
}

/** Kinds whose pictures are of one height, in rem, however long their source is. */
const HEIGHTS: Readonly<Record<string, number>> = {
  pie: 32,
  quadrantChart: 34,
  xychart: 34,
  radar: 42,
  sankey: 28,
};

/** Room that is kept for a picture whose size is not known yet, in rem: more for longer sources. */
function roomOf(word: string, source: string): number {
  const kind = word.replace(/-beta$/, '');
  const lines = source.split('\n').filter((line) => line.trim() !== '').length;
  const fixed = Object.hasOwn(HEIGHTS, kind) ? HEIGHTS[kind] : undefined;
  return fixed ?? Math.min(40, 12 + Math.ceil(lines * 1.6));
}

/**
 * HTML of a diagram that is not drawn: its source, with what it shows and why it is not drawn.
 * @param id unique on the page
 */
export function sourceHtml(t: Translate, diagram: Diagram, id: string): string {
  const kind = kindName(t, diagram.word);
  const name = diagram.title ?? kind;
  const title = escapeHtml(name);
  const note =
    diagram.title === undefined
      ? t('docket.diagram.shownAsSource')
      : t('docket.diagram.kindAsSource', { kind });
  return [
    `<figure class="diagram diagram-source not-content" aria-labelledby="${id}-title">`,
    `<figcaption><strong id="${id}-title">${title}</strong> <span>${escapeHtml(note)}</span>${descriptionHtml(diagram, id)}</figcaption>`,
    `<pre tabindex="0" role="group" aria-label="${escapeHtml(t('docket.diagram.source', { title: name }))}" data-pagefind-ignore><code>${escapeHtml(diagram.code)}</code></pre>`,
    `</figure>`,
  ].join('');
}

function descriptionHtml({ description }: Diagram, id: string): string {
  return description === undefined
    ? ''
    : `<p id="${id}-description">${escapeHtml(description)}</p>`;
}

/**
 * What is inside the renderer's SVG, fit for a page with others: ids of its own, no styles, short numbers. Only tags are
 * changed, never the texts between them.
 */
function partsOf(svg: string, id: string): string {
  return (
    svg
      .slice(svg.indexOf('>') + 1)
      // Its styles fetch a web font and address every `svg` of the page; the site's stylesheet has them, scoped.
      .replace(/<style>[\s\S]*?<\/style>\s*/, '')
      .replace(/<[^>]+>\s*/g, (tag) =>
        tag
          .trimEnd()
          .replace(/ data-[a-z0-9-]+="[^"]*"/g, '')
          .replace(/ (?:rx|ry)="0"/g, '')
          .replace(/( id="|url\(#)/g, `$1${id}-`)
          .replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)),
      )
  );
}
