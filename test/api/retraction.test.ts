import { randomUUID } from 'node:crypto';
import { select, selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { absentEngine } from '../support/ledger-engine.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
  // The head of section once was an officer too, and still holds that post.
  await select(api.pool, {
    text: `INSERT INTO post (id, person_id, role, province, unit_id, since)
      SELECT gen_random_uuid(), person_id, 'OFF', province, unit_id, since FROM post WHERE role = 'SEC' AND province = 'CQ'`,
  });
});
afterAll(() => api.close());

const REASON = '选错了办理方式';
const answer = async (who: Caller, caseId: string, [duty, outcome]: readonly [string, string]): Promise<number> => {
  const form = outcome === 'proposeGrant' || outcome === 'grant' ? {} : { reasons: '须补充说明' };
  const receipt = await who.duty.answer({ caseId, duty, outcome, form, requestId: randomUUID() });
  if (receipt.state !== 'recorded') throw new Error('not recorded');
  return receipt.version;
};
const taking = (caseId: string, duty: string, version: number, requestId: string = randomUUID()) => ({
  ...{ caseId, duty, version, reason: REASON, requestId },
});

/** A case that an officer has proposed to grant. */
async function proposed(): Promise<{ caseId: string; officer: Caller; version: number }> {
  const life = await RecordedCase.open(api.pool);
  await life.answer('intake', 'accept');
  const officer = await api.as('zhoumin');
  return { caseId: life.caseId, officer, version: await answer(officer, life.caseId, ['propose', 'proposeGrant']) };
}
const countOf = async (caseId: string, kind: string): Promise<number> =>
  (
    await selectOne<{ count: number }>(api.pool, {
      text: 'SELECT count(*)::int AS count FROM submission WHERE case_id = $1 AND kind = $2',
      values: [caseId, kind],
    })
  ).count;

describe('taking back what one has done', () => {
  test('is offered while nobody has gone on, opens the duty again, and is told with who, when and why', async () => {
    const { caseId, officer, version } = await proposed();
    const offered = (await officer.case.page({ caseId })).timeline.find((entry) => entry.version === version);
    expect(offered).toMatchObject({ takeBack: { duty: 'propose', refusal: null }, retracted: null });
    const receipt = await officer.duty.retract(taking(caseId, 'propose', version));
    expect(receipt).toMatchObject({ state: 'recorded', version: version + 1, opened: [], closed: null });
    const page = await officer.case.page({ caseId });
    expect(page.duties.map(({ key, mayAct }) => [key, mayAct])).toEqual([['propose', true]]);
    expect(page.timeline.at(-2)).toMatchObject({ takeBack: null, retracted: { by: '周敏', reason: REASON } });
    expect(page.timeline.at(-1)).toMatchObject({ act: { zh: '撤回本步' }, remark: REASON, who: { person: '周敏' } });
    expect(page.documents.find(({ title }) => title.zh === '拟办意见')?.isRetracted).toBe(true);
  });

  test('takes the next step out of the next officer’s list, claimed or not', async () => {
    const { caseId, officer, version } = await proposed();
    const head = await api.as('qinli', { role: 'SEC' });
    await head.duty.claim({ caseId, duty: 'decide' });
    const listed = async () => (await head.duty.inbox({ tab: 'mine' })).rows.some((row) => row.caseId === caseId);
    expect(await listed()).toBe(true);
    await officer.duty.retract(taking(caseId, 'propose', version));
    expect(await listed()).toBe(false);
    await expect(answer(head, caseId, ['decide', 'sendBack'])).rejects.toMatchObject(
      refusal('STALE_DUTY', { settledAs: 'cancelled' }),
    );
  });

  test('tells the applicant that it was done, not why', async () => {
    const { caseId, officer, version } = await proposed();
    await officer.duty.retract(taking(caseId, 'propose', version));
    const { timeline } = await (await api.as('wanhe')).case.page({ caseId });
    expect(timeline.at(-2)).toMatchObject({ takeBack: null, retracted: { reason: null } });
    expect(JSON.stringify(timeline)).not.toContain(REASON);
  });

  test('counts no longer for separation of duties [ASVS v5.0.0-8.2.2]', async () => {
    const life = await RecordedCase.open(api.pool);
    const { caseId } = life;
    await life.answer('intake', 'accept');
    const [asOfficer, asHead] = [await api.as('qinli', { role: 'OFF' }), await api.as('qinli', { role: 'SEC' })];
    const version = await answer(asOfficer, caseId, ['propose', 'proposeGrant']);
    await expect(asHead.duty.claim({ caseId, duty: 'decide' })).rejects.toMatchObject(refusal('SEPARATION'));
    await asOfficer.duty.retract(taking(caseId, 'propose', version));
    await answer(await api.as('zhoumin'), caseId, ['propose', 'proposeGrant']);
    expect(await asHead.duty.claim({ caseId, duty: 'decide#2' })).toMatchObject({ holder: 'me', mayAct: true });
  });
});

describe('it is refused, with the rule that refuses', () => {
  test('to a colleague, to another unit, to the other province and to an enterprise [ASVS v5.0.0-8.2.1] [ASVS v5.0.0-8.2.2]', async () => {
    const { caseId, version } = await proposed();
    const asks = async (user: string) => (await api.as(user)).duty.retract(taking(caseId, 'propose', version));
    await expect(asks('tangyue')).rejects.toMatchObject(refusal('RETRACT_NOT_OWN'));
    await expect(asks('hejing')).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
    await expect(asks('sc-officer')).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    await expect(asks('wanhe')).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(asks('boheng')).rejects.toMatchObject(refusal('FORBIDDEN'));
    expect(await countOf(caseId, 'retract')).toBe(0);
  });

  test('when somebody has gone on, and says who', async () => {
    const { caseId, officer, version } = await proposed();
    await answer(await api.as('qinli', { role: 'SEC' }), caseId, ['decide', 'sendBack']);
    await expect(officer.duty.retract(taking(caseId, 'propose', version))).rejects.toMatchObject(
      refusal('RETRACT_ACTED_ON', { by: '秦立' }),
    );
    const { timeline } = await officer.case.page({ caseId });
    expect(timeline.find((entry) => entry.version === version)?.takeBack?.refusal).toBe('RETRACT_ACTED_ON');
  });

  test('when something has gone out', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const window = await api.as('hejing');
    const accepted = await window.duty.answer({
      ...{ caseId, duty: 'intake', outcome: 'accept', form: {}, requestId: randomUUID() },
    });
    expect(accepted).toMatchObject({ version: 2 });
    await expect(window.duty.retract(taking(caseId, 'intake', 2))).rejects.toMatchObject(refusal('RETRACT_OUTWARD'));
  });

  test.each([
    ['no act at that row', 1],
    ['no such row', 99],
  ])('when there is %s', async (_, version) => {
    const { caseId, officer } = await proposed();
    await expect(officer.duty.retract(taking(caseId, 'propose', version))).rejects.toMatchObject(
      refusal('RETRACT_NO_ACT'),
    );
  });

  test.each([[''], ['  '], ['因'.repeat(201)]])('without a reason that can be kept: %j', async (reason) => {
    const { caseId, officer, version } = await proposed();
    await expect(officer.duty.retract({ ...taking(caseId, 'propose', version), reason })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('it is done once', () => {
  test('clicked twice it has one effect and one receipt; asked later, the same receipt', async () => {
    const { caseId, officer, version } = await proposed();
    const request = taking(caseId, 'propose', version);
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => officer.duty.retract(request)));
    expect(others).toEqual([first, first]);
    expect(await officer.duty.retract(request)).toEqual(first);
    expect(await countOf(caseId, 'retract')).toBe(1);
  });

  test('of two tabs one takes it back, and the other learns that it was', async () => {
    const { caseId, officer, version } = await proposed();
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => officer.duty.retract(taking(caseId, 'propose', version))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(officer.duty.retract(taking(caseId, 'propose', version))).rejects.toMatchObject(refusal('RETRACTED'));
  });

  test('the act that was taken back, sent again, tells its old receipt and acts no more', async () => {
    const life = await RecordedCase.open(api.pool);
    const { caseId } = life;
    await life.answer('intake', 'accept');
    const officer = await api.as('zhoumin');
    const act = { caseId, duty: 'propose', outcome: 'proposeGrant', form: {}, requestId: randomUUID() };
    const receipt = await officer.duty.answer(act);
    await officer.duty.retract(taking(caseId, 'propose', 3));
    expect(await officer.duty.answer(act)).toEqual(receipt);
    expect((await officer.case.page({ caseId })).duties.map(({ key }) => key)).toEqual(['propose']);
  });

  test('between taking back and going on, whoever is first wins and the record holds one of the two', async () => {
    const head = await api.as('qinli', { role: 'SEC' });
    for (let round = 0; round < 4; round += 1) {
      const { caseId, officer, version } = await proposed();
      const [back, on] = await Promise.allSettled([
        officer.duty.retract(taking(caseId, 'propose', version)),
        answer(head, caseId, ['decide', 'sendBack']),
      ]);
      expect([back.status, on.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { duties, version: last } = await officer.case.page({ caseId });
      expect(last).toBe(version + 1);
      expect(duties.map(({ key }) => key)).toEqual([back.status === 'fulfilled' ? 'propose' : 'propose#2']);
    }
  });

  test('is received for good while the engine is away, and done when it is back', async () => {
    const { caseId, officer, version } = await proposed();
    const offline = await api.as('zhoumin', { engine: absentEngine });
    const request = taking(caseId, 'propose', version);
    expect(await offline.duty.retract(request)).toEqual({ state: 'recording', requestId: request.requestId });
    expect(await officer.duty.retract(request)).toMatchObject({ state: 'recorded', version: version + 1 });
  });
});
