import type { Conventions } from './conventions.ts';
import { fragmentsOf } from './fragments.ts';
import { type DocketRecord, readRecord } from './record.ts';

/**
 * The same record without its tree, which is most of its size. It holds its text and what others need of a record: its
 * name, its frontmatter, where it points, and the fragments it offers. For all else its text is read once more when
 * somebody asks, and that is then kept.
 */
export function slimRecord(record: DocketRecord, conventions: Conventions): DocketRecord {
  const { document, outline: _, sections: __, body, ...kept } = record;
  const { kind, path } = kept;
  const { format, attributes, text, lines, cutAt, excess } = document;
  // The body of a decision is made of sections, and those of the tree.
  const ownBody = kind === 'adr' ? undefined : body;
  let whole: DocketRecord | undefined;
  let slugs: ReadonlySet<string> | undefined;
  const read = () => readRecord(kind, { path, text }, conventions);
  const full = (): DocketRecord => {
    whole ??= read();
    return whole;
  };
  const slimDocument = {
    format,
    attributes,
    text,
    lines,
    cutAt,
    excess,
    get tree() {
      return full().document.tree;
    },
  };
  const slim = {
    ...kept,
    document: slimDocument,
    outline: {
      get slugs() {
        // Of a text that is read once more where need be, and let go.
        slugs ??= fragmentsOf((whole ?? read()).document).all;
        return slugs;
      },
      get preamble() {
        return full().outline.preamble;
      },
      get sections() {
        return full().outline.sections;
      },
      get all() {
        return full().outline.all;
      },
    },
    get sections() {
      return full().sections;
    },
    get body() {
      return ownBody ?? full().body;
    },
  };
  return slim as DocketRecord;
}
