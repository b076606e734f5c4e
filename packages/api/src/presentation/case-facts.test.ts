import { civilDate, instant } from '@lianban/domain/civil-date';
import { items } from '@lianban/domain/items';
import type { CaseRecord, EventRow } from '@lianban/db/queries/case-page';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { openingOf, publishedCalendar } from '@lianban/workflows/testing/scenario';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { describe, expect, test } from 'vitest';
import { factsFor } from './case-facts.ts';

const MONDAY = civilDate('2026-11-30');
const SUNDAY = civilDate('2026-11-29');
const SUNDAY_NOON = instant('2026-11-29T04:00:00Z');
const FRIDAY_EVENING = instant('2026-11-27T10:00:00Z');
const item = items.find(({ code }) => code === 'otc-retail');
const place = { zh: '某处', en: 'Somewhere' };

const opened: EventRow = {
  ...{ version: 1, at: SUNDAY_NOON, kind: 'open', duty: null, step: null, outcome: null, receivedOn: MONDAY },
  ...{
    who: { personId: 'p', name: '方少棠', role: 'APP', place, standingInFor: null },
    entries: [],
    dues: {},
    form: null,
    reason: null,
    retracted: null,
    letterNumber: null,
  },
};
const answered = (step: string, outcome: string, role: 'APP' | 'WIN' | 'OFF', at = SUNDAY_NOON): EventRow => ({
  ...{ version: 2, at, kind: 'answer', duty: step, step, outcome, receivedOn: MONDAY },
  ...{
    who: { personId: 'q', name: '某人', role, place, standingInFor: null },
    entries: [],
    dues: {},
    form: null,
    reason: null,
    retracted: null,
    letterNumber: null,
  },
});

/** A case of these turns, as somebody of that role is told of it. */
function actIn(events: readonly EventRow[], role: 'APP' | 'OFF' = 'OFF', opening: Partial<Opening> = {}) {
  if (item === undefined) throw new Error('no item');
  const head: CaseRecord['head'] = {
    ...{ caseId: 'c', number: '渝告承〔2026〕0001', acceptanceNumber: null, procedure: informedCommitment.id },
    ...{ edition: informedCommitment.edition, item, enterpriseId: 'e', enterprise: '万和药房', creditCode: '9150' },
    ...{
      province: 'CQ',
      state: 'open',
      ending: null,
      version: 2,
      parentCaseId: null,
      parentDuty: null,
      ...{ secretSince: null, secretBy: null, secretReason: null, letInUntil: null, opensFiles: true },
      form: {},
    },
    ...{ openedAt: SUNDAY_NOON, updatedAt: SUNDAY_NOON },
    opening: openingOf(informedCommitment, { item: 'otc-retail', receivedOn: MONDAY, opening }),
  };
  const nothing = {
    duties: [],
    clocks: [],
    documents: [],
    attachments: [],
    waiting: [],
    licence: null,
    related: [],
    letters: [],
    trails: {},
    deputies: [],
    prepared: [],
    alarms: [],
  };
  const post = { id: 'o', role, province: 'CQ', unitId: null, enterpriseId: null, place } as const;
  const asOf = { today: MONDAY, now: SUNDAY_NOON, calendar: publishedCalendar };
  const occasion = { reader: { person: { id: 'r', name: '某人' }, post }, asOf };
  return factsFor({ head, events, ...nothing }, occasion).actOf;
}

describe('what began a count', () => {
  test('on the day of receipt is the application, with the rest day or evening on which it was sent', () => {
    expect(actIn([opened])(1, MONDAY)).toMatchObject({ act: { zh: '提交申请' }, filedOn: SUNDAY });
    expect(actIn([{ ...opened, at: FRIDAY_EVENING }])(1, MONDAY)).toMatchObject({ filedOn: '2026-11-27' });
  });

  test('on the day it was sent is the application alone', () => {
    expect(actIn([opened])(1, SUNDAY)).toMatchObject({ act: { zh: '提交申请' }, filedOn: null });
  });

  test('is a supplement, sent outside office hours too', () => {
    const act = actIn([opened, answered('supplement', 'submit', 'APP')], 'APP');
    expect(act(2, MONDAY)).toMatchObject({ act: { zh: '提交补正材料' }, filedOn: SUNDAY });
  });

  test('is not what an office did on a rest day: nobody receives it', () => {
    const act = actIn([opened, answered('intake', 'correctOnTheSpot', 'WIN')]);
    expect(act(2, MONDAY)).toBeNull();
    expect(act(2, SUNDAY)).toMatchObject({ act: { zh: '当场更正' }, filedOn: null });
  });

  test.each([
    ['converted from another procedure', { convertedFrom: { caseId: 'b', acceptedOn: null, falsitySuspected: false } }],
    [
      'taken in as an old one',
      { carried: { number: '1', acceptedOn: MONDAY, segments: [], printedOn: MONDAY, countedOn: MONDAY } },
    ],
  ])('is not told of office hours in a case that was %s', (_how, opening) => {
    expect(actIn([opened], 'OFF', opening)(1, MONDAY)).toBeNull();
    expect(actIn([opened], 'OFF', opening)(1, SUNDAY)).toMatchObject({ act: { zh: '转入本程序' }, filedOn: null });
  });

  test('is not told to the applicant when it stays inside, on neither day', () => {
    const events = [opened, answered('propose', 'proposeRefusal', 'OFF')];
    for (const on of [SUNDAY, MONDAY]) expect(actIn(events, 'APP')(2, on)).toBeNull();
  });

  test('is nothing on any other day, and nothing in a turn that is not there', () => {
    expect(actIn([opened])(1, civilDate('2026-12-01'))).toBeNull();
    expect(actIn([opened])(7, MONDAY)).toBeNull();
  });
});
