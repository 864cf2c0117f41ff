import { parseArgs } from 'node:util';
import { messageOf } from '../support/text.ts';

/** What a command line asks of `pnpm lint`. */
export type Request =
  | {
      readonly kind: 'run';
      readonly names: readonly string[];
      readonly changed: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string };

/**
 * Reads the command line: `--only` names checks, with commas or repeated; without it, all are meant, and `--changed`
 * limits them to changed files. An unknown flag, a stray word and an unknown name are `wrong`. Names come in the order
 * of `known`, each once.
 */
export function parseRequest(argv: readonly string[], known: readonly string[]): Request {
  let values: { only?: string[]; changed?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string', multiple: true },
        changed: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', why: messageOf(error) };
  }
  if (values.help) return { kind: 'help' };
  const changed = values.changed ?? false;
  if (values.only === undefined) return { kind: 'run', names: known, changed };

  const asked = values.only.flatMap((list) => list.split(',')).map((name) => name.trim());
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return { kind: 'wrong', why: `There is no check \`${unknown}\`; choose from those below` };
  }
  return { kind: 'run', names: known.filter((name) => asked.includes(name)), changed };
}

/** The help text: how to call it, and every check with what it looks at. */
export function usage(
  checks: readonly { readonly name: string; readonly about: string }[],
): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const list = checks.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`).join('\n');
  return `Usage: pnpm lint [--only <check>[,<check>…]] [--changed]

--changed runs what concerns the files that differ from the last commit, on those files where
a check can; site-links is left out, since it needs a build.

Checks:
${list}

Exit codes: 0 all clean, 1 problems found, 2 a check could not run.`;
}
