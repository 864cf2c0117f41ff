import { spawn } from 'node:child_process';
import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { GitRepo } from '../../packages/docket/tests/support/git-repo.ts';
import { ROOT } from '../../packages/docket/tests/support/repository.ts';
import { configureNginx, ensureNginx } from '../../scripts/nginx.ts';
import { publish } from '../../scripts/publish/branch.ts';
import { authenticated } from '../../scripts/publish/git.ts';
import { withWorkFolder } from '../../scripts/publish/work-folder.ts';

const MINUTES = 60_000;
/** The line of a built page that nginx is configured from. */
const POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-publish-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A bare repository, as a code host keeps it. */
async function bareRepository(): Promise<GitRepo> {
  const repo = await GitRepo.folder();
  await repo.git('init', '--quiet', '--bare', '--initial-branch=main');
  return repo;
}

/** A built site of two pages that say what they are. */
async function site(says: string, extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const files = {
    'index.html': `<h1>${says}</h1>`,
    '404.html': `${POLICY}<h1>Not in ${says}</h1>`,
    '_astro/page.css': `/* ${says} */`,
    'index.html.br': 'compressed',
    _headers: '/*',
    ...extra,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

function run(remote: GitRepo, ...args: string[]) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'scripts/publish-site.ts'), '--remote', remote.root, ...args],
      { cwd: tmpdir() },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

async function put(remote: GitRepo, at: string, folder: string): Promise<void> {
  expect(await run(remote, '--at', at, '--folder', folder)).toEqual({
    code: 0,
    output: `Published gh-pages:/${at.replace(/^\//, '')}\n`,
  });
}

async function filesOf(remote: GitRepo): Promise<string[]> {
  return (await remote.git('ls-tree', '-r', '--name-only', 'gh-pages')).split('\n');
}

const textOf = (remote: GitRepo, file: string) => remote.git('show', `gh-pages:${file}`);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Serves what the branch holds now under `/docket/`, as the host of the branch would. */
async function serve(remote: GitRepo): Promise<(page: string) => Promise<string>> {
  const nginx = await ensureNginx(() => {});
  const [folder, work, port] = [await temporaryFolder(), await temporaryFolder(), await freePort()];
  await writeFile(path.join(folder, '404.html'), `${POLICY}Nothing here`);
  await remote.git('--work-tree', folder, 'checkout', '--force', 'gh-pages', '--', '.');
  const file = await configureNginx({ folder, base: '/docket', port, work });
  const child = spawn(nginx, ['-p', work, '-c', file], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return async (page) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await fetch(`http://127.0.0.1:${port}/docket/${page}`);
        return `${answer.status} ${(await answer.text()).replace(/<[^>]*>/g, '')}`;
      } catch (error) {
        if (attempt === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
}

test('pull requests come, change and go beside the site', { timeout: 2 * MINUTES }, async () => {
  const remote = await bareRepository();
  await put(remote, 'previews/pr-42', await site('PR 42, first', { 'old/index.html': 'old' }));
  await put(remote, 'previews/pr-42', await site('PR 42, second'));
  await put(remote, 'previews/pr-43', await site('PR 43'));

  const before = await serve(remote);
  expect(await before('previews/pr-42/')).toBe('200 PR 42, second');
  expect(await before('previews/pr-42/old/')).toMatch(/^404/);
  expect(await before('previews/pr-43/')).toBe('200 PR 43');

  expect(await run(remote, '--at', 'previews/pr-42', '--remove')).toMatchObject({ code: 0 });
  await put(remote, '/', await site('The site, first', { 'gone.html': 'gone' }));
  await put(remote, '/', await site('The site, second', { 'previews/pr-9/index.html': 'no' }));

  const after = await serve(remote);
  expect(await after('')).toBe('200 The site, second');
  expect(await after('gone.html')).toBe('404 Not in The site, second');
  expect(await after('previews/pr-42/')).toBe('404 Not in The site, second');
  expect(await after('previews/pr-43/')).toBe('200 PR 43');
  expect(await after('_astro/page.css')).toBe('200 /* The site, second */');
  expect(await filesOf(remote)).toEqual([
    '.nojekyll',
    '404.html',
    '_astro/page.css',
    'index.html',
    'previews/pr-43/404.html',
    'previews/pr-43/_astro/page.css',
    'previews/pr-43/index.html',
  ]);
  // The branch is a place, not a history.
  expect(await remote.git('rev-list', '--count', 'gh-pages')).toBe('1');
});

test('publications at one time lose nothing', { timeout: 2 * MINUTES }, async () => {
  const remote = await bareRepository();
  const numbers = [1, 2, 3, 4];
  const places = ['/', ...numbers.map((number) => `previews/pr-${number}`)];
  await Promise.all(places.map(async (at) => put(remote, at, await site(`At ${at}`))));
  for (const at of places) {
    const folder = at === '/' ? '' : `${at}/`;
    expect(await textOf(remote, `${folder}index.html`)).toBe(`<h1>At ${at}</h1>`);
  }
  expect(await filesOf(remote)).toHaveLength(1 + 3 * places.length);

  await Promise.all(
    numbers.map((number) => run(remote, '--at', `previews/pr-${number}`, '--remove')),
  );
  expect(await filesOf(remote)).toEqual(['.nojekyll', '404.html', '_astro/page.css', 'index.html']);
});

test('what changes nothing is no publication', { timeout: MINUTES }, async () => {
  const remote = await bareRepository();
  const folder = await site('The same');
  await put(remote, '/', folder);
  const commit = await remote.git('rev-parse', 'gh-pages');
  expect(await run(remote, '--at', '/', '--folder', folder)).toEqual({
    code: 0,
    output: 'Nothing to change at gh-pages:/\n',
  });
  expect(await run(remote, '--at', 'previews/pr-1', '--remove')).toEqual({
    code: 0,
    output: 'Nothing to change at gh-pages:/previews/pr-1\n',
  });
  expect(await remote.git('rev-parse', 'gh-pages')).toBe(commit);
});

test('the name of a domain survives the deploy', { timeout: MINUTES }, async () => {
  const remote = await bareRepository();
  await put(remote, '/', await site('First', { CNAME: 'docs.example.org' }));
  await put(remote, '/', await site('Second'));
  expect(await textOf(remote, 'CNAME')).toBe('docs.example.org');
});

test('what is unfit is refused before anything is pushed', { timeout: MINUTES }, async () => {
  const remote = await bareRepository();
  const linked = await site('Linked');
  await symlink('/etc/passwd', path.join(linked, 'secret.html'));
  const empty = await temporaryFolder();
  const good = await site('Good');
  for (const [args, complaint] of [
    [['--at', 'previews/../..', '--folder', good], 'Invalid path `previews/../..`'],
    [['--at', 'previews/.git', '--folder', good], 'Invalid path `previews/.git`'],
    [['--at', 'previews/pr-1', '--folder', linked], '`secret.html` is not a regular file'],
    [['--at', 'previews/pr-1', '--folder', empty], 'it has no `index.html`'],
    [['--at', '/', '--remove'], '`--remove` cannot remove the site itself'],
    [['--folder', good], 'No place given with `--at`'],
  ] as const) {
    const { code, output } = await run(remote, ...args);
    expect(output).toContain(complaint);
    expect(code).toBe(2);
  }
  expect(await readdir(path.join(remote.root, 'refs/heads'))).toEqual([]);
});

test('a token goes to the host it is meant for', () => {
  expect(authenticated({ origin: 'https://github.com', token: 'abc' })).toEqual({
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.https://github.com/.extraHeader',
    GIT_CONFIG_VALUE_0: 'Authorization: Basic eC1hY2Nlc3MtdG9rZW46YWJj',
  });
});

/** The address of a host that hangs up at the n-th call. */
async function fickle(remote: GitRepo, call: number): Promise<string> {
  const folder = await temporaryFolder();
  const script = [
    '#!/bin/sh',
    `echo call >> ${folder}/calls`,
    `[ $(wc -l < ${folder}/calls) -ne ${call} ] && exec "$@"`,
    "echo 'fatal: the remote end hung up unexpectedly' >&2",
    'exit 128',
  ];
  await writeFile(path.join(folder, 'host'), script.join('\n'), { mode: 0o755 });
  vi.stubEnv('GIT_ALLOW_PROTOCOL', 'ext');
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    const calls = (await readFile(path.join(folder, 'calls'), 'utf8')).split('\n').length - 1;
    expect(calls).toBeGreaterThan(3);
  });
  return `ext::${folder}/host git %s ${remote.root}`;
}

test.each([
  ['while it asks', 1],
  ['while it fetches', 2],
  ['while it pushes', 3],
])('a connection that is closed %s is opened again', { timeout: MINUTES }, async (_, call) => {
  const remote = await bareRepository();
  await put(remote, '/', await site('First'));
  const address = await fickle(remote, call);
  const branch = { remote: address, name: 'gh-pages' };
  expect(await publish(branch, { kind: 'put', folder: await site('Second'), at: '' })).toBe(true);
  expect(await textOf(remote, 'index.html')).toBe('<h1>Second</h1>');
});

test('a push that was carried out and not answered counts as one', {
  timeout: MINUTES,
}, async () => {
  const remote = await bareRepository();
  await put(remote, '/', await site('First'));
  const flag = path.join(await temporaryFolder(), 'flag');
  const hook = `#!/bin/sh\n[ "$1" = committed ] && [ ! -e ${flag} ] && touch ${flag} && kill -9 $PPID\nexit 0\n`;
  await mkdir(path.join(remote.root, 'hooks'), { recursive: true });
  await writeFile(path.join(remote.root, 'hooks/reference-transaction'), hook, { mode: 0o755 });
  const branch = { remote: remote.root, name: 'gh-pages' };
  expect(await publish(branch, { kind: 'put', folder: await site('Second'), at: '' })).toBe(true);
  expect(await textOf(remote, 'index.html')).toBe('<h1>Second</h1>');
  await access(flag);
});

test('folders of runs that were killed are taken away, and only those', async () => {
  const old = await mkdtemp(path.join(tmpdir(), `docket-publish-work-${2 ** 22 - 1}-`));
  const other = await mkdtemp(path.join(tmpdir(), `docket-publish-work-${process.pid}-`));
  onTestFinished(() => rm(other, { recursive: true, force: true }));
  await withWorkFolder(async (folder) => {
    expect(path.basename(folder)).toMatch(new RegExp(`^docket-publish-work-${process.pid}-`));
  });
  const left = (await readdir(tmpdir())).map((name) => path.join(tmpdir(), name));
  expect(left).toContain(other);
  expect(left).not.toContain(old);
});
