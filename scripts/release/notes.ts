/**
 * The part of a changelog about one version, without its heading.
 *
 * @throws Error when the changelog does not tell of that version, or tells nothing.
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  const notes = section?.slice(section.indexOf('\n')).trim();
  if (notes) return notes;
  throw new Error(
    `Unexpected \`CHANGELOG.md\` without notes of ${version}, expected a section \`## [${version}] - YYYY-MM-DD\`; rename \`[Unreleased]\``,
  );
}
