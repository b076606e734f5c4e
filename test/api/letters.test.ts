import { randomUUID } from 'node:crypto';
import { relayLetters } from '@lianban/api/engine/letters';
import { auditOf, caseStream } from '@lianban/db/audit';
import { LetterNotDelivered, type Exchange } from '@lianban/db/letters/exchange';
import { exchangeWithin } from '@lianban/db/letters/receive-letter';
import { select, selectFirst } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { seatTeam } from '@lianban/db/testing/seated-team';
import { verifyCase } from '@lianban/db/verify-chain';
import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { LedgerEngine } from '../support/ledger-engine.ts';

// The two bureaus over one record: Chongqing asks, Sichuan answers, each on its own accounts.
let api: Callers;
/** Inspector and head of section of Chongqing. */
let inspector: Caller;
let head: Caller;
beforeAll(async () => {
  api = await callers();
  [inspector, head] = [await api.as('shenmu'), await api.as('qinli')];
});
afterAll(() => api.close());

const QUESTION = '经营场所是否实际使用';
const WAITS = 'verification/requestAssistance!/awaitAssistance';
const log = pino({ level: 'silent' });

const relayed = (exchange: Exchange = exchangeWithin(api.pool)): Promise<void> =>
  relayLetters({ pool: api.pool, engine: new LedgerEngine(api.pool), exchange, log });
/** What failed is not tried again before its lease is over. */
const leasesOver = async (): Promise<void> => {
  await select(api.pool, { text: 'UPDATE outbox SET leased_until = NULL WHERE done_at IS NULL' });
};

const answer = (
  who: Caller,
  act: { readonly caseId: string; readonly duty: string; readonly outcome: string },
  form: Record<string, unknown> = {},
) => who.duty.answer({ ...act, form, requestId: randomUUID() });

/** A verification in Chongqing that has asked Sichuan; nothing has been carried yet. */
async function asked(): Promise<string> {
  const life = await RecordedCase.open(api.pool);
  for (const [step, outcome] of [
    ...[['intake', 'accept'] as const, ['propose', 'proposeGrant'] as const],
    ...[['decide', 'grant'] as const, ['deliver', 'delivered'] as const],
  ])
    await life.answer(step, outcome);
  const { caseId } = life;
  await answer(
    inspector,
    { caseId, duty: 'verification/requestAssistance', outcome: 'request' },
    {
      ...{ assistingBody: '四川省药品监督管理局', addressee: 'otherBureau', questions: [QUESTION] },
    },
  );
  await answer(head, { caseId, duty: 'verification/requestAssistance!/sendAssistance', outcome: 'send' });
  return caseId;
}

/** The case in Sichuan that the letter opened. */
async function openedThere(caseId: string): Promise<string> {
  const found = await selectFirst<{ caseId: string }>(api.pool, {
    text: `SELECT case_id AS "caseId" FROM case_file WHERE letter ->> 'caseId' = $1 ORDER BY opened_at DESC LIMIT 1`,
    values: [caseId],
  });
  if (found === undefined) throw new Error('nothing was opened');
  return found.caseId;
}

const lettersOf = async (who: Caller, caseId: string) =>
  (await who.case.page({ caseId })).letters.map(({ direction, kind, state }) => `${direction} ${kind} ${state}`);

/** Sichuan signs for it, looks into it by two and answers. */
async function answeredThere(there: string): Promise<void> {
  const life = await RecordedCase.resume(api.pool, there, assistanceRequest);
  await life.answer('signFor', 'accept');
  await life.answer('assign', 'assign');
  await life.answer('lookInto', 'complete', { flow: { statement: '经核查，该场所实际使用。' } });
  await life.answer('signReply', 'sign');
}

describe('a letter from Chongqing to Sichuan', () => {
  test('opens a case there that says who asks what and by when, and shows each side its own', async () => {
    const caseId = await asked();
    expect(await lettersOf(inspector, caseId)).toEqual(['out request sending']);
    await relayed();
    expect(await lettersOf(inspector, caseId)).toEqual(['out request receipted']);
    const there = await openedThere(caseId);
    const officer = await api.as('sc-officer');
    const inbox = await officer.duty.inbox({ tab: 'pool' });
    expect(inbox.rows.map((row) => row.caseId)).toContain(there);
    const [ours, theirs] = [await inspector.case.page({ caseId }), await officer.case.page({ caseId: there })];
    expect(theirs.asked).toMatchObject({
      ...{ bureau: { zh: '重庆市药品监督管理局' }, caseNumber: ours.caseNumber, isRecalled: false },
      answerBy: ours.duties.find(({ key }) => key === WAITS)?.deadline.on,
    });
    expect(theirs.letters[0]).toMatchObject({
      ...{ direction: 'in', kind: 'request', state: 'taken', number: ours.letters[0]?.number },
      lines: [
        { label: { zh: '请求核查的事实与问题' }, words: { zh: `1. ${QUESTION}` } },
        { label: { zh: '此前退回过' }, words: { zh: '否' } },
      ],
    });
    expect(theirs.timeline[0]).toMatchObject({
      ...{ stepTitle: { zh: '来函' }, act: { zh: '收到来函立案' }, who: null },
      otherBureau: { bureau: { zh: '重庆市药品监督管理局' }, letter: ours.letters[0]?.number },
    });
    expect(theirs.timeline.slice(1).filter(({ otherBureau }) => otherBureau !== null)).toEqual([]);
  });

  test('shows neither side, nor the enterprise, a case of the other: there is no such case', async () => {
    const caseId = await asked();
    await relayed();
    const there = await openedThere(caseId);
    const missing = refusal('NO_SUCH_CASE');
    for (const user of ['sc-officer', 'sc-head', 'sc-director', 'sc-supervisor'])
      await expect((await api.as(user)).case.page({ caseId }), user).rejects.toMatchObject(missing);
    for (const user of ['shenmu', 'qinli', 'gaolin', 'yeqing', 'wanhe'])
      await expect((await api.as(user)).case.page({ caseId: there }), user).rejects.toMatchObject(missing);
    const { caseNumber, creditCode } = await (await api.as('sc-officer')).case.page({ caseId: there });
    const tracked = api.nobody.case.track({ number: caseNumber, lastFour: creditCode.slice(-4) });
    await expect(tracked).rejects.toMatchObject(missing);
    const applicant = await api.as('wanhe');
    expect(JSON.stringify(await applicant.application.list({}))).not.toContain(there);
    const page = await applicant.case.page({ caseId });
    expect([page.letters, page.asked, JSON.stringify(page).includes(QUESTION)]).toEqual([[], null, false]);
  });

  test('is answered by letter: the step that waits goes on, both chains hold, nobody’s id has crossed', async () => {
    const caseId = await asked();
    await relayed();
    const there = await openedThere(caseId);
    await answeredThere(there);
    await relayed();
    await relayed();
    const page = await inspector.case.page({ caseId });
    expect(page.duties.map(({ key }) => key)).not.toContain(WAITS);
    expect(page.letters.at(-1)).toMatchObject({
      ...{ direction: 'in', kind: 'reply', state: 'taken', regards: page.letters[0]?.number },
      lines: [
        { label: { zh: '答复' }, words: { zh: '已回函' } },
        { label: { zh: '核查情况与结论' }, words: { zh: '经核查，该场所实际使用。' } },
      ],
    });
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ stepTitle: { zh: '等候协查回函' }, who: null },
      otherBureau: { bureau: { zh: '四川省药品监督管理局' }, letter: page.letters.at(-1)?.number },
    });
    expect(page.timeline.filter(({ otherBureau }) => otherBureau !== null)).toHaveLength(1);
    expect(await inspector.case.timeline({ caseId })).toEqual(page.timeline);
    // The enterprise reads that the step is done, and neither that a letter did it nor whose.
    const told = (await (await api.as('wanhe')).case.page({ caseId })).timeline;
    expect(told.at(-1)).toMatchObject({ act: { zh: '已办理' }, who: null, otherBureau: null, remark: null });
    for (const said of ['四川省药品监督管理局', page.letters.at(-1)?.number ?? ''])
      expect(JSON.stringify(told)).not.toContain(said);
    expect([await verifyCase(api.pool, caseId), await verifyCase(api.pool, there)]).toEqual([[], []]);
    const crossed = await select<{ letter: object }>(api.pool, {
      text: 'SELECT letter FROM letter_in WHERE case_id = ANY ($1::uuid[])',
      values: [[caseId, there]],
    });
    const said = JSON.stringify(crossed);
    expect(people.filter(({ id, posts }) => said.includes(id) || posts.some((post) => said.includes(post.id)))).toEqual(
      [],
    );
  });

  test('is looked into by two who were drawn for it, as every inspection is', async () => {
    const caseId = await asked();
    await relayed();
    const there = await openedThere(caseId);
    const life = await RecordedCase.resume(api.pool, there, assistanceRequest);
    await life.answer('signFor', 'accept');
    await life.answer('assign', 'assign');
    const inspectorThere = await api.as('sc-lead');
    expect(await inspectorThere.duty.open({ caseId: there, duty: 'lookInto' })).toMatchObject({
      ...{ mayAct: false, whyNot: { zh: expect.stringContaining('尚未组成检查组') as string } },
    });
    await seatTeam(api.pool, { caseId: there, duty: 'lookInto', users: ['sc-lead', 'sc-quyuan'] });
    expect(await inspectorThere.duty.open({ caseId: there, duty: 'lookInto' })).toMatchObject({ mayAct: true });
  });
});

describe('when the exchange is disturbed', () => {
  test('the other side silent or offline is waited for, reminded and answered for on paper (14 no. 25, 26)', async () => {
    const caseId = await asked();
    const away: Exchange = { deliver: () => Promise.reject(new LetterNotDelivered('away')) };
    await relayed(away);
    expect(await lettersOf(inspector, caseId)).toEqual(['out request heldUp']);
    const other = await asked();
    await leasesOver();
    // One letter that cannot be delivered holds up none of another case.
    await relayed({
      deliver: (letter) =>
        letter.reference.caseId === caseId ? away.deliver(letter) : exchangeWithin(api.pool).deliver(letter),
    });
    expect(await lettersOf(inspector, other)).toEqual(['out request receipted']);
    await leasesOver();
    await relayed(away);
    expect((await head.case.page({ caseId })).alarm).toMatchObject({
      zh: expect.stringContaining('未能送达') as string,
    });
    await answer(inspector, { caseId, duty: WAITS, outcome: 'replied' }, { statement: '电话告知属实，书面后补' });
    expect((await inspector.case.page({ caseId })).duties.map(({ key }) => key)).not.toContain(WAITS);
    await leasesOver();
    await relayed();
    expect(await lettersOf(inspector, caseId)).toEqual(['out request receipted']);
    expect((await head.case.page({ caseId })).alarm).toBeNull();
    // Their written answer comes later, says otherwise, and changes nothing by itself.
    await answeredThere(await openedThere(caseId));
    await relayed();
    expect(await lettersOf(inspector, caseId)).toEqual(['out request receipted', 'in reply changed']);
  });

  test('another opinion than the one that was taken is told to whoever waited, and acknowledged once (14 no. 27)', async () => {
    const caseId = await asked();
    await relayed();
    await answer(inspector, { caseId, duty: WAITS, outcome: 'unable' }, { reasons: '电话告知无法查证' });
    await answeredThere(await openedThere(caseId));
    await relayed();
    await relayed();
    const told = (await inspector.message.list()).rows.filter((row) => row.kind === 'notice' && row.caseId === caseId);
    expect(told).toMatchObject([{ read: false, title: { zh: '对方省局的来函与已登记的答复不同，请核对并确认' } }]);
    const page = await inspector.case.page({ caseId });
    expect(page.alarm).toMatchObject({ zh: expect.stringContaining('请核对并确认') as string });
    const letter = page.letters.at(-1);
    expect(letter).toMatchObject({ state: 'changed', contradicts: true, acknowledged: null, mayAcknowledge: true });
    const number = letter?.number ?? '';
    // It is for those who work on the case, and nobody closes it without a word.
    const elsewhere = await api.as('guolan');
    expect((await elsewhere.case.page({ caseId })).letters.at(-1)).toMatchObject({ mayAcknowledge: false });
    const words = '已核对书面复函，结论与电话告知不同，拟重新核查';
    await expect(elsewhere.case.acknowledgeOpinion({ caseId, number, words })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    await expect((await api.as('sc-head')).case.acknowledgeOpinion({ caseId, number, words })).rejects.toMatchObject(
      refusal('NO_SUCH_CASE'),
    );
    await inspector.case.acknowledgeOpinion({ caseId, number, words });
    const after = await inspector.case.page({ caseId });
    expect([after.alarm, after.letters.at(-1)?.acknowledged]).toMatchObject([null, { words }]);
    await expect(inspector.case.acknowledgeOpinion({ caseId, number, words })).rejects.toMatchObject(
      refusal('NOTHING_TO_CHANGE'),
    );
    const trail = await auditOf(api.pool, caseStream(caseId));
    expect(trail.filter(({ action }) => action === 'letter.acknowledged')).toMatchObject([
      { detail: { number, reason: words } },
    ]);
    expect(await verifyCase(api.pool, caseId)).toEqual([]);
    await expect(
      select(api.pool, { text: `UPDATE letter_in SET acknowledgement = '改' WHERE number = $1`, values: [number] }),
    ).rejects.toMatchObject({ code: '23001' });
  });

  test('the same answer once more is kept with a note, and changes nothing (14 no. 27)', async () => {
    const caseId = await asked();
    await relayed();
    const there = await openedThere(caseId);
    await answeredThere(there);
    await relayed();
    const [reply] = await select<{ letter: { reference: { caseId: string; sequence: number } } }>(api.pool, {
      text: `SELECT letter FROM letter_in WHERE case_id = $1 AND kind = 'reply'`,
      values: [caseId],
    });
    const { version } = await inspector.case.page({ caseId });
    const exchange = exchangeWithin(api.pool);
    // Delivered twice it is one letter; written twice it is two.
    await exchange.deliver(reply?.letter as never);
    await exchange.deliver({
      ...reply?.letter,
      number: '川药监往函〔2026〕999号',
      reference: { caseId: there, sequence: 2 },
    } as never);
    await relayed();
    const page = await inspector.case.page({ caseId });
    expect(page.letters.map(({ direction, kind, state }) => `${direction} ${kind} ${state}`)).toEqual([
      ...['out request receipted', 'in reply taken', 'in reply repeated'],
    ]);
    expect([page.alarm, page.letters.map(({ contradicts }) => contradicts)]).toEqual([null, [false, false, false]]);
    expect(page.version).toBe(version);
  });

  test('a letter that is not waited for any more is recalled, and the case there ends', async () => {
    const caseId = await asked();
    await relayed();
    const there = await openedThere(caseId);
    await answer(inspector, { caseId, duty: WAITS, outcome: 'recall' }, { reasons: '已自行查实' });
    await relayed();
    const officer = await api.as('sc-officer');
    const page = await officer.case.page({ caseId: there });
    expect([page.state, page.ending?.zh, page.asked?.isRecalled]).toEqual(['closed', '来函已撤回', true]);
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ stepTitle: { zh: '来函' }, act: { zh: '已撤回，不再等待回函' }, who: null },
      otherBureau: { bureau: { zh: '重庆市药品监督管理局' }, letter: page.letters.at(-1)?.number },
    });
    expect(page.letters.at(-1)).toMatchObject({ direction: 'in', kind: 'recall' });
    expect(await lettersOf(inspector, caseId)).toEqual(['out request receipted', 'out recall receipted']);
  });
});

describe('when the case is over', () => {
  test.each([
    ['unable', 'changed'],
    ['replied', 'repeated'],
  ])(
    'what comes to a case that is over is held against what was entered there: %s, %s (14 no. 27)',
    async (entered, stands) => {
      const caseId = await asked();
      await relayed();
      const words = entered === 'unable' ? { reasons: '电话告知无法查证' } : { statement: '电话告知属实，书面后补' };
      await answer(inspector, { caseId, duty: WAITS, outcome: entered }, words);
      await (await RecordedCase.resume(api.pool, caseId)).answer('verify', 'conforms');
      await answeredThere(await openedThere(caseId));
      await relayed();
      const page = await inspector.case.page({ caseId });
      expect([page.state, page.letters.at(-1)]).toMatchObject([
        'closed',
        { kind: 'reply', state: 'closed', contradicts: stands === 'changed' },
      ]);
    },
  );
});
