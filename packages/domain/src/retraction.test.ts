import { describe, expect, test } from 'vitest';
import { documents, type DocumentType } from './document.ts';
import { retractionRefusal, staysInside, type Act } from './retraction.ts';

const act = (differs: Partial<Act> = {}): Act => ({
  ...{ isAnswer: true, isRetracted: false, isOwn: true, irreversible: false, isActedOn: false, hasLapsed: false },
  effects: [{ type: 'settled' }, { type: 'opened' }],
  ...differs,
});

describe('an act', () => {
  test('that only says who has what to do can be taken back', () => {
    expect(retractionRefusal(act())).toBeNull();
  });

  test.each<[string, Partial<Act>]>([
    ['RETRACT_NO_ACT', { isAnswer: false }],
    ['RETRACTED', { isRetracted: true }],
    ['RETRACT_NOT_OWN', { isOwn: false }],
    ['RETRACT_OUTWARD', { irreversible: true }],
    ['RETRACT_OUTWARD', { effects: [{ type: 'settled' }, { type: 'clockStarted' }] }],
    ['RETRACT_ACTED_ON', { isActedOn: true }],
    ['RETRACT_TOO_LATE', { hasLapsed: true }],
  ])('is refused as %s for %j', (code, differs) => {
    expect(retractionRefusal(act(differs))).toBe(code);
  });

  test('of somebody else is refused before anything is said about it', () => {
    expect(retractionRefusal(act({ isOwn: false, irreversible: true, isActedOn: true, hasLapsed: true }))).toBe(
      'RETRACT_NOT_OWN',
    );
  });
});

test('papers that anybody else has, that are numbered or sealed keep their act where it is', () => {
  const types = Object.keys(documents) as DocumentType[];
  const taken = types.filter((document) => staysInside([{ type: 'document', document }]));
  expect(taken.sort()).toEqual(['assignmentSheet', 'draftOpinion', 'reviewOpinion']);
  for (const type of taken) expect(documents[type]).toMatchObject({ series: null, audience: 'internal' });
});

test.each(['clockPaused', 'clockResumed', 'clockStopped', 'extended', 'licence', 'breach', 'transferred', 'closed'])(
  '%s has gone out',
  (type) => {
    expect(staysInside([{ type: 'settled' }, { type }])).toBe(false);
  },
);
