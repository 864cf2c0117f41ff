import { readFileSync } from 'node:fs';
import path from 'node:path';
import { virtualTexts } from './component.ts';
import type { Overlay } from './overlay.ts';
import { offsetOf, placeOf } from './positions.ts';

/** Something TypeScript or Astro's compiler found. Without a file it concerns the settings. */
export interface TypeFinding {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  /** `TS2322`, or `astro` for what its compiler found. */
  readonly code: string;
  readonly message: string;
}

const PLACED = /^(.+)\((\d+),(\d+)\): error (TS\d+): (.*)$/;
const GLOBAL = /^error (TS\d+): (.*)$/;

/** What Astro allows and TypeScript, which reads a component as TSX, does not. */
const ALLOWED = new Set([
  'TS17001', // two attributes of one name
  'TS1108', // `return` in the frontmatter
  'TS1208', // a component that could not be converted
]);

/** What tsc printed with `--pretty false`, in the order of the report. */
export function readFindings(output: string): readonly TypeFinding[] {
  const findings: TypeFinding[] = [];
  for (const line of output.split(/\r?\n/)) {
    const placed = PLACED.exec(line);
    const global = placed ? null : GLOBAL.exec(line);
    const last = findings.at(-1);
    if (placed) {
      const [, file = '', at, column, code = '', message = ''] = placed;
      findings.push({ file, line: Number(at), column: Number(column), code, message });
    } else if (global) {
      findings.push({ line: 1, column: 1, code: global[1] ?? '', message: global[2] ?? '' });
    } else if (last && /^\s+\S/.test(line)) {
      findings[findings.length - 1] = { ...last, message: `${last.message}\n${line}` };
    }
  }
  return findings;
}

/**
 * Moves each finding to the component it is about, and drops what is no fault there: what Astro allows, what stands in
 * generated declarations, and what is wrong in the components of packages.
 */
export function inSources(
  findings: readonly TypeFinding[],
  overlay: Overlay,
  root: string,
): readonly TypeFinding[] {
  const faults = [...overlay.faults].flatMap(([file, list]) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    return list.map(({ offset, message }) => {
      return { file, ...placeOf(source, offset), code: 'astro', message };
    });
  });
  const folder = path.join(path.dirname(overlay.project), 'astro', path.sep);
  const moved = findings.flatMap((finding): TypeFinding[] => {
    if (finding.file === undefined) return [finding];
    const file = path.resolve(root, finding.file);
    if (!file.startsWith(folder)) return [finding];
    const text = overlay.texts.get(file);
    if (!text || ALLOWED.has(finding.code)) return [];
    const { component, suffix } = text;
    const source = readFileSync(path.join(root, component), 'utf8');
    const virtual = virtualTexts(source, component).texts.find((made) => made.suffix === suffix);
    const offset = virtual?.toSource(offsetOf(virtual.text, finding.line, finding.column));
    if (offset === undefined) return [];
    return [{ ...finding, file: component, ...placeOf(source, offset) }];
  });
  return [...faults, ...moved];
}

/** A finding with its line of the source, as people read it. */
export function shown(finding: TypeFinding, root: string): string {
  const { file, line, column, code, message } = finding;
  if (file === undefined) return `error ${code}: ${message}`;
  const text = readFileSync(path.resolve(root, file), 'utf8').split(/\r?\n/)[line - 1] ?? '';
  const gutter = ' '.repeat(String(line).length);
  const before = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return `${file}:${line}:${column} - error ${code}: ${message}\n\n${line} ${text}\n${gutter} ${before}^\n`;
}
