import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { offerSitePackages } from '../../src/cli/site/offer-packages.ts';
import { findSitePackages } from '../../src/io/site-packages.ts';
import { GitRepo } from '../support/git-repo.ts';
import { type Answer, atTerminal, CANCEL, ENTER } from '../support/terminal.ts';

const YES = 'y';
const PACKAGES = 'starlight-docket astro @astrojs/starlight';

/** A manager of packages that notes how it was called and installs nothing but names. */
const STUB = (code: number) => `#!/bin/sh
echo "$(basename "$0") $*" > "$CALLS"
for name in ${PACKAGES}; do mkdir -p "node_modules/$name"; echo '{}' > "node_modules/$name/package.json"; done
exit ${code}
`;

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'docket-offer-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function repository(...files: string[]): Promise<string> {
  const { root } = await GitRepo.create();
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    const [name, text = '{}'] = file.split('=');
    await writeFile(path.join(root, name ?? ''), text);
  }
  return root;
}

/** Offers the packages at a terminal; tells what was called and printed. */
async function offer(
  root: string,
  answers: readonly Answer[],
  { code = 0, runsCode = true, has = ['npm', 'pnpm', 'yarn', 'bun'], env = {} } = {},
) {
  const [bin, own] = [await folder(), await folder()];
  const calls = path.join(bin, 'calls');
  for (const name of has) {
    await writeFile(path.join(bin, name), STUB(code));
    await chmod(path.join(bin, name), 0o755);
  }
  const PATH = has.length > 0 ? `${bin}${path.delimiter}${process.env['PATH']}` : bin;
  const run = await atTerminal([], {
    ...{ cwd: root, answers, env: { PATH, CALLS: calls, ...env } },
    command: async (context) => {
      try {
        await offerSitePackages(root, { runsCode, own }, context);
        return 0;
      } catch (error) {
        context.stderr.write(String(error));
        return 2;
      }
    },
  });
  const called = await readFile(calls, 'utf8').catch(() => undefined);
  return { ...run, called: called?.trim(), found: findSitePackages(root, { runsCode, own }) };
}

test.each([
  [['package.json'], `npm install --save-dev ${PACKAGES}`],
  [['package.json', 'package-lock.json'], `npm install --save-dev ${PACKAGES}`],
  [['package.json', 'pnpm-lock.yaml'], `pnpm add --save-dev ${PACKAGES}`],
  [['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'], `pnpm add --save-dev -w ${PACKAGES}`],
  [['package.json', 'yarn.lock'], `yarn add --dev ${PACKAGES}`],
  [
    ['package.json={"workspaces":["a"]}', 'yarn.lock=# yarn lockfile v1'],
    `yarn add --dev -W ${PACKAGES}`,
  ],
  [['package.json={"workspaces":["a"]}', 'yarn.lock=__metadata:'], `yarn add --dev ${PACKAGES}`],
  [['package.json', 'bun.lock'], `bun add --dev ${PACKAGES}`],
])('with %j, a yes runs %s', async (files, command) => {
  const root = await repository(...files);
  const [program] = command.split(' ');
  const question = `Install starlight-docket, astro and @astrojs/starlight with ${program} into`;
  const { code, called, found } = await offer(root, [[question, YES]]);
  expect([code, called]).toEqual([0, command]);
  expect(found).toBe(path.join(root, 'node_modules'));
  // They are there now, so nobody is asked again.
  expect((await offer(root, [])).called).toBeUndefined();
});

test('in a folder of a repository, its nearest package.json counts, and the lockfile above', async () => {
  const top = await repository(
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'a/package.json',
  );
  const root = path.join(top, 'a/docs');
  await mkdir(root);
  const { called, found } = await offer(root, [['Install', YES]]);
  expect(called).toBe(`pnpm add --save-dev ${PACKAGES}`);
  expect(found).toBe(path.join(top, 'a/node_modules'));
});

test.each([
  ['no', 'n', 0],
  ['return alone', ENTER, 0],
  ['Ctrl+C', CANCEL, 2],
])('%s installs nothing', async (_name, keys, code) => {
  const root = await repository('package.json');
  expect(await offer(root, [['Install', keys]])).toMatchObject({ code, called: undefined });
});

test('nobody is asked where it would be of no use', async () => {
  const root = await repository('package.json');
  expect((await offer(root, [], { runsCode: false })).stdout).toBe('');
  expect((await offer(root, [], { env: { CI: 'true' } })).stdout).toBe('');
  expect((await offer(await repository('a.txt'), [])).stdout).toBe('');
  // What stands above the repository is somebody else's.
  const above = await folder();
  await writeFile(path.join(above, 'package.json'), '{}');
  await mkdir(path.join(above, 'repository'));
  const inner = await GitRepo.at(path.join(above, 'repository'));
  expect((await offer(inner.root, [])).stdout).toBe('');
});

test('a manager that fails or is missing is told', async () => {
  const root = await repository('package.json', 'yarn.lock');
  const failed = await offer(root, [['Install', YES]], { code: 3 });
  expect(failed.code).toBe(2);
  expect(failed.stderr).toContain(`\`yarn add --dev ${PACKAGES}\` failed in ${root}`);
  const bare = await repository('package.json', 'yarn.lock');
  const missing = await offer(bare, [['Install', YES]], { has: [] });
  expect(missing.stderr).toContain('`yarn`, which this repository installs its packages with');
});
