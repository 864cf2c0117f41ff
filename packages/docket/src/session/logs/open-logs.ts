import { userCache } from '../../io/user-cache.ts';
import { type OtherLog, otherLogs } from '../../records/config-logs.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import type { OtherCorpus } from '../../records/join.ts';
import type { LogHome } from '../../records/layout.ts';
import type { PastState } from '../../records/life.ts';
import { mountOf } from '../../records/mount.ts';
import { withoutSecrets } from '../../records/remote.ts';
import { openSession, type Session } from '../session.ts';
import { webAddressOfRoot } from '../web-address.ts';
import { openFetchedLog } from './fetched-log.ts';
import { openPublishedLog } from './published-log.ts';

/** A log of another repository, open for reading. */
export interface OpenLog extends Omit<OtherCorpus, 'corpus'> {
  /** Of the repository that holds it, judged by its own configuration; none of its code was run. */
  readonly session: Session;
  /** Whether anything of it had to be fetched; `undefined` where nothing ever is. */
  readonly isNew: boolean | undefined;
  /** What its readers should know, such as that it could not be asked for what is new. */
  readonly notes: readonly string[];
  /** What earlier committed texts stated, by path from its root, where no history is here to tell. */
  readonly pastOf?: ((path: string) => readonly PastState[]) | undefined;
  /** Makes the contents of commits, by the ids of their blobs, readable. */
  bring(ids: Iterable<string>): Promise<void>;
}

/** A log that cannot be shown, and why; those beside it are none the worse. */
export interface ClosedLog {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly help: string;
}

/** How the logs of other repositories are opened. */
export interface LogOpening {
  /** Absolute path of the folder in which fetched repositories are kept; by default in that of the user. */
  readonly cache?: string | undefined;
  /** Hears how far it is. */
  readonly tell?: ((progress: string) => void) | undefined;
}

/** How many repositories are asked at a time. */
const AT_A_TIME = 6;

/**
 * Opens the logs of other repositories that a configuration names: other checkouts as they lie there, branches that are
 * fetched, and what other sites publish. One that cannot be had is told of and left out.
 * @param session of the repository whose configuration names them
 */
export async function openOtherLogs(
  session: Pick<Session, 'config' | 'root'>,
  { cache = userCache(), tell = () => {} }: LogOpening = {},
): Promise<{ readonly logs: readonly OpenLog[]; readonly closed: readonly ClosedLog[] }> {
  const wanted = otherLogs(session.config);
  const opened: (OpenLog | ClosedLog)[] = [];
  const queue = [...wanted.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, log] = next;
      const result = await openOne(log, cache, session.root).catch((error: unknown) =>
        closed(log, error),
      );
      opened[index] = result;
      done += 1;
      tell(`Log ${done} of ${wanted.length}: ${outcomeOf(result)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return {
    logs: opened.filter((one): one is OpenLog => 'session' in one),
    closed: opened.filter((one): one is ClosedLog => !('session' in one)),
  };
}

function outcomeOf(result: OpenLog | ClosedLog): string {
  if (!('session' in result)) return `${result.id} left out`;
  const { length } = result.session.corpus.adrs;
  const decisions = length === 1 ? '1 decision' : `${length} decisions`;
  if (result.isNew === undefined) return `${result.id}, ${decisions}`;
  return `${result.id}, ${decisions}, ${result.isNew ? 'fetched' : 'nothing new'}`;
}

async function openOne(log: OtherLog, cache: string, root: string): Promise<OpenLog> {
  const opened: Opened =
    log.published !== undefined
      ? await openPublishedLog(log, cache, root)
      : log.repository === undefined
        ? await openCheckout(log)
        : await openFetchedLog(log, cache);
  const { id, title = id } = log;
  const { session, repository, ref } = opened;
  if (session.corpus.adrs.length === 0) throw new NoDecisionsError(log);
  const { layout } = session.corpus;
  const { isNew, notes, bring, pastOf, published } = opened;
  const home = { mount: mountOf(id), repository, ref, layout, published };
  return { id, title, session, home, isNew, notes, bring, pastOf };
}

type Opened = Pick<OpenLog, 'session' | 'isNew' | 'notes' | 'bring' | 'pastOf'> &
  Pick<LogHome, 'repository' | 'ref' | 'published'>;

class NoDecisionsError extends HelpfulError {
  override readonly name = 'NoDecisionsError';

  constructor({ root, repository, published }: OtherLog) {
    super(
      `No decisions in ${withoutSecrets(root ?? repository ?? published ?? '')}`,
      'name their folder there with `paths.adr`, or leave the log out',
    );
  }
}

/** A checkout that somebody else works in; nothing in it is changed. */
async function openCheckout({ root = '', paths }: OtherLog) {
  const session = await openSession({ root, folder: paths?.adr, isLean: true });
  return {
    session,
    repository: await webAddressOfRoot(root),
    ...{ ref: 'HEAD', isNew: undefined, notes: [], bring: async () => {} },
  };
}

function closed({ id, title = id }: OtherLog, error: unknown): ClosedLog {
  if (!(error instanceof Error)) throw error;
  return {
    ...{ id, title, message: withoutSecrets(error.message) },
    help: error instanceof HelpfulError ? error.help : 'see whether Git can read that repository',
  };
}
