import phrases from 'virtual:docket/words/search';
import { saying } from './words.ts';

/** Says the words of what the dialog of the search offers and finds. */
export const searchWord = saying<'search'>(phrases);
