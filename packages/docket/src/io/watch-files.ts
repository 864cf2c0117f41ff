import { watch } from 'chokidar';
import { pathBelow } from './path-below.ts';

/** Folders that change without a record changing. */
const IGNORED = /(?:^|\/)(?:node_modules|\.git|\.astro|\.cache|dist)(?:\/|$)/;

/** Changes that arrive this close together, in milliseconds, are judged at once. */
const TOGETHER = 80;

/**
 * Yields the paths of every burst of changes below a folder, until the signal is given; folders that only tools write to
 * are left out.
 * @param root absolute path, and so are those that are yielded
 * @param onReady called when changes are seen from now on
 */
export async function* changesBelow(
  root: string,
  signal: AbortSignal,
  onReady: () => void,
): AsyncGenerator<ReadonlySet<string>> {
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (file) => IGNORED.test(pathBelow(root, file) ?? ''),
  });
  const state = { isDirty: false, wake: () => {} };
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    paths.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.isDirty = true;
      state.wake();
    }, TOGETHER);
  });
  watcher.once('ready', onReady);
  signal.addEventListener('abort', () => state.wake());
  try {
    while (!signal.aborted) {
      if (state.isDirty) {
        state.isDirty = false;
        const burst = paths;
        paths = new Set();
        yield burst;
      } else {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
    }
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
}
