import { randomUUID } from 'node:crypto';
import { instant } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { openDatabase, type Database } from '../client.ts';
import { inTransaction } from '../transaction.ts';
import { lockCalendar } from '../locks.ts';
import { handBackEnded } from '../organisation/hand-back.ts';
import { followSuccessor, followSuccessors } from '../organisation/succession.ts';
import { liaisonLedger, type LedgerFilters } from '../queries/liaison-ledger.ts';
import { messagesOf } from '../queries/messages.ts';
import { select, selectOne } from '../queryable.ts';
import { bodyOf } from '../seed/liaison-bodies.ts';
import { people } from '../seed/people.ts';
import { takeOutbox } from '../outbox.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { noteReceipt, sentByCase, takeWritten } from './platform.ts';
import { receiveRest } from './open-rest.ts';
import { receiveRequest, type PutRequest } from './register.ts';

let made: TestDatabase;
let database: Database;
beforeAll(async () => {
  made = await testDatabase();
  database = openDatabase(made.url);
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const BANAN = '500113';
const form = {
  subject: '样品跨省转运',
  text: '细胞治疗样品转运如何衔接',
  enterprise: '',
  contact: '巴小楠',
  phone: '',
};

const put = (differing: Partial<PutRequest> = {}): PutRequest => ({
  ...{ requestId: randomUUID(), caseId: randomUUID(), by: actorOf('DIST'), province: 'CQ', source: 'district' },
  ...{ district: BANAN, category: 'help', sensitive: false, unit: null, creditCode: null, form },
  ...{ requesterId: bodyOf(BANAN).id, procedure: liaisonRequest },
  ...differing,
});

async function registered(differing: Partial<PutRequest> = {}): Promise<RecordedCase> {
  const { submission } = await receiveRequest(database.pool, put(differing));
  return RecordedCase.resume(database.pool, submission.caseId, liaisonRequest);
}

const numberOf = async (caseId: string): Promise<string> =>
  (
    await selectOne<{ number: string }>(database.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [caseId],
    })
  ).number;

const openUnits = (
  caseId: string,
  step: string,
): Promise<readonly { readonly unit: string; readonly role: string }[]> =>
  select(database.pool, {
    text: `SELECT unit_id AS unit, role FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
    values: [caseId, step],
  });

const postOf = (user: string): string => people.find((person) => person.user === user)?.posts[0]?.id ?? '';
const noticesOf = async (user: string, caseId: string): Promise<readonly string[]> => {
  const { rows } = await messagesOf(database.pool, postOf(user), 100);
  return rows.flatMap((row) => (row.kind === 'notice' && row.caseId === caseId ? [row.notice] : []));
};

const officer = (role: 'DLO' | 'ILO' | 'TECH', unitIds: readonly string[]) =>
  ({ personId: actorOf(role).personId, role, province: 'CQ', unitIds, enterpriseId: null }) as const;

const ledger = (cut: 'unit' | 'region' | 'bureau', unit: string, filters: LedgerFilters = {}, limit = 50) =>
  liaisonLedger(database.pool, { scope: officer('TECH', [unit]), cut, filters, limit });

const at = (unit: string): { readonly flow: FlowValues } => ({ flow: { unit } });

describe('a request', () => {
  test('is numbered, belongs to whoever asks, and waits at the unit that was asked first', async () => {
    const { caseId } = await registered({ unit: 'cq-permits' });
    expect(await numberOf(caseId)).toMatch(/^渝诉〔\d{4}〕\d{4}$/);
    expect(await openUnits(caseId, 'accept')).toEqual([{ unit: 'cq-permits', role: 'ILO' }]);
    const [file] = await select(database.pool, {
      text: 'SELECT enterprise_id AS "enterpriseId", province FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    expect(file).toEqual({ enterpriseId: bodyOf(BANAN).id, province: 'CQ' });
  });

  test('of the region that another unit was asked first is told to the regional unit, and to nobody where that unit was asked', async () => {
    const elsewhere = await registered({ unit: 'cq-permits' });
    expect(await noticesOf('jianglei', elsewhere.caseId)).toEqual(['requestReceived']);
    expect(await noticesOf('shuyan', elsewhere.caseId)).toEqual(['requestReceived']);
    expect(await noticesOf('kuangyuan', elsewhere.caseId)).toEqual([]);
    const own = await registered();
    expect(await openUnits(own.caseId, 'accept')).toEqual([{ unit: 'cq-review-centre', role: 'DLO' }]);
    expect(await noticesOf('shuyan', own.caseId)).toEqual([]);
  });

  test('that is sent twice is one', async () => {
    const request = put();
    const [first, again] = [await receiveRequest(database.pool, request), await receiveRequest(database.pool, request)];
    expect([first.result, again.result]).toEqual(['new', 'same']);
    await expect(receiveRequest(database.pool, { ...request, category: 'consult' })).rejects.toThrow('REQUEST_REUSED');
  });

  test.each([
    ['district', { district: '999999' }],
    ['unit', { unit: 'cq-credit' }],
    ['creditCode', { requesterId: null, creditCode: '91500000000000000X' }],
  ] as const)('that names no such %s is not taken', async (field, differing) => {
    await expect(receiveRequest(database.pool, put(differing))).rejects.toMatchObject({
      code: 'MALFORMED',
      detail: { fields: [field] },
    });
  });

  test('without an enterprise that is registered belongs to the body of the district', async () => {
    const { caseId } = await registered({ requesterId: null, by: actorOf('DLO') });
    const rows = await select(database.pool, {
      text: 'SELECT enterprise_id AS id FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    expect(rows).toEqual([{ id: bodyOf(BANAN).id }]);
  });
});

describe('the three ledgers', () => {
  test('are one record cut three ways: by who works on it, by region, and all of it', async () => {
    const { caseId } = await registered({ unit: 'cq-permits' });
    const found = async (cut: 'unit' | 'region' | 'bureau', unit: string) =>
      (await ledger(cut, unit)).rows.some((row) => row.caseId === caseId);
    expect(await found('unit', 'cq-permits')).toBe(true);
    expect(await found('unit', 'cq-review-centre')).toBe(false);
    expect(await found('region', 'cq-review-centre')).toBe(true);
    expect(await found('region', 'cq-inspectorate-2')).toBe(false);
    expect(await found('bureau', 'cq-standards')).toBe(true);
  });

  test('tell level, units, answer and rating as the record has them', async () => {
    const life = await registered({ form: { ...form, enterprise: '重庆澜泽生物医药有限公司' } });
    const row = async () => (await ledger('bureau', '')).rows.find(({ caseId }) => caseId === life.caseId);
    expect(await row()).toMatchObject({
      ...{ level: 'unit', handlingUnit: null, helpers: [], enterprise: '重庆澜泽生物医药有限公司', category: 'help' },
      ...{ district: { zh: '巴南区' }, acceptingUnit: { zh: '市药审中心' }, repliedOn: null, rating: null },
    });
    await life.answer('accept', 'acceptOwn', { flow: { category: 'suggestion' } });
    await life.answer('handle', 'askHelp', { flow: { helpers: [{ unit: 'cq-permits' }] } });
    await life.answer('assist', 'answer');
    await life.answer('handle', 'escalate');
    await life.answer('dispatch', 'requestInstruction');
    await life.answer('instruct', 'assign', at('cq-permits'));
    expect(await row()).toMatchObject({
      ...{ level: 'deputy', category: 'suggestion', handlingUnit: { zh: '行政审批处' } },
      helpers: [{ zh: '行政审批处', en: 'Permits section' }],
    });
    await life.answer('handle', 'proposeReply');
    await life.answer('approveReply', 'approve');
    await life.answer('giveReply', 'reply');
    await life.answer('rate', 'satisfied');
    await life.answer('archive', 'archive');
    const { rows: days } = {
      rows: await select<{ today: string }>(database.pool, {
        text: `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today`,
      }),
    };
    expect(await row()).toMatchObject({
      ...{ ending: 'satisfied', rating: 'satisfied', repliedOn: days[0]?.today, dueOn: null },
      ...{ acceptingUnit: { zh: '市药审中心' } },
    });
  });

  test('are read page by page without a row missing or twice, and are looked through by what is asked', async () => {
    for (let nth = 0; nth < 5; nth += 1) await registered({ form: { ...form, subject: `分页${nth}` } });
    const filters = { search: '分页' };
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof liaisonLedger>> = await liaisonLedger(database.pool, {
        ...{ scope: officer('TECH', []), cut: 'bureau', filters, limit: 2 },
        ...(cursor === null ? {} : { cursor }),
      });
      expect(page.total).toBe(5);
      seen.push(...page.rows.map(({ subject }) => subject));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['分页4', '分页3', '分页2', '分页1', '分页0']);
    expect((await ledger('bureau', '', { ...filters, level: 'meeting' })).total).toBe(0);
    expect((await ledger('bureau', '', { ...filters, district: BANAN, category: 'help', state: 'open' })).total).toBe(
      5,
    );
  });
});

describe('a merged request', () => {
  test('ends, names the other, and both requesters are told', async () => {
    const kept = await registered();
    const merged = await registered({ district: '500104', requesterId: bodyOf('500104').id });
    await merged.answer('accept', 'merge', { flow: { into: await numberOf(kept.caseId) } });
    const [file] = await select(database.pool, {
      text: 'SELECT state, ending, merged_into AS "into" FROM case_file WHERE case_id = $1',
      values: [merged.caseId],
    });
    expect(file).toEqual({ state: 'closed', ending: 'merged', into: kept.caseId });
    expect(await noticesOf('banan', kept.caseId)).toEqual(['requestMerged']);
  });
});

describe('what is written to a system outside', () => {
  test('waits until it is taken, once, and stays as it was sent', async () => {
    const life = await registered();
    await life.answer('accept', 'toPlatform');
    const [written] = (await takeWritten(database.pool, 50)).filter(({ caseId }) => caseId === life.caseId);
    expect(written).toMatchObject({ channel: 'eightLists', dispatch: 'ask' });
    expect((await takeWritten(database.pool, 50)).filter(({ caseId }) => caseId === life.caseId)).toEqual([]);
    await noteReceipt(database.pool, written?.id ?? '', '八清-1');
    await noteReceipt(database.pool, written?.id ?? '', '八清-2');
    expect(await sentByCase(database.pool, life.caseId)).toMatchObject([{ dispatch: 'ask', receipt: '八清-1' }]);
    await expect(database.pool.query('DELETE FROM platform_message')).rejects.toMatchObject({ code: '23001' });
  });
});

describe('edge case 33: a request that holds a report of illegality', () => {
  test('is secret from then on, and the rest goes on as a request that says nothing of it', async () => {
    const secret = await registered({
      form: { ...form, subject: '举报无证生产', text: '举报某企业无证生产，另请指导转运' },
    });
    const { submission } = await receive(database.pool, {
      ...{ requestId: randomUUID(), caseId: secret.caseId, by: actorOf('DLO'), duty: 'accept', outcome: 'separate' },
      ...{
        flow: { unit: 'cq-inspectorate-2' },
        form: { subject: '转运指导', text: '请指导样品转运', unit: 'cq-inspectorate-2' },
      },
    });
    await secret.submit(submission.input);
    const [message] = (await takeOutbox(database.pool, 'openRest', 50)).filter(
      ({ caseId }) => caseId === secret.caseId,
    );
    if (message === undefined) throw new Error('nothing is left');
    const { submission: left } = await receiveRest(database.pool, message, liaisonRequest);
    await RecordedCase.resume(database.pool, left.caseId, liaisonRequest);
    const seen = async (unit: string) => {
      const desk = database.desk({ personId: randomUUID(), role: 'TECH', of: { province: 'CQ', unitId: unit } });
      const scope = { ...officer('TECH', [unit]), personId: randomUUID() };
      return (await liaisonLedger(desk, { scope, cut: 'bureau', filters: {}, limit: 100 })).rows;
    };
    const rows = await seen('cq-standards');
    expect(rows.some(({ caseId }) => caseId === secret.caseId)).toBe(false);
    expect(rows.find(({ caseId }) => caseId === left.caseId)).toMatchObject({ subject: '转运指导' });
    expect(JSON.stringify(rows)).not.toContain('无证生产');
    expect((await seen('cq-inspectorate-2')).some(({ caseId }) => caseId === secret.caseId)).toBe(true);
    const told = await select<{ text: string }>(database.pool, {
      text: `SELECT (to_jsonb(s) || to_jsonb(e))::text AS text FROM submission s JOIN case_event e USING (case_id) WHERE s.case_id = $1`,
      values: [left.caseId],
    });
    expect(told.length).toBeGreaterThan(0);
    for (const { text } of told) for (const hidden of ['无证生产', secret.caseId]) expect(text).not.toContain(hidden);
    expect((await receiveRest(database.pool, message, liaisonRequest)).result).toBe('same');
  });
});

describe('an instruction', () => {
  test('is kept as it was written: neither ledger nor paper can be changed, and it is not taken back', async () => {
    const life = await registered();
    await life.answer('accept', 'escalate');
    await life.answer('dispatch', 'requestInstruction');
    const { version } = await life.answer('instruct', 'callMeeting');
    await expect(
      database.pool.query(`UPDATE case_event SET input = '{}' WHERE case_id = '${life.caseId}'`),
    ).rejects.toMatchObject({ code: '23001' });
    await expect(life.retract({ duty: 'instruct', version }, { by: actorOf('DL') })).rejects.toThrow('RETRACT_OUTWARD');
  });
});

describe('edge case 43: a unit that is reorganised', () => {
  test('hands what is open to its successor, and what comes later goes there too', async () => {
    const life = await registered({ unit: 'cq-legal' });
    await database.pool.query(
      `UPDATE unit SET until = current_date - 1, successor_id = 'cq-permits' WHERE id = 'cq-legal'`,
    );
    await inTransaction(database.pool, lockCalendar, (client) => followSuccessor(client, 'cq-legal'));
    expect(await openUnits(life.caseId, 'accept')).toEqual([{ unit: 'cq-permits', role: 'ILO' }]);
    await life.answer('accept', 'acceptOwn', { flow: { category: 'help' } });
    await followSuccessors(database.pool);
    expect(await openUnits(life.caseId, 'handle')).toEqual([{ unit: 'cq-permits', role: 'ILO' }]);
  });

  test('and an officer who leaves the pool leaves what they have taken to their colleagues', async () => {
    const life = await registered();
    const { personId, postId } = actorOf('DLO');
    await database.pool.query(
      `UPDATE duty SET claimed_by_person = $2, claimed_by_post = $3, claimed_at = now() WHERE case_id = $1 AND step = 'accept'`,
      [life.caseId, personId, postId],
    );
    await handBackEnded(database.pool, instant(Date.now()));
    const taken = () =>
      select(database.pool, {
        text: `SELECT FROM duty WHERE case_id = $1 AND claimed_by_person IS NOT NULL`,
        values: [life.caseId],
      });
    expect(await taken()).toHaveLength(1);
    await database.pool.query(
      `UPDATE pool_member SET until = current_date - 2 WHERE pool = 'liaison' AND person_id = $1`,
      [personId],
    );
    await handBackEnded(database.pool, instant(Date.now()));
    expect(await taken()).toHaveLength(0);
  });

  test('and neither takes nor answers anything as one of them any more, which their colleagues do', async () => {
    const life = await registered({ unit: 'cq-inspectorate-2' });
    const officers = people.find(({ user }) => user === 'kuangyuan');
    const [post] = officers?.posts ?? [];
    if (officers === undefined || post === undefined) throw new Error('nobody liaises');
    const by = { personId: officers.id, postId: post.id, role: post.role };
    const reach = { caseId: life.caseId, duty: 'accept', by };
    const answer = () =>
      receive(database.pool, {
        ...{ ...reach, requestId: randomUUID(), outcome: 'acceptOwn', flow: { category: 'help' }, form: {} },
      });
    const days = (until: string) =>
      database.pool.query(`UPDATE pool_member SET until = ${until} WHERE pool = 'liaison' AND person_id = $1`, [
        officers.id,
      ]);
    await days('current_date - 2');
    await expect(claim(database.pool, reach)).rejects.toMatchObject({ code: 'LEFT_POOL' });
    await expect(answer()).rejects.toMatchObject({ code: 'LEFT_POOL' });
    await days('NULL');
    await claim(database.pool, reach);
    await answer();
  });
});
