import { FORMATS, type FormatName } from '../report/formats.ts';
import { readColour } from './colour.ts';
import {
  type CommandContext,
  CommandError,
  type OptionTable,
  type OptionValues,
} from './command.ts';
import { CONFIG_CODE_OPTION, mayRunCode } from './config-code.ts';
import { readOutput } from './lint-output.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The options of `docket lint`. */
export const LINT_OPTIONS: OptionTable = {
  ...ROOT_OPTION,
  format: {
    type: 'string',
    value: 'NAME',
    choices: FORMAT_NAMES,
    description: 'Report format (default: pretty)',
  },
  output: {
    type: 'string',
    value: 'FORMAT=FILE',
    repeatable: true,
    description: 'Also write the report to a file, such as sarif=lint.sarif; may be repeated',
  },
  explain: {
    type: 'string',
    value: 'RULE',
    completes: 'rule',
    description: 'Show what a rule checks and why, with its options and examples',
  },
  watch: {
    type: 'boolean',
    description: 'Lint again when a file changes, and show the difference',
  },
  rule: {
    type: 'string',
    value: 'RULE',
    repeatable: true,
    completes: 'rule',
    description: 'Report only this rule; separate several with commas, or repeat the option',
  },
  severity: {
    type: 'string',
    value: 'LEVEL',
    choices: SEVERITIES,
    description: 'Report this severity and above (default: info)',
  },
  quiet: { type: 'boolean', short: 'q', description: 'Same as --severity error' },
  'max-warnings': {
    type: 'string',
    value: 'N',
    description: 'Exit with 1 if there are more warnings than this',
  },
  base: {
    type: 'string',
    value: 'REF',
    description: 'Also check the history since this branch or commit',
  },
  changed: {
    type: 'string',
    value: 'REF',
    valueOptional: true,
    description: 'Report only files that differ from REF (default: the last commit)',
  },
  fix: {
    type: 'boolean',
    description: 'Apply the fixes that have only one right result, and report the rest',
  },
  'dry-run': {
    type: 'boolean',
    description: 'With --fix: print the changes as a diff and write nothing',
  },
  'update-baseline': {
    type: 'boolean',
    description: 'Write the baseline: all findings the first time, later only those that remain',
  },
  ...CONFIG_CODE_OPTION,
  color: {
    type: 'string',
    value: 'WHEN',
    valueOptional: true,
    negatable: true,
    choices: ['always', 'never', 'auto'],
    description: 'Colour the report (default: auto; without a value: always)',
  },
};

/** A file to write a report to. */
export interface OutputFile {
  readonly format: FormatName;
  /** Relative to the working directory, or absolute. */
  readonly file: string;
}

/** What `docket lint` was asked to do. */
export interface LintRequest {
  /** Absolute. */
  readonly root: string;
  readonly format: FormatName;
  readonly outputs: readonly OutputFile[];
  /** The rule to explain instead of judging anything. */
  readonly explain: string | undefined;
  readonly watch: boolean;
  /** Rules to report; `undefined` for all. */
  readonly rules: readonly string[] | undefined;
  /** The least weight to report. */
  readonly severity: (typeof SEVERITIES)[number];
  readonly maxWarnings: number;
  readonly base: string | undefined;
  /** What the files to report differ from; `undefined` for all files. */
  readonly changed: string | undefined;
  /** Files and folders to report, as they were typed; none for all. */
  readonly paths: readonly string[];
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly updateBaseline: boolean;
  readonly colour: boolean | undefined;
  /** Whether `docket.config.ts` may be run. */
  readonly runsCode: boolean;
}

/** @throws {CommandError} for a value that means nothing */
export function readLintOptions(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
): LintRequest {
  const root = rootOf(values, context.cwd);
  const dryRun = values['dry-run'] === true;
  const fix = values.fix === true;
  const rules = rulesOf(values);
  const changed = values.changed === true ? 'HEAD' : text(values.changed);
  const watch = values.watch === true;
  if (
    watch &&
    (fix || values['update-baseline'] === true || (text(values.format) ?? 'pretty') !== 'pretty')
  ) {
    throw new CommandError(
      '`--watch` cannot be combined with `--fix`, `--update-baseline` or a `--format` other than pretty',
      'leave the other option out',
    );
  }
  if (dryRun && !fix) {
    throw new CommandError('`--dry-run` needs `--fix`', 'add `--fix`');
  }
  const paths = list(values.paths) ?? [];
  if (
    values['update-baseline'] === true &&
    (rules || changed !== undefined || fix || paths.length > 0)
  ) {
    throw new CommandError(
      '`--update-baseline` takes all findings as they are, so paths, `--rule`, `--changed` and `--fix` do not go with it',
      'leave the other option out',
    );
  }
  return {
    root,
    format: (text(values.format) ?? 'pretty') as FormatName,
    outputs: (list(values.output) ?? []).map(readOutput),
    explain: text(values.explain),
    watch,
    rules,
    severity:
      values.quiet === true
        ? 'error'
        : ((text(values.severity) ?? 'info') as LintRequest['severity']),
    maxWarnings: maxWarningsOf(values),
    base: text(values.base),
    changed,
    paths,
    fix,
    dryRun,
    updateBaseline: values['update-baseline'] === true,
    colour: readColour(values.color),
    runsCode: mayRunCode(root, values, context),
  };
}

/** Whether a finding of `severity` is to be reported where `least` is asked for. */
export function weighsEnough(severity: LintRequest['severity'], least: LintRequest['severity']) {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

function rulesOf(values: OptionValues): string[] | undefined {
  return list(values.rule)?.flatMap((name) => name.split(',').map((part) => part.trim()));
}

function maxWarningsOf(values: OptionValues): number {
  const wanted = text(values['max-warnings']);
  if (wanted === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(wanted)) return Number(wanted);
  throw new CommandError(
    `\`--max-warnings\` takes a number, not \`${wanted}\``,
    'for example: `--max-warnings 0`',
  );
}

function list(value: OptionValues[string]): readonly string[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function text(value: OptionValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
