import { instant } from '@lianban/domain/civil-date';
import { madeUpSteps } from '@lianban/workflows/testing/made-up';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { procedure as defined } from '@lianban/workflows/vocabulary/procedure';
import type { Proceeding } from '@lianban/workflows/vocabulary/proceeding';
import { text } from '@lianban/domain/text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf, caseStream } from './audit.ts';
import { childCaseId } from './child-case-id.ts';
import { receiveChild } from './child-case.ts';
import type { ChildToOpen } from './commit/outbox.ts';
import { takeOutbox, type TakenMessage } from './outbox.ts';
import { caseRecord } from './queries/case-page.ts';
import { Parameters } from './queries/parameters.ts';
import { visibleCases, type Scope } from './queries/scope.ts';
import { select, selectOne } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, RecordedCase } from './testing/recorded-case.ts';
import { scopeIn } from './testing/secret-case.ts';
import { setSecrecy } from './secrecy.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 120_000);
afterAll(() => database.drop());

const query = <T extends object>(sql: string, ...values: unknown[]) => select<T>(database.pool, { text: sql, values });

const named = (id: string, flow: (p: Proceeding<typeof madeUpSteps>) => Promise<never>): AnyProcedure =>
  defined({
    ...{ id, edition: '2026-01', title: text(id, id), series: '试', basis: [], steps: madeUpSteps, clockRules: [] },
    endings: { over: text('', ''), done: text('', ''), discontinued: text('', '') },
    flow,
  });
const parentProcedure = named('parent', async (p) => {
  p.offer('right', async () => p.close('over'));
  await p.step('a');
  await p.inParallel({ x: () => p.child('other', { scope: 'x' }), y: () => p.child('other', { scope: 'y' }) });
  await p.step('b');
  return p.close('done');
});
const childProcedure = named('made-up', async (p) => {
  await p.step('c');
  return p.close('done', { found: 'something' });
});

interface Opened {
  readonly parent: RecordedCase;
  readonly message: TakenMessage<'openChildren'>;
  readonly first: ChildToOpen;
}

async function opened(): Promise<Opened> {
  const parent = await RecordedCase.open(database.pool, { procedure: parentProcedure });
  await parent.answer('a', 'done');
  const message = (await takeOutbox(database.pool, 'openChildren', 50)).find(({ caseId }) => caseId === parent.caseId);
  const first = message?.payload.children[0];
  if (message === undefined || first === undefined) throw new Error('no children asked for');
  return { parent, message, first };
}

const openChild = async ({ message, first: child }: Opened): Promise<RecordedCase> => {
  await receiveChild(database.pool, message, { child, procedure: childProcedure });
  return RecordedCase.resume(database.pool, child.caseId, childProcedure);
};

describe('a child case', () => {
  test('is asked for in the commit of its parent, each under the id that its duty gives it', async () => {
    const { parent, message } = await opened();
    expect(message.payload.children).toEqual([
      { caseId: childCaseId(parent.caseId, 'x/other'), duty: 'x/other', procedure: 'made-up', matter: { scope: 'x' } },
      { caseId: childCaseId(parent.caseId, 'y/other'), duty: 'y/other', procedure: 'made-up', matter: { scope: 'y' } },
    ]);
    expect(childCaseId(parent.caseId, 'x/other')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('is received once however often, as of the turn that asked and by who acted in it, with a number of its own', async () => {
    const family = await opened();
    const { parent, message, first } = family;
    const results = [];
    for (let time = 0; time < 2; time += 1)
      results.push((await receiveChild(database.pool, message, { child: first, procedure: childProcedure })).result);
    expect(results).toEqual(['new', 'same']);
    await openChild(family);
    const [file] = await query(
      `SELECT c.number <> p.number AS "ownNumber", c.parent_case_id AS parent, c.parent_duty AS duty, c.item = p.item AS "sameItem",
        c.enterprise_id = p.enterprise_id AS "sameEnterprise", t.at = o.at AS "sameInstant", t.person_id = o.person_id AS "samePerson"
      FROM case_file c JOIN case_file p ON p.case_id = c.parent_case_id JOIN case_event o ON o.case_id = c.case_id AND o.version = 1
      JOIN case_event t ON t.case_id = p.case_id AND t.version = $2 WHERE c.case_id = $1`,
      first.caseId,
      message.version,
    );
    expect(file).toEqual({
      ...{ ownNumber: true, parent: parent.caseId, duty: 'x/other' },
      ...{ sameItem: true, sameEnterprise: true, sameInstant: true, samePerson: true },
    });
    expect(await verifyCase(database.pool, first.caseId)).toEqual([]);
  });

  test('tells its parent of its ending in its own last commit, and the parent takes it once', async () => {
    const family = await opened();
    const child = await openChild(family);
    await child.answer('c', 'done');
    const message = (await takeOutbox(database.pool, 'childEnded', 50)).find(({ caseId }) => caseId === child.caseId);
    expect(message?.payload).toMatchObject({
      ...{ parent: family.parent.caseId, duty: 'x/other', outcome: 'done', flow: { found: 'something' } },
      by: { role: 'OFF' },
    });
    if (message === undefined) return;
    const { parent, ...ending } = message.payload;
    const news = { kind: 'childEnded', requestId: `child:${child.caseId}`, child: child.caseId, ...ending } as const;
    const resumed = await RecordedCase.resume(database.pool, parent, parentProcedure);
    const first = await resumed.submit(news);
    expect(await resumed.submit(news)).toEqual(first);
    expect(
      await query(`SELECT state, outcome FROM duty WHERE case_id = $1 AND step = 'other' ORDER BY key`, parent),
    ).toEqual([
      { state: 'settled', outcome: 'done' },
      { state: 'open', outcome: null },
    ]);
    expect(await verifyCase(database.pool, parent)).toEqual([]);
  });

  test('hears that its parent is over, ends discontinued and tells nobody', async () => {
    const family = await opened();
    const child = await openChild(family);
    await family.parent.answer('right', 'done');
    const message = (await takeOutbox(database.pool, 'releaseChildren', 50)).find(
      ({ caseId }) => caseId === family.parent.caseId,
    );
    expect(message?.payload.children).toEqual([family.first.caseId, childCaseId(family.parent.caseId, 'y/other')]);
    await child.submit({ kind: 'parentEnded', requestId: 'parent', at: message?.payload.at ?? instant(0) });
    expect(child.committed.closed).toBe('discontinued');
    expect((await takeOutbox(database.pool, 'childEnded', 50)).filter(({ caseId }) => caseId === child.caseId)).toEqual(
      [],
    );
  });

  test('is as secret as the case that opened it, and open to the units of both', async () => {
    const family = await opened();
    await query(
      `UPDATE case_file SET secret_since = now(), secret_by = (SELECT person_id FROM case_event WHERE case_id = $1 AND version = 2), secret_reason = '保密'
      WHERE case_id = $1`,
      family.parent.caseId,
    );
    const child = await openChild(family);
    // The unit owes something in the parent alone.
    await query(
      `UPDATE duty SET unit_id = 'CQ-inspection' WHERE case_id = $1 AND step = 'right'`,
      family.parent.caseId,
    );
    const seen = async (unit: string): Promise<readonly boolean[]> => {
      const scope = scopeOf(unit);
      const parameters = new Parameters();
      const id = `${parameters.add(child.caseId)}::uuid`;
      const sql = `SELECT EXISTS (SELECT FROM case_file f WHERE f.case_id = ${id} AND ${visibleCases(scope, 'f', parameters)}) AS first,
        (SELECT is_let_in(f.case_id, f.secret_by, ${parameters.add(scope.personId)}::uuid, 'INS', ${parameters.add(unit)}) FROM case_file f WHERE f.case_id = ${id}) AS second`;
      const { first, second } = await selectOne<{ first: boolean; second: boolean }>(database.pool, {
        text: sql,
        values: parameters.values,
      });
      return [first, second];
    };
    expect(await seen('CQ-inspection')).toEqual([true, true]);
    expect(await seen('CQ-elsewhere')).toEqual([false, false]);
  });

  test('is named on the page of its parent, and its parent on its own', async () => {
    const family = await opened();
    const child = await openChild(family);
    const pages = await Promise.all(
      [family.parent.caseId, child.caseId].map((id) => caseRecord(database.pool, id, scopeOf('CQ-inspection'))),
    );
    expect(pages.map((page) => page?.related.map(({ relation, duty, state }) => [relation, duty, state]))).toEqual([
      [['opened', 'x/other', 'open']],
      [['openedBy', null, 'open']],
    ]);
  });
});

const scopeOf = (unit: string): Scope => ({
  ...{ personId: '00000000-0000-4000-8000-000000000000', role: 'INS', province: 'CQ' },
  ...{ unitIds: [unit], enterpriseId: null },
});

describe('a case that another one opened', () => {
  test('is put under secrecy with the case that opened it, with an entry of its own, and comes out of it with it', async () => {
    const family = await opened();
    const { parent } = family;
    const child = await openChild(family);
    const scope = scopeIn('SEC', 'cq-permits');
    const set = (secret: boolean, caseId = parent.caseId) =>
      setSecrecy(database.pool, { caseId, secret, reason: '飞行检查', by: actorOf('SEC'), scope });
    const secretOf = async () =>
      (
        await query<{ secret: boolean }>(
          'SELECT secret_since IS NOT NULL AS secret FROM case_file WHERE case_id = ANY($1) ORDER BY case_id = $2',
          [parent.caseId, child.caseId],
          child.caseId,
        )
      ).map(({ secret }) => secret);
    await set(true);
    expect(await secretOf()).toEqual([true, true]);
    expect((await auditOf(database.pool, caseStream(child.caseId))).at(-1)).toMatchObject({ action: 'secrecy.begin' });
    await set(false);
    expect(await secretOf()).toEqual([false, false]);
    // What was made secret by itself stays so.
    await set(true, child.caseId);
    await set(true);
    await set(false);
    expect(await secretOf()).toEqual([false, true]);
    for (const id of [parent.caseId, child.caseId]) expect(await verifyCase(database.pool, id)).toEqual([]);
  });
});
