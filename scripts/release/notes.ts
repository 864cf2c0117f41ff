/**
 * The part of a changelog about one version, without its heading; empty where it does not tell of that version.
 * @param changelog as Changesets writes it
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n', 1)[0]?.trim() === version);
  return section?.slice(section.indexOf('\n')).trim() ?? '';
}
