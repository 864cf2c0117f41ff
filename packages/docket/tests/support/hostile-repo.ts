import { execFile } from 'node:child_process';
import { appendFile, chmod, readFile, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { gitEnvironment } from './git-environment.ts';
import { GitRepo } from './git-repo.ts';

const run = promisify(execFile);

const HOOKS = [
  ...['applypatch-msg', 'post-checkout', 'post-commit', 'post-index-change', 'post-merge'],
  ...['post-rewrite', 'pre-auto-gc', 'pre-commit', 'reference-transaction', 'fsmonitor-watchman'],
];

/** The example records in a repository in which every setting that starts a program starts one that leaves a trace. */
export class HostileRepo {
  readonly repo: GitRepo;
  readonly #traces: GitRepo;

  private constructor(repo: GitRepo, traces: GitRepo) {
    this.repo = repo;
    this.#traces = traces;
  }

  /** A new repository, deleted when the test ends. */
  static async create(): Promise<HostileRepo> {
    return HostileRepo.#make(await GitRepo.create(), await GitRepo.folder());
  }

  /** A new repository in a folder, with a second for what is left in it; the caller deletes them. */
  static async at(root: string, traces: string): Promise<HostileRepo> {
    return HostileRepo.#make(await GitRepo.at(root), await GitRepo.at(traces));
  }

  static async #make(repo: GitRepo, traces: GitRepo): Promise<HostileRepo> {
    const hostile = new HostileRepo(repo, traces);
    await hostile.#fill();
    await hostile.#configure();
    await hostile.#nest();
    await hostile.forget();
    return hostile;
  }

  get root(): string {
    return this.repo.root;
  }

  /** What was started since the last call, by name. */
  async started(): Promise<string[]> {
    const told = await readFile(path.join(this.#traces.root, 'started'), 'utf8').catch(() => '');
    await this.forget();
    const names = told.split('\n').map((line) => line.split(' ')[0] ?? '');
    return [...new Set(names.filter(Boolean))].sort();
  }

  /** Forgets what was started, and makes every file look changed, so that Git has to read it. */
  async forget(): Promise<void> {
    await rm(path.join(this.#traces.root, 'started'), { force: true });
    const now = new Date();
    for (const file of [...patchedFiles([]).keys(), 'code.ts', 'lost.txt']) {
      await utimes(path.join(this.root, file), now, now).catch(() => {});
    }
  }

  /** Runs Git as a person would, with all that the repository configures. */
  async git(...args: string[]): Promise<void> {
    const env = { ...gitEnvironment(this.root, '2026-03-05T12:00:00Z') };
    delete env['GIT_ALLOW_PROTOCOL'];
    await run('git', args, { cwd: this.root, env }).catch(() => {});
  }

  /** A command of a shell that leaves a name, and does nothing else. */
  #canary(name: string): string {
    return `echo ${name} >> ${path.join(this.#traces.root, 'started')}`;
  }

  async #script(file: string, name: string): Promise<void> {
    await this.repo.write({ [file]: `#!/bin/sh\n${this.#canary(name)}\n` });
    await chmod(path.join(this.root, file), 0o755);
  }

  async #fill(): Promise<void> {
    const { repo } = this;
    const files = Object.fromEntries(patchedFiles([]));
    const { [NEW_ADR]: decision = '', ...rest } = files;
    await repo.commit('Start', { ...rest, 'code.ts': '', 'lost.txt': 'to be fetched\n' });
    await repo.git('checkout', '--quiet', '-b', 'topic');
    await repo.commit('Carry out Spec 0001', { [NEW_ADR]: decision });
    await repo.write({
      '.gitattributes':
        '*.md filter=a=b.c diff=evil\n*.ts filter=evil\n*.txt filter=slow merge=evil\n',
    });
    await repo.commit('Attributes');
    // A signed commit, for which `log.showSignature` starts a program.
    const tree = await repo.git('rev-parse', 'HEAD^{tree}');
    const parent = await repo.git('rev-parse', 'HEAD');
    const signed = `tree ${tree}\nparent ${parent}\nauthor A <a@example.org> 1772712000 +0000\ncommitter C <c@example.org> 1772712000 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n xx\n -----END PGP SIGNATURE-----\n\nSigned\n`;
    await repo.write({ '.git/signed': signed });
    const id = await repo.git('hash-object', '-t', 'commit', '-w', '.git/signed');
    await repo.git('update-ref', 'refs/heads/topic', id);
    // The clone lacks an object, which Git would fetch by the promisor's address.
    const lost = await repo.git('rev-parse', 'HEAD:lost.txt');
    await rm(path.join(repo.root, '.git/objects', lost.slice(0, 2), lost.slice(2)));
  }

  async #configure(): Promise<void> {
    const { repo } = this;
    for (const hook of HOOKS) {
      await this.#script(`.git/hooks/${hook}`, `hook-${hook}`);
      await this.#script(`evil/hooks/${hook}`, `hook-${hook}`);
    }
    for (const name of ['fsmonitor', 'ssh', 'external-diff', 'gpg', 'packObjects', 'askpass']) {
      await this.#script(`evil/${name}`, name);
    }
    const settings: [string, string][] = [
      ['core.fsmonitor', path.join(repo.root, 'evil/fsmonitor')],
      ['core.hooksPath', path.join(repo.root, 'evil/hooks')],
      ['core.sshCommand', path.join(repo.root, 'evil/ssh')],
      ['core.askPass', path.join(repo.root, 'evil/askpass')],
      ['core.pager', this.#canary('pager')],
      ['core.editor', this.#canary('editor')],
      ['core.alternateRefsCommand', this.#canary('alternate-refs')],
      ['core.attributesFile', path.join(repo.root, '.gitattributes')],
      ['credential.helper', `!${this.#canary('credential')}`],
      ['diff.external', path.join(repo.root, 'evil/external-diff')],
      ['diff.evil.textconv', this.#canary('textconv')],
      ['diff.evil.command', this.#canary('diff-driver')],
      ['merge.evil.driver', this.#canary('merge-driver')],
      ['gpg.program', path.join(repo.root, 'evil/gpg')],
      ['log.showSignature', 'true'],
      ['filter.evil.clean', `${this.#canary('clean')}; cat`],
      ['filter.evil.smudge', `${this.#canary('smudge')}; cat`],
      ['filter.evil.required', 'true'],
      ['filter.slow.process', this.#canary('process')],
      ['hook.evil.command', this.#canary('configured-hook')],
      ['hook.evil.event', 'post-index-change'],
      ['alias.status', `!${this.#canary('alias')}`],
      ['uploadpack.packObjectsHook', path.join(repo.root, 'evil/packObjects')],
      ['core.repositoryFormatVersion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.url', `ext::sh -c ${this.#canary('ext').replaceAll(' ', '% ')}`],
      ['protocol.ext.allow', 'always'],
      ['init.templateDir', path.join(repo.root, 'evil')],
      ['submodule.recurse', 'true'],
      ['include.path', 'more'],
    ];
    await appendFile(path.join(repo.root, '.git/config'), settings.map(setting).join(''));
    // Settings that only an included file has, with a name that holds an equals sign and a dot.
    const included = ['clean', 'smudge'].map((kind): [string, string] => [
      `filter.a=b.c.${kind}`,
      `${this.#canary(`${kind}-included`)}; cat`,
    ]);
    await repo.write({
      '.git/info/exclude': 'evil/\nnested/\n',
      '.git/more': included.map(setting).join(''),
    });
  }

  /** A folder shaped as a bare repository, with records of its own. */
  async #nest(): Promise<void> {
    const files = [...patchedFiles([])].map(([file, text]) => [`nested/${file}`, text]);
    await this.repo.write(Object.fromEntries(files));
    await this.repo.write({
      'nested/HEAD': 'ref: refs/heads/main\n',
      'nested/refs/heads/.keep': '',
      'nested/objects/.keep': '',
      'nested/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${this.root}/nested\n\tfsmonitor = ${this.root}/evil/fsmonitor\n\thooksPath = ${this.root}/evil/hooks\n`,
    });
  }
}

/** A setting as a file of Git's configuration has it. */
function setting([key, value]: [string, string]): string {
  const [, section, , name, last] = /^([^.]+)(\.(.+))?\.([^.]+)$/.exec(key) ?? [];
  const head = name === undefined ? section : `${section} "${name}"`;
  return `[${head}]\n\t${last} = ${JSON.stringify(value)}\n`;
}
