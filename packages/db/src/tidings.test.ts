import { text } from '@lianban/domain/text';
import { madeUpSteps } from '@lianban/workflows/testing/made-up';
import { procedure as defined, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Proceeding } from '@lianban/workflows/vocabulary/proceeding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childCaseId } from './child-case-id.ts';
import { receiveChild } from './child-case.ts';
import { outboxDone, takeOutbox } from './outbox.ts';
import { select } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { RecordedCase } from './testing/recorded-case.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 120_000);
afterAll(() => database.drop());

const named = (id: string, flow: (p: Proceeding<typeof madeUpSteps>) => Promise<never>): AnyProcedure =>
  defined({
    ...{ id, edition: '2026-01', title: text(id, id), series: '试', basis: [], steps: madeUpSteps, clockRules: [] },
    endings: { over: text('', ''), done: text('', ''), discontinued: text('', '') },
    flow,
  });
/** Tells its child twice, and lets it go. */
const parentProcedure = named('parent', async (p) => {
  await p.inParallel({
    child: () => p.child('other', {}),
    own: async () => {
      await p.step('a');
      p.tell('other', { step: 'news', outcome: 'done', flow: { found: 'something' } });
      await p.step('b');
      p.tell('other', { step: 'news', outcome: 'other' });
      await p.step('c');
      p.tell('other', { step: 'news', outcome: 'done' });
      p.close('over');
    },
  });
  return p.close('done');
});
const childProcedure = named('made-up', async (p) => {
  const heard: string[] = [];
  p.offer('news', async ({ outcome }) => void heard.push(outcome));
  await p.inParallel({
    own: () => p.step('c'),
    both: async () => {
      await p.when('b', () => heard.join() === 'done,other');
      await p.step('b');
    },
  });
  return p.close('done');
});

async function opened(): Promise<RecordedCase> {
  const parent = await RecordedCase.open(database.pool, { procedure: parentProcedure });
  const asked = (await takeOutbox(database.pool, 'openChildren', 50)).find(({ caseId }) => caseId === parent.caseId);
  const [child] = asked?.payload.children ?? [];
  if (asked === undefined || child === undefined) throw new Error('no child asked for');
  await receiveChild(database.pool, asked, { child, procedure: childProcedure });
  await outboxDone(database.pool, [asked.id]);
  return parent;
}

const toldBy = async ({ caseId }: RecordedCase) =>
  (await takeOutbox(database.pool, 'tellChildren', 50)).filter((message) => message.caseId === caseId);

describe('what a case tells those that it opened', () => {
  test('is written with its turn, carried in the order in which it happened, and taken once', async () => {
    const parent = await opened();
    const child = childCaseId(parent.caseId, 'child/other');
    await parent.answer('a', 'done');
    const [first] = await toldBy(parent);
    expect(first?.payload).toMatchObject({
      news: [{ child, duty: 'news', outcome: 'done', flow: { found: 'something' } }],
      by: { role: 'OFF' },
    });
    await parent.answer('b', 'done');
    // The first is being carried: the second waits for it.
    expect(await toldBy(parent)).toEqual([]);
    if (first === undefined) return;
    const life = await RecordedCase.resume(database.pool, child, childProcedure);
    for (let time = 0; time < 2; time += 1)
      await life.submit({
        ...{
          kind: 'parentTold',
          requestId: `told:${child}:${first.version}:0`,
          at: first.payload.at,
          by: first.payload.by,
        },
        ...{ duty: 'news', outcome: 'done', flow: {} },
      });
    await outboxDone(database.pool, [first.id]);
    const [second] = await toldBy(parent);
    expect(second?.payload.news.map(({ outcome }) => outcome)).toEqual(['other']);
    if (second === undefined) return;
    await life.submit({
      ...{ kind: 'parentTold', requestId: `told:${child}:${second.version}:0`, at: second.payload.at, by: null },
      ...{ duty: 'news', outcome: 'other', flow: {} },
    });
    const open = await select<{ step: string }>(database.pool, {
      text: `SELECT step FROM duty WHERE case_id = $1 AND state = 'open' AND kind = 'duty' ORDER BY step`,
      values: [child],
    });
    expect(open.map(({ step }) => step)).toEqual(['b', 'c']);
    expect([await verifyCase(database.pool, parent.caseId), await verifyCase(database.pool, child)]).toEqual([[], []]);
  });

  test('is not told to a case that is let go in the same turn', async () => {
    const parent = await opened();
    for (const step of ['a', 'b'] as const) {
      await parent.answer(step, 'done');
      for (const { id } of await toldBy(parent)) await outboxDone(database.pool, [id]);
    }
    await parent.answer('c', 'done');
    expect(await toldBy(parent)).toEqual([]);
    expect(parent.committed.closed).toBe('over');
  });
});
