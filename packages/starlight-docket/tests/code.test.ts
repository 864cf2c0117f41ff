import { expect, test } from 'vitest';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import { type CodeFolder, codeOf } from '../views/code.ts';
import { fileTraces, fileView } from '../views/trace/files.ts';
import { only } from './site-context.ts';
import { evidenceContext } from './support/evidence-context.ts';

const QUEUE = 'doc/adr/0001-use-a-queue.md';
const record = (title: string, status: string, governs = '') =>
  `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nWe need it.\n\n## Decision\n\nWe use it.\n\n## Consequences\n\nNone.\n${governs && `\n## Governs\n\n${governs}`}`;

async function site(files: Readonly<Record<string, string>>, governs: string) {
  const repo = await GitRepo.create();
  const head = await repo.commit('Start', {
    [QUEUE]: record('1. Use a queue', 'Accepted\n\nSupersedes [2](0002-use-a-store.md)', governs),
    'doc/adr/0002-use-a-store.md': record(
      '2. Use a store',
      'Superseded by [1](0001-use-a-queue.md)',
    ),
    ...files,
  });
  const context = await evidenceContext(repo.root, 'https://example.org/shop');
  const adr = context.corpus.byPath(QUEUE);
  if (adr?.kind !== 'adr') throw new Error('No decision');
  return { repo, head, context, adr };
}

/** A tree as lines, for reading. */
function drawn({ folders, files, more }: CodeFolder, depth = ''): string[] {
  return [
    ...folders.flatMap((folder) => [
      `${depth}${folder.name} ${folder.count}`,
      ...drawn(folder, `${depth}  `),
    ]),
    ...files.map(({ name }) => depth + name),
    ...(more > 0 ? [`${depth}and ${more} more`] : []),
  ];
}

test('the page of a decision has the files that it governs as a tree, each at its commit', async () => {
  const { repo, head, context, adr } = await site(
    {
      'src/a/deep/one.ts': '1\n',
      'src/a/deep/two.ts': '2\n',
      'src/b.ts': '// ADR-0001: in order\n// ADR-0002 once\n',
      'src/old/c.ts': '3\n',
      'top.ts': '4\n',
      'not/here.ts': '5\n',
    },
    '- src/\n- `src/old` (require: acknowledgement)\n- !src/old\n- top.ts\n- gone.ts\n- ../x\n',
  );
  const code = codeOf(context, adr);
  expect(code?.patterns).toEqual([
    expect.objectContaining({ glob: 'src/', count: 3, asksForAcknowledgement: false }),
    expect.objectContaining({ glob: 'src/old', count: 0, asksForAcknowledgement: true }),
    expect.objectContaining({ glob: 'src/old', isException: true, count: undefined }),
    expect.objectContaining({ glob: 'top.ts', count: 1 }),
    expect.objectContaining({ glob: 'gone.ts', count: 0 }),
    expect.objectContaining({ glob: '../x', problem: 'it leads out of the repository' }),
  ]);
  expect(code?.governed && drawn(code.governed)).toEqual([
    'src/ 3',
    '  a/deep/ 2',
    '    one.ts',
    '    two.ts',
    '  b.ts',
    'top.ts',
  ]);
  expect(code?.governed?.files).toEqual([
    { name: 'top.ts', url: `https://example.org/shop/blob/${head}/top.ts` },
  ]);
  expect(code?.markers).toEqual([
    {
      place: 'src/b.ts:1',
      url: `https://example.org/shop/blob/${head}/src/b.ts#L1`,
      words: '// ADR-0001: in order',
    },
  ]);
  // What is not committed has no address.
  await repo.write({ 'src/new.ts': '6\n' });
  const later = await evidenceContext(repo.root, 'https://example.org/shop');
  const now = later.corpus.byPath(QUEUE);
  if (now?.kind !== 'adr') throw new Error('No decision');
  expect(codeOf(later, now)?.governed?.folders[0]?.files.at(-1)).toEqual({
    name: 'new.ts',
    url: undefined,
  });
});

test('a path leads to the decisions that govern it and those that it names', async () => {
  const { context } = await site({ 'src/b.ts': '// @adr 0002\n', 'src/c.ts': 'c\n' }, '- src\n');
  const traces = fileTraces(context).filter(({ path }) => path.startsWith('src/'));
  expect(
    traces
      .map((trace) => fileView(context, trace))
      .map(({ path, governedBy, names, touches, citedBy }) => ({
        path,
        governedBy: governedBy.map(({ label }) => label),
        names: names.map(({ label, lapsed }) => [label, lapsed]),
        others: touches.length + citedBy.length,
      })),
  ).toEqual([
    { path: 'src/b.ts', governedBy: ['ADR-0001'], names: [['ADR-0002', true]], others: 0 },
    { path: 'src/c.ts', governedBy: ['ADR-0001'], names: [], others: 0 },
  ]);
});

test('of many files and comments a page lists some, and counts all', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 301 }, (_, index) => [`src/f${index}.ts`, '// ADR-0001\n']),
  );
  const { context, adr } = await site(many, '- src\n');
  const code = codeOf(context, adr);
  const folder = only(code?.governed?.folders ?? []);
  expect(folder).toMatchObject({ count: 301, more: 101 });
  expect(folder.files).toHaveLength(200);
  expect(code).toMatchObject({ moreMarkers: 281 });
});

test('a decision that says nothing of code has no such part; without Git, or in another repository, its files are unknown', async () => {
  const { context } = await site({}, '- src\n');
  const other = context.corpus.adrs.find(({ governs }) => governs.length === 0);
  if (!other) throw new Error('No decision');
  expect(codeOf(context, other)).toBeUndefined();
  // A decision of another repository is none of those whose files were asked for.
  const { adr: foreign } = await site({}, '- src\n');
  expect(codeOf(context, foreign)).toMatchObject({ governed: undefined });
  const folder = await GitRepo.folder();
  await folder.write({
    [QUEUE]: record('1. Use a queue', 'Accepted', '- src\n'),
    'src/a.ts': 'a\n',
  });
  const bare = await evidenceContext(folder.root);
  const adr = only(bare.corpus.adrs);
  expect(codeOf(bare, adr)).toMatchObject({
    governed: undefined,
    patterns: [{ count: undefined }],
  });
});
