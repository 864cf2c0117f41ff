import { z } from 'zod';
import type { Workspace } from './workspaces.ts';

/** Characters that a token is reckoned as. */
const TOKEN = 4;

/** What every question may say. */
export const ASKING = {
  root: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'Folder of the repository, inside the roots of this server' }),
  maxTokens: z
    .int()
    .min(200)
    .max(25_000)
    .default(4000)
    .meta({ description: 'How long the answer may be; a token is reckoned as four characters' }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: '`nextCursor` of the answer before, to go on with the same question' }),
};

/** What every answer says. */
export const ANSWERING = {
  root: z.string().meta({ description: 'The repository that was asked about' }),
  notes: z
    .array(z.string())
    .meta({ description: 'What the answer leaves out or could not find out, and how to get it' }),
  nextCursor: z
    .string()
    .nullable()
    .meta({ description: 'To be given as `cursor` for the rest; null where this is all' }),
};

/** The values of `ASKING`. */
export interface Asking {
  readonly root?: string | undefined;
  readonly maxTokens: number;
  readonly cursor?: string | undefined;
}

/** An answer: as data, and as text for clients that show nothing else. */
export interface Answer<T> {
  readonly data: T;
  readonly text: string;
}

/** A question that agents may ask. It reads, and writes nothing. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Whether the answer rests on commits. */
  readonly withHistory: boolean;
  /** @throws {HelpfulError} where the question has no answer; the words say how to ask instead */
  answer(args: Record<string, unknown> & Asking, workspace: Workspace): Promise<Answer<object>>;
}

/** Gives a tool the types of its own schemas. */
export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(tool: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly withHistory: boolean;
  readonly answer: (args: z.output<I>, workspace: Workspace) => Promise<Answer<z.input<O>>>;
}): Tool {
  return tool as unknown as Tool;
}

/** How many characters an answer may have. */
export function lengthFor({ maxTokens }: Pick<Asking, 'maxTokens'>): number {
  return maxTokens * TOKEN;
}
