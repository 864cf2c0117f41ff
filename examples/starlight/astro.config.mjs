import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { docketSidebar } from 'starlight-docket';

export default defineConfig({
  integrations: [
    starlight({
      title: 'Ferry',
      sidebar: ['timetable', docketSidebar('Why it is so')],
      plugins: [docket({ prefix: 'decisions' })],
    }),
  ],
});
