import type { z } from 'zod';
import type { Field, FieldIssue, FieldSource, FieldsOf, ListField } from '../field.ts';
import type { Span } from '../finding.ts';
import type { Frontmatter } from '../frontmatter.ts';
import { readMetadata } from '../schema.ts';

/** What the frontmatter of a record says, and what is wrong in it. */
export interface YamlReading<T> {
  readonly fields: FieldsOf<T>;
  readonly issues: readonly FieldIssue[];
}

/** Reads the keys of a schema from the frontmatter, each on its own. Never throws. */
export function readYamlFields<T>(schema: z.ZodObject, frontmatter: Frontmatter): YamlReading<T> {
  const { data } = frontmatter;
  const { metadata, issues } = readMetadata<Record<string, unknown>>(schema, data);
  const fields = Object.keys(schema.shape).map((key) => [
    key,
    new YamlField(frontmatter, key, metadata[key], data[key]),
  ]);
  return {
    fields: Object.fromEntries(fields) as FieldsOf<T>,
    issues: issues.map(({ key, kind, index, value, issue }) => ({
      field: key,
      kind: kind === 'missing' && Object.hasOwn(data, key) ? 'empty' : kind,
      index,
      value,
      isRightType: issue?.code !== 'invalid_type',
      get span() {
        return kind === 'invalid' ? frontmatter.valueSpan(key, index) : frontmatter.keySpan(key);
      },
    })),
  };
}

/** A key of the frontmatter. Its places are looked up when they are asked for: most never are. */
class YamlField implements Field<unknown> {
  readonly value: unknown;
  readonly source: FieldSource = 'yaml';
  readonly #frontmatter: Frontmatter;
  readonly #key: string;
  readonly #raw: unknown;

  constructor(frontmatter: Frontmatter, key: string, value: unknown, raw: unknown) {
    this.value = value;
    this.#frontmatter = frontmatter;
    this.#key = key;
    this.#raw = raw;
  }

  get written(): string {
    return writtenOf(this.#raw);
  }

  get span(): Span {
    return this.#frontmatter.valueSpan(this.#key);
  }

  get items(): ListField<unknown>['items'] {
    const [frontmatter, key] = [this.#frontmatter, this.#key];
    const valid = Array.isArray(this.value) ? this.value : [];
    return (Array.isArray(this.#raw) ? this.#raw : []).map((raw: unknown, index) => ({
      value: valid[index],
      written: writtenOf(raw),
      source: 'yaml' as const,
      get span() {
        return frontmatter.valueSpan(key, index);
      },
    }));
  }
}

function writtenOf(raw: unknown): string {
  if (raw === undefined || raw === null) return '';
  if (typeof raw !== 'object') return String(raw);
  if (raw instanceof Date) return raw.toISOString();
  return Array.isArray(raw) ? `[${raw.map(writtenOf).join(', ')}]` : JSON.stringify(raw);
}
