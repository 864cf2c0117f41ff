import type { Page } from 'playwright/test';

/** What a page did that no page may do. */
export interface Watch {
  /** Errors on the console, uncaught exceptions, and requests that failed or left the host. */
  readonly faults: string[];
}

/**
 * Watches a page from now on.
 * @param missing path whose 404 answer is expected
 */
export function watch(page: Page, host: string, missing?: string): Watch {
  const faults: string[] = [];
  const isExpected = (url: string) => missing !== undefined && url.endsWith(missing);
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.location().url)) {
      faults.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== host)
      faults.push(`left the host: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !isExpected(response.url())) {
      faults.push(`${response.status()}: ${response.url()}`);
    }
  });
  return { faults };
}
