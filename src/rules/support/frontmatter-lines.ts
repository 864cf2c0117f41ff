import type { DocketRecord } from '../../records/record.ts';

/** A key of the frontmatter with the lines it stands on, comments above it included. */
export interface KeyLines {
  readonly key: string;
  readonly text: string;
}

/** The frontmatter between its fences, cut at its keys. */
export interface FrontmatterLines {
  /** Offset of the first line after the opening fence, and of the closing fence. */
  readonly start: number;
  readonly end: number;
  readonly keys: readonly KeyLines[];
  /** Lines after the last key that belong to none, such as comments. */
  readonly rest: string;
}

/** Cuts the frontmatter at its keys; `undefined` where a line is not of the plain form `key: value` or its continuation. */
export function frontmatterLines(record: DocketRecord): FrontmatterLines | undefined {
  const { text } = record.document;
  const { span, present, problems } = record.frontmatter;
  if (!present || problems.length > 0) return undefined;
  const start = text.indexOf('\n', span.start.offset) + 1;
  const end = text.lastIndexOf('\n', span.end.offset - 1) + 1;
  if (start <= 0 || end < start) return undefined;
  const keys: { key: string; text: string }[] = [];
  let waiting = '';
  for (const line of text.slice(start, end).match(/[^\n]*\n/g) ?? []) {
    const key = /^(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*:(?=\s)/.exec(line);
    const last = keys.at(-1);
    if (key) {
      keys.push({ key: key[1] ?? key[2] ?? key[3] ?? '', text: waiting + line });
      waiting = '';
    } else if (/^\s*(?:#.*)?$/.test(line.trimEnd())) {
      waiting += line;
    } else if (last && /^(?:[ \t]|- )/.test(line) && waiting === '') {
      last.text += line;
    } else {
      return undefined;
    }
  }
  return { start, end, keys, rest: waiting };
}
