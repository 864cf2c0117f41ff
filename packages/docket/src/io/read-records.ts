import type { Conventions } from '../records/conventions.ts';
import { FILE_START, type Finding } from '../records/finding.ts';
import type { RecordKind } from '../records/layout.ts';
import { type DocketRecord, readRecord } from '../records/record.ts';
import { slimRecord } from '../records/slim.ts';
import type { TextFile } from './files.ts';

/** A file that is a record by its place, as it was read. */
export interface ReadFile {
  /** `undefined` where the file could not be read as text. */
  readonly record: DocketRecord | undefined;
  /** What reading it found. */
  readonly findings: readonly Finding[];
}

/** Looks at a record as soon as it is read, when nothing is known of the others. */
export type FirstLook = (record: DocketRecord, conventions: Conventions) => void;

/** How records are read. */
export interface RecordsReading {
  readonly conventions: Conventions;
  /** Where it is given, a record keeps its text, and what others need of it, and no tree. */
  readonly look?: FirstLook | undefined;
}

/** Makes a record of a file. */
export function readRecordFile(
  kind: RecordKind,
  file: TextFile,
  { conventions, look }: RecordsReading,
): ReadFile {
  if (file.kind === 'unreadable') return { record: undefined, findings: [unreadable(file)] };
  const record = readRecord(kind, file, conventions);
  look?.(record, conventions);
  return {
    record: look ? slimRecord(record, conventions) : record,
    findings: file.hasBom && !conventions.layout[kind].logs ? [byteOrderMark(file.path)] : [],
  };
}

/** The finding about a file that could not be read. */
export function unreadable(file: Extract<TextFile, { kind: 'unreadable' }>): Finding {
  const point = { line: file.line, column: file.column, offset: 0 };
  return {
    rule: 'file-readable',
    severity: 'error',
    file: file.path,
    span: { start: point, end: point },
    found: file.found,
    ...(file.expected !== undefined && { expected: file.expected }),
    help: file.help,
    related: [],
  };
}

function byteOrderMark(file: string): Finding {
  return {
    rule: 'file-readable',
    severity: 'error',
    file,
    span: FILE_START,
    found: 'byte-order mark',
    expected: '`---` as the first bytes of the file',
    help: 'save the file as UTF-8 without a byte-order mark',
    related: [],
    fix: { edits: [], dropsByteOrderMark: true },
  };
}
