import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/records/formats/parse-document.ts';
import { plainText } from '../../../src/records/markdown.ts';
import { nodesOf } from '../../../src/records/nodes.ts';

test.each(['a.adoc', 'a.rst'])('a long run of one sign in %s is text and no markup', (name) => {
  for (const sign of ['*', '`', '#', '+']) {
    const words = `Words ${sign.repeat(19_000)} and ${sign}more${sign} end`;
    const document = parseDocument(`docs/adr/${name}`, `Title\n=====\n\n${words}\n`);
    expect(plainText(document.tree)).toContain(words);
    expect(nodesOf(document).text.some(({ value }) => value === words)).toBe(true);
  }
});
