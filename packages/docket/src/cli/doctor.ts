import { CONFIG_FILES } from '../records/config.ts';
import { RECORD_KINDS } from '../records/layout.ts';
import { count } from '../report/count.ts';
import { discoveryLines } from '../report/discovery.ts';
import { safeLine } from '../report/screen-text.ts';
import { type Diagnosis, diagnose } from '../session/diagnosis.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf, rootWords } from './root.ts';

/** One thing that was looked at. */
interface Check {
  /** `bad` keeps Docket from working, `missing` keeps a part from it. */
  readonly state: 'good' | 'missing' | 'bad';
  readonly name: string;
  readonly found: string;
  /** What to do, for what is not good. */
  readonly help?: string;
}

/** `docket doctor`: checks that Docket has what it needs, and says how to get what is missing. */
export const doctor: Command = {
  name: 'doctor',
  options: {
    ...ROOT_OPTION,
  },
  notes: 'Exit code: 0 Docket has what it needs, 1 something is missing, 2 could not run.',
  async run(values, { cwd, stdout }) {
    const root = rootOf(values, cwd);
    const diagnosis = await diagnose(root);
    const checks = [
      nodeCheck(),
      gitCheck(diagnosis),
      { state: 'good', name: 'Root', found: rootWords(values, cwd) } as const,
      ...(await recordChecks(diagnosis)),
    ];
    const width = Math.max(...checks.map(({ name }) => name.length));
    for (const { state, name, found, help } of checks) {
      stdout.write(`${MARK[state]} ${name.padEnd(width)}  ${found}\n`);
      if (help) stdout.write(`  ${' '.repeat(width)}  ${help}\n`);
    }
    return checks.some(({ state }) => state === 'bad') ? EXIT.findings : EXIT.clean;
  },
};

const MARK = { good: '✓', missing: '-', bad: '✗' } as const;

/** The first version that runs a configuration in TypeScript by itself. */
const LEAST_NODE = [22, 18] as const;

function nodeCheck(): Check {
  const found = process.versions.node;
  const [major = 0, minor = 0] = found.split('.').map(Number);
  const isOld = major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]);
  if (!isOld) return { state: 'good', name: 'Node', found };
  return { state: 'bad', name: 'Node', found, help: `install ${LEAST_NODE.join('.')} or later` };
}

function gitCheck({ git }: Diagnosis): Check {
  if (git) return { state: 'good', name: 'Git', found: git };
  const help =
    'install Git 2.31 or later: `verify`, the history rules and the numbers of new records need it';
  return { state: 'bad', name: 'Git', found: 'not found', help };
}

function configCheck({ hasConfigCode }: Diagnosis, keys: number): Check {
  const name = 'Config';
  const data = keys === 0 ? undefined : `${CONFIG_FILES.data}, ${count(keys, 'key')}`;
  if (!hasConfigCode) return { state: 'good', name, found: data ?? 'none, defaults apply' };
  return {
    state: 'good',
    name,
    found: [data, `${CONFIG_FILES.code} (not run here)`].filter(Boolean).join('; '),
  };
}

async function recordChecks(diagnosis: Diagnosis): Promise<Check[]> {
  const { opening } = diagnosis;
  if ('fault' in opening) {
    const { fault, error } = opening;
    const name = fault === 'config' ? 'Config' : 'Records';
    return [{ state: 'bad', name, found: error.message, help: error.help }];
  }
  const { session } = opening;
  const { corpus, config, fileCount, discovery } = session;
  const looked = discovery ? discoveryLines(discovery) : [];
  const kinds = RECORD_KINDS.filter((kind) => corpus.layout[kind].logs === undefined);
  const templates = kinds.flatMap((kind): Check[] => {
    const { template, noun } = corpus.layout[kind];
    const { length } = corpus.records.filter((record) => record.kind === kind);
    const name = 'Records';
    const counted = count(length, noun);
    const found = `${counted}, template ${template}`;
    if (corpus.templates[kind]) return [{ state: 'good', name, found }];
    // Who has decisions in a form of their own may never have heard of the other kinds.
    if (length === 0) return discovery ? [] : [{ state: 'good', name, found: counted }];
    const help = 'add the template: its headings are the sections every record must have';
    return [{ state: 'bad', name, found: `${found} missing`, help }];
  });
  const past = await session.history();
  const known: Check =
    past.kind === 'unknown'
      ? { state: 'missing', name: 'History', found: past.message, help: past.help }
      : past.boundary.size > 0
        ? {
            state: 'missing',
            name: 'History',
            found: `shallow, ${past.commits.size} commits`,
            help: 'fetch the rest with `git fetch --unshallow`; in CI, check out with depth 0',
          }
        : { state: 'good', name: 'History', found: `${past.commits.size} commits` };
  return [
    configCheck(diagnosis, Object.keys(config).length),
    ...looked.map((found): Check => ({ state: 'good', name: 'Records', found: safeLine(found) })),
    ...templates,
    { state: 'good', name: 'Files', found: `${fileCount} read` },
    known,
  ];
}
