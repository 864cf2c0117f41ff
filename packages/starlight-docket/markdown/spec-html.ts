import path from 'node:path';
import type { SatteriResolvedOptions } from '@astrojs/markdown-satteri';
import type { SpecPage } from '../views/specs/site-specs.ts';
import type { RecordHtml } from './record-html.ts';
import { renderRecord } from './render.ts';

/**
 * Renders texts of other tools' specifications as records are, through the same gate, each when its page is made. What
 * is no Markdown is shown as code.
 * @param root absolute path of the repository
 */
export function specRenderer(root: string, processor: SatteriResolvedOptions) {
  return ({ file }: SpecPage): Promise<RecordHtml> =>
    renderRecord(
      processor,
      file.isMarkdown ? file.text : asCode(file.path, file.text),
      path.join(root, file.path),
    );
}

function asCode(name: string, text: string): string {
  const fence = '`'.repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return `${fence}${path.posix.extname(name).slice(1)}\n${text}\n${fence}\n`;
}
