import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Patch } from '../../src/engine/define.ts';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from '../../src/rules/support/example-base.ts';
import { type Files, GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

const RENAMED_ADR = 'docs/adr/adr-001-keep-sessions-in-the-server.md';
const THIRD_ADR = 'docs/adr/adr-003-two-redis-instances.md';

const CHANGES: readonly Patch[] = [
  { rename: OLD_ADR, to: RENAMED_ADR },
  {
    change: NEW_ADR,
    from: 'adr-001-keep-sessions-in-memory.md',
    to: 'adr-001-keep-sessions-in-the-server.md',
  },
  { change: NEW_ADR, from: 'status: Accepted', to: 'status: Superseded\nsuperseded-by: [ADR-003]' },
  { change: NEW_ADR, from: 'every session for 24 hours', to: 'every session for 12 hours' },
  { change: NEW_ADR, from: '### Negative\n\n- 50 MB of memory more.\n\n', to: '' },
  {
    change: NEW_ADR,
    from: '| Readable in the Redis console | Yes |',
    to: '| Readable in the Redis console | Yes |\n| Port 6380 | @acme runs <b>another</b> on 6379, see #12 | Review |',
  },
  { change: PROVENANCE, from: '| pass | Read both |', to: '| fail | Option A has no pros |' },
  { change: PROVENANCE, from: '| Created |', to: '| Deleted |' },
];

function addedAdr(): Patch {
  const text = patchedFiles([]).get(NEW_ADR) ?? '';
  return {
    add: THIRD_ADR,
    text: text
      .replaceAll('ADR-002', 'ADR-003')
      .replaceAll('ADR-001', 'ADR-002')
      .replace('adr-001-keep-sessions-in-memory.md', 'adr-002-keep-sessions-in-redis.md')
      .replace('Keep Sessions in Redis', 'Two Redis Instances'),
  };
}

const filesOf = (patches: readonly Patch[]): Files => Object.fromEntries(patchedFiles(patches));

/** A branch with changes; main has gone on by a commit that the branch does not have. */
async function repository(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  const {
    [SPEC]: spec = '',
    [PROVENANCE]: provenance = '',
    [NEW_ADR]: decision = '',
    ...rest
  } = filesOf([]);
  await repo.commit('Start', rest);
  await repo.commit('Carry out Spec 0001', {
    [SPEC]: spec,
    [PROVENANCE]: provenance,
    [NEW_ADR]: decision,
  });
  await repo.git('checkout', '--quiet', '-b', 'topic');
  const changed = filesOf([...CHANGES, addedAdr()]);
  await repo.commit('Change decisions', { ...changed, [OLD_ADR]: null });
  await repo.git('checkout', '--quiet', 'main');
  await repo.commit('Go on', { 'docs/adr/adr-009-elsewhere.md': '# Only on main\n' });
  await repo.git('checkout', '--quiet', 'topic');
  return repo;
}

const withoutIds = (text: string) => text.replace(/\b[0-9a-f]{10}\b/g, 'COMMIT');

test('a terminal shows what changed in the decisions', async () => {
  const repo = await repository();
  const { code, stdout, stderr } = await mainDocket(['diff', 'main', '--root', repo.root]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(withoutIds(stdout)).toMatchInlineSnapshot(`
    "ADR-001: Keep Sessions in Memory  docs/adr/adr-001-keep-sessions-in-the-server.md
      renamed from docs/adr/adr-001-keep-sessions-in-memory.md

    ADR-002: Keep Sessions in Redis  docs/adr/adr-002-keep-sessions-in-redis.md
      Accepted → Superseded; 4 sections

      Context
        [ADR-001]([-adr-001-keep-sessions-in-memory.md-]{+adr-001-keep-sessions-in-the-server.md+}) fits one server; there are two now.

      Decision
        Option B: one Redis instance holds every session for [-24-]{+12+} hours.

      Consequences › Negative
        [-- 50 MB of memory more.-]

      Agent Decisions
        … | Key prefix \`session:\` | Readable in the Redis console | Yes |
        {+| Port 6380 | @acme runs <b>another</b> on 6379, see #12 | Review |+}

    ADR-003: Two Redis Instances  docs/adr/adr-003-two-redis-instances.md
      added, Accepted

    Provenance: Spec 0001 — Write ADR-002  .sdd/provenance/spec-0001-session-store.provenance.md
      2 sections

      Artifacts Produced
        … | --- | --- |
        | \`docs/adr/adr-002-keep-sessions-in-redis.md\` | [-Created-]{+Deleted+} |

      Validation Results
        … | 2 | Both options have pros and cons | [-pass-]{+fail+} | [-Read both -]{+Option A has no pros +}|

    Relations
      + ADR-002 superseded by ADR-003
      + ADR-003 supersedes ADR-002

    Agent decisions to review
      ADR-002: Port 6380 (@acme runs another on 6379, see #12)

    Validation results
      PROVENANCE-0001, step 2: pass → fail

    Evidence
      PROVENANCE-0001, \`docs/adr/adr-002-keep-sessions-in-redis.md\` Deleted: verified → contradicted, because the file still exists after the landing

    Rules
      + warning[frontmatter-key-order] docs/adr/adr-002-keep-sessions-in-redis.md:5: Unexpected key \`superseded-by\` after \`status\`, expected it after \`supersedes\`
      + error[section-missing] docs/adr/adr-002-keep-sessions-in-redis.md:63: Unexpected missing section \`Negative\`, expected it before \`Risks\`

    1 record added, 1 record renamed, 2 records changed, 1 status changed, 2 relations added, 1 verdict changed, 2 rule violations added between COMMIT and the working tree
    "
  `);
});

test('a pull request gets a summary that cannot mention anyone', async () => {
  const repo = await repository();
  const { stdout } = await mainDocket([
    'diff',
    'main',
    '--root',
    repo.root,
    '--format',
    'markdown',
  ]);
  expect(withoutIds(stdout)).toMatchInlineSnapshot(`
    "### Changes to the records

    1 record added, 1 record renamed, 2 records changed, 1 status changed, 2 relations added, 1 verdict changed, 2 rule violations added, from \`COMMIT\` to \`the working tree\`.

    | Record | Change |
    | --- | --- |
    | ADR-003: Two Redis Instances | added, Accepted |
    | ADR-001: Keep Sessions in Memory | renamed from docs/adr/adr-001-keep-sessions-in-memory.md |
    | ADR-002: Keep Sessions in Redis | Accepted → Superseded; 4 sections |
    | Provenance: Spec 0001 — Write ADR-002 | 2 sections |

    #### Relations

    - added: ADR-002 superseded by ADR-003
    - added: ADR-003 supersedes ADR-002

    #### Agent decisions to review

    - **ADR-002**: Port 6380 (@​acme runs another on 6379, see #​12)

    #### Validation results

    - PROVENANCE-0001, step 2: pass → fail

    #### Evidence

    - PROVENANCE-0001, \\\`docs/adr/adr-002-keep-sessions-in-redis.md\\\` Deleted: verified → contradicted, because the file still exists after the landing

    #### Rule violations added

    - warning\\[frontmatter-key-order\\] docs/adr/adr-002-keep-sessions-in-redis.md:5: Unexpected key \\\`superseded-by\\\` after \\\`status\\\`, expected it after \\\`supersedes\\\`
    - error\\[section-missing\\] docs/adr/adr-002-keep-sessions-in-redis.md:63: Unexpected missing section \\\`Negative\\\`, expected it before \\\`Risks\\\`

    #### What the text says now

    <details>
    <summary>ADR-002: Keep Sessions in Redis: 4 sections</summary>

    Context

    <pre>[ADR-001](<del>adr-001-keep-sessions-in-memory.md</del><ins>adr-001-keep-sessions-in-the-server.md</ins>) fits one server; there
    are two now.</pre>

    Decision

    <pre>Option B: one Redis instance holds every session for <del>24</del><ins>12</ins> hours.</pre>

    Consequences › Negative

    <pre><del>- 50 MB of memory more.</del></pre>

    Agent Decisions

    <pre>… | --- | --- | --- |
    | Key prefix \`session:\` | Readable in the Redis console | Yes |<ins>
    | Port 6380 | @​acme runs &lt;b&gt;another&lt;/b&gt; on 6379, see #​12 | Review |</ins></pre>

    </details>

    <details>
    <summary>Provenance: Spec 0001 — Write ADR-002: 2 sections</summary>

    Artifacts Produced

    <pre>| File | Status |
    | --- | --- |
    | \`docs/adr/adr-002-keep-sessions-in-redis.md\` | <del>Created</del><ins>Deleted</ins> |</pre>

    Validation Results

    <pre>… | 2 | Both options have pros and cons | <del>pass</del><ins>fail</ins> | <del>Read both </del><ins>Option A has no pros </ins>|</pre>

    </details>
    "
  `);
  expect(stdout).not.toMatch(/@acme|#12|<b>/);
});

test('a program gets every change as one object', async () => {
  const repo = await repository();
  const { stdout } = await mainDocket([
    'diff',
    'main',
    'topic',
    '--root',
    repo.root,
    '--format',
    'json',
  ]);
  const changes = JSON.parse(stdout);
  expect(changes).toMatchObject({ version: 1 });
  const told = changes.records.map((record: Record<string, unknown>) => record['change']);
  expect(told).toEqual(['renamed', 'changed', 'added', 'changed']);
  expect(changes.records[1]).toMatchObject({
    before: { id: 'ADR-002', status: 'Accepted' },
    after: { status: 'Superseded' },
    sections: [
      { kind: 'changed', titles: ['Context'] },
      {
        titles: ['Decision'],
        slug: 'decision',
        pieces: [
          { kind: 'same' },
          { kind: 'removed', text: '24' },
          { kind: 'added', text: '12' },
          { kind: 'same' },
        ],
      },
      { kind: 'removed', titles: ['Consequences', 'Negative'], slug: null },
      { kind: 'changed', titles: ['Agent Decisions'] },
    ],
    agentDecisions: [{ decision: 'Port 6380', needsReview: true }],
  });
  expect(changes.verdicts).toContainEqual(
    expect.objectContaining({ before: 'verified', after: 'contradicted' }),
  );
  expect(changes.violations.added.map(({ rule }: { rule: string }) => rule)).toContain(
    'section-missing',
  );
});

test('what is not committed yet counts where no head is given', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Start', filesOf([]));
  await repo.write(filesOf([{ change: NEW_ADR, from: 'for 24 hours', to: 'for a day' }]));
  const now = await mainDocket(['diff', 'HEAD', '--root', repo.root]);
  expect(now.stdout).toContain('for [-24 hours-]{+a day+}.');
  const committed = await mainDocket(['diff', 'HEAD', 'HEAD', '--root', repo.root]);
  expect(withoutIds(committed.stdout)).toBe('No change to the records between COMMIT and COMMIT\n');
});

test('comparing leaves no trace in the repository', async () => {
  const repo = await repository();
  const before = await repo.git('for-each-ref');
  await mainDocket(['diff', 'main', '--root', repo.root]);
  expect(await repo.git('status', '--porcelain')).toBe('');
  expect(await repo.git('for-each-ref')).toBe(before);
  expect(await repo.git('worktree', 'list')).not.toContain('\n');
});

test('a branch that started before there were records has added them all', async () => {
  const repo = await GitRepo.create();
  const empty = await repo.commit('Start', { 'README.md': '# Shop\n' });
  await repo.commit('Add records', filesOf([]));
  const { code, stdout } = await mainDocket(['diff', empty, '--root', repo.root]);
  expect(code).toBe(0);
  expect(stdout).toContain('4 records added');
});

/** What no reader sees, as changes of a whole text. */
const UNSEEN: readonly (readonly [string, (text: string) => string])[] = [
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['line ends of both kinds', (text) => text.replace('\n\n', '\r\n\r\n')],
  ['a byte-order mark', (text) => `\uFEFF${text}`],
  ['white space at the ends of lines', (text) => text.replace(/(?<=[.\w])$/gm, ' \t')],
  ['no line end after the last line', (text) => text.trimEnd()],
  ['empty lines after the last line', (text) => `${text}\n\n`],
];

const recordsOf = (run: { stdout: string }): unknown[] => JSON.parse(run.stdout).records;

test.each(UNSEEN)('%s are no change of a record', async (_, change) => {
  const repo = await GitRepo.create();
  const files = filesOf([
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Accepted\nnote: |\n  One.\n  Two.' },
  ]);
  await repo.commit('Start', files);
  const changed = Object.entries(files).map(([file, text]) => [file, change(text ?? '')]);
  await repo.commit('Change what nobody sees', Object.fromEntries(changed));
  for (const range of [['HEAD~1', 'HEAD'], ['HEAD~1']]) {
    const run = await mainDocket(['diff', ...range, '--root', repo.root, '--format', 'json']);
    expect(recordsOf(run)).toEqual([]);
  }
  const text = change(files[NEW_ADR] ?? '').replace('24 hours', '12 hours');
  await repo.write({ [NEW_ADR]: text });
  const { stdout } = await mainDocket(['diff', 'HEAD~1', '--root', repo.root]);
  expect(stdout).toContain('holds every session for [-24-]{+12+} hours.');
  expect(stdout.match(/\{\+/g)).toHaveLength(1);
});

test('a hard break is a change', async () => {
  const repo = await GitRepo.create();
  const files = filesOf([]);
  await repo.commit('Start', files);
  await repo.write({
    [NEW_ADR]: (files[NEW_ADR] ?? '').replace('24 hours.', '24 hours.  \nAlways.'),
  });
  const run = await mainDocket(['diff', 'HEAD', '--root', repo.root, '--format', 'json']);
  expect(recordsOf(run)).toHaveLength(1);
});

test.each([
  ['core.autocrlf', { '.gitattributes': '' }],
  ['.gitattributes', { '.gitattributes': '*.md text eol=crlf\n' }],
])('a clean tree with the line ends of Windows by %s is as committed', async (by, attributes) => {
  const repo = await GitRepo.create();
  await repo.commit('Start', { ...filesOf([]), ...attributes });
  if (by === 'core.autocrlf') await repo.git('config', by, 'true');
  await repo.git('rm', '--quiet', '-r', '--cached', '.');
  await repo.git('reset', '--quiet', '--hard');
  expect(await readFile(path.join(repo.root, NEW_ADR), 'utf8')).toContain('\r\n');
  const clean = await mainDocket(['diff', 'HEAD', '--root', repo.root]);
  expect(withoutIds(clean.stdout)).toBe(
    'No change to the records between COMMIT and the working tree\n',
  );
});

test('branches without a commit in common share no records', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Start', filesOf([]));
  await repo.git('checkout', '--quiet', '--orphan', 'pages');
  await repo.commit('Publish', {});
  await repo.git('checkout', '--quiet', 'main');
  const { code, stdout } = await mainDocket(['diff', 'pages', '--root', repo.root]);
  expect(code).toBe(0);
  expect(stdout).toContain('4 records added');
});

test('a repository with SHA-256 ids is compared alike', async () => {
  const repo = await GitRepo.folder();
  await repo.git('init', '--quiet', '--initial-branch=main', '--object-format=sha256');
  await repo.commit('Start', filesOf([]));
  await repo.write(filesOf([{ change: NEW_ADR, from: 'for 24 hours', to: 'for a day' }]));
  const { code, stdout } = await mainDocket(['diff', 'HEAD', '--root', repo.root]);
  expect(code).toBe(0);
  expect(stdout).toContain('for [-24 hours-]{+a day+}.');
});

test.each([
  [['diff', 'no-such-branch'], '`no-such-branch` is not a branch or commit of this repository'],
  [['diff'], 'Argument `BASE` is missing'],
  [['diff', 'main', '--format', 'html'], '`--format` cannot be `html`'],
])('%j is refused with the way out', async (args, complaint) => {
  const repo = await repository();
  const { code, stdout, stderr } = await mainDocket([...args, '--root', repo.root]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(complaint);
  expect(stderr).toContain('help: ');
});

test('a record that silences a rule is told', async () => {
  const repo = await repository();
  const text = filesOf([])[OLD_ADR] ?? '';
  const comment = '<!-- docket-disable-next-line mention-form -- quoted from a mail -->\nADR 2 ';
  await repo.commit('Silence', {
    [OLD_ADR]: text.replace('## Context\n\n', `## Context\n\n${comment}`),
  });
  const { stdout } = await mainDocket([
    'diff',
    'main',
    '--format',
    'markdown',
    '--root',
    repo.root,
  ]);
  expect(stdout).toContain(
    '#### Rules silenced by a comment\n\n- ADR-001 silences \\`mention-form\\` at',
  );
  expect(stdout).toContain(': quoted from a mail\n');
  const json = await mainDocket(['diff', 'main', '--format', 'json', '--root', repo.root]);
  expect(JSON.parse(json.stdout).silencings).toMatchObject([
    { record: 'ADR-001', rules: ['mention-form'], reason: 'quoted from a mail' },
  ]);
});
