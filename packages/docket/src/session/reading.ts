import { asIfSaved } from '../io/files.ts';
import { type FirstLook, type ReadFile, readRecordFile } from '../io/read-records.ts';
import { Reader } from '../io/reader.ts';
import { assertFolders, listRecords, readTemplates } from '../io/workspace.ts';
import type { DocketConfig } from '../records/config.ts';
import { buildCorpus, type Corpus } from '../records/corpus.ts';
import { compareFindings, type Finding } from '../records/finding.ts';
import { type Layout, RECORD_KINDS, type RecordKind } from '../records/layout.ts';
import { idOfPath } from '../records/record.ts';
import { areNamesAlike } from './names.ts';
import { type LookedAt, readSurroundings } from './surroundings.ts';
import type { Told } from './told.ts';

/** The records of a repository as they were read. Reading again what changed makes another. */
export interface Reading {
  readonly corpus: Corpus;
  /** What reading the files found, and templates that are missing. */
  readonly findings: readonly Finding[];
  /** Every file that is a record by its place, readable or not, by path. */
  readonly files: ReadonlyMap<string, ReadFile>;
  /** Paths outside the records that these point to. */
  readonly looked: ReadonlyMap<string, LookedAt>;
  readonly contracts: Contracts;
  /** Stands for which records and files there are: the same as before where none is new, gone or renamed. */
  readonly naming: symbol;
}

/** The templates of the kinds that have records, with what is wrong with them. */
interface Contracts {
  readonly kinds: readonly RecordKind[];
  readonly read: ReturnType<typeof readTemplates>;
}

/** How a repository is read. */
export interface ReadingInput {
  /** Absolute path. */
  readonly root: string;
  readonly config: DocketConfig;
  readonly layout: Layout;
  /** Whether a folder that the configuration names may be missing, as before it was made. */
  readonly mayLackFolders: boolean;
  /** Looks at each record as soon as it is read; records are kept without their trees then. */
  readonly look: FirstLook | undefined;
  /** Paths that Git holds and left out of the working tree, with their folders. */
  readonly sparse: ReadonlySet<string>;
  /** Texts that stand for files as if they were saved, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What was read before, and which paths may have changed since. */
export interface Earlier {
  readonly reading: Reading;
  readonly told: Told;
}

/**
 * Reads every record and template of a repository; where it was read before, only what may have changed.
 * @throws {ConfigError} where the configuration names a folder that is not there
 */
export function readRepository(input: ReadingInput, earlier?: Earlier): Reading {
  const { root, config, layout, mayLackFolders, look, sparse, texts } = input;
  const reader = new Reader(root, sparse);
  const paths = listRecords(reader, layout, texts.keys());
  const present = new Set(paths.values());
  const kinds = RECORD_KINDS.filter((kind) => present.has(kind));
  const contracts = contractsOf(reader, layout, kinds, earlier);
  const { templates, missing } = contracts.read;
  const conventions = { templates, layout };
  // A template says how sections of records are read.
  const kept =
    contracts === earlier?.reading.contracts ? earlier.reading.files : new Map<string, ReadFile>();
  const files = new Map<string, ReadFile>();
  const unread: string[] = [];
  for (const [path, kind] of paths) {
    const known = earlier?.told.holds(path) ? undefined : kept.get(path);
    const text = texts.get(path);
    const read = () => (text === undefined ? reader.text(path) : asIfSaved(path, text));
    const file = known ?? readRecordFile(kind, read(), { conventions, look });
    files.set(path, file);
    if (!file.record) unread.push(path, idOfPath(kind, path, layout));
  }
  if (!mayLackFolders && files.size > 0) assertFolders(root, config);

  const records = [...files.values()].flatMap(({ record }) => record ?? []);
  const looked = new Map(
    [...(earlier?.reading.looked ?? [])].filter(([path]) => !earlier?.told.holds(path)),
  );
  const around = readSurroundings(reader, records, looked);
  const surroundings = { ...around, unread: new Set(unread.sort()) };
  const corpus = buildCorpus({ records, templates, surroundings, layout });
  const isNamedAlike = earlier && areNamesAlike(earlier.reading.corpus, corpus);
  return {
    corpus,
    findings: [
      ...[...files.values()].flatMap(({ findings }) => findings).sort(compareFindings),
      ...missing,
    ],
    files,
    looked,
    contracts,
    naming: isNamedAlike ? earlier.reading.naming : Symbol('names'),
  };
}

/** The templates; the same object as before where nothing speaks for a change. */
function contractsOf(
  reader: Reader,
  layout: Layout,
  kinds: readonly RecordKind[],
  earlier: Earlier | undefined,
): Contracts {
  const known = earlier?.reading.contracts;
  const isKnown =
    known?.kinds.join() === kinds.join() &&
    !RECORD_KINDS.some((kind) => earlier?.told.holds(layout[kind].template));
  return known && isKnown ? known : { kinds, read: readTemplates(reader, layout, kinds) };
}
