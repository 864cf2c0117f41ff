import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { astroSettings } from 'starlight-docket';
import { foreign, madeUpWords } from './made-up.ts';

// A site that says every word of Docket in a made-up language, and every word of Starlight in Greek.
export default defineConfig({
  ...astroSettings(),
  // Without the hand-written pages of this repository.
  srcDir: '.cache/words-project/src',
  integrations: [
    starlight({
      title: foreign('Shop'),
      favicon: '/favicon.svg',
      locales: { root: { label: foreign('Greek'), lang: 'el' } },
      plugins: [
        docket({ look: 'docket', delivery: true, logRows: 2, words: { el: madeUpWords() } }),
      ],
    }),
  ],
});
