import { z } from 'zod';

/** Where records of Agent Trace lie, one a line; the standard names no place, and its reference writes here. */
export const TRACES_FILE = '.agent-trace/traces.jsonl';

const contributor = z.object({ type: z.string(), model_id: z.string().max(250).optional() });
const schema = z.object({
  version: z.string().regex(/^0\.\d+(?:\.\d+)?$/),
  vcs: z.object({ type: z.literal('git'), revision: z.string().regex(/^[0-9a-f]{7,64}$/) }),
  tool: z.object({ name: z.string().optional() }).optional(),
  metadata: z.object({ docket: z.unknown() }).partial().optional(),
  files: z.array(
    z.object({
      path: z.string(),
      conversations: z.array(
        z.object({
          contributor: contributor.optional(),
          ranges: z.array(z.object({ contributor: contributor.optional() })).optional(),
        }),
      ),
    }),
  ),
});

/** What an agent says it did to files. */
export interface TraceRecord {
  /** The commit that was checked out when it was recorded, or the one that has the work. */
  readonly revision: string;
  readonly tool: string | undefined;
  readonly models: readonly string[];
  readonly paths: readonly string[];
}

/**
 * Reads records of Agent Trace 0.1, a line each; a line that is none is passed over, and so is one in which no AI took
 * part, or that `docket emit` made.
 * @see https://agent-trace.dev
 */
export function readTraces(text: string): TraceRecord[] {
  return text.split('\n').flatMap((line): TraceRecord[] => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return [];
    }
    const { data } = schema.safeParse(value);
    // What a provenance record claims is no second witness for it.
    if (!data || data.metadata?.docket !== undefined) return [];
    const contributors = data.files.flatMap(({ conversations }) =>
      conversations.flatMap((one) => [
        one.contributor,
        ...(one.ranges ?? []).map((range) => range.contributor),
      ]),
    );
    const byAi = contributors.filter((one) => one?.type === 'ai' || one?.type === 'mixed');
    if (byAi.length === 0) return [];
    const name = data.tool?.name;
    return [
      {
        revision: data.vcs.revision,
        tool: name === undefined || name === 'unknown' ? undefined : name,
        models: [...new Set(byAi.flatMap((one) => one?.model_id ?? []))],
        paths: data.files.map(({ path }) => path),
      },
    ];
  });
}
