import { renderMermaidSVG } from 'beautiful-mermaid';
import type { Drawing } from 'docket/records';
import { rendererText } from './renderer-text.ts';
import { withoutStandIns } from './stand-ins.ts';

/** A drawing as SVG, with the renderer's own styles and its attributes that tell what each part stands for. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a diagram; `undefined` where the renderer fails. */
export function draw(drawing: Drawing): Picture | undefined {
  let svg: string;
  try {
    svg = renderMermaidSVG(rendererText(drawing), { transparent: true, padding: 4 });
  } catch {
    // What it throws is of the layout's inner parts and says nothing of the source.
    return undefined;
  }
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (!width || !height) return undefined;
  return {
    svg: withoutStandIns(svg),
    width: Math.ceil(Number(width)),
    height: Math.ceil(Number(height)),
  };
}
