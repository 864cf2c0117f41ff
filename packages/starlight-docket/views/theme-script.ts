/* Runs before the first paint, so that a chosen theme never flashes in from the other one. */
const SCRIPT = `
  (() => {
    let choice;
    try {
      choice = localStorage.getItem('starlight-theme');
    } catch {}
    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      if (choice === 'light' || choice === 'dark') root.dataset.choice = choice;
      else delete root.dataset.choice;
      root.dataset.theme = root.dataset.choice ?? (dark.matches ? 'dark' : 'light');
    };
    window.docketTheme = {
      get choice() {
        return root.dataset.choice ?? 'auto';
      },
      set choice(next) {
        choice = next;
        try {
          localStorage.setItem('starlight-theme', next === 'auto' ? '' : next);
        } catch {}
        apply();
      },
    };
    dark.addEventListener('change', apply);
    apply();
  })();
`;

/**
 * The one script that stands in every page, without its indentation; each line ends where a statement may. The policy
 * of the site names it by its hash.
 */
export const THEME_SCRIPT = SCRIPT.replace(/\s*\n\s*/g, '');
