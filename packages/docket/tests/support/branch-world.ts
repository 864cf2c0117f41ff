import type { GitRepo } from './git-repo.ts';
import {
  adrText,
  type Dice,
  fileText,
  type Row,
  recordText,
  specText,
  type WrittenRecord,
} from './world.ts';

/**
 * Repositories made up at random in which work comes in as people bring it in: in one commit or several, on a branch
 * that is merged in one of all the ways there are or not merged yet, beside the work of others; and in which files,
 * folders, records and their root are moved, edited, and taken out and put back later.
 */

/** The ways in which a branch comes into the main branch. */
export const BUTTONS = ['merge', 'squash', 'rebase', 'forward', 'pull', 'open'] as const;

/** A way in which a branch comes into the main branch; `open` for one that has not yet. */
export type Button = (typeof BUTTONS)[number];

/** What a made-up repository is, besides its commits. */
export interface BranchWorld {
  /** Folder of the workspace below the top of the repository: empty, or ending in `/`. */
  readonly prefix: string;
  /** Branch that is checked out. */
  readonly head: string;
  /** Rows that are false on purpose: path of the record today, and id of the claim. */
  readonly planted: readonly { readonly record: string; readonly claim: string }[];
  /** What was done, for the message of a test that fails. */
  readonly story: readonly string[];
}

interface File {
  readonly id: number;
  readonly text: string;
}

type Tree = Map<string, File>;

interface Made {
  readonly mark: number;
  readonly tree: Tree;
}

interface Work extends WrittenRecord {
  path: string;
  /** Index of the false row, where one was planted. */
  lie: number | undefined;
}

const AUTHORS = ['Ada', 'Ben', 'Cleo'] as const;
const FOLDERS = ['src', 'src/größe', 'lib', 'with space', 'lib/deep/er'];

/** Makes up a repository in `repo`, and checks it out. With `plant`, one row of one record is false. */
export async function makeBranchWorld(
  repo: GitRepo,
  roll: Dice,
  plant: boolean,
): Promise<BranchWorld> {
  const maker = new Maker(roll, plant);
  const world = maker.make();
  await repo.fastImport(maker.stream);
  if (maker.head !== 'main') await repo.git('checkout', '--quiet', '--force', maker.head);
  return world;
}

class Maker {
  stream = '';
  head = 'main';
  readonly #roll: Dice;
  readonly #plant: boolean;
  readonly #works: Work[] = [];
  readonly #trees = new Map<number, Tree>();
  readonly #story: string[] = [];
  #prefix: string;
  #main: Made = { mark: 0, tree: new Map() };
  #marks = 0;
  #ids = 0;
  #isPlanted = false;
  #reserved: string | undefined;
  #last = 0;

  constructor(roll: Dice, plant: boolean) {
    this.#roll = roll;
    this.#plant = plant;
    this.#prefix = this.#chance(4) ? 'packages/one/' : '';
  }

  make(): BranchWorld {
    const tree: Tree = new Map();
    for (let count = 4 + this.#roll(4); count > 0; count -= 1) this.#add(tree);
    this.#main = this.#commit('start', 0, [], tree);
    const works = 1 + this.#roll(3);
    for (let number = 1; number <= works; number += 1) {
      for (let count = this.#roll(3); count > 0; count -= 1) this.#ordinary();
      number += this.#branch(number, number === works);
      if (this.head !== 'main') break;
      for (let count = this.#roll(3); count > 0; count -= 1) this.#ordinary();
      if (this.#chance(2)) this.#later();
    }
    return {
      prefix: this.#prefix,
      head: this.head,
      planted: this.#works.flatMap(({ path, rows, lie }) => {
        const row = lie === undefined ? undefined : rows[lie];
        return row ? [{ record: this.#written(path), claim: `artifact:${row.path}` }] : [];
      }),
      story: this.#story,
    };
  }

  #chance(of: number): boolean {
    return this.#roll(of) === 0;
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[this.#roll(Math.max(list.length, 1))];
  }

  /** A path as records write it. */
  #written(path: string): string {
    return path.startsWith(this.#prefix) ? path.slice(this.#prefix.length) : path;
  }

  #record(path: string): string {
    return this.#prefix + path;
  }

  #add(tree: Tree): string {
    this.#ids += 1;
    const folder = this.#pick(FOLDERS) ?? 'src';
    const path = `${this.#prefix}${folder}/file ${this.#ids}${this.#chance(12) ? ' ' : '.txt'}`;
    tree.set(path, { id: this.#ids, text: fileText(this.#ids, 0) });
    return path;
  }

  #change(tree: Tree, path: string): void {
    const file = tree.get(path);
    if (!file) return;
    const text = file.text.replace(
      /version (\d+)/,
      (_, version) => `version ${Number(version) + 1}`,
    );
    tree.set(path, { ...file, text });
  }

  #files(tree: Tree): string[] {
    return [...tree.keys()].filter((path) => !/(?:^|\/)(?:\.sdd|docs)\//.test(path));
  }

  /**
   * Who does the next thing. Where a row is to be false it is not who did the last: what one author does in commits
   * next to each other to the files that a record names is one unit, of which the row may be true.
   */
  #somebody(): number {
    const author = this.#roll(AUTHORS.length);
    const next = this.#plant && author === this.#last ? (author + 1) % AUTHORS.length : author;
    this.#last = next;
    return next;
  }

  /** Work by somebody that no record tells of. */
  #ordinary(author = this.#somebody()): void {
    const tree = new Map(this.#main.tree);
    for (let count = 1 + this.#roll(2); count > 0; count -= 1) {
      const path = this.#pick(this.#files(tree));
      if (path === undefined || this.#chance(3)) this.#add(tree);
      else this.#change(tree, path);
    }
    this.#main = this.#commit('ordinary', author, [this.#main.mark], tree);
  }

  /** One branch with one or two pieces of work. Gives the number of further pieces. */
  #branch(number: number, isLast: boolean): number {
    const author = this.#somebody();
    const isPair = this.#chance(4);
    const isOrdered = this.#chance(4);
    let button = this.#pick(BUTTONS) ?? 'merge';
    if (button === 'open' && !isLast) button = 'merge';
    const numbers = isPair ? [number, number + 1] : [number];
    if (isOrdered) this.#order(numbers, this.#plant ? (author + 1) % AUTHORS.length : author);
    const fork = this.#main;
    const trees: { subject: string; tree: Tree }[] = [];
    let tree = fork.tree;
    let earlier: ReadonlySet<string> = new Set();
    for (const each of numbers) {
      const done = this.#work(each, tree, isOrdered, earlier);
      trees.push(...done.commits);
      tree = done.tree;
      earlier = done.touched;
    }
    this.#story.push(`${button}: ${trees.map(({ subject }) => subject).join(', ')} by ${author}`);
    this.#bring(button, author, fork, trees);
    return numbers.length - 1;
  }

  #order(numbers: readonly number[], author: number): void {
    const tree = new Map(this.#main.tree);
    for (const number of numbers) {
      const { spec, adr, id } = this.#names(number);
      tree.set(spec, { id: 0, text: specText(id, adr) });
    }
    this.#main = this.#commit('order', author, [this.#main.mark], tree);
    this.#story.push('order');
  }

  #names(number: number) {
    const id = String(number).padStart(4, '0');
    return {
      id,
      spec: this.#record(`.sdd/specification/spec-${id}-work.md`),
      adr: `docs/adr/adr-${id.slice(1)}-decision.md`,
      path: this.#record(`.sdd/provenance/spec-${id}-work.provenance.md`),
    };
  }

  /** The commits of one piece of work on a tree, told by a true record, or by one with a false row. */
  #work(
    number: number,
    before: Tree,
    isOrdered: boolean,
    earlier: ReadonlySet<string>,
  ): { commits: { subject: string; tree: Tree }[]; tree: Tree; touched: ReadonlySet<string> } {
    const { id, spec, adr, path } = this.#names(number);
    const done: Tree = new Map(before);
    const touched = new Set<string>();
    for (let count = 2 + this.#roll(4); count > 0; count -= 1) {
      const old = this.#pick(
        [...this.#files(done), ...earlier].filter(
          (file) => done.has(file) && file !== this.#reserved,
        ),
      );
      const act = old === undefined || touched.has(old) ? 0 : this.#roll(6);
      if (act < 2 || old === undefined) touched.add(this.#add(done));
      else if (act < 5) {
        this.#change(done, old);
        touched.add(old);
      } else {
        done.delete(old);
        touched.add(old);
      }
    }
    const decision = this.#record(adr);
    done.set(decision, { id: 0, text: adrText(id, 100_000 + number) });
    touched.add(decision);
    const rows = [...touched].map(
      (file): Row => ({
        id: done.get(file)?.id ?? 0,
        path: this.#written(file),
        status: before.has(file) ? (done.has(file) ? 'Modified' : 'Deleted') : 'Created',
      }),
    );
    const kept = this.#pick(
      this.#files(before).filter((file) => !touched.has(file) && file !== this.#reserved),
    );
    if (kept !== undefined) {
      const status = this.#chance(2) ? 'Already existed' : 'Unchanged';
      rows.push({ id: before.get(kept)?.id ?? 0, path: this.#written(kept), status });
    }
    if (isOrdered || this.#chance(2)) {
      const status = isOrdered ? 'Already existed' : 'Created';
      rows.push({ id: 0, path: this.#written(spec), status });
    }
    const work: Work = {
      number: id,
      path,
      spec: this.#written(spec),
      executed: `2026-03-05T0${number}:00:00Z`,
      rows,
      note: 0,
      lie: undefined,
    };
    if (this.#plant && !this.#isPlanted) this.#falsify(work, before, touched, earlier);
    this.#works.push(work);
    const specFile = { id: 0, text: specText(id, adr) };
    const record = { id: 0, text: recordText(work) };
    const whole: Tree = new Map([...done, [spec, specFile], [path, record]]);
    const without = new Map([...whole].filter(([file]) => file !== path));
    const half = new Map(before);
    for (const [index, file] of [...touched].entries()) {
      const now = done.get(file);
      if (index % 2 === 0 && now) half.set(file, now);
      else if (index % 2 === 0) half.delete(file);
    }
    const steps = (
      [
        ['one', [whole]],
        ['two', [without, whole]],
        ['two', [without, whole]],
        ['three', [new Map([...before, [spec, specFile]]), without, whole]],
        ['halves', [new Map([...half, [spec, specFile]]), whole]],
        ['record first', [new Map([...half, [spec, specFile], [path, record]]), whole]],
      ] as const
    )[this.#roll(6)] ?? ['one', [whole]];
    const commits = steps[1].map((tree, index) => ({
      subject: `${steps[0]} ${id} ${index}`,
      tree,
    }));
    // What one row says falsely and the next piece of work changes nobody could tell from a squash of both.
    const lie = work.lie === undefined ? undefined : work.rows[work.lie]?.path;
    if (lie !== undefined) touched.delete(this.#record(lie));
    this.#reserved = lie === undefined ? undefined : this.#record(lie);
    return { commits, tree: whole, touched };
  }

  #falsify(
    work: Work,
    before: Tree,
    touched: ReadonlySet<string>,
    earlier: ReadonlySet<string>,
  ): void {
    const lies: Record<string, readonly string[]> = {
      Created: ['Modified', 'Deleted', 'Already existed', 'Unchanged'],
      Modified: ['Created', 'Deleted', 'Unchanged'],
      Deleted: ['Created', 'Modified', 'Unchanged'],
    };
    const { rows } = work;
    this.#isPlanted = true;
    const own = rows.findIndex(({ path, status }) => {
      return status in lies && !earlier.has(this.#record(path));
    });
    const choices = lies[rows[own]?.status ?? ''];
    if (choices && this.#chance(2)) {
      const row = rows[own] as Row;
      rows[own] = { id: 0, path: row.path, status: this.#pick(choices) ?? 'Modified' };
      work.lie = own;
      return;
    }
    const untouched = this.#pick(
      this.#files(before).filter(
        (file) =>
          !touched.has(file) &&
          !earlier.has(file) &&
          !rows.some(({ path }) => path === this.#written(file)),
      ),
    );
    const path =
      untouched === undefined || this.#chance(3) ? 'never/written.txt' : this.#written(untouched);
    rows.push({ id: 0, path, status: this.#pick(['Created', 'Modified', 'Deleted']) ?? 'Created' });
    work.lie = rows.length - 1;
  }

  /** Brings the trees of a branch into the main branch, on which others have worked meanwhile. */
  #bring(
    button: Button,
    author: number,
    fork: Made,
    steps: readonly { subject: string; tree: Tree }[],
  ): void {
    const others = button === 'forward' ? 0 : this.#roll(3);
    let [from, mark] = [fork.tree, fork.mark];
    const onto = (base: Tree, tree: Tree): Tree => {
      const made = new Map(base);
      for (const path of new Set([...fork.tree.keys(), ...tree.keys()])) {
        const now = tree.get(path);
        if (fork.tree.get(path)?.text === now?.text) continue;
        if (now) made.set(path, now);
        else made.delete(path);
      }
      return made;
    };
    const last = steps.at(-1)?.tree ?? fork.tree;
    const touched = new Set(
      [...last.keys(), ...fork.tree.keys()].filter((path) => {
        const [old, now] = [fork.tree.get(path), last.get(path)];
        return old?.text !== now?.text;
      }),
    );
    for (const { subject, tree } of button === 'squash' || button === 'rebase' ? [] : steps) {
      [from, mark] = [tree, this.#commit(subject, author, [mark], tree, 'topic').mark];
    }
    for (let count = others; count > 0; count -= 1) this.#aside(author, touched);
    const main = this.#main;
    if (button === 'open') {
      this.head = 'topic';
    } else if (button === 'forward') {
      this.#main = { mark, tree: from };
      this.stream += `reset refs/heads/main\nfrom :${mark}\n\n`;
    } else if (button === 'squash') {
      const tree = onto(main.tree, last);
      this.#main = this.#commit('Work (#1)', author, [main.mark], tree);
    } else if (button === 'rebase') {
      for (const { subject, tree } of steps) {
        const made = onto(main.tree, tree);
        this.#main = this.#commit(subject, author, [this.#main.mark], made);
      }
    } else {
      const parents = button === 'merge' ? [main.mark, mark] : [mark, main.mark];
      const committer = button === 'merge' ? this.#roll(AUTHORS.length) : author;
      // Nothing to merge where nobody else has worked: the pull only moves the branch forward.
      if (button === 'pull' && others === 0) {
        this.#main = { mark, tree: from };
        this.stream += `reset refs/heads/main\nfrom :${mark}\n\n`;
        return;
      }
      this.#main = this.#commit('Merge', committer, parents, onto(main.tree, last));
    }
  }

  /** Work of others that does not touch certain files. */
  #aside(author: number, touched: ReadonlySet<string>): void {
    const tree = new Map(this.#main.tree);
    const path = this.#pick(this.#files(tree).filter((file) => !touched.has(file)));
    if (path === undefined || this.#chance(2)) this.#add(tree);
    else this.#change(tree, path);
    const other = (author + 1 + this.#roll(2)) % AUTHORS.length;
    this.#main = this.#commit('aside', other, [this.#main.mark], tree);
  }

  /** What happens to files and records that have landed. */
  #later(): void {
    const tree = new Map(this.#main.tree);
    const work = this.#pick(this.#works);
    if (!work) return;
    const author = this.#somebody();
    const act = this.#roll(8);
    const commit = (subject: string, made: Tree): void => {
      this.#story.push(subject);
      this.#main = this.#commit(subject, author, [this.#main.mark], made);
    };
    const move = (from: string, to: string): void => {
      const file = tree.get(from);
      if (!file || tree.has(to)) return;
      tree.delete(from);
      tree.set(to, file);
    };
    const write = (): void => {
      for (const each of this.#works) tree.set(each.path, { id: 0, text: recordText(each) });
    };
    if (act === 0) {
      const folder = `${this.#prefix}${this.#pick(['src', 'lib'])}/`;
      const to = `${this.#prefix}moved ${this.#roll(1000)}/`;
      for (const path of this.#files(tree)) {
        if (path.startsWith(folder)) move(path, to + path.slice(folder.length));
      }
      this.#rename(tree);
      write();
      commit(`folder ${folder} moved to ${to}`, tree);
    } else if (act === 1) {
      const next = this.#prefix === '' ? 'svc/' : 'packages/two/';
      if (this.#prefix === next) return;
      const isAll = this.#prefix !== '';
      for (const path of [...tree.keys()]) {
        const isOurs = isAll ? path.startsWith(this.#prefix) : /^(?:docs|\.sdd)\//.test(path);
        if (isOurs) move(path, next + path.slice(this.#prefix.length));
      }
      for (const each of this.#works) each.path = next + each.path.slice(this.#prefix.length);
      this.#prefix = next;
      commit(`root moved to ${next}`, tree);
    } else if (act === 2) {
      const text = tree.get(work.path)?.text ?? '';
      tree.delete(work.path);
      commit('record taken out', new Map(tree));
      if (this.#chance(2)) this.#ordinary(author);
      const back = new Map(this.#main.tree);
      work.note += 1;
      back.set(work.path, { id: 0, text: this.#chance(3) ? text : recordText(work) });
      commit('record put back', back);
    } else if (act === 3) {
      const path = this.#pick(this.#files(tree).filter((file) => !file.endsWith(' ')));
      if (path === undefined) return;
      move(path, `${path}.core`);
      this.#ids += 1;
      tree.set(path, { id: this.#ids, text: fileText(this.#ids, 0) });
      this.#rename(tree);
      write();
      commit(`${path} moved, and a new one in its place`, tree);
    } else if (act === 4) {
      const spec = this.#record(work.spec);
      const file = tree.get(spec);
      if (!file) return;
      tree.delete(spec);
      work.spec = work.spec.replace(/-[a-z0-9]+\.md$/, `-n${this.#roll(1000)}.md`);
      const row = work.rows.find(({ path }) => this.#record(path) === spec);
      if (row) row.path = work.spec;
      tree.set(this.#record(work.spec), {
        id: 0,
        text: file.text.replace('title: "', 'title: "A '),
      });
      write();
      commit('spec moved and reworded', tree);
    } else if (act === 5) {
      tree.delete(work.path);
      work.path = work.path.replace(/-[a-z0-9]+\.prov/, `-n${this.#roll(1000)}.prov`);
      work.note += 1;
      write();
      commit('record moved and edited', tree);
    } else if (act === 6) {
      const path = this.#pick(this.#files(tree));
      if (path === undefined) return;
      move(path, `${path}.new`);
      this.#change(tree, `${path}.new`);
      if (this.#chance(2)) {
        this.#rename(tree);
        write();
      }
      commit('file moved and edited', tree);
    } else {
      work.note += 1;
      write();
      commit('record edited', tree);
    }
  }

  /** Brings the names in records up to date, but for what is told as deleted. */
  #rename(tree: Tree): void {
    const today = new Map([...tree].map(([path, { id }]) => [id, this.#written(path)]));
    for (const { rows } of this.#works) {
      for (const row of rows) {
        const path = row.id === 0 || row.status === 'Deleted' ? undefined : today.get(row.id);
        const isTold = rows.some((other) => other !== row && other.path === path);
        if (path !== undefined && !isTold) row.path = path;
      }
    }
  }

  #commit(
    subject: string,
    author: number,
    parents: readonly number[],
    tree: Tree,
    branch = 'main',
  ): Made {
    const before = this.#trees.get(parents[0] ?? 0) ?? new Map<string, File>();
    this.#marks += 1;
    const mark = this.#marks;
    const seconds = Date.UTC(2026, 2, 5, 12) / 1000 + mark * 60;
    const name = AUTHORS[author] ?? 'Ada';
    this.stream += `commit refs/heads/${branch}\nmark :${mark}\nauthor ${name} <${name}@example.org> ${seconds} +0000\ncommitter C <c@example.org> ${seconds} +0000\n${data(`${mark}: ${subject}`)}`;
    const [first, ...others] = parents;
    if (first !== undefined) this.stream += `from :${first}\n`;
    for (const other of others) this.stream += `merge :${other}\n`;
    for (const path of before.keys()) {
      if (!tree.has(path)) this.stream += `D "${path}"\n`;
    }
    for (const [path, { text }] of tree) {
      if (before.get(path)?.text !== text)
        this.stream += `M 100644 inline "${path}"\n${data(text)}`;
    }
    this.stream += '\n';
    const made = { mark, tree: new Map(tree) };
    this.#trees.set(mark, made.tree);
    return made;
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
