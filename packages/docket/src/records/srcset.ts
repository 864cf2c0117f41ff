/** An address of a `srcset`, and the width or density it is for, as written. */
export interface Candidate {
  readonly url: string;
  /** Where the address starts in the attribute's value. */
  readonly index: number;
  /** Such as `2x` or `640w`; empty where there is none. */
  readonly descriptor: string;
}

/**
 * The addresses of a `srcset`, in order.
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function readSrcset(value: string): Candidate[] {
  const address = /[\s,]*(\S+)/y;
  const description = /(?:\([^)]*\)?|[^(,])*/y;
  const found: Candidate[] = [];
  for (let match = address.exec(value); match; match = address.exec(value)) {
    const word = match[1] ?? '';
    const url = word.replace(/,+$/, '');
    // A comma at its end closes a candidate without a descriptor.
    description.lastIndex = address.lastIndex;
    const descriptor = url === word ? (description.exec(value)?.[0] ?? '') : '';
    const index = address.lastIndex - word.length;
    if (url !== '') found.push({ url, index, descriptor: descriptor.trim() });
    address.lastIndex += descriptor.length;
  }
  return found;
}
