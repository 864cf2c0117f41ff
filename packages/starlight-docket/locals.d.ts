declare namespace App {
  interface Locals {
    /** Set by `route-data.ts` for every page that Starlight renders. */
    docket: import('./views/page-context.ts').PageContext;
  }
}

interface Window {
  /** Set by `theme-script.ts`: `auto`, `light` or `dark`. */
  docketTheme: { choice: string };
}

declare module 'virtual:starlight/user-config' {
  /** What the site's configuration gives Starlight, as far as it is used here. */
  const config: {
    /** Elements for the head of every page. */
    readonly head: readonly import('./build/delivery/site-policy.ts').ConfiguredElement[];
  };
  export default config;
}
