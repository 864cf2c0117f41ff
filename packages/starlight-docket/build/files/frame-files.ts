/** Where the frame is that draws diagrams, below the base of the site: its name changes with its content. */
export const FRAME_FILES = '_astro/diagrams.*.html';
