import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { astroSettings } from 'starlight-docket';

// The site of this repository without the pages on Docket itself, which take longer than those of a few records.
export default defineConfig({
  ...astroSettings(),
  integrations: [
    starlight({
      title: 'Docket',
      favicon: '/favicon.svg',
      plugins: [docket({ look: 'docket', delivery: true })],
    }),
  ],
});
