// @ts-check
/*
 * Draws with Mermaid, in a frame without an origin of its own: whatever a diagram makes it do, it reaches neither the page
 * nor the network. A message names a diagram and its source; the answer is the picture for each theme, or why there is
 * none. Stands behind Mermaid in one document (views/diagram/frame.ts).
 */
(() => {
  const FONTS =
    '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
  /** Mermaid's `base` in the colours of the diagrams that are drawn at build (styles/diagrams.css). */
  const THEMES = {
    light: {
      darkMode: false,
      background: '#ffffff',
      primaryColor: '#fbf6ea',
      primaryTextColor: '#161b24',
      primaryBorderColor: '#c9a962',
      secondaryColor: '#e6eefb',
      tertiaryColor: '#f1eee6',
      lineColor: '#4c5665',
      textColor: '#2c333e',
      noteBkgColor: '#fbe7ae',
      noteTextColor: '#241a05',
      edgeLabelBackground: '#ffffff',
    },
    dark: {
      darkMode: true,
      background: '#191d24',
      primaryColor: '#242a34',
      primaryTextColor: '#f4f1e9',
      primaryBorderColor: '#7d6c44',
      secondaryColor: '#18294a',
      tertiaryColor: '#1f242d',
      lineColor: '#aab4c2',
      textColor: '#d0d6de',
      noteBkgColor: '#5a4512',
      noteTextColor: '#f4f1e9',
      edgeLabelBackground: '#191d24',
    },
  };

  /** @type {Promise<unknown>} */
  let last = Promise.resolve();

  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    // Mermaid keeps one configuration for all.
    last = last.then(() => answer(String(data.id), String(data.source)));
  });
  parent.postMessage({ ready: true }, '*');

  /** @param {string} id @param {string} source */
  async function answer(id, source) {
    try {
      const light = await picture('light', source);
      const dark = await picture('dark', source);
      parent.postMessage({ id, ...light, light: light.svg, dark: dark.svg }, '*');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      parent.postMessage({ id, why: why.slice(0, 500) }, '*');
    }
  }

  /** @param {keyof THEMES} theme @param {string} source */
  async function picture(theme, source) {
    // @ts-expect-error Mermaid stands above in the document
    const { mermaid } = globalThis;
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      deterministicIds: true,
      fontFamily: FONTS,
      theme: 'base',
      themeVariables: { ...THEMES[theme], fontFamily: FONTS },
    });
    const { svg } = await mermaid.render('diagram', source);
    const holder = document.createElement('template');
    holder.innerHTML = svg;
    const element = holder.content.querySelector('svg');
    const box = (element?.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
    const [width = 0, height = 0] = box.slice(2);
    if (!element || !(width > 0 && height > 0)) throw new Error('Mermaid drew nothing');
    // An image takes its size from these.
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
    element.style.removeProperty('max-width');
    // An image is read as XML, and what stands in its labels is HTML.
    return { svg: new XMLSerializer().serializeToString(element), width, height };
  }
})();
