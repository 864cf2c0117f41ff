/** A name as systems compare it that know no letter case, such as Windows and macOS: names that are equal are one file there. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
