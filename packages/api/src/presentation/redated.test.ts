import { instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { DutyRow, EventRow } from '@lianban/db/queries/case-page';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { expect, test } from 'vitest';
import { readerOf } from './catalogue.ts';
import type { Reader } from './owner.ts';
import { redatedBy } from './redated.ts';

const catalogue = readerOf(informedCommitment.id, informedCommitment.edition);
const post = { id: 'p', province: 'CQ', unitId: 'u', enterpriseId: null, place: { zh: '', en: '' } } as const;
const reader = (role: Role): Reader => ({ person: { id: '', name: '' }, post: { ...post, role } });

/** Midnight after the day in Asia/Shanghai, or an hour of the day itself. */
const after = (day: string) => instant(`${day}T16:00:00.000Z`);
const at = (day: string, hour: number) => instant(`${day}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`);

const turn = (version: number, kind: EventRow['kind'], dues: EventRow['dues']): EventRow => ({
  ...{ version, at: after('2026-06-01'), kind, duty: null, step: null, outcome: null, who: null },
  ...{ entries: [], form: null, reason: null, retracted: null, letterNumber: null, receivedOn: null, dues },
});
const duties: readonly Pick<DutyRow, 'key' | 'step' | 'kind' | 'role' | 'unitId'>[] = [
  { key: 'verify', step: 'verify', kind: 'duty', role: 'INS', unitId: 'u' },
  { key: 'requestMoreTime', step: 'requestMoreTime', kind: 'right', role: 'APP', unitId: null },
  { key: 'requestAssistance', step: 'requestAssistance', kind: 'right', role: 'INS', unitId: 'u' },
];

function told(dues: EventRow['dues'], before: readonly EventRow['dues'][], role: Role = 'OFF') {
  const earlier = before.map((given, place) => turn(place + 1, place === 0 ? 'open' : 'answer', given));
  const event = turn(earlier.length + 1, 'redate', dues);
  const events = [...earlier, event, turn(event.version + 1, 'redate', { verify: after('2026-12-31') })];
  const record = { events, duties };
  return redatedBy(event, record, { catalogue, reader: reader(role) }).map(({ title, from, to }) => [
    ...[title.zh, from?.on ?? null, to?.on ?? null],
  ]);
}

test('new dates are told with the day before, which the last turn until then had given, and the day after', () => {
  const before = [{ verify: after('2026-06-10') }, { verify: after('2026-06-12') }, {}];
  expect(told({ verify: after('2026-06-15') }, before)).toEqual([['事中事后核查', '2026-06-12', '2026-06-15']]);
  expect(told({ verify: after('2026-06-12') }, before)).toEqual([['事中事后核查', '2026-06-12', '2026-06-12']]);
  expect(told({ verify: at('2026-06-15', 10) }, [{ verify: after('2026-06-12') }])).toEqual([
    ['事中事后核查', '2026-06-12', '2026-06-15'],
  ]);
});

test('a clock is told by its name; one that stands still has no day, and nothing is told of one that did before as well', () => {
  const stopped = { 'clock:decision': null };
  const running = { 'clock:decision': after('2026-06-30') };
  expect(told(running, [stopped])).toEqual([['许可决定时限', null, '2026-06-30']]);
  expect(told(stopped, [running])).toEqual([['许可决定时限', '2026-06-30', null]]);
  expect(told(stopped, [running, stopped])).toEqual([]);
});

test('the applicant is told of duties and of their own rights, not of what others may do', () => {
  const dues = {
    verify: after('2026-06-15'),
    requestMoreTime: after('2026-06-16'),
    requestAssistance: after('2026-06-17'),
  };
  const titles = (role: Role) => told(dues, [{}], role).map(([title]) => title);
  expect(titles('APP')).toEqual(['事中事后核查', '申请延期达成条件（一次）']);
  expect(titles('INS')).toEqual(['事中事后核查', '申请延期达成条件（一次）', '提请外省协助核查']);
});

test('no other turn has limits that were counted anew', () => {
  const event = turn(2, 'answer', { verify: after('2026-06-15') });
  const record = { events: [turn(1, 'open', {}), event], duties };
  expect(redatedBy(event, record, { catalogue, reader: reader('OFF') })).toEqual([]);
});
