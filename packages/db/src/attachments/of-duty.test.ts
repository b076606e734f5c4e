import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../client.ts';
import type { Reach } from '../desk.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { agent, pdfFor } from '../testing/handed-in.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { reachIn } from '../testing/secret-case.ts';
import type { ChainBreak } from '../verification/chain-break.ts';
import { verifyRecord } from '../verification/verify-record.ts';
import { attachmentsOfCase, copyAttachments } from './of-case.ts';
import { filesWaitingIn, handInForDuty } from './of-duty.ts';
import { removeAttachment } from './of-draft.ts';
import { inTransaction } from '../transaction.ts';

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

const own: Reach = { personId: agent.personId, role: 'APP', of: { enterpriseId: DRUGSTORE } };
const officer = reachIn('WIN', 'cq-service-centre');

/** A case whose applicant owes a supplement. */
async function owing(): Promise<RecordedCase> {
  const life = await RecordedCase.open(made.pool, { procedure: ordinaryPermitWithDeferral });
  await life.answer('intake', 'requestSupplement');
  return life;
}

const fileFor = (caseId: string, says: string, replaces: string | null = null) => {
  const { draftId: _, material: __, ...file } = pdfFor('', says);
  return { ...file, caseId, duty: 'supplement', material: 'supplement', replaces };
};
const handIn = (life: RecordedCase, says: string, replaces?: string) =>
  handInForDuty(database.desk(own), fileFor(life.caseId, says, replaces), agent);
const seen = async (db: Queryable, id: string): Promise<number> =>
  (
    await selectOne<{ rows: number }>(db, {
      text: 'SELECT (SELECT count(*) FROM attachment WHERE id = $1)::int + (SELECT count(*) FROM attachment_content WHERE attachment_id = $1)::int AS rows',
      values: [id],
    })
  ).rows;

describe('a file for the answer to a duty', () => {
  test('waits for it, seen by its own enterprise alone, and may go again', async () => {
    const life = await owing();
    const { attachmentId } = await handIn(life, '补正');
    expect((await filesWaitingIn(database.desk(own), life.caseId)).map(({ duty }) => duty)).toEqual(['supplement']);
    expect(await attachmentsOfCase(database.desk(own), life.caseId)).toEqual([]);
    expect([await seen(database.desk(own), attachmentId), await seen(database.desk(officer), attachmentId)]).toEqual([
      2, 0,
    ]);
    await removeAttachment(database.desk(own), attachmentId, agent);
    expect(await filesWaitingIn(made.pool, life.caseId)).toEqual([]);
  });

  test('sent twice is one file, and takes the place of another of the same duty', async () => {
    const life = await owing();
    const [first, again] = await Promise.all([handIn(life, '同一份'), handIn(life, '同一份')]);
    expect(again.attachmentId).toBe(first.attachmentId);
    await handIn(life, '另一份', first.attachmentId);
    expect((await filesWaitingIn(made.pool, life.caseId)).map(({ name }) => name)).toEqual(['另一份.pdf']);
  });

  test('is refused for a duty of somebody else, or one that is over', async () => {
    const life = await owing();
    const other = { ...agent, enterpriseId: '00000000-0000-4000-8000-000000000000' };
    await expect(handInForDuty(made.pool, fileFor(life.caseId, '他人'), other)).rejects.toMatchObject({
      code: 'NO_SUCH_DUTY',
    });
    await expect(
      handInForDuty(made.pool, { ...fileFor(life.caseId, '窗口'), duty: 'intake' }, agent),
    ).rejects.toMatchObject({ code: 'NO_SUCH_DUTY' });
    await life.answer('supplement', 'submit');
    await expect(handIn(life, '迟到')).rejects.toMatchObject({ code: 'NO_SUCH_DUTY' });
  });

  test('comes with the answer: the ledger names it by its digest, the units that work on the case open it, nobody changes it', async () => {
    const life = await owing();
    const { attachmentId, sm3 } = await handIn(life, '补正材料');
    await life.answer('supplement', 'submit', { attachmentIds: [attachmentId] });
    const { input, version } = await selectOne<{ input: Record<string, unknown>; version: number }>(made.pool, {
      text: `SELECT input, version FROM case_event WHERE case_id = $1 AND input ? 'attachments'`,
      values: [life.caseId],
    });
    expect(input['attachments']).toEqual([{ id: attachmentId, material: 'supplement', sm3 }]);
    const [file] = await attachmentsOfCase(database.desk(officer), life.caseId);
    expect(file).toMatchObject({ attachmentId, version });
    expect(await seen(database.desk(reachIn('LEG', 'cq-legal')), attachmentId)).toBe(0);
    await expect(removeAttachment(made.pool, attachmentId, agent)).rejects.toMatchObject({
      code: 'NO_SUCH_ATTACHMENT',
    });
    for (const sql of ['DELETE FROM attachment WHERE id = $1', 'UPDATE attachment SET request_id = NULL WHERE id = $1'])
      await expect(select(made.pool, { text: sql, values: [attachmentId] })).rejects.toThrow('stays as it was');
  });

  test('that is not there any more keeps the answer from being received; the same request again has its receipt', async () => {
    const life = await owing();
    const { attachmentId } = await handIn(life, '将移除');
    await removeAttachment(made.pool, attachmentId, agent);
    const answer = {
      ...{ requestId: crypto.randomUUID(), caseId: life.caseId, by: actorOf('APP', 1), duty: 'supplement' },
      ...{ outcome: 'submit', flow: {}, form: {} },
    };
    await expect(receive(made.pool, { ...answer, attachmentIds: [attachmentId] })).rejects.toMatchObject({
      code: 'FILES_CHANGED',
    });
    const kept = await handIn(life, '留下');
    const sent = { ...answer, attachmentIds: [kept.attachmentId] };
    expect((await receive(made.pool, sent)).result).toBe('new');
    expect((await receive(made.pool, sent)).result).toBe('same');
    await expect(receive(made.pool, answer)).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  test('goes with the application when another case goes on with it, and what only waits does not', async () => {
    const life = await owing();
    const { attachmentId } = await handIn(life, '随案');
    await life.answer('supplement', 'submit', { attachmentIds: [attachmentId] });
    const waits = await owing();
    await handIn(waits, '未提交');
    const copies = (from: string) =>
      inTransaction(made.pool, 'SELECT 1', (client) => copyAttachments(client, from, crypto.randomUUID()));
    expect((await copies(life.caseId)).map(({ material }) => material)).toEqual(['supplement']);
    expect(await copies(waits.caseId)).toEqual([]);
  });
});

test('a file of an answer is held against the ledger: changed, missing and inserted ones are found, waiting ones are none of it', async () => {
  const found = async (): Promise<readonly ChainBreak['kind'][]> => {
    const breaks: ChainBreak[] = [];
    await verifyRecord(made.url, (broken) => breaks.push(broken), { stream: null, since: null });
    return breaks.flatMap(({ chain, kind }) => (chain === 'attachment' ? [kind] : []));
  };
  const tamper = (sql: string): Promise<unknown> =>
    made.pool.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${sql}; COMMIT`);
  const before = await found();
  const life = await owing();
  const { attachmentId } = await handIn(life, '校验');
  expect(await found()).toEqual(before);
  await life.answer('supplement', 'submit', { attachmentIds: [attachmentId] });
  expect(await found()).toEqual(before);
  await tamper(`UPDATE attachment_content SET bytes = 'x' WHERE attachment_id = '${attachmentId}'`);
  expect(await found()).toEqual([...before, 'changed']);
  await tamper(
    `DELETE FROM attachment_content WHERE attachment_id = '${attachmentId}'; DELETE FROM attachment WHERE id = '${attachmentId}'`,
  );
  expect(await found()).toEqual([...before, 'missing']);
});
