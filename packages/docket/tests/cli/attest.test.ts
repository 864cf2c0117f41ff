import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { statementJsonSchema } from '../../src/evidence/statement-schema.ts';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const STEPS = ['The decision exists', 'It reads well'];
const FILES = {
  [SPEC]: specification(STEPS, `checks:\n  1: { file-exists: ${ADR} }\n`),
  [ADR]: decision(),
  [RECORD]: provenance({
    deviations: '- The first.\n- The second.',
    artifacts: [
      [SPEC, 'Created'],
      [ADR, 'Created'],
      ['old.txt', 'Deleted'],
      ['never.txt', 'Created'],
    ],
    results: STEPS.map((step, at) => `${at + 1}. ${step} — PASS`).join('\n'),
  }),
  'old.txt': null,
  'undeclared.bin': 'bytes \u0000 and more',
};

async function carriedOut(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'old.txt': 'old' });
  await repo.commit('carry out', FILES);
  return repo;
}

const attest = (repo: GitRepo, ...more: string[]) =>
  callDocket(['attest', ...more], { cwd: repo.root });

function keys(type: 'ed25519' | 'P-256' | 'P-384') {
  const { publicKey, privateKey } =
    type === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: type });
  return {
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

test('a statement says what landed, what is claimed and what was seen', async () => {
  const repo = await carriedOut();
  const run = await attest(repo, '0001');
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  const { subject, predicate, ...statement } = JSON.parse(run.stdout);
  expect(statement).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'https://docket.example/schemas/attestation/v1.schema.json',
  });
  const head = await repo.git('rev-parse', 'HEAD');
  expect(subject[0]).toEqual({ name: 'landing', digest: { gitCommit: head } });
  const names = [RECORD, SPEC, ADR, 'undeclared.bin'];
  expect(subject.slice(1).map(({ name }: { name: string }) => name)).toEqual(names);
  for (const { name, digest } of subject.slice(1)) {
    expect(digest.gitBlob).toBe(await repo.git('rev-parse', `HEAD:${name}`));
    const bytes = await readFile(path.join(repo.root, name));
    expect(digest.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(predicate.claimed).toEqual({
    agent: 'worker',
    executed: '2026-03-05T11:30:00Z',
    deviations: ['The first.', 'The second.'],
  });
  expect(predicate.changes).toEqual([
    { path: SPEC, claimed: 'Created', observed: 'created', verdict: 'verified' },
    { path: ADR, claimed: 'Created', observed: 'created', verdict: 'verified' },
    { path: 'old.txt', claimed: 'Deleted', observed: 'deleted', verdict: 'verified' },
    { path: 'never.txt', claimed: 'Created', observed: null, verdict: 'contradicted' },
    { path: 'undeclared.bin', claimed: null, observed: 'created', verdict: 'undeclared' },
  ]);
  const steps = predicate.validation.map(
    ({ textDigest, evidence, ...step }: Record<string, unknown>) => step,
  );
  expect(steps).toEqual([
    { step: 1, claimed: 'pass', observed: 'pass' },
    { step: 2, claimed: 'pass', observed: null },
  ]);
  expect(predicate.verdict).toEqual({
    result: 'contradicted',
    verified: 6,
    contradicted: 1,
    outdated: 0,
    unverifiable: 1,
  });
  expect((await attest(repo, '0001')).stdout).toBe(run.stdout);
});

test.each(['ed25519', 'P-256'] as const)(
  'a statement signed with %s is checked offline',
  async (type) => {
    const repo = await carriedOut();
    const [own, other] = [keys(type), keys(type)];
    // Below .git, so that the working tree stays clean.
    await repo.write({
      '.git/key': own.privateKey,
      '.git/pub': own.publicKey,
      '.git/other': other.publicKey,
    });
    expect((await attest(repo, '0001', '--key', '.git/key', '--out', '.git/signed')).code).toBe(0);
    const check = (key: string, file = '.git/signed') =>
      attest(repo, '--verify', file, '--public-key', key);

    const good = await check('.git/pub');
    expect(good.stdout).toMatch(
      /^✓ signature: made with the key [0-9a-f]{64}\n✓ form: .*\n✓ content: .*\n$/,
    );
    expect(good.code).toBe(0);

    const forged = await check('.git/other');
    expect(forged.stdout).toContain('✗ signature');
    expect(forged.code).toBe(1);

    const envelope = JSON.parse(await readFile(path.join(repo.root, '.git/signed'), 'utf8'));
    const payload = Buffer.from(envelope.payload, 'base64')
      .toString()
      .replace('"worker"', '"master"');
    await repo.write({
      '.git/changed': JSON.stringify({
        ...envelope,
        payload: Buffer.from(payload).toString('base64'),
      }),
    });
    expect((await check('.git/pub', '.git/changed')).code).toBe(1);
    const keyless = await attest(repo, '--verify', '.git/signed');
    expect(keyless.code).toBe(2);
    expect(keyless.stderr).toContain('No key given for the signed statement');
  },
);

test.each(['ed25519', 'P-256'] as const)(
  'an implementation of DSSE by others finds an envelope signed with %s good',
  async (type) => {
    const repo = await carriedOut();
    const { privateKey, publicKey } = keys(type);
    await repo.write({ '.git/key': privateKey });
    const { stdout } = await attest(repo, '0001', '--key', '.git/key');
    const envelope = JSON.parse(stdout);
    const trust = toTrustMaterial(
      {
        mediaType: '',
        tlogs: [],
        ctlogs: [],
        certificateAuthorities: [],
        timestampAuthorities: [],
      },
      () => ({ publicKey: createPublicKey(publicKey), validFor: () => true }),
    );
    const none = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 };
    const verifier = new Verifier(trust, none);
    const verify = (dsseEnvelope: unknown) =>
      verifier.verify(
        toSignedEntity(
          bundleFromJSON({
            mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
            verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
            dsseEnvelope,
          }),
        ),
      );
    expect(() => verify(envelope)).not.toThrow();
    const payload = Buffer.from('{}').toString('base64');
    expect(() => verify({ ...envelope, payload })).toThrow('signature verification failed');
    // Any name other than their own makes Python's and Go's securesystemslib refuse the signature; Python's needs the key.
    expect(envelope.signatures).toEqual([{ keyid: '', sig: expect.any(String) }]);
  },
);

test('fields that are not known are passed over, as in-toto asks', async () => {
  const repo = await carriedOut();
  const { stdout } = await attest(repo, '0001');
  const statement = JSON.parse(stdout);
  const { subject, predicate } = statement;
  const extended = {
    ...statement,
    later: 1,
    subject: subject.map((one: { digest: object }) => ({
      ...one,
      uri: 'https://example.org/a',
      annotations: { a: 1 },
      digest: { ...one.digest, sha512: 'ab' },
    })),
    predicate: {
      ...predicate,
      later: [1],
      landing: { ...predicate.landing, later: null },
      changes: predicate.changes.map((change: object) => ({ ...change, later: 'x' })),
    },
  };
  await repo.write({ '.git/extended': JSON.stringify(extended) });
  const run = await attest(repo, '--verify', '.git/extended');
  expect(run.stdout).toContain('✓ content');
  expect(run.code).toBe(0);
  const validate = new Ajv2020({ strict: false }).compile(statementJsonSchema());
  expect(validate(extended), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...extended, predicate: { ...predicate, landing: {} } })).toBe(false);
});

test('the type is the address of the schema on the site that the configuration names', async () => {
  const repo = await carriedOut();
  await repo.commit('set up', {
    'docket.config.ts': "export default { site: 'https://docs.example.org/team/' };\n",
  });
  const { stdout } = await attest(repo, '0001', '--out', '.git/statement');
  expect(stdout).toBe('');
  const statement = JSON.parse(await readFile(path.join(repo.root, '.git/statement'), 'utf8'));
  expect(statement.predicateType).toBe(
    'https://docs.example.org/team/schemas/attestation/v1.schema.json',
  );
  // A site that moved does not make the statement false.
  await repo.commit('move', { 'docket.config.ts': 'export default {};\n' });
  expect((await attest(repo, '--verify', '.git/statement')).code).toBe(0);
  await repo.write({
    '.git/other': JSON.stringify({ ...statement, predicateType: 'https://slsa.dev/provenance/v1' }),
  });
  expect((await attest(repo, '--verify', '.git/other')).stdout).toContain('✗ form');
});

test('what differs is said field by field', async () => {
  const repo = await carriedOut();
  await attest(repo, '0001', '--out', '.git/statement');
  const text = await readFile(path.join(repo.root, '.git/statement'), 'utf8');
  const lie = text
    .replace('"claimed": "Deleted"', '"claimed": "Modified"')
    .replace(
      /("name": "undeclared.bin",\s+"digest": \{\s+"gitBlob": ")[0-9a-f]{40}/,
      `$1${'0'.repeat(40)}`,
    )
    .replace('"worker"', '"someone"');
  await repo.write({
    '.git/lie': lie,
    '.git/form': text.replace('"landing"', '"name"').replace('"validation"', '"checks"'),
  });
  const run = await attest(repo, '--verify', '.git/lie');
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('? signature: the statement is not signed');
  expect(run.stdout).toContain('✗ content: 3 differences');
  expect(run.stdout).toContain(
    'predicate.changes[2].claimed: stated `"Modified"`, found `"Deleted"`',
  );
  expect(run.stdout).toContain('predicate.claimed.agent: stated `"someone"`, found `"worker"`');
  expect(run.stdout).toMatch(/subject\[4\]\.digest\.gitBlob: stated `"0{40}"`, found/);
  const form = await attest(repo, '--verify', '.git/form');
  expect(form.code).toBe(1);
  expect(form.stdout).toContain('✗ form');

  await repo.commit('rewrite', { [RECORD]: FILES[RECORD].replace('Wrote the', 'Wrote down the') });
  const later = await attest(repo, '--verify', '.git/statement');
  expect(later.stdout).toContain('predicate.record.digest.gitBlob');
  expect(later.code).toBe(1);
});

test('nothing is attested without a landing, uncommitted, or with a key of another kind', async () => {
  const repo = await carriedOut();
  await repo.write({ '.git/key': keys('P-384').privateKey, '.git/none': 'no key' });
  for (const key of ['.git/key', '.git/none', '.git/missing']) {
    const run = await attest(repo, '0001', '--key', key);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/(?:The key in|Cannot read) \.git\//);
  }
  await repo.write({ [RECORD]: `${FILES[RECORD]}\n` });
  expect((await attest(repo, '0001')).stderr).toContain('is not committed as it is');
  const shallow = await repo.clone('--depth=1');
  expect((await attest(shallow, '0001')).stderr).toContain(
    'its landing is unknown, because the clone is shallow',
  );
  const folder = await GitRepo.folder();
  await folder.write({ ...FILES, 'old.txt': 'old' });
  expect((await attest(folder, '0001')).code).toBe(2);
  expect((await attest(repo)).code).toBe(2);
  expect((await attest(repo, '--verify', 'none.json')).code).toBe(2);
});
