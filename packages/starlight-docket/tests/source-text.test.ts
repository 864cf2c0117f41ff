import { expect, test } from 'vitest';
import { foreignHtml } from '../views/source-text.ts';
import { inEnglish } from '../words/english.ts';

test('a record in another format is shown as written, with a link to its file', () => {
  const html = foreignHtml(inEnglish, {
    text: '.. raw:: html\n\n   <script>x</script>\n',
    format: 'restructured-text',
    url: 'https://example.org/blob/HEAD/a"b.rst',
  });
  expect(html).toContain(
    '<p>This record is written in reStructuredText. <a href="https://example.org/blob/HEAD/a&quot;b.rst">Open the file</a>. Its text, as it was written:</p>',
  );
  expect(html).toContain('   &lt;script&gt;x&lt;/script&gt;\n');
  expect(html).not.toContain('<script');
});

test('it says what would show it in full, and links nowhere without a repository', () => {
  const html = foreignHtml(inEnglish, {
    text: '= A',
    format: 'asciidoc',
    url: undefined,
    why: 'It is shown in full where `@asciidoctor/core` is installed.',
  });
  expect(html).toContain(
    '<p>This record is written in AsciiDoc. It is shown in full where <code>@asciidoctor/core</code> is installed. Its text, as it was written:</p>',
  );
});
