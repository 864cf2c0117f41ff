/** Size of an image in pixels, as those who show links ask for it. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
