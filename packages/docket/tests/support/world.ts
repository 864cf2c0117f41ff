/**
 * Histories made up at random with what really happened in them: a sequence of trees, and the records that truly
 * describe some of the steps.
 */

/** One file: which it is, whatever its name, and which version of it. */
export interface WorldFile {
  readonly id: number;
  readonly version: number;
  /** Its whole text, for records and files that must have a certain one. */
  readonly text: string;
}

/** The files of one moment by path. */
export type WorldTree = ReadonlyMap<string, WorldFile>;

/** How a step came into the main branch. */
export type Mode = 'direct' | 'merge' | 'squash' | 'rebase';

/** A commit of the first-parent chain. */
export interface Step {
  readonly subject: string;
  readonly mode: Mode;
  readonly tree: WorldTree;
}

/** A made-up history. */
export interface World {
  readonly steps: readonly Step[];
  /** Path of every record today, with the index of the step it landed in. */
  readonly landings: ReadonlyMap<string, number>;
  /** Claims that were made false on purpose: record and path of the row. */
  readonly planted: readonly { readonly record: string; readonly path: string }[];
}

/** Numbers from 0 to 2^32, taken one after another; the same list makes the same history. */
export type Dice = (sides: number) => number;

/** A die that reads a list of numbers from its start, and again. */
export function dice(numbers: readonly number[]): Dice {
  let at = 0;
  return (sides) => {
    const value = numbers[at % numbers.length] ?? 0;
    at += 1;
    // Mixed with the place, so that a short list does not repeat itself.
    return (Math.imul(value ^ (at * 0x9e3779b1), 0x85ebca6b) >>> 0) % sides;
  };
}

const FOLDERS = ['src', 'docs/größe', 'with space', "it's", 'say "so"'];
/** How files begin that are copies of each other. */
export const DUPLICATE = 'the same everywhere\n';

/** A row of Artifacts Produced. */
export interface Row {
  /** The file it is about; 0 for one that is not followed. */
  id: number;
  path: string;
  status: string;
}

/** What a provenance record says. */
export interface WrittenRecord {
  number: string;
  executed: string;
  rows: Row[];
  spec: string;
  /** How often its explaining text was edited. */
  note: number;
}

interface Written extends WrittenRecord {
  path: string;
  /** Index of the step it landed in. */
  landing: number;
}

/** Makes up a history. With `plant`, one row of one record is false. */
export function makeWorld(roll: Dice, plant = false): World {
  return new Maker(roll, plant).make();
}

class Maker {
  readonly #roll: Dice;
  readonly #plant: boolean;
  readonly #tree = new Map<string, WorldFile>();
  readonly #steps: Step[] = [];
  readonly #records: Written[] = [];
  readonly #planted: { record: string; path: string }[] = [];
  #ids = 0;

  constructor(roll: Dice, plant: boolean) {
    this.#roll = roll;
    this.#plant = plant;
  }

  make(): World {
    for (let count = 3 + this.#roll(4); count > 0; count -= 1) this.#add();
    this.#commit('start', 'direct');
    const units = 1 + this.#roll(3);
    for (let unit = 1; unit <= units; unit += 1) {
      this.#ordinary(this.#roll(3));
      this.#execute(unit);
      this.#ordinary(1 + this.#roll(4));
    }
    return {
      steps: this.#steps,
      landings: new Map(this.#records.map(({ path, landing }) => [path, landing])),
      planted: this.#planted,
    };
  }

  #ordinary(commits: number): void {
    for (let left = commits; left > 0; left -= 1) {
      for (let changes = 1 + this.#roll(3); changes > 0; changes -= 1) this.#change();
      for (const record of this.#records) this.#maintain(record);
      this.#commit('ordinary work', this.#mode());
    }
  }

  #mode(): Mode {
    return (['direct', 'direct', 'merge', 'squash', 'rebase'] as const)[this.#roll(5)] ?? 'direct';
  }

  #add(): number {
    this.#ids += 1;
    const id = this.#ids;
    const isCopy = this.#roll(6) === 0;
    this.#tree.set(this.#name(id), { id, version: 0, text: isCopy ? DUPLICATE : fileText(id, 0) });
    return id;
  }

  #name(id: number): string {
    return `${FOLDERS[this.#roll(FOLDERS.length)]}/file ${id} ${this.#roll(1000)}.txt`;
  }

  /** Changes a file that is no record: adds, edits, deletes or moves one, or moves and edits it. */
  #change(): void {
    const paths = [...this.#tree.keys()].filter((path) => !path.startsWith('.sdd/'));
    const path = paths[this.#roll(Math.max(paths.length, 1))];
    const file = path === undefined ? undefined : this.#tree.get(path);
    const act = this.#roll(8);
    if (path === undefined || file === undefined || act < 2) {
      this.#add();
    } else if (act < 5) {
      this.#tree.set(path, edited(file));
    } else if (act === 5 && !path.startsWith('docs/adr/')) {
      this.#tree.delete(path);
    } else {
      this.#tree.delete(path);
      const moved = path.startsWith('docs/adr/')
        ? path.replace(/-[a-z0-9]+\.md$/, `-n${this.#roll(10_000)}.md`)
        : this.#name(file.id);
      this.#tree.set(moved, act === 6 ? file : edited(file));
    }
  }

  /** What happens to a record later: nothing, a move, an edit of its text, names brought up to date. */
  #maintain(record: Written): void {
    const act = this.#roll(6);
    if (act === 0) {
      this.#tree.delete(record.path);
      const old = record.path;
      record.path = `.sdd/provenance/spec-${record.number}-moved${this.#roll(10_000)}.provenance.md`;
      for (const planted of this.#planted) if (planted.record === old) planted.record = record.path;
    }
    if (act === 1) record.note += 1;
    if (act === 2) {
      for (const row of record.rows) {
        const today = row.id === 0 ? undefined : this.#pathOf(row.id);
        if (today === undefined || row.status === 'Deleted') continue;
        // A file may be back at a name that the work took from it: nobody writes that a name was created and deleted.
        const isTold = record.rows.some(
          (other) => (other !== row && other.path === today) || isFrom(other, today),
        );
        if (!isTold) row.path = today;
      }
    }
    this.#tree.set(record.path, {
      id: -Number(record.number),
      version: 0,
      text: recordText(record),
    });
  }

  #pathOf(id: number): string | undefined {
    for (const [path, file] of this.#tree) if (file.id === id) return path;
    return undefined;
  }

  /** Carries out a specification and records truly what was done. */
  #execute(unit: number): void {
    const number = String(unit).padStart(4, '0');
    const spec = `.sdd/specification/spec-${number}-work.md`;
    const adr = `docs/adr/adr-${number.slice(1)}-decision.md`;
    const path = `.sdd/provenance/spec-${number}-work.provenance.md`;
    const specFile = { id: -10_000 - unit, version: 0, text: specText(number, adr) };
    const isOrdered = this.#roll(4) === 0;
    if (isOrdered) {
      this.#tree.set(spec, specFile);
      this.#commit('order', this.#mode());
    }
    const before = new Map(this.#tree);
    for (let changes = 1 + this.#roll(5); changes > 0; changes -= 1) this.#change();
    this.#tree.set(spec, specFile);
    this.#ids += 1;
    this.#tree.set(adr, { id: this.#ids, version: 0, text: adrText(number, this.#ids) });

    const rows = this.#truth(before);
    const landing = this.#steps.length;
    // An hour before anything is committed.
    const executed = `2026-03-05T0${unit}:00:00Z`;
    const record: Written = { number, path, executed, rows, spec, note: 0, landing };
    rows.push({ id: 0, path: spec, status: isOrdered ? 'Already existed' : 'Created' });
    if (this.#plant && this.#planted.length === 0) this.#falsify(record, before);
    this.#tree.set(path, { id: -unit, version: 0, text: recordText(record) });
    this.#records.push(record);
    this.#commit('carry out', this.#mode());
  }

  /** Rows for every difference between two trees. A pure move is told as one row or as two. */
  #truth(before: WorldTree): Row[] {
    const rows: Row[] = [];
    const gone = [...before].filter(([path]) => !this.#tree.has(path));
    const told = new Set<string>();
    for (const [path, file] of this.#tree) {
      const old = before.get(path);
      if (path.startsWith('.sdd/') || old?.text === file.text) continue;
      if (old) {
        rows.push({ id: file.id, path, status: 'Modified' });
        continue;
      }
      const from = gone.find(([name, was]) => was.text === file.text && !told.has(name))?.[0];
      if (from !== undefined && this.#roll(2) === 0) {
        told.add(from);
        rows.push({ id: file.id, path, status: `Renamed from ${from}` });
      } else {
        rows.push({
          id: file.id,
          path,
          status: this.#roll(5) === 0 ? 'Created / Modified' : 'Created',
        });
      }
    }
    for (const [path, file] of gone) {
      if (!told.has(path)) rows.push({ id: file.id, path, status: 'Deleted' });
    }
    const same = [...before].filter(
      ([path, file]) => this.#tree.get(path)?.text === file.text && !path.startsWith('.sdd/'),
    );
    const [kept] = same;
    if (kept)
      rows.push({
        id: kept[1].id,
        path: kept[0],
        status: ['Already existed', 'Unchanged'][this.#roll(2)] ?? '',
      });
    return rows;
  }

  /** Makes one row false: another status than the true one, or a file the work never touched. */
  #falsify(record: Written, before: WorldTree): void {
    const lies: Record<string, readonly string[]> = {
      Created: ['Modified', 'Deleted', 'Already existed', 'Unchanged'],
      Modified: ['Created', 'Deleted', 'Unchanged'],
      Deleted: ['Created', 'Modified', 'Unchanged'],
    };
    const honest = record.rows.filter((row) => row.status in lies);
    const act = this.#roll(3);
    const row = honest[this.#roll(Math.max(honest.length, 1))];
    if (act === 0 && row) {
      const choices = lies[row.status] ?? [];
      row.status = choices[this.#roll(choices.length)] ?? 'Modified';
      this.#planted.push({ record: record.path, path: row.path });
      row.id = 0;
      return;
    }
    const untouched = [...before].find(
      ([path, file]) =>
        this.#tree.get(path)?.text === file.text &&
        !record.rows.some((other) => other.path === path),
    );
    const path = act === 1 && untouched ? untouched[0] : `never/written ${this.#roll(100)}.txt`;
    const status = ['Created', 'Modified', 'Deleted'][this.#roll(3)] ?? 'Created';
    record.rows.push({ id: 0, path, status });
    this.#planted.push({ record: record.path, path });
  }

  #commit(subject: string, mode: Mode): void {
    this.#steps.push({ subject, mode, tree: new Map(this.#tree) });
  }
}

function isFrom({ status }: Row, name: string): boolean {
  return status === `Renamed from ${name}`;
}

/** The text of a version of a file. */
export function fileText(id: number, version: number): string {
  const lines = Array.from({ length: 12 }, (_, line) => `file ${id} says ${line * id}`);
  return `${[...lines, `version ${version}`].join('\n')}\n`;
}

function edited(file: WorldFile): WorldFile {
  const version = file.version + 1;
  const text = file.text.replace(/(?:version \d+\n)?$/, `version ${version}\n`);
  return { ...file, version, text };
}

/** The text of a decision. */
export function adrText(number: string, id: number): string {
  return `---\ntitle: "ADR-${number.slice(1)}: Decision"\n---\n\n## Context\n\n${fileText(id, 0)}`;
}

/** The text of a specification with two checks about a decision. */
export function specText(number: string, adr: string): string {
  return `---\ntitle: "Spec ${number}: Work"\nchecks:\n  1: { file-exists: ${adr} }\n  2: { committed-together: [${adr}] }\n---\n\n## Validation steps\n\n1. The decision exists\n2. All is committed together\n`;
}

/** The text of a provenance record. */
export function recordText(record: WrittenRecord): string {
  const rows = record.rows.map(({ path, status }) => `| \`${path}\` | ${status} |`);
  return `# Provenance: Spec ${record.number} — ADR-${record.number.slice(1)}

**Spec:** \`${record.spec}\`
**Executed:** ${record.executed}

## Actions Taken

${Array.from({ length: record.note + 1 }, (_, line) => `${line + 1}. Did thing ${line}`).join('\n')}

## Deviations from Spec

No deviations from spec.

## Artifacts Produced

| File | Status |
| ---- | ------ |
${rows.join('\n')}

## Validation Results

1. The decision exists — PASS
2. All is committed together — PASS
`;
}
