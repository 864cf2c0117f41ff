import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { plainText } from '../../packages/docket/src/records/markdown.ts';
import { GitRepo } from '../../packages/docket/tests/support/git-repo.ts';
import { githubOf } from '../../scripts/github/api.ts';
import { siteOfArtifact } from '../../scripts/github/artifact.ts';
import { brokenLinks, settleLinks } from '../../scripts/github/links.ts';
import { publishPreview, removePreview } from '../../scripts/github/preview.ts';
import { createRelease } from '../../scripts/github/release.ts';
import { fakeGitHub } from './fake-github.ts';

// Pauses between attempts are a fiftieth of what they are.
vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof import('node:timers/promises')>();
  return { ...timers, setTimeout: (milliseconds: number) => timers.setTimeout(milliseconds / 50) };
});

const NO_CHANGES = {
  ...{ version: 1, base: 'aaaaaaaaaa', head: 'bbbbbbbbbb', records: [], relations: [] },
  ...{ verdicts: [], silencings: [], governed: [], violations: { added: [], fixed: [] } },
};

/** What a build without rights leaves; `changes` as it writes them, or any other text. */
async function preview(number: string, commit: string, changes: unknown = NO_CHANGES) {
  const artifact = await mkdtemp(path.join(tmpdir(), 'docket-github-'));
  onTestFinished(() => rm(artifact, { recursive: true, force: true }));
  await mkdir(path.join(artifact, 'site'));
  await writeFile(path.join(artifact, 'site/index.html'), `<h1>${commit}</h1>`);
  await writeFile(path.join(artifact, 'number'), `${number}\n`);
  const text = typeof changes === 'string' ? changes : JSON.stringify(changes);
  await writeFile(path.join(artifact, 'changes.json'), text);
  return { artifact, commit, address: 'https://acme.github.io/shop' };
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

  expect(await publishPreview(github, pages, await preview('42', 'aaa'))).toBe(
    'Published https://acme.github.io/shop/previews/pr-42/',
  );
  expect(comments).toHaveLength(1);
  expect(comments[0]?.['body']).toBe(
    '<!-- docket-preview -->\n**[Preview](https://acme.github.io/shop/previews/pr-42/)** of aaa · [Changes in this preview](https://acme.github.io/shop/previews/pr-42/changes/)\n\nAs the build of this pull request reports it:\n\n### Changes to the records\n\nNo change to the records, from `aaaaaaaaaa` to `bbbbbbbbbb`.\n',
  );

  pull.head.sha = 'bbb';
  await publishPreview(github, pages, await preview('42', 'bbb'));
  expect(comments).toHaveLength(1);
  expect(await repo.git('show', 'gh-pages:previews/pr-42/index.html')).toBe('<h1>bbb</h1>');

  expect(await removePreview(github, pages, '42')).toBe('Nothing to do: pull request 42 is open');
  pull.state = 'closed';
  expect(await publishPreview(github, pages, await preview('42', 'bbb'))).toBe(
    'Nothing to do: pull request 42 is closed',
  );
  expect(await removePreview(github, pages, '42')).toBe('Removed previews/pr-42');
  expect(comments.map(({ body }) => body)).toEqual([
    '<!-- docket-preview -->\nThe preview was removed because the pull request is closed.',
  ]);
  expect(await repo.git('ls-tree', '-r', '--name-only', 'gh-pages')).toBe('.nojekyll');
});

test('a build cannot claim the preview of another pull request, nor an older commit of its own', async () => {
  const { github, comments } = await fakeGitHub({
    pull: { number: 7, state: 'open', head: { sha: 'of-someone-else' } },
  });
  const { repo, branch: pages } = await branch();
  expect(await publishPreview(github, pages, await preview('7', 'mine'))).toMatch(/^Nothing to do/);
  for (const number of ['../issues', '7\n8', '']) {
    await expect(publishPreview(github, pages, await preview(number, 'mine'))).rejects.toThrow(
      'The number of the pull request is',
    );
  }
  expect(comments).toEqual([]);
  expect(await repo.git('for-each-ref')).toBe('');
});

/** Texts that would do something in a comment, if they were taken as they stand. */
const HOSTILE = [
  '@acme/security please merge',
  'fixes #1, GH-2, acme/other#3',
  '![pixel](https://evil.example/p.png)',
  '[Preview](https://evil.example/)',
  'https://evil.example/ www.evil.example mailto:a@evil.example a@evil.example',
  '<img src=https://evil.example/p.png onerror=alert(1)><a href="//evil.example">x</a>',
  '</pre></details><h1>All checks passed</h1>',
  '<!-- docket-preview -->',
  '# All checks passed',
  '- [x] reviewed',
  '1. approved',
  '> Docket: verified',
  '```\n\n## Verified\n',
  'a\n\n### Evidence\n\n- verified',
  '| a | b |',
  '[1]: https://evil.example/',
  '\u001b[2Jgone \u0007\u0000',
  '\u202edeifirev\u202c \u2066x\u2069 \u200fy',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  '$\\href{https://evil.example}{x}$',
];

/** Every control but the line end, and every mark that turns the direction of text. */
const CONTROL = /[^\P{Cc}\n]|\p{Bidi_Control}/u;

function hostileChanges(text: string) {
  const side = { id: text, title: text, path: text, status: text };
  const record = {
    recordKind: 'adr',
    before: { ...side, status: null },
    after: side,
    fields: [{ key: text, before: null, after: text }],
    sections: [
      { kind: 'changed', titles: [text, text], slug: null, pieces: [{ kind: 'added', text }] },
    ],
    agentDecisions: [{ decision: text, rationale: text, acceptable: null, needsReview: true }],
    results: [{ number: 1, step: text, before: null, after: text }],
  };
  const point = { line: 1, column: 1, offset: 0 };
  const finding = {
    ...{ rule: 'status-known', severity: 'error', file: text, message: text, help: text },
    ...{ span: { start: point, end: point }, related: [], fix: null },
  };
  return {
    ...{ version: 1, base: 'aaaaaaaaaa', head: 'bbbbbbbbbb' },
    records: [record, { ...record, before: null }],
    relations: [{ kind: 'added', type: 'supersedes', from: text, to: text }],
    verdicts: [
      { record: text, path: text, claim: text, before: null, after: 'verified', reason: text },
    ],
    silencings: [{ record: text, path: text, line: 1, rules: [text], reason: text }],
    governed: [
      {
        ...{ id: text, title: text, path: text, status: 'Superseded', outcome: text },
        ...{ supersededBy: [text], files: [text], asking: [text], answeredBy: [text] },
        acknowledgedBy: [text],
      },
    ],
    violations: { added: [finding], fixed: [finding] },
  };
}

test.each(HOSTILE)('a comment shows as written: %j', async (text) => {
  const { github, comments } = await fakeGitHub({
    pull: { number: 5, state: 'open', head: { sha: 'aaa' } },
  });
  const { branch: pages } = await branch();
  await publishPreview(github, pages, await preview('5', 'aaa', hostileChanges(text)));
  const body = String(comments[0]?.['body']);
  const [, ...own] = body.split('\n\n');
  const summary = own.join('\n\n');
  expect(body.split('<!--')).toHaveLength(2);
  expect(summary).not.toMatch(CONTROL);

  const blocks = unified().use(remarkParse).use(remarkGfm).parse(summary);
  const seen = new Set<string>();
  const headings: string[] = [];
  const nested: string[] = [];
  visit(blocks, (node) => {
    seen.add(node.type);
    if (node.type === 'heading') headings.push(plainText(node));
    if (node.type === 'html')
      expect(node.value.replace(/<\/?(?:details|summary|pre|ins|del)>/g, '')).not.toMatch(/<|@\w/);
    if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d|\bGH-\d/);
    if (node.type === 'listItem') {
      const [first, ...below] = node.children.map(({ type }) => type);
      expect(first).toBe('paragraph');
      nested.push(...below);
    }
  });
  // Below the one decision stand its files, and nothing else is below anything.
  expect(nested).toEqual(['list']);
  for (const type of ['link', 'image', 'linkReference', 'definition', 'code', 'blockquote'])
    expect(seen).not.toContain(type);
  expect(headings).toEqual([
    'Changes to the records',
    'This change touches files governed by 1 decision',
    'Relations',
    'Agent decisions to review',
    'Validation results',
    'Evidence',
    'Rules silenced by a comment',
    'Rule violations added',
    'Rule violations fixed',
    'What the text says now',
  ]);
});

test.each([
  ['no JSON', '{', '`changes.json` is not JSON'],
  [
    'another shape',
    { verdict: 'verified' },
    '`changes.json` is not what `docket diff --format json` writes',
  ],
  [
    'a verdict of its own',
    withList('verdicts', [
      { record: 'a', path: 'a', claim: 'a', before: null, after: 'approved', reason: '' },
    ]),
    'verdicts.0.after',
  ],
  ['a revision that is none', { ...NO_CHANGES, base: 'main`\n\n# Verified' }, 'base: '],
  [
    'a list without end',
    withList(
      'relations',
      Array.from({ length: 20_001 }, () => 0),
    ),
    'relations: ',
  ],
  ['a file without end', ' '.repeat(33 * 1024 ** 2), 'bytes, more than the'],
])('%s is refused before anything is published', async (_name, changes, message) => {
  const pull = { number: 5, state: 'open', head: { sha: 'aaa' } };
  const { github, comments } = await fakeGitHub({ pull });
  const { repo, branch: pages } = await branch();
  const built = await preview('5', 'aaa', changes);
  await expect(publishPreview(github, pages, built)).rejects.toThrow(message);
  expect(comments).toEqual([]);
  expect(await repo.git('for-each-ref')).toBe('');
});

function withList(key: string, value: unknown) {
  return { ...NO_CHANGES, [key]: value };
}

test('nothing of the artifact is read through a link', async () => {
  const pull = { number: 5, state: 'open', head: { sha: 'aaa' } };
  const { github, comments } = await fakeGitHub({ pull });
  const { repo, branch: pages } = await branch();
  const secret = await preview('5', 'aaa');
  for (const name of ['number', 'changes.json', 'site', 'site/page.html', 'site/index.html']) {
    const built = await preview('5', 'aaa');
    const file = path.join(built.artifact, name);
    await rm(file, { recursive: true, force: true });
    await symlink(path.join(secret.artifact, name === 'site/page.html' ? 'number' : name), file);
    await expect(publishPreview(github, pages, built), name).rejects.toThrow(
      /a regular file|a link in its place/,
    );
  }
  const pipe = await preview('5', 'aaa');
  await rm(path.join(pipe.artifact, 'number'));
  execFileSync('mkfifo', [path.join(pipe.artifact, 'number')]);
  await expect(publishPreview(github, pages, pipe)).rejects.toThrow(
    '`number` is not a regular file',
  );
  expect(comments).toEqual([]);
  expect(await repo.git('for-each-ref')).toBe('');
});

test('a site keeps to what a branch can take', async () => {
  const { artifact } = await preview('5', 'aaa');
  await writeFile(path.join(artifact, 'site/a.txt'), 'x'.repeat(50));
  const limits = { files: 2, bytes: 100, bytesOfFile: 60 };
  expect(siteOfArtifact(artifact, limits)).toBe(path.join(artifact, 'site'));
  expect(() => siteOfArtifact(artifact, { ...limits, files: 1 })).toThrow(
    'larger than the 1 files',
  );
  expect(() => siteOfArtifact(artifact, { ...limits, bytes: 55 })).toThrow('and 55 bytes allowed');
  expect(() => siteOfArtifact(artifact, { ...limits, bytesOfFile: 40 })).toThrow('site/a.txt');
});

test('attributes of a site run no program and change no file', async () => {
  const { github } = await fakeGitHub({ pull: { number: 5, state: 'open', head: { sha: 'aaa' } } });
  const { repo, branch: pages } = await branch();
  const built = await preview('5', 'aaa');
  await writeFile(
    path.join(built.artifact, 'site/.gitattributes'),
    '* text eol=lf ident filter=lfs\n',
  );
  await writeFile(path.join(built.artifact, 'site/a.txt'), 'a\r\n$Id: kept$\r\n');
  await publishPreview(github, pages, built);
  const kept = await repo.git('show', 'gh-pages:previews/pr-5/a.txt');
  expect(kept.trimEnd()).toBe('a\r\n$Id: kept$');
});

test('a pull request that closes while its preview is published keeps none', async () => {
  const pull = { number: 5, state: 'open', head: { sha: 'aaa' } };
  const { github, comments } = await fakeGitHub({
    get pull() {
      return pull;
    },
  });
  const { repo, branch: pages } = await branch();
  const built = await preview('5', 'aaa');
  let asked = 0;
  Object.defineProperty(pull, 'state', {
    enumerable: true,
    get: () => (++asked > 1 ? 'closed' : 'open'),
  });
  expect(await publishPreview(github, pages, built)).toBe('Removed previews/pr-5');
  expect(comments).toEqual([]);
  expect(await repo.git('ls-tree', '-r', '--name-only', 'gh-pages')).toBe('.nojekyll');
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
  expect(await settleLinks(github, [])).toBe('Closed issue 1: every link works again');
  expect(issues).toMatchObject([{ state: 'closed' }]);
  expect(await settleLinks(github, [])).toBe('No broken link');
});

test('a refusal of the host is told with its reason', async () => {
  const { github } = await fakeGitHub({});
  await expect(settleLinks({ ...github, token: 'wrong' }, [])).rejects.toThrow(
    'GitHub answered 401 to GET issues',
  );
  expect(() => githubOf({})).toThrow('GITHUB_API_URL is not set');
});

test('a release is a draft until its files are there', async () => {
  const { github, releases, uploads } = await fakeGitHub({});
  const { artifact } = await preview('1', 'aaa');
  const files = ['number', 'changes.json'].map((name) => path.join(artifact, name));
  expect(await createRelease(github, { tag: 'v1.0.0', notes: '- New', files })).toBe(
    'https://github.example/v1',
  );
  expect(uploads).toEqual([
    { name: 'number', draft: true, text: '1\n' },
    { name: 'changes.json', draft: true, text: JSON.stringify(NO_CHANGES) },
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
  await publishPreview(github, pages, await preview('42', 'aaa'));
  expect(comments).toHaveLength(1);

  const links = brokenLinks(report('https://a.example/', 'https://b.example/'));
  await settleLinks(github, links.slice(1));
  expect(issues).toHaveLength(1);
  await settleLinks(github, links);
  expect(issues[0]?.['body']).toContain('https://a.example/');

  const { artifact } = await preview('1', 'aaa');
  const files = [path.join(artifact, 'changes.json')];
  await createRelease(github, { tag: 'v1.0.0', notes: '- New', files });
  expect(releases).toHaveLength(1);
  expect(releases[0]).toMatchObject({ draft: false });
  expect(uploads.map(({ name }) => name)).toEqual(['changes.json']);
  expect(hangsUp).toEqual([]);
});

test('a host that never answers is told after some attempts', { timeout: 60_000 }, async () => {
  const github = { api: 'http://127.0.0.1:9', repository: 'acme/shop', token: 'secret' };
  await expect(settleLinks(github, [])).rejects.toThrow(
    /^No answer to GET \/repos\/acme\/shop\/issues: /,
  );
});
