import path from 'node:path';
import type { HookParameters } from 'astro';
import { foldersOfKind, RECORD_KINDS } from 'docket/records';
import {
  ACCEPTED_PATH,
  CONFIG_FILES,
  isSpecText,
  RATIFIED_FOLDER,
  type Session,
} from 'docket/session';
import { missingConverter } from './missing-converter.ts';
import { renderPages, type SiteModel, setModel } from './model.ts';
import { type OpenSite, readModel } from './open.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** Folders that change without anything of a record changing. */
const IGNORED = /(?:^|\/)(?:node_modules|\.git|\.astro|\.cache|dist)(?:\/|$)/;

/** Changes that arrive this close together, in milliseconds, are read at once. */
const TOGETHER = 30;

/**
 * Serves records that people work on: they are read and judged when the first page is asked for, and then what changed.
 * A request waits for what is being read. Where a change cannot be read, pages show what was there before, and say so.
 */
export function followRecords(
  site: OpenSite,
  { server, logger }: Pick<HookParameters<'astro:server:setup'>, 'server' | 'logger'>,
): void {
  const { session } = site;
  let model: SiteModel | undefined;
  let latest: Promise<void> | undefined;

  const show = (next: SiteModel): void => {
    model = next;
    setModel(next);
    server.watcher.add(watchedPaths(session, next));
  };
  const refresh = async (paths: readonly string[]): Promise<void> => {
    try {
      const { added, changed, removed, affected, isWhole } = await session.update(paths);
      const touchesPages = paths.some(site.frame.pages.mayHold);
      if (touchesPages) site.frame.rereadPages();
      const touchesSpecs = paths.some(isSpecText);
      if (touchesSpecs) await site.frame.rereadSpecs();
      const isTold =
        affected.size > 0 ||
        touchesPages ||
        touchesSpecs ||
        isWhole ||
        paths.some((file) => file === ACCEPTED_PATH || file.startsWith(RATIFIED_FOLDER));
      if (!isTold && model) return;
      const touchesClaims =
        isWhole ||
        added.length + removed.length > 0 ||
        paths.some((file) => !changed.includes(file)) ||
        changed.some((file) => session.corpus.byPath(file)?.kind !== 'adr');
      show(await readModel(site, touchesClaims ? undefined : model));
      await renderPages();
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      logger.error(trouble);
      if (!model) throw error;
      show({ ...model, trouble });
    }
    reload(server);
  };

  followFiles(server, session.root, (paths) => {
    const before = latest ?? Promise.resolve();
    latest = before.catch(() => {}).then(() => refresh(paths));
    // Whoever asks for a page is told.
    latest.catch(() => {});
  });
  server.middlewares.use((_request, _response, next) => {
    latest ??= readModel(site).then(async (first) => {
      const missing = missingConverter(first);
      if (missing !== undefined) logger.warn(missing);
      show(first);
    });
    latest.then(() => next(), next);
  });
}

/** What is read besides the project's own files, which are watched already. */
function watchedPaths({ root }: Session, { corpus, pages, specs }: SiteModel): string[] {
  const folders = RECORD_KINDS.flatMap((kind) => foldersOfKind(corpus.layout[kind]));
  if (pages.folder !== undefined) folders.push(pages.folder);
  // Beside a specification come new ones.
  folders.push(...new Set(specs.all.map(({ folder }) => path.posix.dirname(folder.folder))));
  return [...folders, ACCEPTED_PATH, RATIFIED_FOLDER, ...Object.values(CONFIG_FILES)].map((file) =>
    path.join(root, file),
  );
}

/** Tells of files below a folder that changed, by their paths from there, those that change together at once. */
function followFiles(
  { watcher }: Server,
  root: string,
  tell: (paths: readonly string[]) => void,
): void {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, absolute) => {
    const file = path.relative(root, absolute).split(path.sep).join('/');
    if (file.startsWith('../') || path.isAbsolute(file) || IGNORED.test(file)) return;
    pending.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell([...pending]);
      pending.clear();
    }, TOGETHER);
  });
}

function reload({ environments }: Server): void {
  for (const { hot } of Object.values(environments)) {
    // Astro keeps which pages a route has until its content changes.
    hot.send('astro:content-changed', {});
  }
  environments.client.hot.send({ type: 'full-reload' });
}
