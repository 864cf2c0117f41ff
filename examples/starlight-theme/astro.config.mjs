import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { docketSidebar } from 'starlight-docket';
import rapide from 'starlight-theme-rapide';

export default defineConfig({
  integrations: [
    starlight({
      title: 'Ferry',
      sidebar: ['timetable', docketSidebar('Why it is so')],
      plugins: [rapide(), docket({ prefix: 'decisions' })],
    }),
  ],
});
