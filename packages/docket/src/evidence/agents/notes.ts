import { z } from 'zod';
import type { ObservedAgent } from './observed.ts';

/** Where the notes of the Git AI standard are. */
export const NOTES_REF = 'refs/notes/ai';

const credited = z.object({
  agent_id: z.object({ tool: z.string().min(1), model: z.string().min(1).optional() }),
});
const metadata = z.object({
  schema_version: z.string().regex(/^authorship\/[23]\./),
  prompts: z.record(z.string(), z.unknown()).optional(),
  sessions: z.record(z.string(), z.unknown()).optional(),
});

/**
 * The agents of a commit by its note: lines of files, a line `---`, and metadata as JSON, whose prompts or sessions name
 * a tool and a model. A note in another form names none.
 * @see https://github.com/git-ai-project/git-ai/blob/main/specs/git_ai_standard_v3.0.0.md
 */
export function agentsOfNote(commit: string, note: string): ObservedAgent[] {
  const at = note.search(/^---\r?$/m);
  if (at < 0) return [];
  let value: unknown;
  try {
    value = JSON.parse(note.slice(at).replace(/^---\r?\n/, ''));
  } catch {
    return [];
  }
  const read = metadata.safeParse(value);
  if (!read.success) return [];
  const entries = { ...read.data.prompts, ...read.data.sessions };
  return Object.values(entries).flatMap((entry): ObservedAgent[] => {
    const { data } = credited.safeParse(entry);
    if (!data) return [];
    return [{ name: data.agent_id.tool, model: data.agent_id.model, by: 'note', commit }];
  });
}
