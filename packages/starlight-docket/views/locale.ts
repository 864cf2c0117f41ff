/** The tag by which dates, lists and feeds in a language are written: English without a region is that of most of the world. */
export function localeOf(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}
