/**
 * Characters in which the renderer may see a mark of its own. It is given others in their place, which mean nothing to
 * it, and those in its drawing are turned back: so a text is drawn as it stands, whatever it holds.
 */
const MARKS = '[](){}|<>"*~\\&`%\'';
/** Of the private use area, which no label that is drawn may hold. */
const FIRST = 0xe000;

/** Puts a stand-in in the place of each mark. */
export function withStandIns(text: string): string {
  return [...text]
    .map((character) => {
      const at = MARKS.indexOf(character);
      return at < 0 ? character : String.fromCharCode(FIRST + at);
    })
    .join('');
}

/** Turns the stand-ins of a drawing back, as text of XML. */
export function withoutStandIns(svg: string): string {
  return svg.replace(/[\ue000-\ue0ff]/g, (standIn) => {
    const character = MARKS[standIn.charCodeAt(0) - FIRST] ?? '';
    return /[<>&"']/.test(character) ? `&#${character.charCodeAt(0)};` : character;
  });
}
