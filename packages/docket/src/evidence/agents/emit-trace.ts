import { structuredPatch } from 'diff';
import type { Change } from '../../records/history.ts';
import { type Context, textOf } from '../context.ts';
import type { JudgedRecord } from '../judge.ts';
import type { KnownLanding } from '../landing.ts';
import { namesOf } from '../named.ts';
import { type Contributor, contributorOf } from './observed.ts';

/** A record of Agent Trace 0.1 about the landing of a provenance record. @see https://agent-trace.dev */
export interface EmittedTrace {
  readonly version: '0.1.0';
  /** A UUID; the same for the same record and landing. */
  readonly id: string;
  /** When the landing was committed, in UTC. */
  readonly timestamp: string;
  readonly vcs: { readonly type: 'git'; readonly revision: string };
  readonly files: readonly TracedFile[];
  /** What the record claims and no field of the format can hold. */
  readonly metadata: {
    readonly docket: {
      readonly record: string;
      readonly spec?: string;
      readonly agent?: string;
      readonly executed?: string;
    };
  };
}

/** A file with the lines that the landing gave it, counted from 1 and with both ends; none where they are unknown. */
interface TracedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly conversations: readonly [
    {
      readonly contributor: Contributor;
      readonly ranges: readonly { readonly start_line: number; readonly end_line: number }[];
    },
  ];
}

/**
 * The trace of a record that landed: the files that it claims and that the landing wrote as claimed. What the landing
 * wrote beside them is nobody's by this record, and a file that is gone has no lines. `undefined` where none is left.
 * @param digestText SHA-256 of a text as UTF-8, in hexadecimal
 */
export function emitTrace(
  context: Context,
  { record, spec, claims, agents }: JudgedRecord,
  landing: KnownLanding,
  digestText: (text: string) => string,
): EmittedTrace | undefined {
  const written = new Map(
    landing.commit.changes
      .filter(({ after, submodule }) => after !== undefined && !submodule)
      .map((change) => [change.path, change]),
  );
  const named = claims.flatMap(({ claim, verdict }) =>
    claim.kind === 'artifact' && verdict.kind === 'verified'
      ? namesOf(context, landing, claim.path)
      : [],
  );
  const contributor = contributorOf(agents ?? claimedAlone(record.fields.agent.value));
  const files = [...new Set(named)].flatMap((path): TracedFile[] => {
    const change = written.get(path);
    return change
      ? [{ path, conversations: [{ contributor, ranges: rangesOf(context, change) }] }]
      : [];
  });
  if (files.length === 0) return undefined;
  const { id: revision, committed } = landing.commit;
  const { agent, executed } = record.fields;
  return {
    version: '0.1.0',
    id: uuidOf(digestText(`${revision}\n${record.path}`)),
    timestamp: new Date(committed).toISOString(),
    vcs: { type: 'git', revision },
    files,
    metadata: {
      docket: {
        record: record.path,
        ...(spec && { spec: spec.path }),
        ...(agent.value !== undefined && { agent: agent.value }),
        ...(executed.value !== undefined && { executed: executed.value }),
      },
    },
  };
}

function claimedAlone(claimed: string | undefined): Parameters<typeof contributorOf>[0] {
  return { claimed, observed: [], gaps: [] };
}

// Beyond so many changed lines the search for them gets slow, and a shortcut would credit lines that stayed as they were.
const MOST_LINES_CHANGED = 5000;

function rangesOf(
  context: Context,
  { before, after }: Change,
): TracedFile['conversations'][0]['ranges'] {
  const old = before === undefined ? '' : textOf(context, before);
  const text = after === undefined ? undefined : textOf(context, after);
  if (old === undefined || text === undefined) return [];
  const patch = structuredPatch('', '', old, text, '', '', {
    context: 0,
    ...(old !== '' && { maxEditLength: MOST_LINES_CHANGED }),
  });
  return (patch?.hunks ?? [])
    .filter(({ newLines }) => newLines > 0)
    .map(({ newStart, newLines }) => ({
      start_line: newStart,
      end_line: newStart + newLines - 1,
    }));
}

/** A UUID of version 8 from a digest: https://www.rfc-editor.org/rfc/rfc9562#section-5.8 */
function uuidOf(digest: string): string {
  const variant = '89ab'[Number.parseInt(digest.charAt(16), 16) % 4];
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
