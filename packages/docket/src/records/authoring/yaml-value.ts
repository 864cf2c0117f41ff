import { readYaml } from '../yaml.ts';
import { quoted } from './frontmatter-edit.ts';

/** A text as a scalar: plain where YAML reads the same text then, else in quotes. */
export function scalarOf(value: string): string {
  const read = readYaml(`value: ${value}\n`);
  const isPlain = read.kind === 'mapping' && read.data['value'] === value && !/["'#]/.test(value);
  return isPlain ? value : quoted(value);
}
