import { z } from 'zod';
import { messageOf } from '../../records/finding.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import { kindOfPath } from '../../records/layout.ts';
import { MAX_RECORD_BYTES } from '../../records/limits.ts';
import { count } from '../../report/count.ts';
import { safeText } from '../../report/screen-text.ts';
import { pathInside } from '../../session/why/grounds.ts';
import { pageOf } from '../paging.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';

/** A draft that cannot be judged. */
class DraftError extends HelpfulError {
  override readonly name = 'DraftError';
}

const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  file: z.string(),
  line: z.number(),
  message: z.string(),
  help: z.string().meta({ description: 'How to mend it' }),
});

/** Judges a text that is not saved. */
export const checkDraft = defineTool({
  name: 'check_draft',
  title: 'Check a draft',
  description:
    'What the linter finds in the text of a record that is not saved yet, as if it stood at a path of the repository. Nothing is written. Ask until it finds nothing, then save the text.',
  input: z.strictObject({
    path: z.string().min(1).max(1000).meta({
      description:
        'Where the record would stand, such as `docs/adr/adr-042-queue.md`: new, or a record that is there',
    }),
    text: z.string().max(MAX_RECORD_BYTES).meta({ description: 'The whole text of the file' }),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    kind: z.string().meta({ description: 'The kind of record that the path makes it' }),
    total: z.number(),
    findings: z.array(findingSchema),
  }),
  withHistory: false,
  async answer(args, { root, session, note }) {
    const path = pathInside(root, root, args.path);
    if (!session) throw new DraftError('There is no log to hold the draft against', note ?? '');
    const kind = kindOfPath(path, session.corpus.layout);
    if (kind === undefined) {
      const { adr, spec, provenance } = session.corpus.layout;
      throw new DraftError(
        `\`${path}\` is no place for a record`,
        `give a path in ${[...new Set([adr, spec, provenance].map(({ folder }) => `\`${folder}\``))].join(', ')}, named as the records there`,
      );
    }
    const before = await session.findings();
    const known = new Set([...before.fresh, ...before.known].map(keyOf));
    const { fresh } = await session.findingsWith(new Map([[path, args.text]]));
    // What the draft breaks elsewhere counts, too; what was wrong before does not.
    const found = fresh.filter((finding) => finding.file === path || !known.has(keyOf(finding)));
    const findings = found.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      file: finding.file,
      line: finding.span.start.line,
      message: safeText(messageOf(finding)),
      help: safeText(finding.help),
    }));
    const { items, nextCursor } = pageOf(findings, args);
    return {
      data: {
        root,
        notes: [],
        nextCursor,
        kind,
        total: findings.length,
        findings: [...items],
      },
      text: [
        findings.length === 0 ? 'No problems.' : `${count(findings.length, 'problem')}.`,
        ...items.map(
          ({ rule, severity, file, line, message, help }) =>
            `- ${severity} ${rule}, ${file}:${line}: ${message}; ${help}`,
        ),
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});

function keyOf(finding: Parameters<typeof messageOf>[0] & { file: string; rule: string }): string {
  return [finding.file, finding.rule, messageOf(finding)].join('\0');
}
