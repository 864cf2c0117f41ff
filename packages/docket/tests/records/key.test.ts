import { expect, test } from 'vitest';
import {
  findMentions,
  keyOfPath,
  nameOfId,
  numberInTitle,
  readId,
  readTypedName,
  splitAtNames,
  withoutName,
} from '../../src/records/key.ts';

test('the name of a file is the key of its record', () => {
  expect(keyOfPath('adr', 'docs/adr/adr-018-secret-management.md')).toEqual({
    log: '',
    kind: 'adr',
    number: '018',
    slug: 'secret-management',
  });
  expect(keyOfPath('provenance', 'a/spec-0003a-b.provenance.md')).toEqual({
    log: '',
    kind: 'provenance',
    number: '0003a',
    slug: 'b',
  });
  expect(keyOfPath('adr', 'docs/adr/Use a queue.md')).toEqual({
    log: '',
    kind: 'adr',
    slug: 'Use a queue',
  });
});

test.each([
  ['ADR-007', { kind: 'adr', number: '7' }],
  ['adr 7', { kind: 'adr', number: '7' }],
  ['Spec 0003A', { kind: 'spec', number: '3a' }],
  ['0', { kind: undefined, number: '0' }],
  ['007', { kind: undefined, number: '7' }],
  ['RFC-7', undefined],
  ['ADR-007 and more', undefined],
])('the typed name %s', (typed, expected) => {
  expect(readTypedName(typed)).toEqual(expected);
});

test('an id is read as it is shown, and as nothing else', () => {
  expect(readId('SPEC-0003a')).toEqual({ kind: 'spec', number: '0003a' });
  expect(readId('docs/adr/a.md')).toBeUndefined();
  expect(readId('adr-018')).toBeUndefined();
  expect(['ADR-018', 'SPEC-0001', 'PROVENANCE-0001', 'docs/adr/a.md'].map(nameOfId)).toEqual([
    'ADR-018',
    'Spec 0001',
    'Provenance 0001',
    'docs/adr/a.md',
  ]);
});

test('a title is told from the name that opens it', () => {
  expect(withoutName('ADR-018: Secrets: where')).toBe('Secrets: where');
  expect(withoutName('Spec 0003a — Write it')).toBe('Write it');
  expect(withoutName('ADR-018 is wrong')).toBe('ADR-018 is wrong');
  expect(numberInTitle('Spec 0003a: Write it')).toBe('0003a');
  expect(numberInTitle('Secrets')).toBeUndefined();
});

test('every second part of a text is a name', () => {
  expect(splitAtNames('From ADR-001 to Spec 0002.')).toEqual([
    'From ',
    'ADR-001',
    ' to ',
    'Spec 0002',
    '.',
  ]);
});

test('a text names records by the words of a log of its own, too', () => {
  const words = ['MADR', 'ODH-ADR-OPERATOR'];
  const found = (text: string) => findMentions(text, words).map(({ id, text: own }) => [id, own]);
  expect(found('See MADR-070, madr 071, ODH-ADR-Operator-0001 and ADR-018.')).toEqual([
    ['MADR-70', 'MADR-070'],
    ['MADR-71', 'madr 071'],
    ['ODH-ADR-OPERATOR-1', 'ODH-ADR-Operator-0001'],
    ['ADR-018', 'ADR-018'],
  ]);
  expect(found('MADR 4, MADR 4.0.0, x/MADR-070-a.md, MADR-070-a and xMADR-070')).toEqual([]);
  expect(findMentions('MADR-070')).toEqual([]);
});
