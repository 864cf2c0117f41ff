import { loadConfig } from '../../io/config.ts';
import { type FetchedBranch, withFetchedBranch } from '../../io/fetch-repository.ts';
import { Reader } from '../../io/reader.ts';
import { NoWorkspaceError } from '../../io/workspace.ts';
import { CONFIG_FILES } from '../../records/config.ts';
import { type OtherLog, ownLogs } from '../../records/config-logs.ts';
import { mayBeOfLog } from '../../records/discovery/find-logs.ts';
import { foldersNamedIn, isToolFile, TOOL_FOLDERS } from '../../records/discovery/other-tools.ts';
import { RECORD_ENDING } from '../../records/formats/format.ts';
import { folderPrefix, LAYOUT } from '../../records/layout.ts';
import { isDocument, isMedia } from '../../records/media.ts';
import { folderOf, pathFrom } from '../../records/paths.ts';
import { webAddressOf } from '../../records/web-address.ts';
import { openSession, type Session } from '../session.ts';

/**
 * Opens the log on a branch of a repository that is fetched: of files those that may be records, say where these are, or
 * are shown by them. Nobody
 * else changes its folder until they are read.
 * @throws {FetchError} where it cannot be fetched
 * @throws {HelpfulError} as `openSession` does
 */
export async function openFetchedLog(log: OtherLog, cache: string) {
  const { repository: address = '', branch, paths } = log;
  const { session, isNew, stale, bring } = await withFetchedBranch(
    { address, branch },
    cache,
    async (fetched) => {
      const session = await openRecords(fetched, paths?.adr);
      await bringPointedTo(fetched, session);
      return { ...fetched, session };
    },
  );
  return {
    ...{ session, isNew, bring },
    repository: webAddressOf(address),
    ref: branch ?? 'HEAD',
    notes: stale === undefined ? [] : [`shown as it was fetched last: ${stale}`],
  };
}

async function openRecords(fetched: FetchedBranch, folder: string | undefined): Promise<Session> {
  const { root } = fetched;
  await fetched.checkOut(
    fetched.paths.filter((file) => file === CONFIG_FILES.data || isToolFile(nameOf(file))),
  );
  const folders = await foldersIn(fetched, folder);
  await fetched.checkOut(
    fetched.paths.filter(
      (file) =>
        folders.some((one) => file.startsWith(folderPrefix(one))) ||
        (folder === undefined && mayBeOfLog(file)),
    ),
  );
  try {
    const session = await openSession({ root, folder, isLean: true });
    if (session.corpus.adrs.length > 0 || folder !== undefined) return session;
  } catch (error) {
    if (!(error instanceof NoWorkspaceError) || folder !== undefined) throw error;
  }
  // Nothing but what they say tells them from other texts.
  await fetched.checkOut(fetched.paths.filter((file) => RECORD_ENDING.test(file)));
  return openSession({ root, isLean: true });
}

/** The folders that its configuration, other tools or the log name. */
async function foldersIn(
  { root, paths }: FetchedBranch,
  folder: string | undefined,
): Promise<string[]> {
  if (folder !== undefined) return [folder];
  const config = await loadConfig(root, { runsCode: false });
  const own = (ownLogs(config) ?? []).flatMap((log) =>
    log.root === '.' ? (log.paths?.adr ?? []) : log.root,
  );
  const reader = new Reader(root);
  const named = paths.flatMap((file) => {
    if (!isToolFile(nameOf(file))) return [];
    const read = reader.text(file);
    if (read.kind !== 'text') return [];
    return foldersNamedIn(nameOf(file), read.text).flatMap(
      (one) => pathFrom(folderOf(file), one.folder) ?? [],
    );
  });
  const usual = config.paths?.adr ?? LAYOUT.adr.folder;
  return [usual, ...own, ...named, ...TOOL_FOLDERS.map((one) => one.folder)];
}

/** Fetches what the records show or lead to, as far as a page can hold or judge it. */
async function bringPointedTo(fetched: FetchedBranch, session: Session): Promise<void> {
  const wanted = [...session.corpus.surroundings.existing].filter(
    (file) => isMedia(file) || isDocument(file) || file.endsWith('.md'),
  );
  if (wanted.length === 0) return;
  await fetched.checkOut(wanted);
  await session.update(wanted);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
