import { expect, test } from 'vitest';
import { requirementsNamedIn } from '../../../src/evidence/sources/task-refs.ts';
import { processorTime } from '../../support/processor-time.ts';

test.each([
  ['Write it for FR-001 and US2', 'FR-001 US2'],
  ['FR-001 to FR-003', 'FR-001 FR-002 FR-003'],
  ['FR-001–FR-003, FR-007', 'FR-001 FR-002 FR-003 FR-007'],
  ['(FR-009-FR-011)', 'FR-009 FR-010 FR-011'],
  ['FR-001..003', 'FR-001 FR-002 FR-003'],
  ['FR-001, 002 & 004', 'FR-001 FR-002 FR-004'],
  ['US1-3', 'US1 US2 US3'],
  ['FR-001a and SC-002', 'FR-001a SC-002'],
  ['SC-001 to NFR-001', 'SC-001 NFR-001'],
  ['FR-001 - write docs/a.md', 'FR-001'],
  ['_Requirements: 1.1-1.5, 2.1, 3.1_', '1 2 3'],
  ['_Requirements: 1.1; 2.2 & 3.1_', '1 2 3'],
  ['**Requirements:** 1.1, and 4', '1 4'],
  ['Requirements: 1 – 3', '1 3 2'],
  ['Validates: Requirements 2.1', '2'],
  ['**Validates: Requirements 2.1, 3.4**', '2 3'],
  ['Requirement 2.1 and Requirement 4', '2 4'],
  ['_Requirements: 1.1 (in part)_', '1'],
  ['_Requirements: 1.1_ in 2 files', '1'],
  ['_Requirements_: 1.1', '1'],
  ['Gather requirements\n1. of all', ''],
  ['Write the requirements down', ''],
])('%s names %s', (text, refs) => {
  const named = requirementsNamedIn(text);
  expect([named.refs.join(' '), named.unread]).toEqual([refs, []]);
});

test.each([
  ['FR-001+', 'FR-001', 'FR'],
  ['SC-002 onwards', 'SC-002', 'SC'],
  ['FR-003 to FR-001', 'FR-003 FR-001', 'FR'],
  ['FR-1 to FR-999999999', 'FR-1 FR-999999999', 'FR'],
  ['FR-001a to FR-001c', 'FR-001a FR-001c', 'FR'],
  ['US1 and 2', 'US1', 'US'],
  ['_Requirements: 1.1-5_', '1 5', 'numbered'],
  ['_Requirements: 1.1, R2_', '1', 'numbered'],
  ['_Requirements: 1.1 2.2_', '1', 'numbered'],
  ['Requirements 1.1, §2', '1', 'numbered'],
  ['_Requirements: all_', '', 'numbered'],
  ['Requirements:\n1.1', '', 'numbered'],
])('%s names more than %s', (text, refs, unread) => {
  const named = requirementsNamedIn(text);
  expect([named.refs.join(' '), named.unread]).toEqual([refs, [unread]]);
});

test.each([
  ['spaces', `FR-001${' '.repeat(200_000)}x`],
  ['numbers', `Requirements: ${'1.1, '.repeat(40_000)}`],
  ['labels', 'Requirements: '.repeat(15_000)],
  ['labels in one list', 'Requirements 1.1, '.repeat(15_000)],
  ['labels and words', 'Requirements: a '.repeat(15_000)],
  ['stars', `Requirements${'*'.repeat(200_000)}`],
  ['ids', 'FR-001, '.repeat(25_000)],
])('%s that go on and on take no long time', (_, text) => {
  expect(processorTime(() => requirementsNamedIn(text))).toBeLessThan(1500);
});
