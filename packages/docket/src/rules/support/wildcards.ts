/**
 * Whether a whole text fits a pattern in which `*` stands for any text and `#` for a digit; all else stands for itself.
 * Patterns come with the configuration of any branch, and no text makes this one slow, as a regular expression may be.
 */
export function fitsWildcards(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (!fitsAt(text, first, 0)) return false;
  if (last === undefined) return text.length === first.length;
  let at = first.length;
  for (const part of rest) {
    while (at + part.length <= text.length && !fitsAt(text, part, at)) at += 1;
    at += part.length;
  }
  return at <= text.length - last.length && fitsAt(text, last, text.length - last.length);
}

function fitsAt(text: string, part: string, at: number): boolean {
  if (at + part.length > text.length) return false;
  for (let index = 0; index < part.length; index += 1) {
    const sign = text.charAt(at + index);
    const fits = part[index] === '#' ? /\d/.test(sign) : part[index] === sign;
    if (!fits) return false;
  }
  return true;
}
