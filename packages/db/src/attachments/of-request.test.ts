import { randomUUID } from 'node:crypto';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../client.ts';
import type { Reach } from '../desk.ts';
import { receiveRest } from '../liaison/open-rest.ts';
import { receiveRequest, type PutRequest } from '../liaison/register.ts';
import { takeOutbox } from '../outbox.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { bodyOf } from '../seed/liaison-bodies.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { pdfFor } from '../testing/handed-in.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import type { ChainBreak } from '../verification/chain-break.ts';
import { verifyRecord } from '../verification/verify-record.ts';
import { attachmentsOfCase } from './of-case.ts';
import { removeAttachment } from './of-draft.ts';
import { handInForRequest } from './of-request.ts';

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
const body = bodyOf(BANAN).id;
/** Who enters it for the district, who puts it, and two who have nothing to do with it. */
const [entering, asking] = [actorOf('DLO'), actorOf('DIST')];
const officer = { personId: entering.personId, enterpriseId: null };
const district = { personId: asking.personId, enterpriseId: body };
const ofUnit = (role: Reach['role'], unitId: string, province = 'CQ', personId = actorOf('WIN').personId): Reach => ({
  ...{ personId, role, of: { province, unitId } },
});
const atDesk = ofUnit('DLO', 'cq-review-centre', 'CQ', entering.personId);
const colleague = ofUnit('DLO', 'cq-review-centre');
const ofDistrict: Reach = { personId: asking.personId, role: 'DIST', of: { enterpriseId: body } };

const fileFor = (registration: string, says: string, replaces: string | null = null) => {
  const { draftId: _, material: __, ...file } = pdfFor('', says);
  return { ...file, registration, replaces };
};
const enterFile = (registration: string, says: string) =>
  handInForRequest(database.desk(atDesk), fileFor(registration, says), officer);

const put = (requestId: string, attachmentIds: readonly string[]): PutRequest => ({
  ...{ requestId, caseId: randomUUID(), by: entering, province: 'CQ', source: 'daily', requesterId: null },
  ...{ district: BANAN, category: 'help', sensitive: false, unit: null, creditCode: null, attachmentIds },
  form: { subject: '样品转运', text: '如何衔接', enterprise: '', contact: '巴小楠', phone: '1' },
  procedure: liaisonRequest,
});
const enter = (requestId: string, attachmentIds: readonly string[]) =>
  receiveRequest(database.desk(atDesk), put(requestId, attachmentIds));
const opened = (caseId: string) => RecordedCase.resume(made.pool, caseId, liaisonRequest);

const seen = async (db: Queryable, id: string): Promise<number> =>
  (
    await selectOne<{ rows: number }>(db, {
      text: 'SELECT (SELECT count(*) FROM attachment WHERE id = $1)::int + (SELECT count(*) FROM attachment_content WHERE attachment_id = $1)::int AS rows',
      values: [id],
    })
  ).rows;
const seenBy = async (id: string, ...reaches: readonly Reach[]) =>
  Promise.all(reaches.map((reach) => seen(database.desk(reach), id)));

describe('a file for a request that is being entered', () => {
  test('is seen by whoever handed it in, and by nobody else: no colleague, no district, no head of the agency', async () => {
    const { attachmentId } = await enterFile(randomUUID(), '等待登记');
    expect(
      await seenBy(attachmentId, atDesk, colleague, ofDistrict, ofUnit('HEAD', 'cq-leaders'), ofUnit('DLO', 'x', 'SC')),
    ).toEqual([2, 0, 0, 0, 0]);
    await expect(
      removeAttachment(database.desk(colleague), attachmentId, { ...officer, personId: colleague.personId }),
    ).rejects.toMatchObject({ code: 'NO_SUCH_ATTACHMENT' });
    await removeAttachment(database.desk(atDesk), attachmentId, officer);
    expect(await seen(made.pool, attachmentId)).toBe(0);
  });

  test('sent twice is one file, and one that is replaced is gone', async () => {
    const registration = randomUUID();
    const [first, again] = await Promise.all([enterFile(registration, '同一份'), enterFile(registration, '同一份')]);
    expect(again.attachmentId).toBe(first.attachmentId);
    const other = await handInForRequest(
      database.desk(atDesk),
      fileFor(registration, '另一份', first.attachmentId),
      officer,
    );
    expect([await seen(made.pool, first.attachmentId), await seen(made.pool, other.attachmentId)]).toEqual([0, 2]);
  });

  test('that was never sent goes after a week with the next that the same person hands in', async () => {
    const old = await enterFile(randomUUID(), '未提交');
    const aged = `INSERT INTO attachment (registration, material, name, media_type, size, sm3, person_id, handed_in_at)
      SELECT gen_random_uuid(), material, name, media_type, size, sm3, person_id, now() - $2 * interval '1 day' FROM attachment WHERE id = $1 RETURNING id`;
    const made8 = await selectOne<{ id: string }>(made.pool, { text: aged, values: [old.attachmentId, 8] });
    const made6 = await selectOne<{ id: string }>(made.pool, { text: aged, values: [old.attachmentId, 6] });
    await enterFile(randomUUID(), '下一份');
    const left = await select<{ id: string }>(made.pool, {
      text: 'SELECT id FROM attachment WHERE id = ANY($1::uuid[])',
      values: [[made8.id, made6.id]],
    });
    expect(left).toEqual([{ id: made6.id }]);
  });

  test('comes with it: named by the ledger with its digest, the requester’s from then on, changed by nobody', async () => {
    const registration = randomUUID();
    const { attachmentId, sm3 } = await enterFile(registration, '随诉求');
    const { submission } = await enter(registration, [attachmentId]);
    expect(await seenBy(attachmentId, atDesk, colleague, ofDistrict)).toEqual([2, 0, 2]); // it is not open yet
    const { caseId } = await opened(submission.caseId);
    const { named } = await selectOne<{ named: unknown }>(made.pool, {
      text: `SELECT input #> '{opening,attachments}' AS named FROM case_event WHERE case_id = $1 AND version = 1`,
      values: [caseId],
    });
    expect(named).toEqual([{ id: attachmentId, material: 'request', sm3 }]);
    expect((await attachmentsOfCase(database.desk(colleague), caseId)).map(({ version }) => version)).toEqual([1]);
    const outside = [ofUnit('LEG', 'cq-legal'), ofUnit('SUP', 'cq-supervision'), ofUnit('DLO', 'x', 'SC')];
    expect(await seenBy(attachmentId, colleague, ofDistrict, ...outside)).toEqual([2, 2, 0, 0, 0]);
    await expect(removeAttachment(made.pool, attachmentId, district)).rejects.toMatchObject({
      code: 'NO_SUCH_ATTACHMENT',
    });
    for (const change of [
      'DELETE FROM attachment WHERE id = $1',
      'UPDATE attachment SET enterprise_id = gen_random_uuid() WHERE id = $1',
      'UPDATE attachment SET case_id = NULL, registration = gen_random_uuid() WHERE id = $1',
    ])
      await expect(select(made.pool, { text: change, values: [attachmentId] })).rejects.toThrow(/refused/);
  });

  test('goes to no other request, whatever else is tried with it before', async () => {
    const { attachmentId } = await enterFile(randomUUID(), '换一件');
    for (const [change, refused] of [
      ['UPDATE attachment SET registration = gen_random_uuid() WHERE id = $1', /another file is another row/],
      ['UPDATE attachment SET registration = NULL WHERE id = $1', /attachment_(place|owned)|row-level security/],
    ] as const)
      await expect(select(database.desk(atDesk), { text: change, values: [attachmentId] })).rejects.toThrow(refused);
    await expect(enter(randomUUID(), [attachmentId])).rejects.toMatchObject({ code: 'FILES_CHANGED' });
  });

  test('keeps it from being received where one came or went meanwhile; repeated, a request has its receipt, and takes no more files', async () => {
    const registration = randomUUID();
    const [one, two] = [await enterFile(registration, '一'), await enterFile(registration, '二')];
    await expect(enter(registration, [one.attachmentId])).rejects.toMatchObject({ code: 'FILES_CHANGED' });
    await expect(enter(registration, [one.attachmentId, randomUUID()])).rejects.toMatchObject({
      code: 'FILES_CHANGED',
    });
    const sent = put(registration, [one.attachmentId, two.attachmentId].sort());
    const receive = () => receiveRequest(database.desk(atDesk), sent);
    const [first, again] = await Promise.all([receive(), receive()]);
    expect([first.result, again.result].sort()).toEqual(['new', 'same']);
    await expect(enter(registration, [one.attachmentId])).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await expect(enterFile(registration, '迟到')).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });
});

describe('once a report of illegality was found in it', () => {
  test('it stays with the secret case, seen by those who work on that, and what is left of the request has none of it', async () => {
    const registration = randomUUID();
    const { attachmentId } = await enterFile(registration, '举报材料');
    const { submission } = await enter(registration, [attachmentId]);
    const life = await opened(submission.caseId);
    const helper = ofUnit('SEC', 'cq-legal', 'CQ', actorOf('SEC').personId);
    await life.answer('accept', 'separate', {
      flow: { unit: 'cq-legal' },
      by: entering,
    });
    const [message] = await takeOutbox(made.pool, 'openRest', 1);
    if (message === undefined) throw new Error('nothing is left of it');
    const rest = await receiveRest(made.pool, message, liaisonRequest);
    await opened(rest.submission.caseId);
    expect(await attachmentsOfCase(made.pool, rest.submission.caseId)).toEqual([]);
    expect(JSON.stringify(rest.submission.input)).not.toContain('attachments');
    expect(await seenBy(attachmentId, helper, ofUnit('ILO', 'cq-permits'), ofUnit('TECH', 'cq-standards'))).toEqual([
      2, 0, 0,
    ]);
  });
});

test('a file of a request is held against the ledger: changed, missing and inserted ones are found, waiting ones are none of it', async () => {
  const found = async (): Promise<readonly ChainBreak['kind'][]> => {
    const breaks: ChainBreak[] = [];
    await verifyRecord(made.url, (broken) => breaks.push(broken), { stream: null, since: null });
    return breaks.flatMap(({ chain, kind }) => (chain === 'attachment' ? [kind] : []));
  };
  const tamper = (sql: string): Promise<unknown> =>
    made.pool.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${sql}; COMMIT`);
  const before = await found();
  const registration = randomUUID();
  const { attachmentId } = await enterFile(registration, '校验');
  expect(await found()).toEqual(before);
  const { submission } = await enter(registration, [attachmentId]);
  await opened(submission.caseId);
  expect(await found()).toEqual(before);
  await tamper(`UPDATE attachment_content SET bytes = 'x' WHERE attachment_id = '${attachmentId}'`);
  expect(await found()).toEqual([...before, 'changed']);
  await tamper(
    `DELETE FROM attachment_content WHERE attachment_id = '${attachmentId}'; DELETE FROM attachment WHERE id = '${attachmentId}'`,
  );
  expect(await found()).toEqual([...before, 'missing']);
});
