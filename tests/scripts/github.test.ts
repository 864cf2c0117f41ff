import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { githubOf } from '../../scripts/github/api.ts';
import { brokenLinks, settleLinks } from '../../scripts/github/links.ts';
import { settlePreview } from '../../scripts/github/preview.ts';
import { createRelease } from '../../scripts/github/release.ts';
import { GitRepo } from '../support/git-repo.ts';

type Body = Record<string, unknown>;

/** A host that answers as GitHub's API does for one repository, and keeps what it is told. */
async function fakeGitHub(state: {
  readonly pull?: { number: number; state: string; head: { sha: string } };
  readonly issues?: Body[];
  /** Requests, such as `POST issues`, whose first answer does not arrive, although they are carried out. */
  readonly hangsUp?: string[];
}) {
  const comments: Body[] = [];
  const releases: Body[] = [];
  const uploads: { name: string; draft: unknown; text: string }[] = [];
  const issues: Body[] = state.issues ?? [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const file = /^\/uploads\?name=(.*)$/.exec(request.url ?? '')?.[1];
      if (file) uploads.push({ name: file, draft: releases[0]?.['draft'], text });
      const body = text === '' || file ? {} : JSON.parse(text);
      const answer = file ? {} : reply(request.method ?? '', request.url ?? '', body);
      const name = `${request.method} ${(request.url ?? '').replace('/repos/acme/shop/', '').replace(/\?.*/, '')}`;
      const lost = (state.hangsUp ?? []).indexOf(name);
      if (lost >= 0) {
        state.hangsUp?.splice(lost, 1);
        request.socket.destroy();
        return;
      }
      const allowed = request.headers.authorization === 'Bearer secret';
      response.writeHead(!allowed ? 401 : answer === undefined ? 404 : 200);
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  function reply(method: string, url: string, body: Body): unknown {
    const call = `${method} ${url.replace('/repos/acme/shop/', '').replace(/\?.*/, '')}`;
    const [, kind, id] = /^\w+ (issues(?:\/comments)?)\/(\d+)$/.exec(call) ?? [];
    const entries = kind === 'issues' ? issues : comments;
    const entry = entries.find((one) => one['id'] === Number(id) || one['number'] === Number(id));
    if (method === 'PATCH' && entry) return Object.assign(entry, body);
    if (call === `GET pulls/${state.pull?.number}`) return state.pull;
    if (/^GET issues\/\d+\/comments$/.test(call)) return comments;
    if (call === 'GET releases') return releases;
    if (call === 'GET releases/1/assets') {
      return uploads.map(({ name, text }, id) => ({
        id,
        name,
        state: 'uploaded',
        size: text.length,
      }));
    }
    if (call === 'GET issues') return issues.filter((issue) => issue['state'] === 'open');
    if (call === 'POST releases') {
      const upload_url = `http://127.0.0.1:${port()}/uploads{?name,label}`;
      releases.push({ id: 1, upload_url, html_url: 'https://github.example/v1', ...body });
      return releases[0];
    }
    if (call === 'PATCH releases/1') return Object.assign(releases[0] ?? {}, body);
    const created = { id: comments.length + 1, user: { type: 'Bot' }, ...body };
    if (/^POST issues\/\d+\/comments$/.test(call)) return comments.push(created) && created;
    const opened = { number: issues.length + 1, state: 'open', ...body };
    if (call === 'POST issues') return issues.push(opened) && opened;
    return undefined;
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  function port(): number {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }
  const github = githubOf({
    GITHUB_API_URL: `http://127.0.0.1:${port()}`,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_TOKEN: 'secret',
  });
  return { github, comments, issues, releases, uploads };
}

async function preview(number: string, commit: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-github-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'site'));
  await writeFile(path.join(folder, 'site/index.html'), `<h1>${commit}</h1>`);
  await writeFile(path.join(folder, 'number'), `${number}\n`);
  await writeFile(path.join(folder, 'summary.md'), '### Changes to the records\n');
  return {
    folder: path.join(folder, 'site'),
    numberFile: path.join(folder, 'number'),
    summaryFile: path.join(folder, 'summary.md'),
    commit,
    address: 'https://acme.github.io/shop',
  };
}

async function branch() {
  const repo = await GitRepo.folder();
  await repo.git('init', '--quiet', '--bare');
  return { repo, branch: { remote: repo.root, name: 'gh-pages' } };
}

test('one comment follows a pull request from its first preview to its end', async () => {
  const pull = { number: 42, state: 'open', head: { sha: 'aaa' } };
  const { github, comments } = await fakeGitHub({ pull });
  const { repo, branch: pages } = await branch();

  expect(await settlePreview(github, pages, await preview('42', 'aaa'))).toBe(
    'Published https://acme.github.io/shop/previews/pr-42/',
  );
  expect(comments).toHaveLength(1);
  expect(comments[0]?.['body']).toBe(
    '<!-- docket-preview -->\n**[Preview](https://acme.github.io/shop/previews/pr-42/)** of aaa · [Changes in this preview](https://acme.github.io/shop/previews/pr-42/changes/)\n\n### Changes to the records\n',
  );

  pull.head.sha = 'bbb';
  await settlePreview(github, pages, await preview('42', 'bbb'));
  expect(comments).toHaveLength(1);
  expect(await repo.git('show', 'gh-pages:previews/pr-42/index.html')).toBe('<h1>bbb</h1>');

  pull.state = 'closed';
  expect(await settlePreview(github, pages, await preview('42', 'bbb'))).toBe(
    'Removed previews/pr-42',
  );
  expect(comments.map(({ body }) => body)).toEqual([
    '<!-- docket-preview -->\nThe preview was removed, since the pull request is closed.',
  ]);
  expect(await repo.git('ls-tree', '-r', '--name-only', 'gh-pages')).toBe('.nojekyll');
});

test('a build cannot claim the preview of another pull request, nor an older commit of its own', async () => {
  const { github, comments } = await fakeGitHub({
    pull: { number: 7, state: 'open', head: { sha: 'of-someone-else' } },
  });
  const { repo, branch: pages } = await branch();
  expect(await settlePreview(github, pages, await preview('7', 'mine'))).toMatch(/^Nothing to do/);
  for (const number of ['../issues', '7\n8', '']) {
    await expect(settlePreview(github, pages, await preview(number, 'mine'))).rejects.toThrow(
      'Unexpected number of the pull request',
    );
  }
  expect(comments).toEqual([]);
  expect(await repo.git('for-each-ref')).toBe('');
});

const report = (...urls: string[]) =>
  JSON.stringify({
    error_map: { 'docs/a.md': urls.map((url) => ({ url, status: { text: '404 Not Found' } })) },
  });

test('an issue is opened for new breakage only, and closed when all is mended', async () => {
  const { github, issues } = await fakeGitHub({});
  const first = brokenLinks(report('https://a.example/', 'https://b.example/'));
  expect(await settleLinks(github, first)).toBe('Opened an issue about 2');
  expect(issues[0]).toMatchObject({ title: 'Broken links', labels: ['broken-links'] });
  expect(issues[0]?.['body']).toContain('- <https://a.example/> in `docs/a.md`: 404 Not Found\n');

  expect(await settleLinks(github, first.slice(1))).toBe('Nothing new: issue 1 names all');
  const more = brokenLinks(report('https://b.example/', 'https://c.example/'));
  expect(await settleLinks(github, more)).toBe('Renewed issue 1: 1 more');
  expect(await settleLinks(github, [])).toBe('Closed issue 1: every link leads somewhere again');
  expect(issues).toMatchObject([{ state: 'closed' }]);
  expect(await settleLinks(github, [])).toBe('No broken link');
});

test('a refusal of the host is told with its reason', async () => {
  const { github } = await fakeGitHub({});
  await expect(settleLinks({ ...github, token: 'wrong' }, [])).rejects.toThrow(
    'Unexpected answer 401 to GET issues',
  );
  expect(() => githubOf({})).toThrow('Unexpected missing GITHUB_API_URL');
});

test('a release is a draft until its files are there', async () => {
  const { github, releases, uploads } = await fakeGitHub({});
  const { numberFile, summaryFile } = await preview('1', 'aaa');
  const files = [numberFile, summaryFile];
  expect(await createRelease(github, { tag: 'v1.0.0', notes: '- New', files })).toBe(
    'https://github.example/v1',
  );
  expect(uploads).toEqual([
    { name: 'number', draft: true, text: '1\n' },
    { name: 'summary.md', draft: true, text: '### Changes to the records\n' },
  ]);
  expect(releases).toMatchObject([{ tag_name: 'v1.0.0', body: '- New', draft: false }]);
});

test('what a closed connection leaves in doubt is looked up, and done once', {
  timeout: 60_000,
}, async () => {
  const pull = { number: 42, state: 'open', head: { sha: 'aaa' } };
  const hangsUp = [
    ...['GET pulls/42', 'GET issues/42/comments', 'POST issues/42/comments'],
    ...['POST issues', 'GET issues', 'PATCH issues/1'],
    ...['POST releases', 'POST /uploads', 'PATCH releases/1'],
  ];
  const { github, comments, issues, releases, uploads } = await fakeGitHub({ pull, hangsUp });
  const { branch: pages } = await branch();
  await settlePreview(github, pages, await preview('42', 'aaa'));
  expect(comments).toHaveLength(1);

  const links = brokenLinks(report('https://a.example/', 'https://b.example/'));
  await settleLinks(github, links.slice(1));
  expect(issues).toHaveLength(1);
  await settleLinks(github, links);
  expect(issues[0]?.['body']).toContain('https://a.example/');

  const { summaryFile } = await preview('1', 'aaa');
  await createRelease(github, { tag: 'v1.0.0', notes: '- New', files: [summaryFile] });
  expect(releases).toHaveLength(1);
  expect(releases[0]).toMatchObject({ draft: false });
  expect(uploads.map(({ name }) => name)).toEqual(['summary.md']);
  expect(hangsUp).toEqual([]);
});

test('a host that never answers is told after some attempts', { timeout: 60_000 }, async () => {
  const github = { api: 'http://127.0.0.1:9', repository: 'acme/shop', token: 'secret' };
  await expect(settleLinks(github, [])).rejects.toThrow(
    /^No answer to GET \/repos\/acme\/shop\/issues: /,
  );
});
