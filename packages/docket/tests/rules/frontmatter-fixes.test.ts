import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { applyFixes } from '../../src/engine/fix.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { readYaml } from '../../src/records/yaml.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { blockForms, flowForms } from '../support/yaml-forms.ts';

const files = patchedFiles([]);
const body = (files.get(NEW_ADR) ?? '').replace(/^---\n[\s\S]*?\n---\n/, '');

/** A record's frontmatter after every fix has been made, again and again. */
function fixed(yaml: string): string {
  let text = `---\n${yaml}---\n${body}`;
  for (let pass = 0; pass < 10; pass += 1) {
    const corpus = corpusOfFiles(new Map([...files, [NEW_ADR, text]]));
    const findings = lintCorpus(corpus, { facts: { today: '2026-06-01' } });
    const own = findings.filter(({ file, rule }) => file === NEW_ADR && rule !== 'line-ends');
    const after = applyFixes(text, own).text;
    if (after === text) break;
    text = after;
  }
  expect(text.endsWith(`---\n${body}`)).toBe(true);
  return text.slice('---\n'.length, -`---\n${body}`.length);
}

const loose = (value: unknown) => JSON.stringify(value, null, 1).toLowerCase();
const squeezed = (text: string) => text.replace(/\s+/g, '').toLowerCase();

test('fixes change the case of a word, white space and order, and no value, in all forms of YAML', {
  timeout: 60_000,
}, () => {
  const words = { tags: 'Redis', status: 'accepted', mine: 'Own', date: '2026-02-03' };
  const forms = fc.oneof(
    { weight: 4, arbitrary: blockForms(words) },
    { weight: 1, arbitrary: flowForms(Object.keys(words)) },
  );
  fc.assert(
    fc.property(forms, ({ before, entries, after }) => {
      const yaml = before + entries.map(({ text }) => text).join('') + after;
      fc.pre(readYaml(yaml).kind === 'mapping');
      const result = fixed(yaml);
      const [was, is] = [yaml, result].map((text) => parse(text, { logLevel: 'silent' }));
      expect(Object.keys(is).sort()).toEqual(Object.keys(was).sort());
      for (const key of Object.keys(was)) {
        const isWord = key === 'tags' || key === 'status';
        if (isWord) expect(loose(is[key]), result).toBe(loose(was[key]));
        else expect(is[key], result).toEqual(was[key]);
      }
      // Letters stay too: quotes of a mended word may go, and only those.
      const letters = (text: string) =>
        [...squeezed(text).replace(/["'|>+\-\d]/g, '')].sort().join('');
      expect(letters(result)).toBe(letters(yaml));
    }),
    { numRuns: 80 },
  );
});

test.each([
  ['[Redis, redis]', '[Redis, redis]'],
  ['[redis, REDIS]', '[redis, REDIS]'],
  ['[Redis, REDIS, rEdis]', '[redis, REDIS, rEdis]'],
  ['[Secret, secrets]', '[Secret, secrets]'],
  ['[CI-CD, cicd]', '[CI-CD, cicd]'],
  ['[Web-Sites, web site]', '[web-sites, web site]'],
  ['[web sites, Web-Sites]', '[web sites, Web-Sites]'],
  ['[Redis, users]', '[redis, users]'],
  ['["Redis", users] # c', '[redis, users] # c'],
  ['\n  - >-\n    Redis\n  - users', '\n  - redis\n  - users'],
])('tags: %s become %s', (before, after) => {
  const head = 'title: "ADR-002: Keep Sessions in Redis"\nstatus: Proposed\ntags: ';
  const result = fixed(`${head.trimEnd()}${before.startsWith('\n') ? '' : ' '}${before}\n`);
  expect(result).toContain(`tags:${after.startsWith('\n') ? '' : ' '}${after}\n`);
});
