/** A text as one word of a command line that somebody copies: as it is where no shell reads more into it, else in quotes. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}./@_+][\p{L}\p{N}./@_+-]*$/u.test(text)
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}
