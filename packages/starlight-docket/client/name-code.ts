/*
 * Expressive Code makes a region of each block of code that scrolls, without a name; regions of a page need one each to
 * be told apart.
 */
for (const [index, block] of document.querySelectorAll('.expressive-code pre').entries()) {
  block.setAttribute('aria-label', `Code ${index + 1}`);
}
