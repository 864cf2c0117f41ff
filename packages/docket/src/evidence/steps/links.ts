import { fragmentsOf } from '../../records/fragments.ts';
import { type Link, readLinks } from '../../records/links.ts';
import { parseMarkdown } from '../../records/markdown.ts';
import { fail, notRun, type Observation, pass, type Scene } from './observation.ts';
import { openSource, type Source, sectionOf } from './source.ts';

/** `links`: every relative link of a file or of one of its sections leads somewhere. */
export function checkLinks(
  { file, section: title }: { file: string; section?: string | undefined },
  scene: Scene,
): Observation {
  const source = openSource(file, scene);
  if (source.kind === 'closed') return source.observation;
  const section = sectionOf(source, title);
  if (section === 'missing') return fail(`no section \`${title}\` in \`${source.path}\``);
  const relative = readLinks(source.document, source.path).filter(
    ({ target, span }) =>
      target.kind !== 'external' &&
      target.kind !== 'site' &&
      (!section ||
        (span.start.offset >= section.extent.start.offset &&
          span.end.offset <= section.extent.end.offset)),
  );
  const states = relative.map((link) => ({ url: link.url, state: follow(link, source, scene) }));
  const broken = states.filter(({ state }) => state === 'broken');
  if (broken.length > 0) return fail(`broken: ${list(broken)}`);
  const unread = states.filter(({ state }) => state === 'unread');
  if (unread.length > 0) return notRun(`the headings of ${list(unread)} are not available`);
  const where = title === undefined ? `\`${source.path}\`` : `\`${title}\``;
  return pass(
    relative.length === 1
      ? `the relative link of ${where} resolves`
      : `all ${relative.length} relative links of ${where} resolve`,
  );
}

function list(links: readonly { url: string }[]): string {
  return links.map(({ url }) => `\`${url}\``).join(', ');
}

function follow(
  { target }: Link,
  source: Source,
  { tree }: Scene,
): 'resolved' | 'broken' | 'unread' {
  switch (target.kind) {
    case 'fragment':
      return source.outline.slugs.has(target.fragment) ? 'resolved' : 'broken';
    case 'file': {
      if (tree.locate(target.path) === undefined) return 'broken';
      if (target.fragment === undefined || !target.path.endsWith('.md')) return 'resolved';
      const text = tree.text(target.path);
      if (text === undefined) return 'unread';
      return fragmentsOf(parseMarkdown(text)).all.has(target.fragment) ? 'resolved' : 'broken';
    }
    case 'outside':
    case 'invalid':
      return 'broken';
    case 'external':
    case 'site':
      return 'resolved';
  }
}
