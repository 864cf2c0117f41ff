import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const SITE = 'https://docs.example.org/team/';
const REMOTE = 'git@git.example.org:team/caching.git';

interface Work {
  /** Result that the record claims and file that the check asks for, if any, for each step. */
  readonly steps: readonly (readonly [claimed: string, file?: string])[];
  readonly artifacts?: readonly (readonly [file: string, status: string])[];
  /** Folder of the records in the repository, with a `/` at its end. */
  readonly prefix?: string;
}

/** A repository in which a specification was carried out. */
async function carriedOut({ steps, artifacts, prefix = '' }: Work): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.git('remote', 'add', 'origin', REMOTE);
  const checks = steps.flatMap(([, file], at) =>
    file === undefined ? [] : [`  ${at + 1}: { file-exists: ${file} }\n`],
  );
  const texts = steps.map((_, at) => `Step "${at + 1}" é holds`);
  const files = {
    'docket.config.json': JSON.stringify({ site: SITE }),
    [SPEC]: specification(texts, checks.length > 0 ? `checks:\n${checks.join('')}` : ''),
    [ADR]: decision(),
    [RECORD]: provenance({
      ...(artifacts && { artifacts }),
      results: texts.map((text, at) => `${at + 1}. ${text} — ${steps[at]?.[0]}`).join('\n'),
    }),
  };
  await repo.commit('start', { 'README.md': 'start' });
  await repo.commit(
    'carry out',
    Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text])),
  );
  return repo;
}

const attest = (repo: GitRepo, ...more: string[]) =>
  callDocket(['attest', ...more], { cwd: repo.root });

/** Runs the command and reads the statement. */
async function state(repo: GitRepo, predicate: string, ...more: string[]) {
  const run = await attest(repo, '0001', '--predicate', predicate, ...more);
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  return JSON.parse(run.stdout);
}

async function digestOf(repo: GitRepo, name: string) {
  const gitBlob = await repo.git('rev-parse', `HEAD:${name}`);
  return { gitBlob, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
}

test('test results are what was observed, in the words of in-toto', async () => {
  const repo = await carriedOut({
    steps: [
      ['PASS', ADR],
      ['PASS', 'README.md'],
    ],
  });
  expect(await state(repo, 'test-result')).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'landing', digest: { gitCommit: await repo.git('rev-parse', 'HEAD') } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: 'PASSED',
      configuration: [
        { name: SPEC, digest: await digestOf(repo, SPEC), annotations: { record: RECORD } },
      ],
      passedTests: ['1. Step "1" é holds', '2. Step "2" é holds'],
      warnedTests: [],
      failedTests: [],
    },
  });
});

test.each([
  ['a pass that is only claimed', [['PASS', ADR], ['PASS']], 'WARNED', ['1'], []],
  ['a step said not to apply', [['PASS', ADR], ['N/A']], 'WARNED', ['1'], []],
  [
    'a pass that the check denies',
    [
      ['PASS', ADR],
      ['PASS', 'none.md'],
    ],
    'FAILED',
    ['1'],
    ['2'],
  ],
  ['a failure that only the record tells', [['PASS', ADR], ['FAIL']], 'FAILED', ['1'], ['2']],
  ['a failure that the check denies', [['FAIL', ADR]], 'PASSED', ['1'], []],
] as const)('test results with %s', async (_, steps, result, passed, failed) => {
  const { predicate } = await state(await carriedOut({ steps }), 'test-result');
  const numbers = (names: readonly string[]) => names.map((name) => name.split('.')[0]);
  expect(predicate.result).toBe(result);
  expect(numbers(predicate.passedTests)).toEqual(passed);
  expect(numbers(predicate.failedTests)).toEqual(failed);
});

test('a verification is summarised in the words of SLSA, for records below a folder', async () => {
  const repo = await carriedOut({ steps: [['PASS', ADR]], prefix: 'a é#/' });
  const run = await state(repo, 'verification-summary', '--root', 'a é#');
  expect(run).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'landing', digest: { gitCommit: await repo.git('rev-parse', 'HEAD') } }],
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: SITE, version: { docket: expect.stringMatching(/^\d+\.\d+\.\d+/) } },
      resourceUri: 'git+https://git.example.org/team/caching',
      policy: {
        uri: `git+https://git.example.org/team/caching#a%20%C3%A9%23/${RECORD}`,
        name: RECORD,
        digest: await digestOf(repo, `a é#/${RECORD}`),
      },
      verificationResult: 'PASSED',
      verifiedLevels: ['DOCKET_VERIFIED'],
    },
  });
});

test.each([
  [
    'a claim that nothing can verify',
    [['PASS', ADR], ['PASS']],
    ADR,
    'PASSED',
    'DOCKET_PARTLY_VERIFIED',
  ],
  ['a contradicted claim', [['PASS', ADR]], 'never.txt', 'FAILED', 'FAILED'],
] as const)('a verification with %s', async (_, steps, file, result, level) => {
  const artifacts = [[file, 'Created']] as const;
  const { predicate } = await state(await carriedOut({ steps, artifacts }), 'verification-summary');
  expect(predicate.verificationResult).toBe(result);
  expect(predicate.verifiedLevels).toEqual([level]);
});

test.each([
  {
    name: 'test-result',
    form: 'test results',
    lie: { result: 'PASSED', passedTests: ['1', '2'], url: 'https://ci.example.org/1' },
    found: [
      'result: stated `"PASSED"`, found `"WARNED"`',
      'passedTests[1]: stated `"2"`, found nothing',
      'url: stated `"https://ci.example.org/1"`, found nothing',
    ],
    broken: { configuration: [] },
    stranger: { configuration: [{ name: SPEC, digest: {}, annotations: { record: 'none.md' } }] },
  },
  {
    name: 'verification-summary',
    form: 'a verification',
    lie: {
      verifier: { id: 'https://other.example.org', version: { docket: '0' } },
      resourceUri: 'git+https://git.example.org/a/b',
      verifiedLevels: ['SLSA_BUILD_LEVEL_3'],
      dependencyLevels: 0,
    },
    found: [
      `verifier.id: stated \`"https://other.example.org"\`, found \`"${SITE}"\``,
      'resourceUri: stated',
      'verifiedLevels[0]: stated `"SLSA_BUILD_LEVEL_3"`',
      'dependencyLevels: stated `0`, found nothing',
    ],
    broken: { verificationResult: 'MAYBE' },
    stranger: { policy: { uri: 'a:b', name: 'none.md', digest: {} } },
  },
])('a statement of $name is checked against the repository', async (given) => {
  const { name, form, lie, found, broken, stranger } = given;
  const repo = await carriedOut({ steps: [['PASS', ADR], ['PASS']] });
  const statement = await state(repo, name);
  const check = async (changed: object) => {
    const predicate = { ...statement.predicate, ...changed };
    await repo.write({ '.git/statement': JSON.stringify({ ...statement, predicate }) });
    return attest(repo, '--verify', '.git/statement');
  };
  const good = await check({ later: 1 });
  expect(good.stdout).toContain(`✓ form: an in-toto statement of ${form}`);
  expect(good.code).toBe(0);
  const bad = await check(lie);
  for (const line of found) expect(bad.stdout).toContain(`    predicate.${line}`);
  expect(bad.code).toBe(1);
  expect((await check(broken)).stdout).toContain('✗ form');
  const digest = statement.predicate.configuration?.[0].digest ?? statement.predicate.policy.digest;
  const elsewhere = await check(
    JSON.parse(JSON.stringify(stranger), (key, value) => (key === 'digest' ? digest : value)),
  );
  expect(elsewhere.stderr).toContain('none.md, which is not a record of this repository');
  expect(elsewhere.code).toBe(2);
});

test('what a predicate needs and nobody tells is asked for', async () => {
  const unknown = await carriedOut({ steps: [['PASS']] });
  const refused = async (repo: GitRepo, predicate: string) => {
    const { code, stdout, stderr } = await attest(repo, '0001', '--predicate', predicate);
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };
  expect(await refused(unknown, 'test-result')).toContain('the result of no step is known');
  expect(await refused(unknown, 'provenance')).toContain('test-result');
  await unknown.git('remote', 'set-url', 'origin', '/srv/git/caching');
  expect(await refused(unknown, 'verification-summary')).toContain('git remote add origin');
  await unknown.commit('no site', { 'docket.config.json': '{}' });
  expect(await refused(unknown, 'verification-summary')).toContain('`site` in docket.config.json');
  const both = await attest(unknown, '--verify', 'a.json', '--predicate', 'test-result');
  expect(both.code).toBe(2);
});

test('a predicate of others is signed as any statement', async () => {
  const repo = await carriedOut({ steps: [['PASS', ADR]] });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await repo.write({
    '.git/key': String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    '.git/pub': String(publicKey.export({ type: 'spki', format: 'pem' })),
  });
  const wanted = ['--predicate', 'verification-summary', '--key', '.git/key', '--out', '.git/out'];
  expect((await attest(repo, '0001', ...wanted)).code).toBe(0);
  expect(await readFile(path.join(repo.root, '.git/out'), 'utf8')).toContain('payload');
  const run = await attest(repo, '--verify', '.git/out', '--public-key', '.git/pub');
  expect(run.stdout).toMatch(/^✓ signature: .*\n✓ form: .*\n✓ content: .*\n$/);
  expect(run.code).toBe(0);
});
