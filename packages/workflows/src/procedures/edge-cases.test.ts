import { civilDate, endOfDay, epochMs, instant } from '@lianban/domain/civil-date';
import { receivedOn } from '@lianban/domain/receipt';
import { describe, expect, test } from 'vitest';
import { Runner } from '../kernel/runner.ts';
import { morningOf, openingOf, play, publishedCalendar, type ScenarioAct } from '../testing/scenario.ts';
import { Simulator } from '../drivers/simulator.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { granted, noticeGiven } from './informed-commitment/scenario-acts.ts';
import { ordinaryPermit } from './ordinary-permit/2019-04.ts';

// By the numbers that the specification gives to edge cases; those of the calendar are tested where it is revised.
const item = 'otc-retail';
const act = (on: string, step: string, outcome: string): ScenarioAct => ({ on, step, outcome });
const permit = async (receivedFrom: string, acts: readonly ScenarioAct[] = []): Promise<Simulator> =>
  (await play(ordinaryPermit, { rule: '', item, receivedOn: receivedFrom, acts, ending: null })).case;
const lastSecondOf = (day: string) => instant(epochMs(endOfDay(civilDate(day))) - 1_000);
const duty = (simulated: Simulator, step: string) => simulated.duties().find((open) => open.step === step);
const entriesOf = (simulated: Simulator) => simulated.turns.flatMap(({ entries }) => entries);

describe('intake', () => {
  test('edge case 1: silence on an application of Thursday 2026-02-12 accepts it when 2026-02-26 is over, as of its receipt', async () => {
    const simulated = await permit('2026-02-12');
    expect(simulated.dueOn('intake')).toBe('2026-02-26');
    await simulated.goToInstant(lastSecondOf('2026-02-26'));
    expect(duty(simulated, 'intake')).toBeDefined();
    await simulated.goToInstant(endOfDay(civilDate('2026-02-26')));
    expect(duty(simulated, 'intake')).toBeUndefined();
    expect(entriesOf(simulated)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'clockStarted', clock: 'decision', startOn: '2026-02-12' }),
        expect.objectContaining({ type: 'document', document: 'deemedAcceptance' }),
      ]),
    );
    // Day 1 is 2026-02-13, the day after.
    expect(simulated.dueOn('clock:decision')).toBe(publishedCalendar.addWorkingDays(civilDate('2026-02-12'), 20));
  });

  const supplemented = [act('2026-02-26', 'intake', 'requestSupplement'), act('2026-02-27', 'supplement', 'submit')];

  test('edge case 2: a supplement asked for on the fifth day and handed in on the next begins five new days, and no clock', async () => {
    const simulated = await permit('2026-02-12', supplemented);
    expect(simulated.dueOn('intake#2')).toBe('2026-03-05');
    expect(entriesOf(simulated).filter(({ type }) => type === 'clockStarted')).toEqual([]);
  });

  test('edge case 3: there is no second supplement, only acceptance or refusal', async () => {
    const simulated = await permit('2026-02-12', supplemented);
    expect(simulated.takes('intake#2', 'intake', 'requestSupplement')).toBe(false);
    expect(['accept', 'refuse'].map((outcome) => simulated.takes('intake#2', 'intake', outcome))).toEqual([true, true]);
  });

  test('edge case 4: thirty working days of silence of the applicant end the proceedings, and what comes later is too late', async () => {
    const simulated = await permit('2026-02-12', supplemented.slice(0, 1));
    expect(simulated.dueOn('supplement')).toBe('2026-04-09');
    await simulated.goToInstant(lastSecondOf('2026-04-09'));
    expect(simulated.closed).toBeNull();
    await simulated.goTo(civilDate('2026-04-10'));
    expect(simulated.closed).toBe('terminated');
    expect(simulated.takes('supplement', 'supplement', 'submit')).toBe(false);
  });
});

describe('withdrawal', () => {
  test('edge case 5: is possible before the decision, and barred with its reason while falsity is suspected', async () => {
    const simulated = await permit('2026-03-02', [act('2026-03-03', 'withdraw', 'withdraw')]);
    expect(simulated.closed).toBe('withdrawn');
    const convertedFrom = { caseId: 'converted', acceptedOn: null, falsitySuspected: true };
    const suspected = await play(ordinaryPermit, {
      ...{ rule: '', item, receivedOn: '2026-03-02', acts: [], ending: null },
      opening: { commitment: null, convertedFrom },
    });
    expect(duty(suspected.case, 'withdraw')).toMatchObject({ blocked: true });
  });

  test('edge case 6: is no longer there once it is decided', async () => {
    const decided = ['draft:proposeGrant', 'audit:agree', 'approve:grant'].map((pressed) => pressed.split(':'));
    const simulated = await permit('2026-03-02', [
      ...[act('2026-03-03', 'intake', 'accept'), act('2026-03-03', 'assign', 'assign')],
      ...[act('2026-03-03', 'review', 'pass')],
      ...decided.map(([step = '', outcome = '']) => act('2026-03-10', step, outcome)),
    ]);
    expect(simulated.closed).toBeNull();
    expect(duty(simulated, 'withdraw')).toBeUndefined();
    expect(simulated.takes('withdraw', 'withdraw', 'withdraw')).toBe(false);
  });
});

describe('edge case 11: a longer limit', () => {
  const reviewed = ['intake:accept', 'assign:assign', 'review:pass'].map((pressed) => pressed.split(':'));
  const inReview = reviewed.map(([step = '', outcome = '']) => act('2026-03-03', step, outcome));
  const lastDay = '2026-03-31';

  test('is asked for on the last day, allowed on that day, and counted from the end', async () => {
    const simulated = await permit('2026-03-02', inReview);
    expect(simulated.dueOn('clock:decision')).toBe(lastDay);
    await simulated.goToInstant(lastSecondOf(lastDay));
    await simulated.answer('requestExtension', 'request');
    await simulated.answer('approveExtension', 'grant');
    const longer = publishedCalendar.addWorkingDays(civilDate(lastDay), 10);
    expect([simulated.dueOn('clock:decision'), simulated.dueOn('draft')]).toEqual([longer, longer]);
    expect(entriesOf(simulated)).toContainEqual(
      expect.objectContaining({ type: 'document', document: 'decisionExtension' }),
    );
  });

  test('is not asked for once the limit has passed: the button is gone', async () => {
    const simulated = await permit('2026-03-02', inReview);
    const { key = '' } = duty(simulated, 'requestExtension') ?? {};
    await simulated.goToInstant(lastSecondOf(lastDay));
    expect(simulated.takes(key, 'requestExtension', 'request')).toBe(true);
    await simulated.goToInstant(endOfDay(civilDate(lastDay)));
    expect(simulated.takes(key, 'requestExtension', 'request')).toBe(false);
    await expect(simulated.answer('requestExtension', 'request')).rejects.toThrow('OUTCOME_UNAVAILABLE');
  });

  test('is asked for in time, but falls when the limit passes before it is allowed', async () => {
    const simulated = await permit('2026-03-02', [...inReview, act('2026-03-31', 'requestExtension', 'request')]);
    await simulated.goToInstant(endOfDay(civilDate(lastDay)));
    expect(duty(simulated, 'approveExtension')).toBeUndefined();
    expect(simulated.dueOn('clock:decision')).toBe(lastDay);
  });
});

test('edge case 14: a hearing asked for on the sixth working day is asked for too late', async () => {
  const noticed = [
    ...granted('2026-02-12'),
    act('2026-03-20', 'verify', 'falseCommitment'),
    ...noticeGiven('2026-05-08'),
  ];
  const { case: simulated } = await play(informedCommitment, {
    rule: '',
    item,
    receivedOn: '2026-02-12',
    acts: noticed,
    ending: null,
  });
  const right = duty(simulated, 'requestHearing');
  expect(right?.dueOn).toBe('2026-05-14');
  await simulated.goToInstant(lastSecondOf('2026-05-14'));
  expect(simulated.takes(right?.key ?? '', 'requestHearing', 'request')).toBe(true);
  await simulated.goToInstant(endOfDay(civilDate('2026-05-14')));
  expect(simulated.takes(right?.key ?? '', 'requestHearing', 'request')).toBe(false);
});

describe('edge case 46: the last second of a day', () => {
  test('is in time for the applicant', async () => {
    const simulated = await permit('2026-02-12', [act('2026-02-26', 'intake', 'requestSupplement')]);
    await simulated.goToInstant(lastSecondOf('2026-04-09'));
    await simulated.answer('supplement', 'submit');
    expect(duty(simulated, 'intake')).toBeDefined();
  });

  test('is after business hours for a new application, whose days begin with the next working day', async () => {
    const on = receivedOn(lastSecondOf('2026-02-12'), publishedCalendar);
    expect(on).toBe('2026-02-13');
    const opening = openingOf(ordinaryPermit, { item, receivedOn: on });
    const simulated = new Simulator(ordinaryPermit, publishedCalendar, lastSecondOf('2026-02-12'));
    await simulated.open(opening);
    expect(simulated.dueOn('intake')).toBe(publishedCalendar.addWorkingDays(civilDate('2026-02-13'), 5));
  });
});

test('edge case 47: a case folded again from its ledger stands where it stood, with the same moment of its next lapse', async () => {
  const simulated = await permit('2026-02-12', [act('2026-02-26', 'intake', 'requestSupplement')]);
  const rows = simulated.turns.map(({ row }) => row);
  const again = new Runner(ordinaryPermit, 'simulated', {
    commit: () => Promise.reject(new Error('nothing is committed while a case is folded')),
    rowsAfter: () => Promise.resolve([]),
  });
  await again.begin(() => Promise.resolve(rows));
  expect(again.committed.nextLapse).toEqual({ duty: 'supplement', due: endOfDay(civilDate('2026-04-09')) });
  expect(again.committed.version).toBe(rows.length);
  expect(simulated.now).toBe(morningOf('2026-02-26'));
});
