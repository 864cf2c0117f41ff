import { ACCEPTED_PATH, type Acceptance } from '../evidence/accepted.ts';
import { findingsOf } from '../evidence/findings.ts';
import type { JudgedRecord } from '../evidence/judge.ts';
import { isLacking } from '../evidence/verdict.ts';
import { verificationOf } from '../evidence/wire.ts';
import { VERSION } from '../io/version.ts';
import { FILE_START, type Finding } from '../records/finding.ts';
import { FORMATS } from '../report/formats.ts';
import { makeReport } from '../report/report.ts';
import type { Command, CommandContext, OptionTable, OptionValues } from './command.ts';
import { CONFIG_CODE_OPTION } from './config-code.ts';
import { chooseProvenance } from './evidence/choose.ts';
import { type OpenEvidence, openEvidence } from './evidence/open.ts';
import { COLOUR_OPTION, painterFor } from './evidence/paint.ts';
import { prettyJudged } from './evidence/pretty.ts';
import { touchedSince } from './evidence/since.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ROOT_OPTION } from './root.ts';

const OPTIONS: OptionTable = {
  since: {
    type: 'string',
    value: 'BASE',
    description: 'Only records that commits since this branch or commit touch',
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

/** `docket verify`: holds the claims of provenance records against the history. */
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
    const opened = await openEvidence(values, context);
    const judged = await judgeChosen(opened, values, context.cwd);
    const isAll = values.since === undefined && !isNamed(values.record);
    report(opened, judged, isAll ? await opened.evidence.unused() : [], values, context);
    if (judged.length === 0) {
      context.stderr.write(`${nothingToVerify(opened, values)}\n`);
      return values['require-claims'] === true ? EXIT.findings : EXIT.clean;
    }
    const code = exitCode(judged);
    if (code !== EXIT.failed || values['allow-gaps'] !== true) return code;
    context.stderr.write(`Note: ${gapsOf(judged)}\n`);
    return EXIT.clean;
  },
};

function isNamed(names: OptionValues[string]): names is readonly string[] {
  return Array.isArray(names) && names.length > 0;
}

async function judgeChosen(
  { session, evidence }: OpenEvidence,
  { record, since }: OptionValues,
  cwd: string,
): Promise<readonly JudgedRecord[]> {
  const { history } = evidence;
  const chosen = isNamed(record)
    ? [...new Set(record.map((name) => chooseProvenance(session, cwd, name)))]
    : session.corpus.provenances;
  const all = new Map((await evidence.judged()).map((one) => [one.record, one]));
  const judged = chosen.flatMap((one) => all.get(one) ?? []);
  if (typeof since !== 'string' || history.kind === 'unknown') return judged;
  return touchedSince(judged, { root: session.root, history, base: since });
}

function report(
  { session, evidence: { history } }: OpenEvidence,
  judged: readonly JudgedRecord[],
  unused: readonly Acceptance[],
  values: OptionValues,
  context: CommandContext,
): void {
  const { stdout, stderr } = context;
  if (history.kind === 'unknown') stderr.write(`${history.message}\nhelp: ${history.help}\n`);
  const format = values.format ?? 'pretty';
  const warnings = unused.map(staleAcceptance);
  if (format === 'json') {
    stdout.write(`${JSON.stringify(verificationOf(judged), null, 2)}\n`);
  } else if (format === 'github' || format === 'sarif') {
    const made = makeReport({
      findings: [...judged.flatMap(findingsOf), ...warnings],
      files: judged.length,
      textOf: (file) => session.corpus.byPath(file)?.document.text,
    });
    stdout.write(FORMATS[format](made, { colour: false, width: undefined, version: VERSION }));
  } else {
    const paint = painterFor(values, context);
    stdout.write(prettyJudged(judged, { paint, quiet: values.quiet === true }));
  }
  if (format === 'pretty' || format === 'json') {
    for (const { message, help } of warnings) stderr.write(`warning: ${message}\nhelp: ${help}\n`);
  }
}

/** That there was no claim, and what was looked for. */
function nothingToVerify({ session }: OpenEvidence, { since }: OptionValues): string {
  const { root, corpus, unreadable } = session;
  const { folder, fileNameShape, noun } = corpus.layout.provenance;
  if (corpus.provenances.length > 0) {
    return `No claims to verify: no commit since ${String(since)} touches a ${noun}\nhelp: leave out --since to verify every record`;
  }
  const unread = unreadable.filter(({ file }) => file.startsWith(`${folder}/`)).length;
  const but = unread > 0 ? `, and ${unread} could not be read` : '';
  return `No claims to verify: no ${noun} in ${folder} under ${root}${but}\nhelp: Docket looks there for Markdown files named like ${fileNameShape}; to use another folder, set \`paths.provenance\` in docket.config.json`;
}

function staleAcceptance({ record, claim }: Acceptance): Finding {
  return {
    rule: 'evidence-accepted',
    severity: 'warning',
    file: ACCEPTED_PATH,
    span: FILE_START,
    message: `No contradicted claim of ${record} matches the accepted \`${claim}\``,
    help: `remove the entry from ${ACCEPTED_PATH}: the claim was corrected or reworded, or its record is gone`,
    related: [],
  };
}

function exitCode(judged: readonly JudgedRecord[]): ExitCode {
  const claims = judged.flatMap((record) => record.claims);
  if (
    claims.some(
      ({ verdict, accepted }) => verdict.kind === 'contradicted' && accepted === undefined,
    )
  ) {
    return EXIT.findings;
  }
  return claims.some(({ verdict }) => isLacking(verdict)) ? EXIT.failed : EXIT.clean;
}

/** How many claims are open for want of history, with the reasons. */
function gapsOf(judged: readonly JudgedRecord[]): string {
  const reasons = judged
    .flatMap((record) => record.claims)
    .flatMap(({ verdict }) =>
      isLacking(verdict) && verdict.kind === 'unverifiable' ? [verdict.reason] : [],
    );
  const claims = reasons.length === 1 ? '1 claim was' : `${reasons.length} claims were`;
  return `${claims} not verified: ${[...new Set(reasons)].join('; ')}`;
}
