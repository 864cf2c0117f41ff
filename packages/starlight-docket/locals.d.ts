declare namespace App {
  interface Locals {
    /** Set by `middleware.ts` for every page that Starlight renders. */
    docket: import('./views/page-context.ts').PageContext;
  }
}

declare module 'virtual:starlight/components/*' {
  /** A component as the site has it: its own, Docket's or Starlight's. */
  const component: (props: Record<string, never>) => unknown;
  export default component;
}

declare module 'virtual:docket/words/*' {
  /** What a script says, by language and key; the language of the site comes first. */
  const phrases: Readonly<
    Record<string, Readonly<Record<string, import('./words/say.ts').Phrase>>>
  >;
  export default phrases;
}

declare module 'virtual:starlight/user-config' {
  /** What the site's configuration gives Starlight, as far as it is used here. */
  const config: {
    /** Elements for the head of every page. */
    readonly head: readonly import('./build/delivery/site-policy.ts').ConfiguredElement[];
    /** The settings of Starlight's search; `false` where it is off. */
    readonly pagefind: object | false;
    /** The file of each component. */
    readonly components: Readonly<Record<string, string>>;
  };
  export default config;
}
