import { describe, expect, test } from 'vitest';
import { fateOf, isNewer, newsOf } from './steady.ts';
import type { CasePageView, DutyView, TimelineEntry } from './views.ts';

const text = { zh: '', en: '' };
const duty = (key: string, more: Partial<DutyView> = {}): DutyView => ({
  caseId: '1',
  key,
  kind: 'duty',
  step: key,
  about: null,
  waiting: [],
  stepTitle: text,
  owner: { role: 'WIN', roleTitle: text, unit: text, province: 'CQ', person: null },
  deputies: [],
  holder: 'pool',
  mayAct: true,
  whyNot: null,
  deadline: {
    on: null,
    at: null,
    light: null,
    workingDaysLeft: null,
    provisional: false,
    clockStopped: false,
    why: null,
  },
  outcomes: [],
  basis: [],
  openedAt: '2026-06-30T01:00:00.000Z',
  trail: null,
  mayUrge: false,
  doneBy: null,
  ...more,
});
const entry = (version: number): TimelineEntry => ({
  version,
  at: '2026-06-30T01:00:00.000Z',
  on: '2026-06-30',
  branch: [],
  stepTitle: text,
  act: text,
  lapsed: false,
  retracted: null,
  takeBack: null,
  about: null,
  files: [],
  who: null,
  otherBureau: null,
  remark: null,
  documents: [],
  redated: [],
});
const page = (version: number, duties: DutyView[], today = '2026-06-30'): CasePageView => ({
  request: null,
  figures: [],
  today,
  caseId: '1',
  caseNumber: '渝告承〔2026〕1号',
  acceptanceNumber: null,
  itemTitle: text,
  procedure: 'informed-commitment',
  procedureTitle: text,
  edition: '2023-12',
  enterprise: '',
  creditCode: '',
  province: 'CQ',
  state: 'open',
  ending: null,
  version,
  ...{ secrecy: null, maySetSecrecy: false, underReview: null, mayContest: false, contests: null, contacts: [] },
  answer: text,
  duties,
  rights: [],
  clocks: [],
  timeline: Array.from({ length: version }, (_, at) => entry(at + 1)),
  ahead: [],
  documents: [],
  materials: [],
  opensFiles: true,
  licence: null,
  daysUsed: { agency: 0, enterprise: 0, units: [], since: '2026-06-01' },
  participants: [],
  related: [],
  ...{ asked: null, letters: [] },
  alarm: null,
  about: null,
  carried: null,
});

describe('isNewer', () => {
  test('holds for a turn of the case and for a change of hands', () => {
    const taken = duty('intake', { holder: 'other', mayAct: false });
    expect(isNewer(page(1, [duty('intake')]), page(2, []))).toBe(true);
    expect(isNewer(page(1, [duty('intake')]), page(1, [taken]))).toBe(true);
  });
  test('does not hold for the passing of a day', () => {
    expect(isNewer(page(1, [duty('intake')]), page(1, [duty('intake')], '2026-07-01'))).toBe(false);
  });
});

test('newsOf is what happened after the page was drawn', () => {
  expect(newsOf(page(1, []), page(3, [])).map(({ version }) => version)).toEqual([2, 3]);
});

test('fateOf tells a duty that is done from one that somebody else has taken', () => {
  const taken = duty('intake', { holder: 'other', mayAct: false });
  expect(fateOf({ key: 'intake' }, page(1, [duty('intake')]))).toBe('open');
  expect(fateOf({ key: 'intake' }, page(1, [taken]))).toBe('taken');
  expect(fateOf({ key: 'intake' }, page(2, []))).toBe('gone');
});
