import type { Instant } from '@lianban/domain/civil-date';
import type { Letter } from '@lianban/domain/letter';
import type { Province } from '@lianban/domain/province';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf, caseStream } from '../audit.ts';
import { letterCaseId } from '../child-case-id.ts';
import { openDatabase, type Database } from '../client.ts';
import { commitTurn } from '../commit-turn.ts';
import { select, selectOne } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { DRUGSTORE } from '../testing/recorded-case.ts';
import { newsOf, TwoBureaus } from '../testing/two-bureaus.ts';
import { verifyCase } from '../verify-chain.ts';
import { LetterNotDelivered, type Exchange } from './exchange.ts';
import { letterWorked } from './in-tray.ts';
import { sendLetters } from './out-tray.ts';
import { exchangeWithin, receiveLetter } from './receive-letter.ts';

let database: TestDatabase;
let bureaus: TwoBureaus;
let desks: Database;
beforeAll(async () => {
  database = await testDatabase();
  bureaus = new TwoBureaus(database.pool);
  desks = openDatabase(database.url, 2);
}, 120_000);
afterAll(async () => {
  await desks.close();
  await database.drop();
});

const query = <T extends object>(sql: string, ...values: unknown[]) => select<T>(database.pool, { text: sql, values });

describe('a letter', () => {
  test('is numbered with its turn and says who asks what, and by which day', async () => {
    const { sender } = await bureaus.asked();
    const [row] = await bureaus.lettersOf(sender.caseId);
    const year = new Date().getFullYear();
    expect(row?.number).toMatch(new RegExp(`^渝药监往函〔${year}〕\\d+号$`));
    expect(row?.letter).toMatchObject({
      ...{ format: 1, from: 'CQ', to: 'SC', number: row?.number, reference: { caseId: sender.caseId, sequence: 1 } },
      signed: { name: expect.any(String) as unknown, unit: { zh: expect.any(String) as unknown } },
      content: {
        ...{ kind: 'request', procedure: 'made-up', item: 'otc-retail', answerBy: null },
        share: { questions: ['是否存在'] },
      },
    });
    const [file] = await query<{ number: string }>('SELECT number FROM case_file WHERE case_id = $1', sender.caseId);
    expect(row?.letter.caseNumber).toBe(file?.number);
  });

  test('carries no id of a person, post, unit or enterprise of the sender', async () => {
    const { sender } = await bureaus.asked();
    const [row] = await bureaus.lettersOf(sender.caseId);
    const ids = JSON.stringify(row?.letter).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g);
    expect(ids).toEqual([sender.caseId]);
  });

  test('opens one case there, however often it is delivered, which nobody here has opened', async () => {
    const { sender, sequences } = await bureaus.asked();
    const exchange = exchangeWithin(database.pool);
    const [row] = await bureaus.lettersOf(sender.caseId);
    if (row === undefined) throw new Error('no letter');
    const receipts = [await exchange.deliver(row.letter), await exchange.deliver(row.letter)];
    expect(receipts[1]).toEqual(receipts[0]);
    expect(await query('SELECT FROM letter_in WHERE from_case = $1', sender.caseId)).toHaveLength(1);
    const there = await bureaus.opened(sender, sequences);
    expect(there.caseId).toBe(letterCaseId({ from: 'CQ', caseId: sender.caseId, sequence: 1 }));
    const [file] = await query(
      `SELECT f.province, f.enterprise_id = $2 AS "sameEnterprise", f.parent_case_id AS parent, f.letter, e.person_id AS person,
        e.input #>> '{opening,letter,number}' AS number FROM case_file f JOIN case_event e ON e.case_id = f.case_id AND e.version = 1 WHERE f.case_id = $1`,
      there.caseId,
      DRUGSTORE,
    );
    expect(file).toEqual({
      ...{ province: 'SC', sameEnterprise: true, parent: null, person: null, number: row.number },
      letter: { from: 'CQ', caseId: sender.caseId, sequence: 1 },
    });
  });

  test('with the reference of another and other content is no letter', async () => {
    const { sender, sequences } = await bureaus.asked();
    await bureaus.opened(sender, sequences);
    const [row] = await bureaus.lettersOf(sender.caseId);
    const forged = { ...row?.letter, caseNumber: '渝伪〔2026〕1' };
    await expect(receiveLetter(database.pool, forged)).rejects.toMatchObject({ obstacle: 'otherContent' });
    await expect(receiveLetter(database.pool, { ...row?.letter, to: 'CQ' })).rejects.toMatchObject({
      obstacle: 'wrongBureau',
    });
    await expect(receiveLetter(database.pool, { from: 'CQ' })).rejects.toMatchObject({ obstacle: 'malformed' });
  });

  test('that does not get through is tried again with what failed in sight, then receipted once (14 no. 26)', async () => {
    const { sender, sequences } = await bureaus.asked();
    const away: Exchange = { deliver: () => Promise.reject(new LetterNotDelivered('away')) };
    const sent = { caseId: sender.caseId, sequences };
    for (let attempt = 1; attempt <= 3; attempt += 1) expect(await sendLetters(database.pool, away, sent)).toBe(false);
    expect(await bureaus.lettersOf(sender.caseId)).toMatchObject([{ attempts: 3, failure: 'away', receipted: false }]);
    const alarms = () => query(`SELECT kind FROM alarm WHERE case_id = $1 AND resolved_at IS NULL`, sender.caseId);
    expect(await alarms()).toEqual([{ kind: 'letterNotDelivered' }]);
    expect(await sendLetters(database.pool, exchangeWithin(database.pool), sent)).toBe(true);
    expect(await bureaus.lettersOf(sender.caseId)).toMatchObject([{ attempts: 4, failure: null, receipted: true }]);
    expect(await alarms()).toEqual([]);
    expect(await sendLetters(database.pool, exchangeWithin(database.pool), sent)).toBe(true);
    const receipts = (await auditOf(database.pool, caseStream(sender.caseId))).filter(
      ({ action }) => action === 'letter.receipted',
    );
    expect(receipts).toHaveLength(1);
  });

  test('is answered by a letter, which settles the step that waits, and both chains hold', async () => {
    const { sender, sequences } = await bureaus.asked();
    const there = await bureaus.opened(sender, sequences);
    await there.answer('c', 'done');
    await sendLetters(database.pool, exchangeWithin(database.pool), { caseId: there.caseId, sequences: [1] });
    const answer = await bureaus.received(there.caseId);
    expect(answer.letter).toMatchObject({
      ...{
        from: 'SC',
        to: 'CQ',
        content: { kind: 'reply', outcome: 'done', flow: { found: 'something' }, closes: true },
      },
    });
    expect(answer.caseId).toBe(sender.caseId);
    await sender.submit(newsOf(answer));
    await letterWorked(database.pool, answer, { note: null });
    expect(
      await query(`SELECT state, outcome FROM duty WHERE case_id = $1 AND step = 'asking'`, sender.caseId),
    ).toEqual([{ state: 'settled', outcome: 'done' }]);
    expect(await verifyCase(database.pool, sender.caseId)).toEqual([]);
    expect(await verifyCase(database.pool, there.caseId)).toEqual([]);
    const trail = (await auditOf(database.pool, caseStream(sender.caseId))).map(({ action, province }) => [
      action,
      province,
    ]);
    expect(trail).toEqual(
      expect.arrayContaining([
        ['letter.receipted', 'CQ'],
        ['case.letterAnswered', 'CQ'],
        ['letter.received', 'CQ'],
      ]),
    );
  });
});

describe('a letter that was received', () => {
  test('that speaks of one which has not come is not taken yet', async () => {
    const { sender } = await bureaus.asked();
    const [row] = await bureaus.lettersOf(sender.caseId);
    if (row === undefined) throw new Error('no letter');
    const reference = { caseId: sender.caseId, sequence: 2 };
    const recall: Letter = { ...row.letter, reference, content: { kind: 'recall', regards: row.letter.reference } };
    await expect(receiveLetter(database.pool, recall)).rejects.toMatchObject({ obstacle: 'notYet' });
  });

  test('answers only what was asked by the province to which it goes', async () => {
    const { sender, sequences } = await bureaus.asked();
    const there = await bureaus.opened(sender, sequences);
    const [row] = await bureaus.lettersOf(sender.caseId);
    if (row === undefined) throw new Error('no letter');
    const content = {
      kind: 'reply',
      regards: { caseId: there.caseId, sequence: 1 },
      outcome: 'done',
      flow: {},
      closes: true,
    } as const;
    const forged: Letter = { ...row.letter, reference: { caseId: 'made-up', sequence: 1 }, content };
    await expect(receiveLetter(database.pool, forged)).rejects.toMatchObject({ obstacle: 'notYet' });
  });

  test('that waits to be told holds back the silence of the case it answers', async () => {
    const { sender, sequences } = await bureaus.asked();
    const there = await bureaus.opened(sender, sequences);
    await there.answer('c', 'done');
    await sendLetters(database.pool, exchangeWithin(database.pool), { caseId: there.caseId, sequences: [1] });
    const { now } = await selectOne<{ now: Instant }>(database.pool, {
      text: `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
    });
    const lapse = { kind: 'lapse', requestId: 'made-up', at: now, duty: 'asking', due: now } as const;
    const turn = {
      caseId: sender.caseId,
      version: sender.committed.version + 1,
      input: lapse,
      entries: [],
      asks: [],
      digest: 'made-up',
    };
    expect(await commitTurn(database.pool, turn)).toEqual({ tag: 'deferred' });
  });

  test('stays as it was sent and received, whoever tries', async () => {
    const { sender, sequences } = await bureaus.asked();
    await bureaus.opened(sender, sequences);
    for (const statement of [
      `UPDATE letter_out SET letter = '{}'`,
      `UPDATE letter_out SET receipted_at = NULL`,
      'DELETE FROM letter_out',
      `UPDATE letter_in SET letter = '{}'`,
      `UPDATE letter_in SET state = 'received', worked_at = NULL`,
      'DELETE FROM letter_in',
    ])
      await expect(query(statement), statement).rejects.toMatchObject({ code: '23001' });
  });
});

describe('the two bureaus', () => {
  const rows = async (province: Province, table: string, caseId: string): Promise<number> => {
    const desk = desks.desk({
      ...{ personId: '00000000-0000-4000-8000-000000000000', role: 'SUP', of: { province, unitId: null } },
    });
    return (await select(desk, { text: `SELECT FROM ${table} WHERE case_id = $1`, values: [caseId] })).length;
  };

  test('see each their own letters and cases, and nothing of the other’s', async () => {
    const { sender, sequences } = await bureaus.asked();
    const there = await bureaus.opened(sender, sequences);
    const seen = async (province: Province) =>
      Promise.all([
        rows(province, 'case_file', sender.caseId),
        rows(province, 'letter_out', sender.caseId),
        rows(province, 'case_file', there.caseId),
        rows(province, 'letter_in', there.caseId),
      ]);
    expect(await seen('CQ')).toEqual([1, 1, 0, 0]);
    expect(await seen('SC')).toEqual([0, 0, 1, 1]);
  });

  test('write to each other about an enterprise without its seeing it', async () => {
    const { sender, sequences } = await bureaus.asked();
    const there = await bureaus.opened(sender, sequences);
    const desk = desks.desk({
      ...{ personId: '00000000-0000-4000-8000-000000000000', role: 'APP', of: { enterpriseId: DRUGSTORE } },
    });
    const seen = async (table: string, caseId: string) =>
      (await select(desk, { text: `SELECT FROM ${table} WHERE case_id = $1`, values: [caseId] })).length;
    expect([
      await seen('case_file', sender.caseId),
      await seen('letter_out', sender.caseId),
      await seen('case_file', there.caseId),
      await seen('duty', there.caseId),
      await seen('letter_in', there.caseId),
    ]).toEqual([1, 0, 0, 0, 0]);
  });
});
