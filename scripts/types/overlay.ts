import { globSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ComponentFault, type Virtual, virtualTexts } from './component.ts';

/** The folder of texts that stand beside the sources as if they were in the same folders. */
export interface Overlay {
  /** The settings for TypeScript, which cover the sources and these texts. */
  readonly project: string;
  /** The texts by their paths, which are absolute, and the components they were made from. */
  readonly texts: ReadonlyMap<string, { readonly component: string; readonly virtual: Virtual }>;
  /** Faults of components by their paths from the root. */
  readonly faults: ReadonlyMap<string, readonly ComponentFault[]>;
}

const IMPORT = /\bfrom\s+['"]([^.'"/][^'"]*\.astro)['"]/g;

/**
 * Writes every Astro component below `src` as texts that TypeScript can check, and those components of packages that
 * they import, for their properties.
 * @param root the folder of the project, absolute
 * @param folder where the texts are written, below the root
 */
export function writeOverlay(root: string, folder: string): Overlay {
  const place = path.join(folder, 'astro');
  const texts = new Map<string, { component: string; virtual: Virtual }>();
  const faults = new Map<string, readonly ComponentFault[]>();
  const foreign = new Set<string>();
  for (const file of globSync('src/**/*.astro', { cwd: root })) {
    const source = readFileSync(path.join(root, file), 'utf8');
    for (const [, name = ''] of source.matchAll(IMPORT)) foreign.add(name);
    const made = virtualTexts(source, file);
    if (made.faults.length > 0) faults.set(file, made.faults);
    for (const virtual of made.texts) {
      texts.set(path.join(place, `${file}${virtual.suffix}`), { component: file, virtual });
    }
  }
  const kept = new Set(texts.keys());
  for (const [file, { virtual }] of texts) write(file, virtual.text);
  const paths: Record<string, string[]> = {};
  for (const name of foreign) {
    const file = path.join(place, 'node_modules', `${insideModules(name)}.tsx`);
    const source = readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');
    write(file, virtualTexts(source, name).texts[0]?.text ?? '');
    paths[name] = [file];
    kept.add(file);
  }
  for (const name of globSync('**/*.{tsx,mts,mjs}', { cwd: place })) {
    if (!kept.has(path.join(place, name))) rmSync(path.join(place, name));
  }
  const project = path.join(folder, 'tsconfig.json');
  write(project, JSON.stringify(settings(root, place, paths), undefined, 2));
  return { project, texts, faults };
}

/** The settings of the root for both, with what Astro's language server adds to them. */
function settings(root: string, place: string, paths: Record<string, string[]>) {
  const at = (name: string) => path.join(root, name);
  const astro = realpathSync(at('node_modules/astro'));
  return {
    extends: at('tsconfig.json'),
    compilerOptions: { rootDirs: [root, place], jsx: 'preserve', allowJs: true, paths },
    // The types of the content come first: of two declarations of one module the first holds.
    files: [
      at('.astro/types.d.ts'),
      path.join(astro, 'env.d.ts'),
      path.join(astro, 'astro-jsx.d.ts'),
    ],
    include: [...['astro.config.mjs', '**/*.ts'].map(at), path.join(place, '**/*')],
    exclude: ['dist', 'node_modules', '.cache/bench-*', 'src/records', 'tests/fixtures'].map(at),
  };
}

function insideModules(name: string): string {
  const file = fileURLToPath(import.meta.resolve(name));
  return file.slice(file.lastIndexOf('/node_modules/') + '/node_modules/'.length);
}

/** A file that is as it should be is left alone, so that TypeScript need not look at it again. */
function write(file: string, text: string): void {
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    mkdirSync(path.dirname(file), { recursive: true });
  }
  writeFileSync(file, text);
}
