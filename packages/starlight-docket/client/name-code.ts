import { say } from '../words/say.ts';
import { pageLanguage } from './words.ts';

/*
 * Expressive Code makes a region of each block of code that scrolls, without a name; regions of a page need one each to
 * be told apart.
 */
const words = document.querySelector<HTMLElement>('[data-code]')?.dataset['code'];
for (const [index, block] of document.querySelectorAll('.expressive-code pre').entries()) {
  block.setAttribute('aria-label', say(words, pageLanguage(), { number: index + 1 }));
}
