import { execFile, spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { gitEnvironment } from './git-environment.ts';

const run = promisify(execFile);

/** Files to write, by path; `null` deletes one. */
export type Files = Readonly<Record<string, string | null>>;

/** How a commit is made. */
export interface CommitOptions {
  readonly date?: string;
  /** Name of who did the work; always the same person where not given. */
  readonly author?: string;
}

/** A real Git repository in a temporary folder, with people, dates and settings of its own. */
export class GitRepo {
  readonly root: string;
  #minutes = 0;

  private constructor(root: string) {
    this.root = root;
  }

  /** A new repository on the branch `main`, deleted when the test ends. */
  static async create(): Promise<GitRepo> {
    const repo = await GitRepo.folder();
    await repo.git('init', '--quiet', '--initial-branch=main');
    return repo;
  }

  /** A new repository on the branch `main` in a folder that the caller deletes. */
  static async at(root: string): Promise<GitRepo> {
    const repo = new GitRepo(root);
    await repo.git('init', '--quiet', '--initial-branch=main');
    return repo;
  }

  /** A folder that is no repository yet. */
  static async folder(): Promise<GitRepo> {
    const root = await mkdtemp(path.join(tmpdir(), 'docket-git-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    return new GitRepo(root);
  }

  /** Deletes the folder before the test ends. */
  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }

  /** A clone of this repository over the file protocol, as a server would give it. */
  async clone(...options: string[]): Promise<GitRepo> {
    const copy = await GitRepo.folder();
    await this.git('config', 'uploadpack.allowFilter', 'true');
    await copy.git('clone', '--quiet', ...options, `file://${this.root}`, '.');
    return copy;
  }

  /** Runs Git here and gives what it prints. Time goes on by a minute with each call. */
  async git(...args: string[]): Promise<string> {
    return this.#run(args, this.#now());
  }

  async #run(args: readonly string[], date: string): Promise<string> {
    const { stdout } = await run('git', [...args], {
      cwd: this.root,
      env: gitEnvironment(this.root, date),
    });
    return stdout.trimEnd();
  }

  /** Writes commits from commands of git-fast-import(1), and checks out `main` where there is one. */
  async fastImport(commands: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const child = spawn('git', ['fast-import', '--quiet', '--force'], { cwd: this.root });
      let complaint = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        complaint += text;
      });
      child.stdout.resume();
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint))));
      child.stdin.end(commands);
    });
    await this.git('reset', '--quiet', '--hard');
  }

  #now(): string {
    const start = Date.UTC(2026, 2, 5, 12);
    this.#minutes += 1;
    return new Date(start + this.#minutes * 60_000).toISOString();
  }

  async write(files: Files): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.root, name);
      if (text === null) {
        await rm(file, { recursive: true });
      } else {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
  }

  /** Whether something stands at a path. */
  exists(name: string): Promise<boolean> {
    return access(path.join(this.root, name)).then(
      () => true,
      () => false,
    );
  }

  /** Writes files and commits everything there is. Gives the commit's id. */
  async commit(subject: string, files: Files = {}, options: CommitOptions = {}): Promise<string> {
    await this.write(files);
    await this.git('add', '--all');
    const date = options.date ?? this.#now();
    const { author } = options;
    const by = author === undefined ? [] : ['--author', `${author} <${author}@example.org>`];
    await this.#run(['commit', '--quiet', '--allow-empty', ...by, '-m', subject], date);
    return this.git('rev-parse', 'HEAD');
  }

  /** Moves a file and stages it. */
  async move(from: string, to: string): Promise<void> {
    await mkdir(path.join(this.root, path.dirname(to)), { recursive: true });
    await this.git('mv', from, to);
  }
}
