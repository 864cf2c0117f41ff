import { expect, test } from 'vitest';
import type { Patch } from '../../docket/src/engine/define.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from '../../docket/src/rules/support/example-base.ts';
import { type RecordView, viewOf } from '../views/record-view.ts';
import { exampleContext } from './site-context.ts';

function view<K extends RecordView['kind']>(
  kind: K,
  path: string,
  ...patches: Patch[]
): Extract<RecordView, { kind: K }> {
  const context = exampleContext(...patches);
  const record = context.corpus.byPath(path);
  const made = record && viewOf(context, record);
  if (made?.kind !== kind) throw new Error(`No ${kind} at ${path}`);
  return made as Extract<RecordView, { kind: K }>;
}

test('a decision shows its facts, its relations from both sides and its trace', () => {
  const adr = view('adr', NEW_ADR);
  expect(adr.label).toBe('ADR-002');
  expect(adr.title).toBe('Keep Sessions in Redis');
  expect(adr.makers).toEqual(['Team', 'Agent']);
  expect(adr.banner).toBeUndefined();
  expect(
    adr.relations.map(({ label, entries }) => [label, entries.map((entry) => entry.ref?.title)]),
  ).toEqual([['Supersedes', ['Keep Sessions in Memory']]]);
  expect(adr.trace.spec.kind === 'record' && adr.trace.spec.ref.label).toBe('Spec 0001');
  expect(adr.trace.executions.map(({ label }) => label)).toEqual(['Provenance 0001']);
  expect(adr.trace.mentionedBy.map(({ label }) => label)).toEqual([]);
});

test('a superseded decision names what stands today, at the very top', () => {
  const { banner } = view('adr', OLD_ADR);
  expect(banner).toEqual({
    status: 'Superseded',
    message: 'This decision no longer stands.',
    current: [
      {
        label: 'ADR-002',
        isNumbered: true,
        title: 'Keep Sessions in Redis',
        url: '/base/adr/adr-002-keep-sessions-in-redis/',
        status: 'Accepted',
        lapsed: false,
      },
    ],
    direct: [],
  });
});

test('a chain of supersession leads to its end and names the step between', () => {
  const { banner } = view(
    'adr',
    OLD_ADR,
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Superseded' },
    {
      add: 'docs/adr/adr-003-end.md',
      text: '---\ntitle: "ADR-003: End"\nstatus: Accepted\nsupersedes: [ADR-002]\n---\n',
    },
  );
  expect(banner?.current.map(({ label }) => label)).toEqual(['ADR-003']);
  expect(banner?.direct.map(({ label }) => label)).toEqual(['ADR-002']);
});

test.each([
  ['Proposed', 'This decision has not been made yet. Under discussion; nobody may rely on it yet.'],
  ['Rejected', 'This decision was rejected. Considered and turned down; kept for its reasons.'],
  ['Deprecated', 'This decision no longer stands. No longer applies, and nothing replaces it.'],
])('a decision that is %s says so', (status, message) => {
  const { banner } = view('adr', NEW_ADR, {
    change: NEW_ADR,
    from: 'status: Accepted',
    to: `status: ${status}`,
  });
  expect(banner?.message).toBe(message);
});

test('a relation to a record that is not there is kept by name', () => {
  const adr = view('adr', NEW_ADR, {
    change: NEW_ADR,
    from: 'supersedes: [ADR-001]',
    to: 'supersedes: [ADR-001]\nrelated: [ADR-077]',
  });
  expect(adr.relations.find(({ label }) => label === 'Related to')?.entries).toEqual([
    { label: 'ADR-077', ref: undefined },
  ]);
});

test('a specification without a word in its frontmatter is read from its Metadata section', () => {
  const spec = view('spec', SPEC, {
    change: SPEC,
    from: 'status: Accepted\ndate: 2026-02-02\n',
    to: '',
  });
  expect([spec.status, spec.date]).toEqual(['Accepted', '2026-02-02']);
  expect(spec.decisions.map(({ label }) => label)).toEqual(['ADR-002']);
  expect(spec.mentionedBy.map(({ label }) => label)).toEqual(['ADR-002']);
});

test('a provenance record shows its claims, linked where they are records', () => {
  const provenance = view('provenance', PROVENANCE);
  expect(provenance.title).toBe('Spec 0001 — Write ADR-002');
  expect(provenance.spec?.url).toBe('/base/specs/spec-0001-session-store/');
  expect(provenance.executed).toBe('3 February 2026, 09:30 UTC');
  expect(provenance.ownDecisions).toBe(0);
  expect(provenance.artifacts.map(({ path, status, ref }) => [path, status, ref?.label])).toEqual([
    ['docs/adr/adr-002-keep-sessions-in-redis.md', 'Created', 'ADR-002'],
  ]);
  expect(provenance.tally.outcomes.pass).toBe(2);
});

test('without a repository there is no address of the source, and with one there is', () => {
  expect(view('adr', NEW_ADR).source).toBeUndefined();
  const context = { ...exampleContext(), repository: 'https://example.com/r' };
  const record = context.corpus.byPath(NEW_ADR);
  expect(record && viewOf(context, record).source).toBe(
    'https://example.com/r/blob/HEAD/docs/adr/adr-002-keep-sessions-in-redis.md',
  );
});
