import { randomUUID } from 'node:crypto';
import type { HeldPost } from '@lianban/api/identity/identity';
import { personStream, type AuditRow } from '@lianban/db/audit';
import { REFUSALS_PER_MINUTE } from '@lianban/db/audit-note';
import { removeToldNotes } from '@lianban/db/audit-notes';
import { selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { verifyStream } from '@lianban/db/verify-chain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { personOf, toldOn } from '../support/trail.ts';

let api: Callers;
let caseId: string;
let number: string;
beforeAll(async () => {
  api = await callers();
  const recorded = await RecordedCase.open(api.pool);
  await recorded.answer('intake', 'accept');
  ({ caseId } = recorded);
  ({ number } = await selectOne<{ number: string }>(api.pool, {
    text: 'SELECT number FROM case_file WHERE case_id = $1',
    values: [caseId],
  }));
});
afterAll(() => api.close());

/** What the trail tells of that person from now on, each time it is asked. */
async function watching(user: string): Promise<() => Promise<readonly AuditRow[]>> {
  const stream = personStream(personOf(user));
  let known = (await toldOn(api.pool, stream)).length;
  return async () => {
    const rows = await toldOn(api.pool, stream);
    const fresh = rows.slice(known);
    known = rows.length;
    return fresh;
  };
}
const atTheBorder = (): Promise<readonly AuditRow[]> => toldOn(api.pool, 'border:CQ');
const detailsOf = (rows: readonly AuditRow[]): readonly object[] => rows.map(({ detail }) => detail);
const anything = expect.anything() as unknown;
/** What the person was refused is past, as if some minutes had gone by. */
const minutesPass = (user: string): Promise<unknown> =>
  api.pool.query(
    `UPDATE audit_note SET since = since - interval '3 minutes' WHERE kind = 'refused' AND person_id = $1`,
    [personOf(user)],
  );

/** Every door that asks for a case by its id, tried by somebody. */
const doors = (who: Caller, id: string): Readonly<Record<string, () => Promise<unknown>>> => ({
  'case.page': () => who.case.page({ caseId: id }),
  'case.timeline': () => who.case.timeline({ caseId: id }),
  'case.why': () => who.case.why({ caseId: id, key: 'propose' }),
  'duty.open': () => who.duty.open({ caseId: id, duty: 'propose' }),
  'duty.claim': () => who.duty.claim({ caseId: id, duty: 'propose' }),
  'duty.answer': () =>
    who.duty.answer({ caseId: id, duty: 'propose', outcome: 'x', form: {}, requestId: randomUUID() }),
});

describe('what is refused is in the trail', () => {
  test('by the id of a case of the other province, through every door, and also of one that does not exist: its own bureau cannot tell them apart [ASVS v5.0.0-16.3.2] [ASVS v5.0.0-8.4.1]', async () => {
    const told = await watching('sc-officer');
    const sichuan = await api.as('sc-officer');
    const known = (await atTheBorder()).length;
    const absent = randomUUID();
    for (const id of [caseId, absent])
      for (const call of Object.values(doors(sichuan, id)))
        await expect(call()).rejects.toMatchObject(refusal('NO_SUCH_CASE', { caseId: id }));
    const rows = await told();
    const tellsOf = (id: string) =>
      detailsOf(rows)
        .filter((detail) => JSON.stringify(detail).includes(id))
        .map((detail) => JSON.stringify({ ...detail, from: '' }).replaceAll(id, '…'))
        .sort();
    expect(tellsOf(caseId)).toHaveLength(6);
    expect(tellsOf(caseId)).toEqual(tellsOf(absent));
    expect(rows[0]).toMatchObject({
      ...{ action: 'access.refused', person_id: personOf('sc-officer'), role: 'OFF', province: 'SC' },
      ...{ who: { name: '邓一舟', zh: '行政审批处' }, hash_algorithm: 'sm3' },
    });
    const border = (await atTheBorder()).slice(known);
    expect(border.map(({ detail }) => detail['route']).sort()).toEqual(Object.keys(doors(sichuan, caseId)).sort());
    for (const row of border)
      expect(row).toMatchObject({
        ...{ action: 'access.refused', province: 'CQ', who: { name: '邓一舟' } },
        detail: { rule: 'NO_SUCH_CASE', caseId, caseNumber: number },
      });
  });

  test('by the unit that does not owe it, with the number of the case for its own auditors [ASVS v5.0.0-16.3.2]', async () => {
    const told = await watching('hejing');
    const window = await api.as('hejing');
    const reference = { caseId, duty: 'propose' };
    await expect(window.duty.claim(reference)).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
    expect(detailsOf(await told())).toEqual([
      {
        ...{ route: 'duty.claim', rule: 'NO_SUCH_DUTY', subject: reference, from: anything },
        ...{ caseId, caseNumber: number },
      },
    ]);
  });

  test('by a role that may not ask, also when the request holds what the record cannot keep [ASVS v5.0.0-16.3.2] [ASVS v5.0.0-16.4.1]', async () => {
    const told = await watching('yeqing');
    const supervisor = await api.as('yeqing');
    const loose = supervisor as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
    for (const asked of [{ caseId, duty: '\0' }, { caseId: '\ud800', duty: 'x'.repeat(1_000) }, 'no object', [caseId]])
      await expect(loose['duty']?.['answer']?.(asked)).rejects.toMatchObject(
        refusal('FORBIDDEN', { role: 'SUP', action: 'duty.answer' }),
      );
    const rows = await told();
    expect(rows.reduce((sum, { detail }) => sum + Number(detail['times'] ?? 1), 0)).toBe(4);
    expect(rows.map(({ detail }) => detail['subject'])).toEqual(
      expect.arrayContaining([{ caseId }, { duty: 'x'.repeat(100) }, {}]),
    );
  });

  test('by separation of duties, and by a post that is somebody else’s [ASVS v5.0.0-16.3.2]', async () => {
    const told = await watching('zhoumin');
    const recorded = await RecordedCase.open(api.pool);
    await recorded.answer('intake', 'accept');
    await recorded.answer('propose', 'proposeGrant');
    const decide = { caseId: recorded.caseId, duty: 'decide' };
    await expect(actingAsHead('zhoumin').duty.claim(decide)).rejects.toMatchObject(refusal('SEPARATION'));
    const postId = randomUUID();
    await expect((await api.as('zhoumin')).session.usePost({ postId })).rejects.toMatchObject(refusal('FORBIDDEN'));
    expect(detailsOf(await told())).toMatchObject([
      { route: 'duty.claim', rule: 'SEPARATION', subject: decide, caseId: recorded.caseId },
      { route: 'session.usePost', rule: 'FORBIDDEN', subject: { postId } },
    ]);
  });

  test('by search: the words are told to the bureau whose case they name, and to nobody when they name none [ASVS v5.0.0-16.3.3]', async () => {
    const told = await watching('sc-officer');
    const known = (await atTheBorder()).length;
    const sichuan = await api.as('sc-officer');
    for (const search of [number, ` ${number} `, 'nothing at all', number.slice(0, -1)])
      expect((await sichuan.case.list({ state: 'all', search })).rows).toEqual([]);
    await sichuan.duty.inbox({ tab: 'pool', search: number });
    expect(await told()).toEqual([]);
    expect(detailsOf((await atTheBorder()).slice(known))).toMatchObject([
      { route: 'case.list', rule: 'NOTHING_FOUND', caseId, caseNumber: number },
      { route: 'duty.inbox', rule: 'NOTHING_FOUND', caseId, caseNumber: number },
    ]);
  });

  test('by listening to a case of the other province; who may see it listens without a row [ASVS v5.0.0-16.3.2]', async () => {
    const [told, own] = [await watching('sc-officer'), await watching('hejing')];
    const known = (await atTheBorder()).length;
    await listened(await api.as('sc-officer'), caseId);
    await listened(await api.as('hejing'), caseId);
    expect(detailsOf(await told())).toMatchObject([
      { route: 'live.events', rule: 'NO_SUCH_CASE', subject: { watch: caseId } },
    ]);
    expect(detailsOf((await atTheBorder()).slice(known))).toMatchObject([{ route: 'live.events', caseNumber: number }]);
    expect(await own()).toEqual([]);
  });

  test('by export of what is another’s, and of the trail itself [ASVS v5.0.0-16.3.2]', async () => {
    const [told, ofTheHead] = [await watching('admin'), await watching('gaolin')];
    const revisionId = randomUUID();
    await expect((await api.as('admin')).revision.file({ revisionId })).rejects.toMatchObject(
      refusal('NO_SUCH_REVISION'),
    );
    await expect((await api.as('gaolin')).audit.export({ reason: '看看' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    expect(detailsOf(await told())).toMatchObject([{ route: 'revision.file', subject: { revisionId } }]);
    expect(detailsOf(await ofTheHead())).toMatchObject([{ route: 'audit.export', rule: 'FORBIDDEN' }]);
  });
});

describe('what is refused', () => {
  test('stays refused when the trail cannot be written [ASVS v5.0.0-16.5.3]', async () => {
    await api.pool.query('ALTER TABLE audit_note RENAME TO audit_note_away');
    try {
      await expect((await api.as('sc-officer')).case.page({ caseId })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    } finally {
      await api.pool.query('ALTER TABLE audit_note_away RENAME TO audit_note');
    }
  });

  test('again and again fills the trail with some rows a minute, which count all of it [ASVS v5.0.0-16.3.2]', async () => {
    const told = await watching('sc-inspector');
    const inspector = await api.as('sc-inspector');
    const tries = 300;
    for (let nth = 0; nth < tries; nth += 10)
      await Promise.allSettled(
        Array.from({ length: 10 }, (_, n) => inspector.case.page({ caseId: n < 5 ? randomUUID() : caseId })),
      );
    await told();
    await minutesPass('sc-inspector');
    const rows = await toldOn(api.pool, personStream(personOf('sc-inspector')));
    const minutes = 2; // the clock may have passed one
    expect(rows.length).toBeLessThanOrEqual(minutes * (REFUSALS_PER_MINUTE + 10 + 1));
    expect(rows.reduce((sum, { detail }) => sum + Number(detail['times'] ?? 1), 0)).toBe(tries);
    expect(rows.at(-1)).toMatchObject({
      action: 'access.refusedAgain',
      detail: { refusals: { 'case.page NO_SUCH_CASE': anything }, from: anything, to: anything },
    });
    await removeToldNotes(api.pool);
    const { left } = await selectOne<{ left: number }>(api.pool, {
      text: 'SELECT count(*) AS left FROM audit_note WHERE person_id = $1',
      values: [personOf('sc-inspector')],
    });
    expect(left).toBe(0);
  });

  test('is told on chains that hold [ASVS v5.0.0-16.4.2]', async () => {
    for (const stream of [
      ...['sc-officer', 'zhoumin', 'sc-inspector'].map((user) => personStream(personOf(user))),
      'border:CQ',
    ])
      expect(await verifyStream(api.pool, stream)).toEqual([]);
  });
});

/** The person in a post of head of section, which they do not hold. */
function actingAsHead(user: string): Caller {
  const post: HeldPost = {
    ...{ id: randomUUID(), role: 'SEC', province: 'CQ', unitId: 'cq-permits', enterpriseId: null },
    place: { zh: '行政审批处', en: 'Permits section' },
  };
  const person = { id: personOf(user), name: '周敏' };
  const session = {
    ...{ id: randomUUID(), mustChangePassword: false, method: 'password' as const, isProven: true },
    ...{ hasFactor: false, hasProviderFactor: false },
  };
  return api.by({ person, post, posts: [post], enterprise: null, session });
}

/** Listens until the stream ends, which it does at once where nothing happens. */
async function listened(caller: Caller, watch: string): Promise<void> {
  try {
    const events = (await caller.live.events({ watch }))[Symbol.asyncIterator]();
    while (!(await events.next()).done);
  } catch {
    // it ends with a refusal, so that one listens anew
  }
}

describe('what is read is in the trail', () => {
  test('of a case with which the unit has nothing to do: once a day for each person, whatever part is opened [ASVS v5.0.0-16.3.2]', async () => {
    const told = await watching('yeqing');
    const supervisor = await api.as('yeqing');
    await supervisor.case.page({ caseId });
    await supervisor.case.page({ caseId });
    await supervisor.case.timeline({ caseId });
    expect(await told()).toMatchObject([
      {
        ...{ action: 'access.read', who: { name: '叶青' }, province: 'CQ' },
        detail: { read: 'case', subject: { caseId }, caseNumber: number },
      },
    ]);
    await api.pool.query(`UPDATE audit_note SET since = since - interval '1 day' WHERE kind = 'read'`);
    await supervisor.case.page({ caseId });
    expect(await told()).toHaveLength(1);
  });

  test('but not of one’s own work, nor of what the applicant reads of its own case [ASVS v5.0.0-16.3.2]', async () => {
    const [ofUnit, ofAnother, ofApplicant] = [
      await watching('tangyue'),
      await watching('guolan'),
      await watching('wanhe'),
    ];
    await (await api.as('tangyue')).case.page({ caseId });
    await (await api.as('wanhe')).case.page({ caseId });
    await (await api.as('guolan')).case.page({ caseId });
    expect([await ofUnit(), await ofApplicant()]).toEqual([[], []]);
    expect(detailsOf(await ofAnother())).toMatchObject([{ read: 'case', caseId }]);
  });

  test('and nothing is shown that the trail cannot tell of [ASVS v5.0.0-16.5.3]', async () => {
    await api.pool.query('ALTER TABLE audit_note RENAME TO audit_note_away');
    try {
      await expect((await api.as('yeqing')).case.page({ caseId })).rejects.toMatchObject(refusal('INTERNAL'));
      await expect((await api.as('xujian')).audit.search({})).rejects.toMatchObject(refusal('INTERNAL'));
    } finally {
      await api.pool.query('ALTER TABLE audit_note_away RENAME TO audit_note');
    }
  });
});
