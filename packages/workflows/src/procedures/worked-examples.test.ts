import { civilDate } from '@lianban/domain/civil-date';
import { consumed } from '@lianban/domain/clock';
import { text } from '@lianban/domain/text';
import { describe, expect, test } from 'vitest';
import { Simulator } from '../drivers/simulator.ts';
import { morningOf, openingOf, publishedCalendar } from '../testing/scenario.ts';
import type { PauseReason, Proceeding } from '../vocabulary/proceeding.ts';
import { procedure } from '../vocabulary/procedure.ts';
import { catalogue } from '../vocabulary/step.ts';

// The examples that the specification works through by hand, on the limits of the rule table and the clocks of the
// kernel. Those of 告知承诺许可 are in its own tests; the steps here stand for procedures that are not written yet.
const nothing = text('', '');
const row = { title: nothing, owner: 'OFF', policy: 'BREACH', basis: [], clock: 'runs' } as const;
const done = { done: { title: nothing } } as const;
const steps = catalogue({
  intake: { ...row, limit: 'permit.intake', outcomes: done },
  handOver: { ...row, limit: 'device.reg.handover', outcomes: done },
  review: { ...row, limit: { clock: 'review' }, outcomes: done },
  verifySystem: { ...row, limit: 'device.qms.verify', outcomes: done },
  supplement: { ...row, limit: 'device.reg.supplement', outcomes: done },
  decide: { ...row, limit: 'device.reg.decide', outcomes: done },
  awaitLetter: { ...row, limit: 'contactLetter.reply', outcomes: done },
  inspect: { ...row, limit: null, outcomes: done },
  change: { ...row, limit: { clock: 'decision' }, outcomes: done },
  extend: { ...row, limit: null, outcomes: done },
});

async function opened(flow: (p: Proceeding<typeof steps>) => Promise<unknown>, on: string): Promise<Simulator> {
  const made = procedure({
    ...{ id: 'made-up-example', edition: '2026-01', title: nothing, series: '试', basis: [], steps },
    endings: { over: nothing },
    clockRules: ['device.reg.review.two', 'device.reg.review.after', 'drug.prod.change', 'permit.extend'],
    flow: async (p) => {
      await flow(p);
      return p.close('over');
    },
  });
  const simulated = new Simulator(made, publishedCalendar, morningOf(on));
  await simulated.open(openingOf(made, { item: 'otc-retail', receivedOn: on }));
  return simulated;
}

async function onDay(simulated: Simulator, on: string, step: string): Promise<void> {
  await simulated.goTo(civilDate(on));
  await simulated.answer(step, 'done');
}

const outOfClock: PauseReason = { key: 'inspection', kind: 'excluded', title: nothing };

describe('注册核查与许可检查并行, a class II device received on 2026-03-02', () => {
  const track = async (p: Proceeding<typeof steps>): Promise<void> => {
    await p.step('intake');
    await p.step('handOver');
    p.clock.start('review', 'device.reg.review.two');
    await p.inParallel({
      review: () => p.step('review'),
      system: async () => {
        await p.step('extend'); // the review body gives notice of the verification
        await p.clock.pause('review', outOfClock, () => p.step('verifySystem'));
      },
    });
    p.clock.stop('review');
    const supplement = await p.step('supplement');
    p.clock.start('review', 'device.reg.review.after', supplement.on);
    await p.step('review');
    await p.step('decide');
  };

  test('is accepted by silence on 03-09, handed over by 03-11, and reviewed by 06-08', async () => {
    const simulated = await opened(track, '2026-03-02');
    expect(simulated.dueOn('intake')).toBe('2026-03-09');
    await onDay(simulated, '2026-03-06', 'intake');
    expect(simulated.dueOn('handOver')).toBe('2026-03-11');
    await onDay(simulated, '2026-03-11', 'handOver');
    expect(simulated.dueOn('review/review')).toBe('2026-06-08');
  });

  test('has its system verified outside the review, which moves to 07-17, and begins anew after the supplement', async () => {
    const simulated = await opened(track, '2026-03-02');
    await onDay(simulated, '2026-03-06', 'intake');
    await onDay(simulated, '2026-03-11', 'handOver');
    await onDay(simulated, '2026-03-16', 'extend');
    expect(simulated.dueOn('system/verifySystem')).toBe('2026-04-28');
    await onDay(simulated, '2026-04-24', 'verifySystem');
    expect(publishedCalendar.workingDaysBetween(civilDate('2026-03-16'), civilDate('2026-04-24'))).toBe(28);
    expect(simulated.dueOn('clock:review')).toBe('2026-07-17');
    const spans = [
      { from: civilDate('2026-03-17'), to: civilDate('2026-04-24'), kind: 'excluded', reason: '' },
    ] as const;
    const used = consumed({ startOn: civilDate('2026-03-11'), spans }, civilDate('2026-05-20'), publishedCalendar);
    await onDay(simulated, '2026-05-20', 'review');
    expect(used).toBe(19);
    await onDay(simulated, '2026-07-15', 'supplement');
    expect(simulated.dueOn('clock:review')).toBe('2026-10-13');
    await onDay(simulated, '2026-09-30', 'review');
    expect(simulated.dueOn('decide')).toBe('2026-11-03');
  });
});

test('跨省厂外车间, accepted on 2026-06-01: fifteen days, a letter, an inspection that is not counted, and ten days more', async () => {
  const simulated = await opened(async (p) => {
    p.clock.start('decision', 'drug.prod.change');
    await p.inParallel({
      letter: async () => {
        await p.step('handOver');
        await p.step('awaitLetter');
      },
      technical: async () => {
        await p.step('review', { limit: null });
        await p.clock.pause('decision', outOfClock, () => p.step('inspect'));
        await p.step('extend');
        p.clock.extend('decision', 'permit.extend');
        await p.step('change');
      },
    });
  }, '2026-06-01');
  expect(simulated.dueOn('clock:decision')).toBe('2026-06-23');
  await onDay(simulated, '2026-06-02', 'handOver');
  expect(simulated.dueOn('letter/awaitLetter')).toBe('2026-06-24');
  expect(publishedCalendar.workingDaysBetween(civilDate('2026-06-01'), civilDate('2026-06-09'))).toBe(6);
  await onDay(simulated, '2026-06-09', 'review');
  expect(simulated.dueOn('clock:decision')).toBeNull();
  await onDay(simulated, '2026-08-20', 'inspect');
  expect(simulated.dueOn('clock:decision')).toBe('2026-09-02');
  await onDay(simulated, '2026-09-01', 'extend');
  expect([simulated.dueOn('clock:decision'), simulated.dueOn('technical/change')]).toEqual([
    '2026-09-16',
    '2026-09-16',
  ]);
});
