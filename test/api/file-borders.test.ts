import { randomUUID } from 'node:crypto';
import { personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { madePdf } from '@lianban/db/seed/made-file';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { addHours, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retail } from '../support/application-draft.ts';
import { FileClient, type FileAnswer } from '../support/file-client.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn } from '../support/service-client.ts';
import { personOf, toldOn } from '../support/trail.ts';

const bytes = madePdf(['申请表', '万和安大药房']);
const files = [{ material: 'application-form', name: '申请表.pdf', mediaType: 'application/pdf', bytes }] as const;

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService(null, (direct) => direct, { rates: 5 });
});
afterAll(() => running.stop());

const run = <T extends object>(text: string, ...values: readonly unknown[]) =>
  select<T>(running.database.pool, { text, values });

/** A case of the drugstore in Chongqing that has been accepted, with a file. */
async function caseWithFile(): Promise<{ readonly life: RecordedCase; readonly attachmentId: string }> {
  const life = await RecordedCase.open(running.database.pool, { files });
  await life.answer('intake', 'accept');
  const [file] = await run<{ id: string }>('SELECT id FROM attachment WHERE case_id = $1', life.caseId);
  return { life, attachmentId: file?.id ?? '' };
}
const doorOf = async (user: string): Promise<FileClient> =>
  new FileClient(running.address, (await signIn(running.address, user)).cookie);

/** Everything of an answer that whoever asked can see, but for the id that they named. */
const seenIn = ({ status, headers, body }: FileAnswer, named: string): string => {
  const { date: _, ...stable } = headers;
  return JSON.stringify([status, stable, body.toString()]).replaceAll(named, '…');
};
/** Asks for the file and for one that does not exist; both have to look alike. */
async function expectAbsent(door: FileClient, attachmentId: string, code = 'NO_SUCH_ATTACHMENT'): Promise<void> {
  const absent = randomUUID();
  const [hidden, gone] = [await door.download(attachmentId), await door.download(absent)];
  expect(hidden.code).toBe(code);
  expect(seenIn(hidden, attachmentId)).toBe(seenIn(gone, absent));
}

describe('the link to a file', () => {
  test.each(['wanhe', 'zhoumin', 'qinli', 'hejing', 'gaolin'])(
    'gives it to %s, who applied or works on the case, or leads the agency',
    async (user) => {
      const { attachmentId } = await caseWithFile();
      const { status, body } = await (await doorOf(user)).download(attachmentId);
      expect({ status, same: body.equals(bytes) }).toEqual({ status: 200, same: true });
    },
  );

  test.each([
    ['the other province', 'sc-officer', 'NO_SUCH_ATTACHMENT'],
    ['another enterprise', 'boheng', 'NO_SUCH_ATTACHMENT'],
    ['another unit', 'guolan', 'NO_SUCH_ATTACHMENT'],
    ['a deputy who has no part in the case', 'jianghe', 'NO_SUCH_ATTACHMENT'],
    ['supervision', 'yeqing', 'FORBIDDEN'],
    ['administration', 'admin', 'FORBIDDEN'],
    ['audit', 'xujian', 'FORBIDDEN'],
  ])('is for %s the link to nothing [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.4.1]', async (_, user, code) => {
    const { attachmentId } = await caseWithFile();
    await expectAbsent(await doorOf(user), attachmentId, code);
  });

  test('is the link to nothing for whoever has no cookie, and for whoever lost their post meanwhile [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-7.4.2]', async () => {
    const { attachmentId } = await caseWithFile();
    await expectAbsent(new FileClient(running.address, ''), attachmentId, 'NOT_SIGNED_IN');
    const officer = await doorOf('zhoumin');
    expect((await officer.download(attachmentId)).status).toBe(200);
    const post = `(SELECT o.id FROM post o JOIN person p ON p.id = o.person_id WHERE p.name = '周敏' ORDER BY o.since, o.id LIMIT 1)`;
    await run(`UPDATE post SET until = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE id = ${post}`);
    try {
      await expectAbsent(officer, attachmentId, 'NOT_SIGNED_IN');
    } finally {
      await run(`UPDATE post SET until = NULL WHERE id = ${post}`);
    }
    await run(`UPDATE post SET unit_id = 'cq-credit' WHERE id = ${post}`);
    try {
      await expectAbsent(officer, attachmentId);
    } finally {
      await run(`UPDATE post SET unit_id = 'cq-permits' WHERE id = ${post}`);
    }
  });

  test('of a draft is for its enterprise alone, as is what is handed in with it [ASVS v5.0.0-8.2.2]', async () => {
    const drugstore = await signIn(running.address, 'wanhe');
    const own = new FileClient(running.address, drugstore.cookie);
    const { draftId } = await drugstore.trpc.application.draft.mutate({ ...retail, content: {} });
    const answer = await own.handIn({ draftId }, bytes);
    const { attachmentId } = JSON.parse(answer.body.toString()) as { attachmentId: string }; // as the view says
    for (const user of ['boheng', 'zhoumin', 'gaolin', 'sc-officer'])
      await expectAbsent(await doorOf(user), attachmentId);
    const other = await doorOf('boheng');
    const [foreign, none] = [randomUUID(), randomUUID()];
    expect(seenIn(await other.handIn({ draftId }, bytes), draftId)).toBe(
      seenIn(await other.handIn({ draftId: none }, bytes), none),
    );
    expect(seenIn(await other.remove(attachmentId), attachmentId)).toBe(seenIn(await other.remove(foreign), foreign));
    expect((await own.download(attachmentId)).status).toBe(200);
  });

  test('leads nowhere from a page of the case either: whoever may not open files is told of none [ASVS v5.0.0-8.2.3]', async () => {
    const { life } = await caseWithFile();
    const told = async (user: string) => {
      const { trpc } = await signIn(running.address, user);
      const { opensFiles, materials } = await trpc.case.page.query({ caseId: life.caseId });
      return { opensFiles, files: materials.flatMap((material) => material.files.map(({ name }) => name)) };
    };
    for (const user of ['wanhe', 'zhoumin', 'gaolin'])
      expect(await told(user), user).toEqual({ opensFiles: true, files: ['申请表.pdf'] });
    for (const user of ['guolan', 'yeqing', 'admin'])
      expect(await told(user), user).toEqual({ opensFiles: false, files: [] });
  });
});

describe('a file of a secret case', () => {
  test('is open to those who work on it, and to somebody else only while they are let in [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.3.2]', async () => {
    const { life, attachmentId } = await caseWithFile();
    const [head, legal] = [await signIn(running.address, 'gaolin'), await signIn(running.address, 'guolan')];
    const { caseNumber } = await head.trpc.case.page.query({ caseId: life.caseId });
    await head.trpc.case.setSecrecy.mutate({ caseId: life.caseId, secret: true, reason: '飞行检查在即' });
    const outside = new FileClient(running.address, legal.cookie);
    await expectAbsent(outside, attachmentId);
    for (const user of ['wanhe', 'zhoumin', 'gaolin'])
      expect((await (await doorOf(user)).download(attachmentId)).status, user).toBe(200);
    const accessId = randomUUID();
    const untilAt = addHours(instant(Date.now()), 1);
    await legal.trpc.emergency.ask.mutate({ accessId, caseNumber, reason: '值班处置', untilAt });
    await head.trpc.emergency.release.mutate({ accessId });
    expect((await outside.download(attachmentId)).status).toBe(200);
    expect((await outside.download(attachmentId)).status).toBe(200);
    await head.trpc.emergency.end.mutate({ accessId });
    await expectAbsent(outside, attachmentId);
    const reads = await run(
      `SELECT FROM audit WHERE action = 'access.read' AND detail @> jsonb_build_object('read', 'emergency', 'attachmentId', $1::text)`,
      attachmentId,
    );
    expect(reads).toHaveLength(2); // every time
  });
});

describe('the trail', () => {
  const told = async (user: string) =>
    (await toldOn(running.database.pool, personStream(personOf(user)))).map(({ action, detail }) => ({
      action,
      detail,
    }));

  test('tells who tried a link that was not for them, and the bureau whose file it was reads it too [ASVS v5.0.0-16.3.2] [ASVS v5.0.0-16.3.3]', async () => {
    const { life, attachmentId } = await caseWithFile();
    await (await doorOf('sc-officer')).download(attachmentId);
    const refused = { action: 'access.refused', detail: { route: 'attachment.download', rule: 'NO_SUCH_ATTACHMENT' } };
    const own = (await told('sc-officer')).find(({ detail }) => JSON.stringify(detail).includes(attachmentId));
    expect(own).toMatchObject({ ...refused, detail: { ...refused.detail, subject: { attachmentId } } });
    expect(own?.detail).not.toHaveProperty('caseId');
    const border = await toldOn(running.database.pool, 'border:CQ');
    expect(border.find(({ detail }) => detail['caseId'] === life.caseId)).toMatchObject(refused);
  });

  test('tells of a download by the head of the agency, who has no part in the case, and of none by those who work on it [ASVS v5.0.0-16.2.1]', async () => {
    const { life, attachmentId } = await caseWithFile();
    for (const user of ['gaolin', 'zhoumin']) await (await doorOf(user)).download(attachmentId);
    const reads = async (user: string) =>
      (await told(user)).filter(({ detail }) => JSON.stringify(detail).includes(attachmentId));
    expect(await reads('gaolin')).toMatchObject([
      { action: 'access.read', detail: { read: 'case', caseId: life.caseId, subject: { attachmentId } } },
    ]);
    expect(await reads('zhoumin')).toEqual([]);
  });
});
