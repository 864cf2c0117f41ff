import { plainText, spanOf, walk } from '../../records/markdown.ts';
import { fail, type Observation, pass, type Scene } from './observation.ts';
import { openSource, sectionOf } from './source.ts';

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableRow']);

/** `text`: one paragraph, item, heading or table row says all of the words. */
export function checkText(
  { file, section: title, all }: { file: string; section?: string | undefined; all: string[] },
  scene: Scene,
): Observation {
  const source = openSource(file, scene);
  if (source.kind === 'closed') return source.observation;
  const section = sectionOf(source, title);
  if (section === 'missing') return fail(`no section \`${title}\` in \`${source.path}\``);
  const wanted = all.map((words) => words.toLowerCase().replace(/\s+/g, ' ').trim());
  let line: number | undefined;
  walk(source.document.tree, (node) => {
    if (line !== undefined || !BLOCKS.has(node.type)) return;
    const { start } = spanOf(source.document, node);
    if (section) {
      const { extent } = section;
      if (start.offset < extent.start.offset || start.offset >= extent.end.offset) return;
    }
    const text = plainText(node).toLowerCase();
    if (wanted.every((words) => text.includes(words))) line = start.line;
  });
  const said = all.map((words) => `\`${words}\``).join(', ');
  return line === undefined
    ? fail(`no block of \`${source.path}\` says ${said} together`)
    : pass(`\`${source.path}\` line ${line} says ${said}`);
}
