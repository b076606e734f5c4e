import { appendAudit, auditOf, personStream, recordAct } from '@lianban/db/audit';
import { UNKNOWN_STREAM } from '@lianban/db/sign-in/attempts';
import { RecordedCase, actorOf } from '@lianban/db/testing/recorded-case';
import { verifyStream } from '@lianban/db/verify-chain';
import { lockStream } from '@lianban/db/locks';
import { inTransaction } from '@lianban/db/transaction';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { personOf, toldOn } from '../support/trail.ts';

let api: Callers;
let [auditor, ofSichuan]: Caller[] = [];
let caseId: string;
let number: string;
beforeAll(async () => {
  api = await callers();
  [auditor, ofSichuan] = [await api.as('xujian'), await api.as('sc-auditor')];
  const recorded = await RecordedCase.open(api.pool);
  await recorded.answer('intake', 'accept');
  ({ caseId } = recorded);
  const page = await (await api.as('zhoumin')).case.page({ caseId });
  number = page.caseNumber;
  await expect((await api.as('sc-officer')).case.page({ caseId })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
  await expect((await api.as('hejing')).supervise.due()).rejects.toMatchObject(refusal('FORBIDDEN'));
  await toldOn(api.pool, personStream(personOf('hejing')));
});
afterAll(() => api.close());

const who = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('not signed in yet');
  return caller;
};
type Filters = Parameters<Caller['audit']['search']>[0];
type Rows = Awaited<ReturnType<Caller['audit']['search']>>['rows'];

/** Everything that fits, page by page. */
async function everything(caller: Caller | undefined, filters: Filters = {}): Promise<Rows> {
  const rows: Rows = [];
  for (let cursor: string | undefined; ;) {
    const page = await who(caller).audit.search({ ...filters, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}
const namesIn = (rows: Rows): readonly string[] => [...new Set(rows.flatMap((row) => row.who?.name ?? []))].sort();

describe('an auditor', () => {
  test('reads what was done and refused in the province, with all that is needed to follow the chain [ASVS v5.0.0-16.2.1]', async () => {
    const rows = await everything(auditor, { subject: number });
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['case.open', 'case.answer', 'access.refused']),
    );
    const [opened] = rows.filter(({ action }) => action === 'case.open');
    const [written] = await auditOf(api.pool, `case:${caseId}`);
    expect(opened).toMatchObject({
      ...{ stream: `case:${caseId}`, position: 1, endsAt: 2, caseNumber: number, outcome: 'done', isSound: true },
      ...{ hash: written?.hash, previousHash: null, algorithm: 'sm3', title: { zh: '立案' }, kind: { zh: '办理行为' } },
      who: { name: '方少棠', role: { zh: '企业经办人' }, place: { zh: '重庆万和安大药房有限公司' } },
    });
  });

  test('of the other province sees none of it, and of its own officer only what that officer asked for [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-16.4.2]', async () => {
    expect(await everything(ofSichuan, { subject: number })).toEqual([]);
    const rows = await everything(ofSichuan);
    expect(namesIn(rows)).toEqual(['柯明澈', '邓一舟']);
    expect(JSON.stringify(rows)).not.toContain(number);
    expect(namesIn(await everything(auditor))).toEqual(expect.arrayContaining(['方少棠', '何静', '许鉴', '邓一舟']));
    expect(namesIn(await everything(auditor))).not.toContain('柯明澈');
  });

  test('finds by day, kind, person, case and outcome, and by all of them together', async () => {
    const refused = await everything(auditor, { outcome: 'refused', kind: 'refusal' });
    expect(new Set(refused.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
    expect(namesIn(refused)).toEqual(['何静', '邓一舟']);
    expect((await everything(auditor, { outcome: 'done' })).filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const [hers] = await everything(auditor, { person: '何静', kind: 'refusal' });
    expect(hers).toMatchObject({ title: { zh: '访问被拒绝' }, about: { zh: '查看时限总览' } });
    const today = civilDateOf(instant(Date.now()));
    expect(await everything(auditor, { from: addDays(today, 2) })).toEqual([]);
    expect(await everything(auditor, { to: addDays(today, -2) })).toEqual([]);
    const all = { from: addDays(today, -1), to: addDays(today, 1), outcome: 'done', kind: 'act' } as const;
    expect(namesIn(await everything(auditor, { ...all, person: '少棠', subject: number.slice(2) }))).toEqual([
      '方少棠',
    ]);
    expect(await everything(auditor, { kind: 'export', person: '少棠' })).toEqual([]);
    await expect(who(auditor).audit.search({ from: '2026-02-30' })).rejects.toThrow('NO_SUCH_DATE');
    await expect(who(auditor).audit.search({ cursor: 'x' })).rejects.toThrow('MALFORMED');
  });

  test('reads every row once, page by page, also when many happened at the same instant', async () => {
    const by = actorOf('CRD');
    const at = instant('2026-03-02T01:00:00.000Z');
    for (let nth = 0; nth < 120; nth += 1)
      await recordAct(api.pool, {
        stream: personStream(by.personId),
        at,
        action: 'session.signIn',
        by,
        detail: { nth },
      });
    const rows = await everything(auditor, { person: '白扬', to: '2026-03-02' });
    const seen = rows.map(({ details }) => Number(details.find(({ name }) => name === 'nth')?.value));
    expect(seen).toEqual(Array.from({ length: 120 }, (_, nth) => 119 - nth));
  });

  test('reads rows from before the province was kept, and what is nobody’s, but nothing of the other province', async () => {
    const by = actorOf('LEG');
    const stream = personStream(by.personId);
    const act = { stream, at: instant(Date.now()), action: 'session.signIn', by, detail: { old: true } };
    await inTransaction(api.pool, lockStream(stream), (db) => appendAudit(db, act, { who: null, province: null }));
    await recordAct(api.pool, { ...act, stream: UNKNOWN_STREAM, action: 'session.refused', by: null });
    const seen = async (caller: Caller | undefined) =>
      (await everything(caller, { subject: '"old"' })).map(({ action }) => action).sort();
    expect(await seen(auditor)).toEqual(['session.refused', 'session.signIn']);
    expect(await seen(ofSichuan)).toEqual(['session.refused']);
    expect(await verifyStream(api.pool, stream)).toEqual([]);
  });

  test('is told of a row that is not what was written, and so is whoever verifies the chain [ASVS v5.0.0-16.4.2]', async () => {
    const stream = personStream(personOf('hejing'));
    const [row] = (await toldOn(api.pool, stream)).filter(({ province }) => province === 'CQ');
    const set = (province: string) =>
      inTransaction(api.pool, "SET LOCAL session_replication_role = 'replica'", (db) =>
        db.query('UPDATE audit SET province = $3 WHERE stream = $1 AND position = $2', [
          stream,
          row?.position,
          province,
        ]),
      );
    await set('SC');
    try {
      const moved = await everything(ofSichuan, { person: '何静' });
      expect(moved).toMatchObject([{ isSound: false }]);
      expect(await verifyStream(api.pool, stream)).toMatchObject([{ kind: 'changed', position: row?.position }]);
    } finally {
      await set('CQ');
    }
  });
});

describe('what an auditor does', () => {
  test('is in the trail as well: what was looked for once a day, every export with its reason [ASVS v5.0.0-16.3.2]', async () => {
    await everything(auditor, { person: '何静' });
    await everything(auditor, { person: '何静' });
    const { name, content, rows, complete } = await who(auditor).audit.export({ reason: ' 季度抽查 ', person: '何静' });
    expect([name, complete]).toEqual([expect.stringMatching(/^审计日志-\d{4}-\d{2}-\d{2}\.csv$/), true]);
    const lines = content.trim().split('\r\n');
    expect(lines).toHaveLength(rows + 1);
    expect(content).toContain('"何静"');
    expect(content).toContain('"sm3"');
    await toldOn(api.pool, personStream(personOf('xujian')));
    const own = await everything(auditor, { person: '许鉴' });
    expect(own.find(({ action }) => action === 'audit.export')?.details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'reason', value: '季度抽查' }),
        expect.objectContaining({ name: 'filters', value: '{"person":"何静"}' }),
      ]),
    );
    const reads = own.filter(({ action }) => action === 'access.read');
    const ofHejing = reads.filter(({ details }) => details.some(({ value }) => value === '{"person":"何静"}'));
    expect(ofHejing).toHaveLength(1);
  });

  test('needs a reason where rows leave the system', async () => {
    const before = (await everything(auditor, { kind: 'export' })).length;
    for (const reason of ['', '  \t', 'x'.repeat(201)])
      await expect(who(auditor).audit.export({ reason })).rejects.toThrow('MALFORMED');
    const silent = { person: '何静' } as Parameters<Caller['audit']['export']>[0];
    await expect(who(auditor).audit.export(silent)).rejects.toThrow('MALFORMED');
    expect(await everything(auditor, { kind: 'export' })).toHaveLength(before);
  });

  test('is no case: neither its page nor what happens on it [ASVS v5.0.0-8.2.2]', async () => {
    await expect(who(auditor).case.page({ caseId })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(who(auditor).duty.open({ caseId, duty: 'propose' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(who(auditor).case.list({ state: 'all' })).rejects.toMatchObject(refusal('FORBIDDEN'));
  });
});
