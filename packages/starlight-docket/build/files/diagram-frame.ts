import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { ownFile } from '../../site/own-file.ts';
import { type DiagramFrame, diagramFrame } from '../../views/diagram/frame.ts';
import { FRAME_FILES } from './frame-files.ts';
import type { SiteFile } from './site-files.ts';

/** Mermaid for browsers, with all it needs: the tarball of this package brings it, a checkout has it installed. */
const LIBRARIES = ['node_modules/mermaid/dist/mermaid.min.js', 'client/mermaid.min.js'];

let made: (DiagramFrame & SiteFile) | undefined;

/**
 * The frame in which a browser draws diagrams, as a file of the site.
 * @throws {Error} where this package is not complete
 */
export function diagramFrameFile(): DiagramFrame & SiteFile {
  if (made) return made;
  const library = LIBRARIES.map(ownFile).find((file) => existsSync(file));
  if (library === undefined) throw new Error(`starlight-docket has no ${LIBRARIES.at(-1)}`);
  const read = (file: string) => readFileSync(file, 'utf8');
  const frame = diagramFrame(read(library), read(ownFile('client/diagram-frame.js')));
  const hash = createHash('sha256').update(frame.html).digest('hex').slice(0, 12);
  made = { ...frame, path: FRAME_FILES.replace('*', hash), content: () => frame.html };
  return made;
}
