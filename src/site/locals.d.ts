declare namespace App {
  interface Locals {
    /** Set by `route-data.ts` for every page that Starlight renders. */
    docket: import('./page-context.ts').PageContext;
  }
}

interface Window {
  /** Set by the inline script of `ThemeProvider.astro`: `auto`, `light` or `dark`. */
  docketTheme: { choice: string };
}
