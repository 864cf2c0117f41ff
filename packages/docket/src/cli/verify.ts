import { messageOf } from '../records/finding.ts';
import { FORMATS } from '../report/formats.ts';
import { makeReport } from '../report/report.ts';
import { verificationJson, verificationPretty } from '../report/verification.ts';
import {
  SOURCE_NAMES,
  type Verified,
  verify as verifyRecords,
} from '../session/evidence/verify.ts';
import type { Session } from '../session/session.ts';
import { VERSION } from '../session/version.ts';
import { COLOUR_OPTION, flagColour } from './colour.ts';
import type { Command, CommandContext, OptionTable, OptionValues } from './command.ts';
import { CONFIG_CODE_OPTION } from './config-code.ts';
import { chooseProvenance } from './evidence/choose.ts';
import { openEvidence } from './evidence/open.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ROOT_OPTION } from './root.ts';

const OPTIONS: OptionTable = {
  since: {
    type: 'string',
    value: 'BASE',
    description: 'Only records that commits since this branch or commit touch',
  },
  source: {
    type: 'string',
    value: 'NAME',
    repeatable: true,
    choices: SOURCE_NAMES,
    description: 'Only claims of this source (default: every source there is)',
  },
  ...ROOT_OPTION,
  ...CONFIG_CODE_OPTION,
  format: {
    type: 'string',
    value: 'NAME',
    choices: ['pretty', 'json', 'github', 'sarif'],
    description: 'Report format (default: pretty)',
  },
  'allow-gaps': {
    type: 'boolean',
    description: 'Exit with 0 and a note if only history is missing, as in a shallow clone',
  },
  'require-claims': {
    type: 'boolean',
    description:
      'Exit with 1 if there are no claims to verify: the records may be in another folder',
  },
  quiet: { type: 'boolean', short: 'q', description: 'Leave out verified claims' },
  ...COLOUR_OPTION,
};

/** `docket verify`: holds the claims of provenance records and of other sources against the history. */
export const verify: Command = {
  name: 'verify',
  arguments: [
    {
      name: 'record',
      optional: true,
      variadic: true,
      completes: 'provenance',
      description: 'Provenance records, by path or by number of their specification (default: all)',
    },
  ],
  options: OPTIONS,
  notes:
    'Exit code: 0 no claim is contradicted, 1 a claim is contradicted and not accepted, or --require-claims was given and there are none, 2 something could not be verified because history is missing.',
  async run(values, context) {
    const { record, since, source } = values;
    const session = await openEvidence(values, context, { mayLackRecords: !isNamed(record) });
    const verified = await verifyRecords(session, {
      records: isNamed(record)
        ? [...new Set(record.map((name) => chooseProvenance(session, context.cwd, name)))]
        : undefined,
      since: typeof since === 'string' ? since : undefined,
      sources: isNamed(source) ? SOURCE_NAMES.filter((name) => source.includes(name)) : undefined,
    });
    await report(session, verified, values, context);
    if (verified.verification.records.length === 0) {
      context.stderr.write(`${nothingToVerify(session, values)}\n`);
      return values['require-claims'] === true ? EXIT.findings : EXIT.clean;
    }
    const code = exitCode(verified);
    if (code !== EXIT.failed || values['allow-gaps'] !== true) return code;
    context.stderr.write(`Note: ${gapNote(verified)}\n`);
    return EXIT.clean;
  },
};

function isNamed(names: OptionValues[string]): names is readonly string[] {
  return Array.isArray(names) && names.length > 0;
}

async function report(
  session: Session,
  { verification, findings, unused }: Verified,
  values: OptionValues,
  context: CommandContext,
): Promise<void> {
  const { stdout, stderr } = context;
  const history = await session.history();
  if (history.kind === 'unknown') stderr.write(`${history.message}\nhelp: ${history.help}\n`);
  const format = values.format ?? 'pretty';
  if (format === 'github' || format === 'sarif') {
    const made = makeReport({
      findings: [...findings, ...unused],
      files: verification.records.length,
      textOf: (file) => session.textOf(file),
    });
    stdout.write(FORMATS[format](made, { colour: false, width: undefined, version: VERSION }));
    return;
  }
  const screen = { colour: flagColour(values, context), quiet: values.quiet === true };
  stdout.write(
    format === 'json' ? verificationJson(verification) : verificationPretty(verification, screen),
  );
  for (const warning of unused) {
    stderr.write(`warning: ${messageOf(warning)}\nhelp: ${warning.help}\n`);
  }
}

/** That there was no claim, and what was looked for. */
function nothingToVerify(
  { root, corpus, unreadable }: Session,
  { since, source }: OptionValues,
): string {
  if (isNamed(source) && !source.includes('ours')) {
    return `No claims to verify: no file of ${source.join(', ')} under ${root}\nhelp: leave out --source to verify every claim there is`;
  }
  const { folder, fileNameShape, noun } = corpus.layout.provenance;
  if (corpus.provenances.length > 0) {
    return `No claims to verify: no commit since ${String(since)} touches a ${noun}\nhelp: leave out --since to verify every record`;
  }
  const unread = unreadable.filter(({ file }) => file.startsWith(`${folder}/`)).length;
  const but = unread > 0 ? `, and ${unread} could not be read` : '';
  return `No claims to verify: no ${noun} in ${folder} under ${root}${but}\nhelp: Docket looks there for Markdown files named like ${fileNameShape}; to use another folder, set \`paths.provenance\` in docket.config.json`;
}

function exitCode({ verification: { summary }, gaps }: Verified): ExitCode {
  if (summary.contradicted > summary.accepted) return EXIT.findings;
  return gaps.length > 0 ? EXIT.failed : EXIT.clean;
}

/** How many claims are open for want of history, with the reasons. */
function gapNote({ gaps }: Verified): string {
  const claims = gaps.length === 1 ? '1 claim was' : `${gaps.length} claims were`;
  return `${claims} not verified: ${[...new Set(gaps)].join('; ')}`;
}
