import path from 'node:path';
import { prefill, recordPath } from '../../evidence/prefill.ts';
import { commandsOf } from '../../evidence/validate.ts';
import { workingTree } from '../../io/working-tree.ts';
import { readOptional } from '../../io/write.ts';
import { saving } from '../../records/authoring/change.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import type { Tree } from '../../records/history.ts';
import type { SourceFile, SpecRecord } from '../../records/record.ts';
import { now } from '../day.ts';
import type { Session } from '../session.ts';
import { type RunOptions, runCommands } from './run-checks.ts';

/** A provenance record cannot be made. */
export class ProvenanceError extends HelpfulError {
  override readonly name = 'ProvenanceError';
}

/** What a provenance record is made from. */
export interface ProvenanceRequest extends Omit<RunOptions, 'allowChanged'> {
  readonly spec: SpecRecord;
  /** Branch or commit since which files count as changed; by default the last commit. */
  readonly since: string | undefined;
  /** Who or what carried out the work, where it was told. */
  readonly agent: string | undefined;
  /** Whether the commands that steps name are run. */
  readonly runsCommands: boolean;
}

/**
 * A provenance record with all that a tool can know filled in; nothing is written.
 * @throws {HelpfulError} where the template is missing, or `since` names no commit
 */
export async function draftProvenance(
  session: Session,
  { spec, since, agent, runsCommands, ...options }: ProvenanceRequest,
): Promise<SourceFile> {
  const { root, corpus, config } = session;
  const { layout } = corpus;
  const { folder, template: contract } = layout.provenance;
  const template = await readOptional(path.join(root, contract));
  if (template === undefined) {
    throw new ProvenanceError(
      `The template ${contract} is missing`,
      'add it first: its headings are the sections of every provenance record',
    );
  }
  const file = recordPath(spec, folder, corpus.provenances);
  const artifacts = await artifactsOf(session, spec, file, since);
  const known = { template, layout, spec, executed: now(options.env), agent, artifacts };
  const evidence = await session.evidence();
  const { history } = evidence;
  const commands = await runCommands(runsCommands ? commandsOf(spec) : [], {
    ...options,
    folder: root,
    moment: 'now',
    config,
    history,
    landing: undefined,
    allowChanged: false,
  });
  const tree = withFile(workingTree(root), file, prefill({ ...known, steps: [] }));
  const at = { spec, record: undefined, moment: 'now', commands, tree } as const;
  const steps = await evidence.validate(at);
  return { path: file, text: prefill({ ...known, steps }) };
}

/** Writes a provenance record. @throws {HelpfulError} where the file is there already, or cannot be written */
export async function addProvenance(session: Session, { path: file, text }: SourceFile) {
  if ((await readOptional(path.join(session.root, file))) !== undefined) {
    throw new ProvenanceError(`${file} already exists`, 'edit it, or move it away');
  }
  await session.apply(() => ({ changes: [saving(file, undefined, text)] }));
}

const WORDS = { created: 'Created', modified: 'Modified', deleted: 'Deleted' } as const;

async function artifactsOf(
  session: Session,
  spec: SpecRecord,
  file: string,
  since: string | undefined,
): Promise<{ path: string; status: string }[]> {
  const own = { path: file, status: 'Created' };
  const history = await session.history();
  if (history.kind === 'unknown') return [{ path: spec.path, status: '{status}' }, own];
  const found = await session.filesSince(since ?? 'HEAD');
  const rows = found
    .filter((difference) => difference.path !== file)
    .map((difference) => ({ path: difference.path, status: WORDS[difference.status] }));
  const isOld = !rows.some((row) => row.path === spec.path);
  return [...(isOld ? [{ path: spec.path, status: 'Already existed' }] : []), ...rows, own];
}

/** A tree as it will be once a file is written. */
function withFile(tree: Tree, file: string, text: string): Tree {
  return {
    name: tree.name,
    locate: (name) => (name === file ? file : tree.locate(name)),
    text: (name) => (name === file ? text : tree.text(name)),
  };
}
