import { z } from 'zod';
import { changeKind, sideOf, statusChange } from '../../records/changes/changes.ts';
import { messageOf } from '../../records/finding.ts';
import { count } from '../../report/count.ts';
import { safeText } from '../../report/screen-text.ts';
import { pageOfLists } from '../paging.ts';
import { inline } from '../quote.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';

const changeSchema = z.object({
  id: z.string(),
  title: z.string(),
  path: z.string(),
  change: z.enum(['added', 'removed', 'renamed', 'changed']),
  status: z.object({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  sections: z.array(z.string()).meta({ description: 'Headings under which the text differs' }),
  fields: z.array(z.string()).meta({ description: 'Keys of the metadata that differ' }),
  agentDecisions: z
    .number()
    .meta({ description: 'Decisions agents took that nobody has reviewed' }),
});

/** Tells what changed in the decisions between two moments. */
export const changesSince = defineTool({
  name: 'changes_since',
  title: 'Changes of decisions',
  description:
    'What changed in the decisions since a branch, tag or commit, as a pull request sees it: new and removed records, statuses, sections, relations, and findings that are new. Without `head`, up to the files as they stand.',
  input: z.strictObject({
    base: z.string().min(1).max(200).meta({ description: 'Branch, tag or commit, such as `main`' }),
    head: z.string().min(1).max(200).optional(),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    base: z.string(),
    head: z.string(),
    records: z.array(changeSchema),
    relations: z.array(
      z.object({ change: z.string(), type: z.string(), from: z.string(), to: z.string() }),
    ),
    newFindings: z.array(z.object({ file: z.string(), line: z.number(), message: z.string() })),
  }),
  withHistory: true,
  async answer(args, { root, session, note }) {
    if (!session) {
      const data = { root, notes: [note ?? ''], nextCursor: null, base: args.base, head: '' };
      return {
        data: { ...data, records: [], relations: [], newFindings: [] },
        text: note ?? '',
      };
    }
    const changes = await session.difference(args.base, args.head);
    const records = changes.records.map((change) => {
      const { id, title, path } = sideOf(change);
      const status = statusChange(change);
      return {
        id,
        title: safeText(title),
        path,
        change: changeKind(change),
        status: status ? { before: status.before ?? null, after: status.after ?? null } : null,
        sections: change.sections.map(({ titles }) => titles.join(' / ')),
        fields: change.fields.map(({ key }) => key),
        agentDecisions: change.agentDecisions.filter(({ needsReview }) => needsReview).length,
      };
    });
    const lists = {
      records,
      relations: changes.relations.map(({ kind, type, from, to }) => ({
        ...{ change: kind, type, from, to },
      })),
      newFindings: changes.violations.added.map((finding) => ({
        file: finding.file,
        line: finding.span.start.line,
        message: safeText(messageOf(finding)),
      })),
    };
    const { base, head } = changes;
    const { items, nextCursor } = pageOfLists(lists, args, { beside: { root, base, head } });
    return {
      data: { root, notes: [], nextCursor, base, head, ...items },
      text: [
        `${count(records.length, 'record')} changed between ${base} and ${head}.`,
        ...items.records.map(
          ({ id, title, change, status, sections }) =>
            `- ${id} ${change}: ${inline(title)}${status ? `; status ${status.before ?? 'unknown'} → ${status.after ?? 'unknown'}` : ''}${sections.length > 0 ? `; in ${sections.map(inline).join(', ')}` : ''}`,
        ),
        ...items.relations.map(
          ({ change, type, from, to }) => `- ${change}: ${from} ${type} ${to}`,
        ),
        ...items.newFindings.map(
          ({ file, line, message }) => `- new finding, ${file}:${line}: ${message}`,
        ),
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});
