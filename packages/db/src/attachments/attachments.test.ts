import { randomUUID } from 'node:crypto';
import { mostAttachments } from '@lianban/domain/attachment';
import { addDays } from '@lianban/domain/civil-date';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../client.ts';
import type { Reach } from '../desk.ts';
import { discardDraft, draftSubmitted } from '../drafts.ts';
import { receiveApplication, type Application } from '../opening.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { enterprises } from '../seed/people.ts';
import { madePdf } from '../seed/made-file.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { agent, handedIn, newDraft, pdfFor } from '../testing/handed-in.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { sm3OfBytes } from '../sm3.ts';
import { attachmentsOfCase, contentOf, copyAttachments } from './of-case.ts';
import { attachmentsOfDrafts, handIn, removeAttachment } from './of-draft.ts';
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

const filesOf = async (draftId: string) => (await attachmentsOfDrafts(made.pool, [draftId])).get(draftId) ?? [];
const rows = async (db: Queryable, table: string, column: string, id: string): Promise<number> => {
  const text = `SELECT count(*)::int AS rows FROM ${table} WHERE ${column} = $1`;
  return (await selectOne<{ rows: number }>(db, { text, values: [id] })).rows;
};
const application = (draftId: string, attachmentIds: readonly string[]): Application => ({
  ...{ requestId: randomUUID(), caseId: randomUUID(), by: actorOf('APP', 1), enterpriseId: DRUGSTORE },
  ...{ item: 'otc-retail', province: 'CQ', procedure: informedCommitment, form: {}, draftId, attachmentIds },
  commitment: { noticeVersion: '1', conditionsMetOn: null },
});

describe('a file of a draft', () => {
  test('is kept byte by byte under the SM3 of its content, apart from its list', async () => {
    const draftId = await newDraft(made.pool);
    const { attachmentId, sm3, size } = await handedIn(made.pool, draftId, '申请表');
    const bytes = madePdf(['申请表']);
    expect({ sm3, size }).toEqual({ sm3: sm3OfBytes(bytes), size: bytes.length });
    expect(await contentOf(made.pool, attachmentId)).toEqual(bytes);
    expect(Object.keys((await filesOf(draftId))[0] ?? {})).not.toContain('bytes');
  });

  test('sent twice is one file, also at the same time', async () => {
    const draftId = await newDraft(made.pool);
    const sent = await Promise.all(Array.from({ length: 4 }, () => handedIn(made.pool, draftId, '同一份')));
    expect(new Set(sent.map(({ attachmentId }) => attachmentId)).size).toBe(1);
    expect(await filesOf(draftId)).toHaveLength(1);
  });

  test('takes the place of another of the same draft, and of no other', async () => {
    const [draftId, other] = [await newDraft(made.pool), await newDraft(made.pool)];
    const [old, elsewhere] = [await handedIn(made.pool, draftId, '旧'), await handedIn(made.pool, other, '旧')];
    await handIn(made.pool, { ...pdfFor(draftId, '新'), replaces: old.attachmentId }, agent);
    await handIn(made.pool, { ...pdfFor(draftId, '更新'), replaces: elsewhere.attachmentId }, agent);
    expect((await filesOf(draftId)).map(({ name }) => name).sort()).toEqual(['新.pdf', '更新.pdf']);
    expect(await filesOf(other)).toHaveLength(1);
    expect(await rows(made.pool, 'attachment_content', 'attachment_id', old.attachmentId)).toBe(0);
  });

  test('is one of so many at most, however many come at once [ASVS v5.0.0-5.2.4]', async () => {
    const draftId = await newDraft(made.pool);
    for (let nth = 1; nth < mostAttachments.value - 1; nth += 1) await handedIn(made.pool, draftId, `第${nth}份`);
    const sent = await Promise.allSettled(
      Array.from({ length: 6 }, (_, nth) => handedIn(made.pool, draftId, `同时${nth}`)),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const { reason } of sent.filter((one) => one.status === 'rejected'))
      expect(reason).toMatchObject({ code: 'TOO_MANY_FILES', detail: { most: mostAttachments.value } });
    expect(await filesOf(draftId)).toHaveLength(mostAttachments.value);
  });

  test('goes with its draft, and by itself when it is removed', async () => {
    const draftId = await newDraft(made.pool);
    const [one, two] = [await handedIn(made.pool, draftId, '一'), await handedIn(made.pool, draftId, '二')];
    await removeAttachment(made.pool, one.attachmentId, agent);
    await expect(removeAttachment(made.pool, one.attachmentId, agent)).rejects.toMatchObject({
      code: 'NO_SUCH_ATTACHMENT',
    });
    await discardDraft(made.pool, draftId, DRUGSTORE);
    for (const { attachmentId } of [one, two]) {
      expect(await rows(made.pool, 'attachment', 'id', attachmentId)).toBe(0);
      expect(await rows(made.pool, 'attachment_content', 'attachment_id', attachmentId)).toBe(0);
    }
  });

  test('is handed in for a draft of the own enterprise that is open and has not expired', async () => {
    const draftId = await newDraft(made.pool);
    const refused = { code: 'NO_SUCH_DRAFT', detail: { draftId } };
    const foreign = { ...agent, enterpriseId: enterprises[0]?.id ?? '' };
    await expect(handIn(made.pool, pdfFor(draftId, '甲'), foreign)).rejects.toMatchObject(refused);
    const late = { ...agent, today: addDays(agent.today, 40_000) };
    await expect(handIn(made.pool, pdfFor(draftId, '乙'), late)).rejects.toMatchObject(refused);
    await draftSubmitted(made.pool, draftId, DRUGSTORE);
    await expect(handedIn(made.pool, draftId, '丙')).rejects.toMatchObject(refused);
  });
});

describe('a file of an application', () => {
  async function submitted() {
    const draftId = await newDraft(made.pool);
    const { attachmentId, material, sm3 } = await handedIn(made.pool, draftId, '申请表');
    const sent = application(draftId, [attachmentId]);
    const { submission } = await receiveApplication(made.pool, sent);
    return { sent, submission, draftId, file: { id: attachmentId, material, sm3 } };
  }

  test('is named by the ledger with its material and digest, and is of the case from then on', async () => {
    const { sent, file } = await submitted();
    await RecordedCase.resume(made.pool, sent.caseId);
    const { named } = await selectOne<{ named: unknown }>(made.pool, {
      text: `SELECT input -> 'opening' -> 'attachments' AS named FROM case_event WHERE case_id = $1 AND version = 1`,
      values: [sent.caseId],
    });
    expect(named).toEqual([file]);
    expect(await attachmentsOfCase(made.pool, sent.caseId)).toMatchObject([{ attachmentId: file.id }]);
  });

  test('is taken once, however often the application is sent', async () => {
    const { sent, submission } = await submitted();
    const again = await Promise.all(
      Array.from({ length: 3 }, () => receiveApplication(made.pool, { ...sent, caseId: randomUUID() })),
    );
    for (const one of again) expect(one).toMatchObject({ result: 'same', submission: { caseId: submission.caseId } });
    expect(await attachmentsOfCase(made.pool, sent.caseId)).toHaveLength(1);
  });

  test('sent from two windows at once with the same request is received once', async () => {
    const draftId = await newDraft(made.pool);
    const { attachmentId } = await handedIn(made.pool, draftId, '双击');
    const sent = application(draftId, [attachmentId]);
    const both = await Promise.all([1, 2].map(() => receiveApplication(made.pool, { ...sent, caseId: randomUUID() })));
    expect(both.map(({ result }) => result).sort()).toEqual(['new', 'same']);
  });

  test('that came or went while the application was looked at keeps it from being received', async () => {
    const draftId = await newDraft(made.pool);
    const { attachmentId } = await handedIn(made.pool, draftId, '一');
    await handedIn(made.pool, draftId, '二');
    for (const examined of [[attachmentId], [], [randomUUID(), randomUUID()]])
      await expect(receiveApplication(made.pool, application(draftId, examined))).rejects.toMatchObject({
        code: 'FILES_CHANGED',
      });
    expect(await filesOf(draftId)).toHaveLength(2);
  });

  test('is neither replaced, removed nor changed any more [ASVS v5.0.0-16.4.2]', async () => {
    const { file, draftId } = await submitted();
    await expect(removeAttachment(made.pool, file.id, agent)).rejects.toMatchObject({ code: 'NO_SUCH_ATTACHMENT' });
    await expect(handIn(made.pool, { ...pdfFor(draftId, '后补'), replaces: file.id }, agent)).rejects.toMatchObject({
      code: 'NO_SUCH_DRAFT',
    });
    for (const text of [
      `DELETE FROM attachment WHERE id = '${file.id}'`,
      `UPDATE attachment SET case_id = NULL, draft_id = '${draftId}' WHERE id = '${file.id}'`,
      `UPDATE attachment SET name = '别的.pdf' WHERE id = '${file.id}'`,
      `UPDATE attachment_content SET bytes = '' WHERE attachment_id = '${file.id}'`,
      `DELETE FROM attachment_content WHERE attachment_id = '${file.id}'`,
      'TRUNCATE attachment_content',
      'TRUNCATE attachment CASCADE',
    ])
      await expect(made.pool.query(text), text).rejects.toMatchObject({ code: '23001' });
  });

  test('is copied with every byte for the case in which the application goes on', async () => {
    const { sent } = await submitted();
    const sequel = randomUUID();
    const named = await inTransaction(made.pool, 'SELECT 1', (client) => copyAttachments(client, sent.caseId, sequel));
    const [[old], [copy]] = [
      await attachmentsOfCase(made.pool, sent.caseId),
      await attachmentsOfCase(made.pool, sequel),
    ];
    if (old === undefined || copy === undefined) throw new Error('no file');
    expect(copy).toEqual({ ...old, attachmentId: copy.attachmentId });
    expect(named).toEqual([{ id: copy.attachmentId, material: copy.material, sm3: old.sm3 }]);
    expect(await contentOf(made.pool, copy.attachmentId)).toEqual(await contentOf(made.pool, old.attachmentId));
  });
});

describe('a statement without any scope, behind the second wall', () => {
  const STRANGER = '00000000-0000-4000-8a00-00000000ffff';
  const officer = (province: 'CQ' | 'SC', unitId: string | null, personId = STRANGER): Reach => ({
    ...{ personId, role: 'OFF', of: { province, unitId } },
  });
  const applicant = (enterpriseId: string): Reach => ({ personId: STRANGER, role: 'APP', of: { enterpriseId } });
  const seen = async (reach: Reach, attachmentId: string): Promise<readonly number[]> => {
    const desk = database.desk(reach);
    return [
      await rows(desk, 'attachment', 'id', attachmentId),
      await rows(desk, 'attachment_content', 'attachment_id', attachmentId),
    ];
  };

  test('sees a file where its case is worked on and at its applicant, and from nowhere else [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.4.1]', async () => {
    const file = { material: 'application-form', name: '申请表.pdf', mediaType: 'application/pdf' } as const;
    const life = await RecordedCase.open(made.pool, { files: [{ ...file, bytes: madePdf(['申请表']) }] });
    const [{ attachmentId } = { attachmentId: '' }] = await attachmentsOfCase(made.pool, life.caseId);
    expect(await seen(officer('CQ', 'cq-service-centre'), attachmentId)).toEqual([1, 1]);
    expect(await seen(applicant(DRUGSTORE), attachmentId)).toEqual([1, 1]);
    expect(await seen(officer('CQ', 'cq-legal'), attachmentId)).toEqual([0, 0]);
    expect(await seen(officer('CQ', null), attachmentId)).toEqual([0, 0]);
    expect(await seen(officer('SC', 'cq-service-centre'), attachmentId)).toEqual([0, 0]);
    expect(await seen(applicant(enterprises[0]?.id ?? ''), attachmentId)).toEqual([0, 0]);
  });

  test('sees a file of a draft at its enterprise alone, and puts none elsewhere [ASVS v5.0.0-8.2.2]', async () => {
    const draftId = await newDraft(made.pool);
    const { attachmentId } = await handedIn(made.pool, draftId, '草稿');
    expect(await seen(applicant(DRUGSTORE), attachmentId)).toEqual([1, 1]);
    expect(await seen(officer('CQ', 'cq-service-centre'), attachmentId)).toEqual([0, 0]);
    const other = enterprises[0]?.id ?? '';
    expect(await seen(applicant(other), attachmentId)).toEqual([0, 0]);
    const forged = database.desk(applicant(other)).query(
      `INSERT INTO attachment (enterprise_id, draft_id, material, name, media_type, size, sm3, person_id)
        VALUES ($1, $2, 'x', 'x.pdf', 'application/pdf', 1, repeat('0', 64), $3)`,
      [other, draftId, STRANGER],
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
    const taken = await select(database.desk(applicant(other)), {
      text: 'DELETE FROM attachment WHERE id = $1 RETURNING id',
      values: [attachmentId],
    });
    expect(taken).toEqual([]);
  });
});
