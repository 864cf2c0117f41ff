/* Runs before the first paint, so that a chosen theme never flashes in from the other one. */
const SCRIPT = `
  (() => {
    const { dataset } = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      dataset.theme = dataset.choice ?? (dark.matches ? 'dark' : 'light');
    };
    try {
      const choice = localStorage.getItem('starlight-theme');
      if (/^(light|dark)$/.test(choice)) dataset.choice = choice;
    } catch {}
    dark.addEventListener('change', apply);
    apply();
  })();
`;

/**
 * The one script that stands in every page, without its indentation; each line ends where a statement may. The policy
 * of the site names it by its hash.
 */
export const THEME_SCRIPT = SCRIPT.replace(/\s*\n\s*/g, '');
