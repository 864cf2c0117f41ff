const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const cleanups = new Set<() => void>();

/**
 * Has something undone when this process ends before the caller could do it: by itself, by `process.exit` or by a
 * signal that asks it to. The signal then does what it would have done.
 * @param cleanup must not wait for anything
 * @returns takes it back
 */
export function onEnd(cleanup: () => void): () => void {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) unlisten();
  };
}

function listen(): void {
  process.on('exit', cleanUp);
  for (const signal of SIGNALS) process.on(signal, end);
}

function unlisten(): void {
  process.off('exit', cleanUp);
  for (const signal of SIGNALS) process.off(signal, end);
}

function end(signal: NodeJS.Signals): void {
  cleanUp();
  // Where somebody else listens, it is for them to end.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function cleanUp(): void {
  unlisten();
  // What was begun last ends first: a program before the folder it runs in.
  for (const cleanup of [...cleanups].reverse()) cleanup();
  cleanups.clear();
}
