import { randomUUID } from 'node:crypto';
import { addHours, instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf, caseStream } from './audit.ts';
import { calendarOf } from './calendar.ts';
import type { Database } from './client.ts';
import type { Reach } from './desk.ts';
import { sweepLadder } from './ladder/sweep.ts';
import { caseHead } from './queries/case-page.ts';
import { horizonOf } from './queries/horizon.ts';
import { messagesOf } from './queries/messages.ts';
import { superviseDue, superviseOverdue } from './queries/supervise.ts';
import { select, selectOne, type Queryable } from './queryable.ts';
import { claim } from './claim.ts';
import { Involved } from './testing/involving.ts';
import { actorOf, DRUGSTORE } from './testing/recorded-case.ts';
import { reachIn, scopeIn, secretCase, type SecretCase } from './testing/secret-case.ts';
import { verifyCase } from './verify-chain.ts';

let made: SecretCase;
let database: Database;
let caseId: string;
beforeAll(async () => {
  made = await secretCase();
  ({ database, caseId } = made);
});
afterAll(() => made.drop());

/** Tables whose rows belong to a case. */
const OF_CASES = ['case_file', 'case_event', 'duty', 'clock', 'document', 'submission'];

const rowsOf = async (db: Queryable, table: string): Promise<number> => {
  const text = `SELECT count(*)::int AS rows FROM "${table}" WHERE case_id = $1`;
  return (await selectOne<{ rows: number }>(db, { text, values: [caseId] })).rows;
};

describe('of a secret case, a statement without any scope', () => {
  test.each(OF_CASES)(
    'sees no row of %s for posts that have no part in it, and those of its units [ASVS v5.0.0-8.2.2]',
    async (table) => {
      for (const reach of [
        reachIn('LEG', 'cq-legal'),
        reachIn('SUP', 'cq-performance'),
        reachIn('ADM', 'cq-permits'), // a keeper of the system is let in by no unit
        reachIn('DL', 'cq-elsewhere'),
      ])
        expect([reach.role, await rowsOf(database.desk(reach), table)]).toEqual([reach.role, 0]);
      const insiders = [
        reachIn('OFF', 'cq-permits'),
        reachIn('WIN', 'cq-service-centre'),
        reachIn('HEAD', 'cq-leaders'),
        reachIn('SEC', 'cq-elsewhere'), // who put it under secrecy
      ];
      for (const reach of insiders) expect(await rowsOf(database.desk(reach), table), reach.role).toBeGreaterThan(0);
      const applicant: Reach = { personId: randomUUID(), role: 'APP', of: { enterpriseId: DRUGSTORE } };
      expect(await rowsOf(database.desk(applicant), table)).toBeGreaterThan(0);
    },
  );

  test('sees nothing of its trail, nor of how a revision moves it [ASVS v5.0.0-8.2.2]', async () => {
    const seen = (reach: Reach) =>
      selectOne<{ trail: number }>(database.desk(reach), {
        text: `SELECT count(*)::int AS trail FROM audit WHERE stream = 'case:' || $1`,
        values: [caseId],
      });
    expect((await seen(reachIn('LEG', 'cq-legal'))).trail).toBe(0);
    expect((await seen(reachIn('OFF', 'cq-permits'))).trail).toBeGreaterThan(0);
  });
});

describe('the statements of screens, without row-level security behind them', () => {
  test('show a secret case to those to whom it is open, and to nobody else [ASVS v5.0.0-8.2.2]', async () => {
    const sees = async (role: Role, unitId: string) =>
      (await caseHead(database.pool, caseId, scopeIn(role, unitId))) !== null;
    expect([
      await sees('LEG', 'cq-legal'),
      await sees('SUP', 'cq-performance'),
      await sees('ADM', 'cq-permits'),
    ]).toEqual([...[false, false, false]]);
    expect([await sees('OFF', 'cq-permits'), await sees('HEAD', 'cq-leaders'), await sees('SEC', 'x')]).toEqual([
      ...[true, true, true],
    ]);
  });
});

test('the overview of the province counts no secret case, whoever looks at it [ASVS v5.0.0-8.2.2]', async () => {
  const horizon = horizonOf(addHours(instant(Date.now()), 24 * 60), await calendarOf(database.pool, 'CQ'));
  const { cases, totals, units, soon } = await superviseDue(database.pool, 'CQ', horizon);
  expect({ open: cases.open, owed: totals.open, units, soon }).toEqual({ open: 0, owed: 0, units: [], soon: [] });
  const late = await superviseOverdue(database.pool, { province: 'CQ', horizon, limit: 50 });
  expect(late.rows).toEqual([]);
});

test('the entry of who put it under secrecy, and why, is in the chain of the case, which is sound [ASVS v5.0.0-16.2.1]', async () => {
  const entry = (await auditOf(database.pool, caseStream(caseId))).at(-1);
  expect(entry).toMatchObject({ action: 'secrecy.begin', detail: { reason: '飞行检查在即' } });
  expect(await verifyCase(database.pool, caseId)).toEqual([]);
});

test('the cards of the ladder go to the posts that it is open to, the head of the agency among them, and not to supervision [ASVS v5.0.0-8.2.2]', async () => {
  await sweepLadder(database.pool, { now: addHours(instant(Date.now()), 24 * 60) });
  const told = await select<{ role: Role }>(database.pool, {
    text: `SELECT DISTINCT o.role FROM reminder r JOIN message m ON m.reminder_id = r.id JOIN post o ON o.id = m.post_id WHERE r.case_id = $1`,
    values: [caseId],
  });
  const roles = told.map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['OFF', 'HEAD']));
  expect(roles).not.toEqual(expect.arrayContaining(['SUP']));
});

test('what somebody was told before is not there while the case is secret [ASVS v5.0.0-8.2.2]', async () => {
  const { postId } = actorOf('LEG');
  const { id } = await selectOne<{ id: string }>(database.pool, {
    text: `INSERT INTO message (post_id, reminder_id, at) SELECT $1, r.id, now() FROM reminder r WHERE r.case_id = $2 LIMIT 1 RETURNING id`,
    values: [postId, caseId],
  });
  expect((await messagesOf(database.pool, postId, 50)).rows.map((row) => row.id)).toContain(id);
  const seen = await messagesOf(database.desk(reachIn('LEG', 'cq-legal')), postId, 50);
  expect(seen).toEqual({ rows: [], unread: 0 });
});

test('whoever is asked about a duty of it sees it, and who is not sees nothing of what is asked [ASVS v5.0.0-8.2.2]', async () => {
  const [legal, other] = [reachIn('LEG', 'cq-legal'), reachIn('CRD', 'cq-credit')];
  expect(await rowsOf(database.desk(legal), 'case_file')).toBe(0);
  const officer = actorOf('OFF');
  await claim(database.pool, { caseId, duty: 'propose', by: officer });
  await new Involved(database.pool, caseId, 'propose').ask('assist', [actorOf('LEG')], officer);
  const sees = await caseHead(database.pool, caseId, scopeIn('LEG', 'cq-legal'));
  expect(sees?.caseId).toBe(caseId);
  for (const table of ['case_file', 'involvement']) {
    expect(await rowsOf(database.desk(legal), table)).toBe(1);
    expect(await rowsOf(database.desk(other), table)).toBe(0);
  }
});
