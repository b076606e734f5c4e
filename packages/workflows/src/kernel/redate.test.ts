import { civilDate, instant } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import { describe, expect, test } from 'vitest';
import { answerInput, openingInput } from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import type { Input } from './entry.ts';
import { Kernel } from './kernel.ts';

const at = instant('2026-03-02T02:00:00.000Z');
const by = { personId: 'approver', postId: 'post', role: 'ADM' } as const;
const tenDays = { limit: { workingDays: 10 }, mark: 'law', basis: text('新规', 'New rule') } as const;

type Redate = Extract<Input, { kind: 'redate' }>;
const redate = (more: Partial<Redate>): Redate => ({
  ...{ kind: 'redate', requestId: 'redate:1', at, by, revision: '1', reason: '规则修订', terms: {}, kept: {} },
  ...more,
});

const opened = async (body: Parameters<typeof madeUp>[0]): Promise<Kernel> => {
  const kernel = new Kernel(madeUp(body));
  await kernel.turn(openingInput(at));
  return kernel;
};

describe('a revision', () => {
  test('runs no step and asks nothing: the days come with its row', async () => {
    const kernel = await opened((p) => p.step('limited'));
    expect(await kernel.turn(redate({ terms: { 'permit.intake': tenDays } }))).toEqual({ entries: [], asks: [] });
    kernel.settle({ limited: instant('2026-03-17T16:00:00.000Z') });
    expect(kernel.nextLapse()).toEqual({ duty: 'limited', due: '2026-03-17T16:00:00.000Z' });
  });

  test('gives its limit to what is open, to clocks, and to what is opened afterwards', async () => {
    const kernel = await opened(async (p) => {
      p.clock.start('main', 'permit.intake');
      await p.inParallel({
        x: () => p.step('limited'),
        y: async () => {
          await p.step('a');
          await p.clock.pause('main', { key: 'hearing', kind: 'excluded', title: text('', '') }, () => p.step('b'));
        },
      });
      await p.step('limited');
    });
    await kernel.turn(redate({ terms: { 'permit.intake': tenDays } }));
    const { asks } = await kernel.turn(answerInput(at, 'y/a'));
    expect(asks.find(({ key }) => key === 'clock:main')?.limit).toEqual({ workingDays: 10 });
    await kernel.turn(answerInput(at, 'x/limited'));
    const last = await kernel.turn(answerInput(at, 'y/b'));
    expect(last.asks.find(({ key }) => key === 'limited')?.limit).toEqual({ workingDays: 10 });
  });

  test('leaves other limits as they are', async () => {
    const kernel = await opened(async (p) => {
      await p.step('a');
      await p.step('limited');
    });
    await kernel.turn(redate({ terms: { 'hearing.hold': tenDays } }));
    expect((await kernel.turn(answerInput(at, 'a'))).asks[0]?.limit).toEqual({ workingDays: 5 });
  });

  test('keeps a printed date for every later count of the same duty or clock', async () => {
    const kept = { on: civilDate('2026-03-12'), after: 1, ground: 'printed' } as const;
    const kernel = await opened(async (p) => {
      p.clock.start('main', 'permit.intake');
      await p.inParallel({
        x: () => p.step('clocked'),
        y: async () => {
          await p.step('a');
          await p.clock.pause('main', { key: 'hearing', kind: 'excluded', title: text('', '') }, () => p.step('b'));
        },
      });
    });
    await kernel.turn(redate({ kept: { 'clock:main': kept } }));
    const { asks } = await kernel.turn(answerInput(at, 'y/a'));
    expect(asks.map((ask) => [ask.key, ask.kept])).toEqual([
      ['clock:main', kept],
      ['x/clocked', kept],
    ]);
  });

  test('keeps what was added to a clock before it', async () => {
    const kernel = await opened(async (p) => {
      p.clock.start('main', 'permit.intake');
      p.clock.extend('main', 'permit.intake');
      await p.step('clocked');
      await p.clock.pause('main', { key: 'hearing', kind: 'excluded', title: text('', '') }, () => p.step('b'));
    });
    await kernel.turn(redate({ terms: { 'permit.intake': tenDays } }));
    const { asks } = await kernel.turn(answerInput(at, 'clocked'));
    expect(asks).toMatchObject([{ key: 'clock:main', limit: { workingDays: 10 }, extensions: [{ workingDays: 5 }] }]);
  });

  test('is refused by a case that is closed, and by one that was never opened', async () => {
    const kernel = await opened(() => Promise.resolve());
    expect(kernel.refuse(redate({}))).toMatchObject({ code: 'CASE_CLOSED' });
    expect(new Kernel(madeUp(() => Promise.resolve())).refuse(redate({}))).toMatchObject({ code: 'NO_SUCH_CASE' });
  });
});
