import { frontmatterJsonSchema, type RecordKind, readId } from 'docket/records';

/** A frontmatter key as the reference page lists it. */
export interface KeyReference {
  readonly key: string;
  readonly required: boolean;
  /** In words, such as `list of text`. */
  readonly type: string;
  readonly description: string;
  /** As it is written in YAML, without the key; `undefined` where the schema gives none. */
  readonly example: string | undefined;
}

interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly items?: SchemaNode;
  readonly pattern?: string;
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** The frontmatter keys of a kind, in the order of its schema. */
export function keysOf(kind: RecordKind): KeyReference[] {
  const schema = frontmatterJsonSchema(kind) as {
    readonly properties?: Readonly<Record<string, SchemaNode>>;
    readonly required?: readonly string[];
  };
  return Object.entries(schema.properties ?? {}).map(([key, node]) => ({
    key,
    required: (schema.required ?? []).includes(key),
    type: typeWords(node),
    description: node.description ?? '',
    example: node.examples?.[0] === undefined ? undefined : yamlOf(node.examples[0]),
  }));
}

function typeWords(node: SchemaNode): string {
  if (node.enum) return `one of ${node.enum.join(', ')}`;
  if (node.type === 'array') return `list of ${node.items ? typeWords(node.items) : 'text'}`;
  if (node.anyOf) return node.anyOf.map(typeWords).join(' or ');
  if (node.properties) return `{ ${Object.keys(node.properties).join(', ')} }`;
  if (node.format === 'date') return 'date';
  if (readId(String(node.examples?.[0]))?.kind === 'adr') return 'ids';
  return node.type === 'string' ? 'text' : (node.type ?? 'any');
}

function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  const text = String(value);
  return /: |#|^[[{"'&*!|>%@`]/.test(text) ? JSON.stringify(text) : text;
}
