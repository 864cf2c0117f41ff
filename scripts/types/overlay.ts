import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ComponentFault, virtualTexts } from './component.ts';
import { type Converted, openConversions } from './conversions.ts';

/** The folder of texts that stand beside the sources as if they were in the same folders. */
export interface Overlay {
  /** The settings for TypeScript, which cover the sources and these texts. */
  readonly project: string;
  /** The components by the paths of the texts made from them, which are absolute, and what follows their names there. */
  readonly texts: ReadonlyMap<string, { readonly component: string; readonly suffix: string }>;
  /** Faults of components by their paths from the root. */
  readonly faults: ReadonlyMap<string, readonly ComponentFault[]>;
}

const IMPORT = /\bfrom\s+['"]([^.'"/][^'"]*\.astro)['"]/g;

/**
 * Writes every Astro component below `src` as texts that TypeScript can check, and those components of packages that
 * they import, for their properties. A component that is as it was is not converted again.
 * @param root the folder of the project, absolute
 * @param folder where the texts are written, below the root
 */
export function writeOverlay(root: string, folder: string): Overlay {
  const place = path.join(folder, 'astro');
  const texts = new Map<string, { component: string; suffix: string }>();
  const faults = new Map<string, readonly ComponentFault[]>();
  const foreign = new Set<string>();
  const conversions = openConversions(path.join(folder, 'conversions.json'));
  for (const file of globSync('src/**/*.astro', { cwd: root })) {
    const source = readFileSync(path.join(root, file), 'utf8');
    for (const [, name = ''] of source.matchAll(IMPORT)) foreign.add(name);
    const target = path.join(place, file);
    const made = conversions.of(file, source, {
      isThere: (suffix) => existsSync(`${target}${suffix}`),
      convert: () => convert(source, file, target),
    });
    if (made.faults.length > 0) faults.set(file, made.faults);
    for (const suffix of made.suffixes) {
      texts.set(path.join(place, `${file}${suffix}`), { component: file, suffix });
    }
  }
  conversions.keep();
  const kept = new Set(texts.keys());
  const paths: Record<string, string[]> = {};
  for (const name of foreign) {
    const inside = insideModules(name);
    const file = path.join(place, 'node_modules', `${inside}.tsx`);
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

function convert(source: string, name: string, target: string): Converted {
  const { texts, faults } = virtualTexts(source, name);
  for (const { suffix, text } of texts) write(`${target}${suffix}`, text);
  return { suffixes: texts.map(({ suffix }) => suffix), faults };
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
