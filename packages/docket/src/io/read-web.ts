import { HelpfulError } from '../records/helpful-error.ts';
import { withoutSecrets } from '../records/remote.ts';

/** What stands at an address cannot be read. */
export class WebError extends HelpfulError {
  override readonly name = 'WebError';
  /** The status of the answer; `undefined` where there was none. */
  readonly status: number | undefined;

  constructor(message: string, help: string, status?: number) {
    super(message, help);
    this.status = status;
  }
}

/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE = 30_000;

/**
 * The bytes at an address: by HTTPS, or by HTTP from this machine alone. No cookie, no name and no password is sent,
 * and no redirect is followed.
 * @param most bytes that are taken
 * @throws {WebError} where there is no such answer
 */
export async function readWeb(url: URL, most: number): Promise<Buffer> {
  const shown = withoutSecrets(url.href);
  const fail = (what: string, help: string, status?: number) =>
    new WebError(`${shown} ${what}`, help, status);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere(url.hostname)))
    throw fail('is no address by HTTPS', 'name one that starts with `https://`');
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status >= 300 && response.status < 400)
      throw fail('leads to another address', 'name that one instead', response.status);
    if (!response.ok)
      throw fail(`answers with ${response.status}`, 'open it in a browser', response.status);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of response.body ?? []) {
      size += piece.length;
      if (size > most) throw fail(`is larger than ${most} bytes`, 'see what it holds');
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof WebError) throw error;
    const { message, cause } = error instanceof Error ? error : { message: String(error) };
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
    throw fail(`cannot be reached: ${withoutSecrets(reason)}`, 'see whether the site is up');
  }
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
