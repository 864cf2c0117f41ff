import type { Conventions } from '../records/conventions.ts';
import { compareFindings, FILE_START, type Finding } from '../records/finding.ts';
import { kindOfPath } from '../records/layout.ts';
import { type DocketRecord, idOfPath, readRecord } from '../records/record.ts';
import { slimRecord } from '../records/slim.ts';
import type { TextFile } from './files.ts';
import type { Reader } from './reader.ts';

/** The records of some files, with what could not be read. */
export interface RecordsRead {
  readonly records: readonly DocketRecord[];
  /** Files that could not be read, or not without a complaint. */
  readonly findings: readonly Finding[];
  /** Ids and paths of the records whose files could not be read. */
  readonly unread: readonly string[];
  /** How many files were looked at, readable or not. */
  readonly fileCount: number;
}

/** Looks at a record as soon as it is read, when nothing is known of the others. */
export type FirstLook = (record: DocketRecord, conventions: Conventions) => void;

/** How records are read. */
export interface RecordsReading {
  readonly conventions: Conventions;
  /** Where it is given, a record keeps its text, and what others need of it, and no tree. */
  readonly look?: FirstLook | undefined;
}

/** Makes records of the files that are some, in the order of their paths. */
export function readRecords(
  reader: Reader,
  paths: readonly string[],
  { conventions, look }: RecordsReading,
): RecordsRead {
  const { layout } = conventions;
  const records: DocketRecord[] = [];
  const findings: Finding[] = [];
  const unread: string[] = [];
  let fileCount = 0;
  for (const path of [...paths].sort()) {
    const kind = kindOfPath(path, layout);
    if (kind === undefined) continue;
    const file = reader.text(path);
    fileCount += 1;
    if (file.kind === 'unreadable') {
      findings.push(unreadable(file));
      unread.push(path, idOfPath(kind, path, layout));
    } else {
      const record = readRecord(kind, { path, text: file.text }, conventions);
      look?.(record, conventions);
      records.push(look ? slimRecord(record, conventions) : record);
      if (file.hasBom && !layout[kind].logs) findings.push(byteOrderMark(file.path));
    }
  }
  return { records, findings: findings.sort(compareFindings), unread: unread.sort(), fileCount };
}

/** The finding about a file that could not be read. */
export function unreadable(file: Extract<TextFile, { kind: 'unreadable' }>): Finding {
  const point = { line: file.line, column: file.column, offset: 0 };
  return {
    rule: 'file-readable',
    severity: 'error',
    file: file.path,
    span: { start: point, end: point },
    message: file.message,
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
    message: 'Unexpected byte-order mark, expected `---` as the first bytes of the file',
    help: 'save the file as UTF-8 without a byte-order mark',
    related: [],
    fix: { edits: [], dropsByteOrderMark: true },
  };
}
