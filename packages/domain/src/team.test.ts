import { describe, expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { listOf, type Candidate, type Criteria } from './team.ts';

const on = civilDate('2026-06-30');
const criteria: Criteria = { on, field: 'drug', loadLimit: 5, rotationYears: 2 };
const able: Candidate = {
  ...{ personId: 'p', name: '申牧', mayLead: true, isPresent: true, conflict: null, barredStep: null, load: 1 },
  certificates: [{ kind: '药品检查员', validFrom: civilDate('2024-01-01'), validTo: civilDate('2026-06-30') }],
  lastInspectedOn: null,
};
const [first] = able.certificates;
const ended = first === undefined ? [] : [{ ...first, validTo: civilDate('2026-06-29') }];
const judged = (differs: Partial<Candidate>, by: Partial<Criteria> = {}) =>
  listOf([{ ...able, ...differs }], { ...criteria, ...by })[0];

describe('the list of a draw', () => {
  test('gives a ticket for each inspection below the limit, twice as many to who was never there', () => {
    expect(judged({})).toMatchObject({ out: [], tickets: 8 });
    expect(judged({ lastInspectedOn: civilDate('2024-06-29') })).toMatchObject({ out: [], tickets: 4 });
    expect(judged({ load: 4 })).toMatchObject({ out: [], tickets: 2 });
  });

  test.each([
    ['absent', { isPresent: false }],
    ['unqualified', { certificates: [] }],
    ['qualificationEnded', { certificates: ended }],
    ['conflict', { conflict: 'relative' }],
    ['barredStep', { barredStep: 'decide' }],
    ['fullLoad', { load: 5 }],
    ['inspectedRecently', { lastInspectedOn: civilDate('2024-06-30') }],
  ] as const)('leaves out with the reason %s', (reason, differs) => {
    expect(judged(differs)).toMatchObject({ out: [reason], tickets: 0 });
  });

  test('tells every reason, and of a conflict not which', () => {
    expect(judged({ isPresent: false, conflict: 'relative', load: 9 })?.out).toEqual([
      'absent',
      'conflict',
      'fullLoad',
    ]);
    expect(JSON.stringify(judged({ conflict: 'relative' }))).not.toContain('relative');
  });

  test('asks for the certificate of the field, and for any where the field has none of its own', () => {
    expect(judged({}, { field: 'device' })).toMatchObject({ out: ['unqualified'] });
    expect(judged({}, { field: 'other' })).toMatchObject({ out: [] });
  });

  test('stands in the order of the persons whatever order they come in', () => {
    const pool = ['c', 'a', 'b'].map((personId) => ({ ...able, personId }));
    expect(listOf(pool, criteria).map(({ personId }) => personId)).toEqual(['a', 'b', 'c']);
  });
});
