import { el } from './el.ts';

/** What the frame answers about one diagram: a picture for each theme, or why there is none. */
type Answer =
  | {
      readonly kind: 'drawn';
      readonly width: number;
      readonly height: number;
      readonly light: string;
      readonly dark: string;
    }
  | { readonly kind: 'refused'; readonly why: string };

/** How near a diagram must come to be drawn, in pixels: Mermaid is large, and most pages end before it is needed. */
const NEAR = 1500;
/** Milliseconds after which a diagram is given up: Mermaid may lay it out for ever. */
const PATIENCE = 20_000;
/** Part of its size at which a diagram can still be read. */
const SMALLEST = 0.6;
/** What a browser still shows as an image. */
const LARGEST = 20_000;

/**
 * Draws the diagrams of a page that only Mermaid can draw, once they are near. A frame without an origin draws, and what
 * it says becomes an image, in which nothing runs and from which nothing is loaded.
 */
class DocketDiagrams extends HTMLElement {
  #frame: HTMLIFrameElement | undefined;
  readonly #waiting = new Map<string, HTMLElement>();
  readonly #timers = new Map<string, number>();

  connectedCallback(): void {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          this.#ask(target as HTMLElement);
        }
      },
      { rootMargin: `${NEAR}px` },
    );
    for (const figure of document.querySelectorAll<HTMLElement>('.diagram-mermaid'))
      near.observe(figure);
  }

  #ask(figure: HTMLElement): void {
    const id = String(this.#waiting.size);
    this.#waiting.set(id, figure);
    if (this.#frame === undefined) this.#open(this.dataset['frame'] ?? '');
    else if (this.#frame.dataset['ready'] !== undefined) this.#send(id, figure);
  }

  #open(address: string): void {
    const frame = el('iframe', { src: address, title: '', tabIndex: -1 });
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('aria-hidden', 'true');
    this.#frame = frame as HTMLIFrameElement;
    window.addEventListener('message', (event) => {
      // The origin of a frame without one.
      if (event.source !== this.#frame?.contentWindow || event.origin !== 'null') return;
      this.#hear(event.data);
    });
    this.append(frame);
  }

  #send(id: string, figure: HTMLElement): void {
    const source = figure.querySelector('details code')?.textContent ?? '';
    const giveUp = () => this.#show(id, { kind: 'refused', why: '' });
    this.#timers.set(id, window.setTimeout(giveUp, PATIENCE));
    // There is no origin to name.
    this.#frame?.contentWindow?.postMessage({ id, source }, '*');
  }

  /** @param said of the frame, in which a diagram may have taken over */
  #hear(said: unknown): void {
    if (typeof said !== 'object' || said === null) return;
    const { ready, id, why, light, dark, width, height } = said as Record<string, unknown>;
    if (ready === true && this.#frame && this.#frame.dataset['ready'] === undefined) {
      this.#frame.dataset['ready'] = '';
      for (const [each, figure] of this.#waiting) this.#send(each, figure);
    }
    if (typeof id !== 'string') return;
    const isDrawn = typeof light === 'string' && typeof dark === 'string';
    if (isDrawn && isLength(width) && isLength(height))
      this.#show(id, { kind: 'drawn', width, height, light, dark });
    else this.#show(id, { kind: 'refused', why: typeof why === 'string' ? why : '' });
  }

  #show(id: string, answer: Answer): void {
    const figure = this.#waiting.get(id);
    if (!this.#timers.has(id) || !figure) return;
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    if (answer.kind === 'drawn') draw(figure, answer);
    else refuse(figure, answer.why);
  }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < LARGEST;
}

function draw(figure: HTMLElement, { width, height, ...svgs }: Answer & { kind: 'drawn' }): void {
  const canvas = figure.querySelector<HTMLElement>('.diagram-canvas');
  const alt = figure.querySelector('summary')?.textContent ?? '';
  const images = (['light', 'dark'] as const).map((theme) => {
    const src = `data:image/svg+xml,${encodeURIComponent(svgs[theme])}`;
    const className = `diagram-${theme}`;
    const image = el('img', {
      src,
      alt,
      className,
      width: Math.ceil(width),
      height: Math.ceil(height),
    });
    image.addEventListener('error', () => refuse(figure, ''));
    return image;
  });
  canvas?.replaceChildren(...images);
  figure.style.setProperty('--diagram-width', `${Math.ceil(width)}px`);
  // Whoever reads already keeps the place; the room of a diagram that is still to come is as high as it is.
  const isAhead = figure.getBoundingClientRect().top > window.innerHeight;
  figure.dataset['state'] = isAhead ? 'fitted' : 'drawn';
  const room = canvas && !isAhead ? roomIn(canvas) : 0;
  const image = images.find(({ offsetHeight }) => offsetHeight > 0);
  // What fits with a little less of its size need not be scrolled.
  if (room > 0 && image && room / image.offsetHeight > SMALLEST)
    canvas?.style.setProperty('--diagram-limit', `${room}px`);
}

/** Height inside an element, in pixels. */
function roomIn(element: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(element);
  return element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}

/** Shows the source, and why it is all there is. */
function refuse(figure: HTMLElement, why: string): void {
  figure.dataset['state'] = 'refused';
  const canvas = figure.querySelector<HTMLElement>('.diagram-canvas');
  const words = [canvas?.dataset['refused'] ?? '', why].filter((one) => one !== '').join(': ');
  canvas?.replaceChildren(el('p', { textContent: words }));
  const details = figure.querySelector('details');
  if (details) details.open = true;
}

customElements.define('docket-diagrams', DocketDiagrams);
