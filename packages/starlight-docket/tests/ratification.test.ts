import type { JudgedRatification, Ratifications } from 'docket/records';
import { expect, test } from 'vitest';
import { recordsDocument } from '../views/api.ts';
import { qualifiedStatuses } from '../views/qualified.ts';
import { ratificationViews } from '../views/ratification.ts';
import { exampleModel } from './site-context.ts';

const model = exampleModel();
const adr = model.corpus.adr('ADR-002');
if (!adr) throw new Error('There is no ADR-002');

const one = (standing: JudgedRatification['standing']): JudgedRatification => ({
  ...{ file: '.sdd/ratified/a.json', path: adr.path, record: 'ADR-002', part: undefined },
  ...{ states: adr.title, digest: '0'.repeat(64), signer: 'anna@example.org' },
  ...{ date: '2026-02-04T12:00:00Z', key: 'SHA256:abc', standing },
  carrier: { commit: '1234567890'.repeat(4), author: 'helper[bot]', isAgent: true },
});
const asked = (...all: readonly JudgedRatification[]): Ratifications => ({
  ...{ all, problems: [], gap: undefined, decisions: new Set([adr.path]) },
  policy: { require: ['agent-records'] },
});

test('a decision that waits for a person is told from one that is accepted', () => {
  const waiting = { ...model, ratifications: asked() };
  expect([...qualifiedStatuses(waiting)]).toEqual([
    ['/base/adr/adr-002-keep-sessions-in-redis/', 'unratified'],
  ]);
  const signed = { ...model, ratifications: asked(one({ kind: 'holds' })) };
  expect(qualifiedStatuses(signed).size).toBe(0);
  expect(qualifiedStatuses(model).size).toBe(0);
  const states = (ratifications: Ratifications) =>
    recordsDocument({ ...model, ratifications }, undefined).records.map(
      ({ ratification }) => ratification,
    );
  expect(states(asked()).slice(0, 2)).toEqual([undefined, 'unratified']);
  expect(states(asked(one({ kind: 'holds' }))).slice(0, 2)).toEqual([undefined, 'ratified']);
});

test('its page tells who signed, who brought that in, and what has changed since', () => {
  const before = exampleModel({
    ...{ change: adr.path, from: 'for 24 hours', to: 'for 12 hours' },
  }).corpus.adr('ADR-002');
  const [view] = ratificationViews(
    { ...model, ratifications: asked(one({ kind: 'changed', before })) },
    adr,
  );
  expect(view).toMatchObject({ signer: 'anna@example.org', standing: 'changed' });
  expect(view?.carrier).toMatchObject({ author: 'helper[bot]', isAgent: true, id: '12345678' });
  const changes = (view?.difference ?? [])
    .flatMap(({ pieces }) => pieces)
    .filter(({ kind }) => kind !== 'same');
  expect(changes).toEqual([
    { kind: 'removed', text: '12' },
    { kind: 'added', text: '24' },
  ]);
});
