import { instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { CaseRecord, EventRow } from '@lianban/db/queries/case-page';
import { items } from '@lianban/domain/items';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { openingOf } from '@lianban/workflows/testing/scenario';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { describe, expect, test } from 'vitest';
import { readerOf } from './catalogue.ts';
import { timeline } from './timeline.ts';

const AT = instant('2026-06-01T01:00:00.000Z');
const NUMBER = '川药监往函〔2026〕7号';
const place = { zh: '某处', en: 'Somewhere' };
const item = items.find(({ code }) => code === 'otc-retail');

const turn = (kind: EventRow['kind'], more: Partial<EventRow> = {}): EventRow => ({
  ...{ version: 2, at: AT, kind, duty: null, step: null, outcome: null, receivedOn: null, who: null },
  ...{ letterNumber: null, entries: [], dues: {}, form: null, reason: null, retracted: null },
  ...more,
});
const answered = turn('letterAnswered', {
  ...{ duty: 'verification/requestAssistance!/awaitAssistance', step: 'awaitAssistance', outcome: 'replied' },
  letterNumber: NUMBER,
});

/** The turn in a case of that bureau, as somebody of that role is told of it. */
function told(event: EventRow, role: Role = 'INS', province: 'CQ' | 'SC' = 'CQ', besides: Partial<Opening> = {}) {
  if (item === undefined) throw new Error('no item');
  const opening = openingOf(informedCommitment, { item: 'otc-retail', receivedOn: '2026-06-01', opening: besides });
  const head: CaseRecord['head'] = {
    ...{ caseId: 'c', number: '渝告承〔2026〕0001', acceptanceNumber: null, procedure: informedCommitment.id },
    ...{ edition: informedCommitment.edition, item, enterpriseId: 'e', enterprise: '万和药房', creditCode: '9150' },
    ...{ province, state: 'open', ending: null, version: 2, parentCaseId: null, parentDuty: null },
    ...{ secretSince: null, secretBy: null, secretReason: null, letInUntil: null, opensFiles: true, form: {} },
    ...{ openedAt: AT, updatedAt: AT, opening },
  };
  const post = { id: 'o', role, province, unitId: null, enterpriseId: null, place };
  const asking = {
    ...{ catalogue: readerOf(informedCommitment.id, informedCommitment.edition), now: AT },
    reader: { person: { id: 'r', name: '某人' }, post },
  };
  return timeline({ head, events: [event], duties: [], documents: [], attachments: [] }, asking)[0];
}

describe('what a letter of the other bureau did', () => {
  test.each([
    ['CQ', '四川省药品监督管理局', 'Sichuan Medical Products Administration'],
    ['SC', '重庆市药品监督管理局', 'Chongqing Medical Products Administration'],
  ] as const)('is told in %s as done by the bureau that wrote it, with its number', (province, zh, en) => {
    expect(told(answered, 'INS', province)).toMatchObject({
      ...{ who: null, stepTitle: { zh: '等候协查回函' } },
      otherBureau: { bureau: { zh, en }, letter: NUMBER },
    });
  });

  test.each(['APP', 'DIST'] as const)('is told to %s without whose letter did it, or that one did', (role) => {
    const entry = told(answered, role);
    expect(entry).toMatchObject({ who: null, otherBureau: null, act: { zh: '已办理' }, remark: null });
    expect(JSON.stringify(entry)).not.toContain(NUMBER);
  });

  test.each([
    ['somebody here', turn('answer', { ...answered, kind: 'answer', letterNumber: null })],
    ['a day that passed', turn('lapse', { ...answered, kind: 'lapse', outcome: 'lapsed', letterNumber: null })],
    ['whoever applied', turn('open')],
    ['the case that opened this one', turn('parentEnded')],
  ])('is nothing of what %s did', (_who, event) => {
    expect(told(event)?.otherBureau).toBeNull();
  });
});

describe('a case that nobody applied for', () => {
  test.each([
    ['the ledger of a quarter', { quarter: { year: 2026, quarter: 2, units: [] } }],
    ['the meetings of a year', { meetings: { year: 2026, districts: [] } }],
  ] as const)('is told to have been opened for its period: %s', (_what, besides) => {
    expect(told(turn('open'), 'RLO', 'CQ', besides)).toMatchObject({
      ...{ stepTitle: { zh: '定期事项' }, act: { zh: '按期开立' } },
    });
  });
});
