import { ensureChromium } from './install-chromium.ts';
import type { Need } from './lint/needs.ts';
import { tasks } from './lint/tasks.ts';
import { ensureLychee } from './lychee.ts';
import { ensureNginx } from './nginx.ts';
import { nodeTool } from './support/node-tool.ts';
import { cacheFolder, root } from './support/root.ts';
import { messageOf } from './support/text.ts';
import type { Counts } from './test/counts.ts';
import { buildSites } from './test/sites.ts';
import { browserTests, plain, type Stage, StageError, unitTests } from './test/stages.ts';
import { type StageResult, summary } from './test/summary.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);

/** The builds of the sites to test, once they have begun. */
let building: Promise<undefined> | undefined;

/** The whole check, in order: what is quick and what others build on comes first. */
const stages: readonly Stage[] = [
  { name: 'Chromium', after: [], run: chromium },
  { name: 'lychee', after: [], run: lychee },
  { name: 'nginx', after: [], run: nginx },
  { name: 'Packages', after: [], run: packages },
  { name: 'Unit tests', after: [], run: unitTestsBesideSites },
  { name: 'Build', after: [], run: () => plain(nodeTool('astro', 'astro', ['build'])) },
  { name: 'Lint', after: [], run: lint },
  { name: 'Sites to test', after: ['Packages'], run: () => sites() },
  {
    name: 'Browser tests',
    after: ['Chromium', 'nginx', 'Build', 'Sites to test'],
    run: browserTests,
  },
];

if (process.argv.length > 2) {
  process.stderr.write(
    `\`pnpm test\` runs everything and takes no arguments such as \`${process.argv[2]}\`; \`pnpm test:unit\`, \`pnpm test:e2e\` and \`pnpm lint\` do\n`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = await main();
}

/** Runs every stage that can run, so that one failure does not hide another. */
async function main(): Promise<number> {
  const results: StageResult[] = [];
  for (const [index, stage] of stages.entries()) {
    print(`\n━━ ${index + 1}/${stages.length} ${stage.name} ━━\n`);
    const result = await runStage(stage, results);
    if (result.why !== '') print(`\n${stage.name}: ${result.why}`);
    results.push(result);
  }
  print(`\n━━ Summary ━━\n`);
  print(summary(results));
  return results.every(({ verdict }) => verdict === 'passed') ? 0 : 1;
}

async function runStage(stage: Stage, earlier: readonly StageResult[]): Promise<StageResult> {
  const { name } = stage;
  const lacking = earlier.find((one) => stage.after.includes(one.name) && one.verdict !== 'passed');
  if (lacking) {
    const why = `needs \`${lacking.name}\`, which ${lacking.verdict === 'failed' ? 'failed' : 'did not run'}`;
    return { name, verdict: 'not run', seconds: 0, why, counts: undefined };
  }
  const passed = (other: string) =>
    earlier.some((one) => one.name === other && one.verdict === 'passed');
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const counts = await stage.run(passed);
    return { name, verdict: 'passed', seconds: seconds(), why: '', counts };
  } catch (error) {
    const counts = error instanceof StageError ? error.counts : undefined;
    return { name, verdict: 'failed', seconds: seconds(), why: messageOf(error), counts };
  }
}

async function chromium(): Promise<undefined> {
  const found = await ensureChromium(print);
  print(`${found.path} (from ${found.source})`);
  // The browser tests use the very one that was found here.
  process.env.CHROMIUM_PATH = found.path;
}

async function lychee(): Promise<undefined> {
  const found = await ensureLychee(print);
  print(`${found.path} ${found.version} (from ${found.source})`);
}

async function nginx(): Promise<undefined> {
  print(await ensureNginx(print));
}

/** Both packages, packed once for the tests and the sites that install them. */
async function packages(): Promise<undefined> {
  const folder = `${cacheFolder}/tarballs`;
  const script = `${root}/packages/docket/tests/support/pack-once.ts`;
  await plain({ file: process.execPath, args: [script, folder] });
  process.env.DOCKET_TARBALLS = folder;
}

/** The sites of the browser tests, begun once; their builds wait long for packages to be installed. */
function sites(): Promise<undefined> {
  building ??= buildSites(undefined, print);
  // Its stage tells what went wrong.
  building.catch(() => {});
  return building;
}

/** The unit tests, while the sites are built if there are packages for them. */
function unitTestsBesideSites(passed: (stage: string) => boolean): Promise<Counts> {
  if (passed('Packages')) void sites();
  return unitTests();
}

/** Every check that can run; those whose need was not met have failed as a stage already. */
function lint(passed: (stage: string) => boolean): Promise<undefined> {
  const lacking = new Set<Need>();
  if (!passed('lychee')) lacking.add('lychee');
  if (!passed('Build')) lacking.add('site');
  const [left, able] = [tasks.filter(lacks), tasks.filter((task) => !lacks(task))];
  function lacks({ needs }: { readonly needs: readonly Need[] }): boolean {
    return needs.some((need) => lacking.has(need));
  }
  if (left.length > 0) print(`Left out: ${left.map(({ name }) => name).join(', ')}\n`);
  const only = left.length > 0 ? ['--only', able.map(({ name }) => name).join(',')] : [];
  return plain({ file: process.execPath, args: [`${import.meta.dirname}/lint.ts`, ...only] });
}
