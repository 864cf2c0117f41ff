import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { astroSettings } from 'starlight-docket';

// The site of this repository with a log of several pages.
export default defineConfig({
  ...astroSettings(),
  integrations: [
    starlight({
      title: 'Docket',
      description:
        'Architecture decisions, the specifications that ordered them, and the provenance of what was done.',
      favicon: '/favicon.svg',
      plugins: [docket({ look: 'docket', delivery: true, reference: true, logRows: 10 })],
    }),
  ],
});
