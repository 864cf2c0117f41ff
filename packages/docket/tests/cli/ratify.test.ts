import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NEW_ADR, PROVENANCE } from '../../src/rules/support/example-base.ts';
import { openSession } from '../../src/session/session.ts';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';

const run = promisify(execFile);
const CONFIG = 'docket.config.json';
const ANNA = 'anna@example.org';
const FOLDER = '.sdd/ratified';
const REQUIRES = {
  ratification: { require: ['agent-records'], agents: ['Agent', 'bot@example.org'] },
};

/** A key of somebody; its public half, and where the private one is. */
async function key(repo: GitRepo, name: string) {
  const file = path.join(repo.root, '.git', name);
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file]);
  return { file, text: (await readFile(`${file}.pub`, 'utf8')).trim() };
}

/** Makes Git sign as somebody. */
async function signAs(repo: GitRepo, name: string, file: string): Promise<void> {
  await repo.git('config', 'gpg.format', 'ssh');
  await repo.git('config', 'user.email', name);
  await repo.git('config', 'user.signingKey', `${file}.pub`);
}

/** The example repository on `main`, with Anna's key among those that may sign, and a branch `topic`. */
async function repository(config: object = REQUIRES) {
  const repo = await GitRepo.create();
  const anna = await key(repo, 'anna');
  const bot = await key(repo, 'bot');
  await repo.commit('Start', {
    ...Object.fromEntries(patchedFiles([])),
    [CONFIG]: JSON.stringify(config),
    '.sdd/allowed_signers': `${ANNA} ${anna.text}\nbot@example.org ${bot.text}\n`,
  });
  await repo.git('switch', '--quiet', '-c', 'topic');
  await signAs(repo, ANNA, anna.file);
  return { repo, anna, bot };
}

const docket = (repo: GitRepo, ...argv: string[]) => callDocket(argv, { cwd: repo.root });

async function findings(repo: GitRepo, ...argv: string[]): Promise<string[]> {
  const { stdout } = await docket(repo, 'lint', '--format', 'json', ...argv);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; message: string; file: string }[];
  };
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

async function standings(repo: GitRepo) {
  const session = await openSession({ root: repo.root });
  const { all } = await session.ratifications();
  return all.map(({ record, part, standing, carrier }) => ({ record, part, standing, carrier }));
}

async function onlyFile(repo: GitRepo): Promise<string> {
  const [name, ...others] = await readdir(path.join(repo.root, FOLDER));
  expect(others).toEqual([]);
  return `${FOLDER}/${name}`;
}

const NOBODY =
  'ratification-missing: Unexpected accepted decision that nobody has ratified, expected the signature of a person under its text';

test('a person ratifies a decision, and it counts until the text changes', async () => {
  const { repo } = await repository();
  expect(await findings(repo)).toEqual([NOBODY]);
  const { stdout, stderr, code } = await docket(repo, 'ratify', 'ADR-002');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Ratified by anna@example\.org with SHA256:\S+: ADR-002: Keep Sessions/);
  expect(await findings(repo)).toEqual([]);
  await repo.commit('Ratify', {}, { author: 'Anna' });
  expect(await standings(repo)).toMatchObject([
    { record: 'ADR-002', standing: { kind: 'holds' }, carrier: { author: 'Anna', isAgent: false } },
  ]);

  const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
  await repo.write({ [NEW_ADR]: text.replaceAll('\n', '\r\n') });
  expect((await standings(repo))[0]?.standing).toEqual({ kind: 'holds' });
  await repo.write({ [NEW_ADR]: text.replace('for 24 hours', 'for 48 hours') });
  const [{ standing } = { standing: undefined }] = await standings(repo);
  expect(standing).toMatchObject({ kind: 'changed', before: { id: 'ADR-002' } });
  expect(await findings(repo)).toEqual([
    'ratification-valid: Unexpected ratification of `ADR-002` by `anna@example.org`, whose text has changed since, expected the text that was signed',
    NOBODY,
  ]);
  // The end of its life is no other text.
  await repo.write({
    [NEW_ADR]: text.replace('status: Accepted', 'status: Deprecated'),
  });
  expect((await standings(repo))[0]?.standing).toEqual({ kind: 'holds' });
});

test.each([
  ['the digest', 'digest', `sha256:${'0'.repeat(64)}`],
  ['the date', 'date', '2020-01-01T00:00:00Z'],
  ['the signer', 'signer', 'bert@example.org'],
  ['what it is about', 'record', 'ADR-001'],
  ['what it says', 'states', 'ADR-002: Keep Nothing'],
])('a file in which somebody alters %s is refused', async (_, field, value) => {
  const { repo } = await repository();
  await docket(repo, 'ratify', 'ADR-002');
  const file = await onlyFile(repo);
  const stated = JSON.parse(await readFile(path.join(repo.root, file), 'utf8')) as object;
  await repo.write({ [file]: JSON.stringify({ ...stated, [field]: value }) });
  expect((await standings(repo)).map(({ standing }) => standing.kind)).toEqual(['refused']);
  expect(await findings(repo)).toContain(NOBODY);
});

test('a signature by an unknown key is refused, even where the branch itself lists the key', async () => {
  const { repo } = await repository();
  const stranger = await key(repo, 'stranger');
  await signAs(repo, ANNA, stranger.file);
  const { stderr } = await docket(repo, 'ratify', 'ADR-002');
  expect(stderr).toContain('it does not count yet');
  await repo.commit('Let me in', { '.sdd/allowed_signers': `${ANNA} ${stranger.text}\n` });
  expect((await standings(repo))[0]?.standing.kind).toBe('refused');
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', 'topic');
  expect((await standings(repo))[0]?.standing.kind).toBe('holds');
});

test('the branch cannot switch the policy off', async () => {
  const { repo } = await repository();
  await repo.write({ [CONFIG]: '{}' });
  expect(await findings(repo)).toEqual([NOBODY]);
  await repo.write({ [CONFIG]: '{ "rules": { "ratification-missing": "off" } }' });
  expect((await docket(repo, 'lint')).stderr).toContain('is a security rule');
});

test('a key of an agent is nobody’s word, whatever name it is listed under', async () => {
  const { repo, bot } = await repository();
  await signAs(repo, 'bot@example.org', bot.file);
  const { code, stderr } = await docket(repo, 'ratify', 'ADR-002');
  expect(code).toBe(2);
  expect(stderr).toContain('Not ratified: the key belongs to an agent, `bot@example.org`');
  expect(await repo.exists(FOLDER)).toBe(false);
  // The same key, listed for a person, too.
  const signers = await readFile(path.join(repo.root, '.sdd/allowed_signers'), 'utf8');
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('List', { '.sdd/allowed_signers': `${signers}${ANNA} ${bot.text}\n` });
  await repo.git('switch', '--quiet', 'topic');
  await signAs(repo, ANNA, bot.file);
  expect((await docket(repo, 'ratify', 'ADR-002')).stderr).toContain('belongs to an agent');
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('Turn', {
    '.sdd/allowed_signers': `${ANNA} ${bot.text}\nx@example.org,bot@example.org ${bot.text}\n`,
  });
  await repo.git('switch', '--quiet', 'topic');
  expect((await docket(repo, 'ratify', 'ADR-002')).stderr).toContain('belongs to an agent');
});

test('a key is known by itself, not by what a signer calls themselves', async () => {
  const { repo, bot } = await repository();
  const { stdout } = await run('ssh-keygen', ['-l', '-f', `${bot.file}.pub`]);
  const fingerprint = stdout.split(' ')[1] ?? '';
  const agents = { ratification: { require: ['agent-records'], agents: [fingerprint] } };
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('List', {
    [CONFIG]: JSON.stringify(agents),
    '.sdd/allowed_signers': `*@example.org ${bot.text}\n`,
  });
  await repo.git('switch', '--quiet', 'topic');
  await signAs(repo, 'SHA256:somebodyelse@example.org', bot.file);
  expect((await docket(repo, 'ratify', 'ADR-002')).stderr).toContain('belongs to an agent');
});

test('a condition beside the status is part of what is accepted', async () => {
  const { repo } = await repository();
  const said = async (status: string) => {
    const name = 'docs/decisions/0001-encrypt.md';
    await repo.write({
      [name]: `# 1. Encrypt\n\n## Status\n\n${status}\n\n## Decision\n\nWe do.\n`,
    });
    return (await docket(repo, 'ratify', '--dry-run', 'ADR-0001')).stdout;
  };
  await repo.git('rm', '--quiet', '-r', CONFIG, 'docs/adr', '.sdd');
  const plain = await said('Accepted');
  expect(plain).toContain('"record"');
  expect(await said('approved')).toBe(plain);
  expect(await said('Accepted, with encryption at rest')).not.toBe(
    await said('Accepted, without encryption at rest'),
  );
});

test('who brought the file is told, and an agent as such', async () => {
  const { repo } = await repository();
  await docket(repo, 'ratify', 'ADR-002');
  await repo.commit('Ratify', {}, { author: 'helper[bot]' });
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'topic');
  expect((await standings(repo))[0]?.carrier).toMatchObject({
    author: 'helper[bot]',
    isAgent: true,
  });
});

test('what an agent decided alone and what a record claims is ratified by itself', async () => {
  const { repo } = await repository({ ratification: { require: ['agent-decisions'] } });
  const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
  await repo.commit('Note', {
    [NEW_ADR]: text.replace('Redis console | Yes |', '$&\n| Seconds | As Redis counts | No |'),
  });
  expect(await findings(repo)).toEqual([
    'ratification-missing: Unexpected decision of an agent that is called acceptable and that nobody has ratified, `agent-decision:key-prefix-session`, expected the signature of a person under its text',
  ]);
  expect((await docket(repo, 'ratify', 'ADR-002', 'agent-decision:1')).code).toBe(0);
  expect(await findings(repo)).toEqual([]);
  const claim = await docket(repo, 'ratify', PROVENANCE, 'landed-together');
  expect(claim.stdout).toContain('Specification and record landed together');
  expect((await standings(repo)).map(({ part, standing }) => [part, standing.kind])).toEqual([
    ['agent-decision:key-prefix-session', 'holds'],
    ['landed-together', 'holds'],
  ]);
  await repo.write({ [NEW_ADR]: text.replace('Readable in the', 'Sorted in the') });
  expect((await standings(repo))[0]?.standing.kind).toBe('changed');
});

test('only what is there and accepted can be ratified', async () => {
  const { repo } = await repository();
  const said = async (...argv: string[]) => (await docket(repo, 'ratify', ...argv)).stderr;
  expect(await said('ADR-001')).toContain(
    'ADR-001 is Superseded, and only what is accepted can be ratified',
  );
  expect(await said('ADR-002', 'agent-decision:4')).toContain('has no `agent-decision:4`');
  expect(await said(PROVENANCE)).toContain('is no decision, and only its claims can be ratified');
  expect(await said(PROVENANCE, 'step:99')).toContain('has no `step:99`');
});

test('where the default branch is not in the clone, nothing can be told', async () => {
  const { repo } = await repository();
  await docket(repo, 'ratify', 'ADR-002');
  await repo.commit('Ratify');
  await repo.git('branch', '--quiet', '-D', 'main');
  expect((await standings(repo))[0]?.standing).toEqual({
    kind: 'unknown',
    reason: expect.stringMatching(
      /^nothing here tells which branch is the default branch; run `git/,
    ),
  });
  expect(await findings(repo)).toEqual([]);
});

test('a signature for something else does not count', async () => {
  const { repo, anna } = await repository();
  await docket(repo, 'ratify', 'ADR-002');
  const file = await onlyFile(repo);
  const { readRatification, signedText } = await import('../../src/records/ratified-file.ts');
  const stated = readRatification(file, await readFile(path.join(repo.root, file), 'utf8'));
  if (!('signature' in stated)) throw new Error(stated.reason);
  const text = path.join(repo.root, '.git', 'text');
  await repo.write({ '.git/text': signedText(stated) });
  await run('ssh-keygen', ['-Y', 'sign', '-n', 'git', '-f', anna.file, text]);
  const signature = await readFile(`${text}.sig`, 'utf8');
  const json = JSON.parse(await readFile(path.join(repo.root, file), 'utf8')) as object;
  await repo.write({ [file]: JSON.stringify({ ...json, signature }) });
  expect((await standings(repo))[0]?.standing.kind).toBe('refused');
});

test('OpenPGP keys sign as well', async () => {
  const { repo } = await repository();
  const home = path.join(repo.root, '.git', 'gnupg');
  await run('mkdir', ['-m', '700', home]);
  const env = { ...process.env, GNUPGHOME: home };
  const gpg = (...args: string[]) => run('gpg', ['--batch', '--quiet', ...args], { env });
  await gpg('--passphrase', '', '--quick-gen-key', `Anna <${ANNA}>`, 'ed25519', 'sign', 'never');
  const { stdout: armoured } = await gpg('--armor', '--export', ANNA);
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('Keys', { '.sdd/allowed_keys.asc': armoured });
  await repo.git('switch', '--quiet', 'topic');
  await repo.git('config', 'gpg.format', 'openpgp');
  await repo.git('config', 'user.signingKey', ANNA);
  const before = process.env['GNUPGHOME'];
  process.env['GNUPGHOME'] = home;
  try {
    expect((await docket(repo, 'ratify', 'ADR-002')).stderr).toBe('');
  } finally {
    if (before === undefined) delete process.env['GNUPGHOME'];
    else process.env['GNUPGHOME'] = before;
    await run('gpgconf', ['--kill', 'gpg-agent'], { env });
  }
  expect((await standings(repo))[0]?.standing.kind).toBe('holds');
  const file = await onlyFile(repo);
  const json = JSON.parse(await readFile(path.join(repo.root, file), 'utf8')) as object;
  await repo.write({ [file]: JSON.stringify({ ...json, signer: 'bert@example.org' }) });
  expect((await standings(repo))[0]?.standing.kind).toBe('refused');
});
