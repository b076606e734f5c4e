import { randomUUID } from 'node:crypto';
import { selectOne } from '@lianban/db/queryable';
import { enterprises, people } from '@lianban/db/seed/people';
import { RecordedCase, type Variation } from '@lianban/db/testing/recorded-case';
import { addHours, civilDate, civilDateOf, instant, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Carried } from '@lianban/workflows/vocabulary/opening';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let caller: Record<'applicant' | 'window' | 'officer' | 'supervisor' | 'administrator', Caller>;
beforeAll(async () => {
  api = await callers();
  caller = {
    applicant: await api.as('wanhe'),
    window: await api.as('hejing'),
    officer: await api.as('zhoumin'),
    supervisor: await api.as('yeqing'),
    administrator: await api.as('admin'),
  };
});
afterAll(() => api.close());

const CODE = enterprises[1]?.creditCode ?? '';
const today = civilDateOf(instant(Date.now()));

type Act = readonly [step: string, outcome: string];
const untilDelivered: readonly Act[] = [
  ...[['intake', 'accept'] as const, ['propose', 'proposeGrant'] as const],
  ...[['decide', 'grant'] as const, ['deliver', 'delivered'] as const],
];
async function answerAll(life: RecordedCase, acts: readonly Act[]): Promise<void> {
  for (const [step, outcome] of acts) await life.answer(step, outcome);
}

/** A licence by a false commitment, as far as the notice of its revocation: the clock of the decision stands still. */
async function noticeGiven(): Promise<RecordedCase> {
  const life = await RecordedCase.open(api.pool);
  await answerAll(life, [
    ...untilDelivered,
    ...[['verify', 'falseCommitment'] as const, ['proposeNotice', 'propose'] as const, ['giveNotice', 'give'] as const],
  ]);
  return life;
}
const everybody = () => Object.values(caller);

describe('why a deadline falls on its day', () => {
  test('is told of every open duty and clock exactly as the page of the case tells it, to everybody who sees the page', async () => {
    const { caseId } = await RecordedCase.open(api.pool, { procedure: ordinaryPermit, opening: { commitment: null } });
    await (await RecordedCase.resume(api.pool, caseId, ordinaryPermit)).answer('intake', 'accept');
    for (const who of everybody()) {
      const page = await who.case.page({ caseId });
      const shown = [...page.duties, ...page.rights, ...page.clocks];
      expect(page.clocks.map(({ key }) => key)).toEqual(['clock:decision']);
      for (const { key, deadline } of shown) {
        const told = await who.case.why({ caseId, key });
        expect(told).toMatchObject({
          caseId,
          caseNumber: page.caseNumber,
          province: 'CQ',
          today: page.today,
          deadline,
        });
      }
    }
  });

  test('is a sentence in both languages with the start, what began it, the limit and its article', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const { of, deadline } = await caller.applicant.case.why({ caseId, key: 'intake' });
    expect(of.zh).toBe('收件受理');
    expect(deadline.why).toMatchObject({ startOn: today, startedBy: { zh: '提交申请' }, stopped: null });
    expect(deadline.why?.sentence.zh).toMatch(
      /^自 .+（周.）“提交申请”次日起 5 个工作日（行政许可法第三十二条第四项），.*最后一日是 .+（周.）。/,
    );
    expect(deadline.why?.sentence.en).toMatch(
      /^5 working days \(Administrative Licensing Law, Art\. 32\(4\)\) from the day after \w{3} \d+ \w{3}/,
    );
  });

  test('does not tell the applicant which internal act began it', async () => {
    const life = await RecordedCase.open(api.pool, { procedure: ordinaryPermit, opening: { commitment: null } });
    await answerAll(life, [
      ['intake', 'accept'],
      ['assign', 'assign'],
      ['review', 'proposeRefusal'],
    ]);
    const key = 'draft';
    const inside = await caller.officer.case.page({ caseId: life.caseId });
    expect(inside.duties.map((duty) => duty.key)).toContain(key);
    const outside = await caller.applicant.case.why({ caseId: life.caseId, key });
    expect(JSON.stringify(outside)).not.toMatch(/拟不予|refusal/i);
  });

  test('of a clock that stands still says since when, by which paper, and what is left', async () => {
    const { caseId } = await noticeGiven();
    const page = await caller.officer.case.page({ caseId });
    const notice = page.documents.find(({ title }) => title.zh === '拟撤销行政许可告知书');
    const { deadline } = await caller.officer.case.why({ caseId, key: 'clock:revocation' });
    expect(deadline).toMatchObject({ on: null, clockStopped: true, light: null });
    expect(deadline.why).toMatchObject({
      stopped: { consumed: 0, remaining: 20 },
      spans: [
        {
          ...{ title: { zh: '陈述申辩与听证' }, to: null, closedBy: null },
          openedBy: [{ id: notice?.id, title: notice?.title, number: notice?.number }],
        },
      ],
    });
    expect(deadline.why?.sentence.zh).toContain(
      `停着（陈述申辩与听证；《拟撤销行政许可告知书》${notice?.number ?? '?'}），已计 0 个工作日，还剩 20 个工作日，恢复后接着计算。`,
    );
  });

  test('names to the applicant only papers that are theirs to read', async () => {
    const { caseId } = await noticeGiven();
    const { documents: shown } = await caller.applicant.case.page({ caseId });
    const { deadline } = await caller.applicant.case.why({ caseId, key: 'clock:revocation' });
    const [paper, ...others] = deadline.why?.spans[0]?.openedBy ?? [];
    expect(others).toEqual([]);
    expect(shown.map(({ id, number }) => ({ id, number }))).toContainEqual({ id: paper?.id, number: paper?.number });
  });

  test('is not told to another enterprise or another province, and not of what is not there', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    for (const user of ['mulan', 'sc-officer', 'sc-supervisor'])
      for (const key of ['intake', 'clock:decision'])
        await expect((await api.as(user)).case.why({ caseId, key })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    await expect(caller.officer.case.why({ caseId: randomUUID(), key: 'intake' })).rejects.toMatchObject(
      refusal('NO_SUCH_CASE'),
    );
    for (const key of ['decide', 'clock:decision', 'clock:revocation'])
      await expect(caller.officer.case.why({ caseId, key })).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
  });

  test('is not told to the applicant of a right that is not theirs', async () => {
    const life = await RecordedCase.open(api.pool);
    await answerAll(life, untilDelivered);
    const { caseId } = life;
    const inside = await caller.officer.case.page({ caseId });
    const outside = await caller.applicant.case.page({ caseId });
    const hidden = inside.rights.filter(({ key }) => !outside.rights.some((right) => right.key === key));
    expect(hidden).not.toEqual([]);
    for (const { key } of hidden)
      await expect(caller.applicant.case.why({ caseId, key })).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
    expect(outside.rights.every(({ owner }) => owner.role === 'APP')).toBe(true);
  });

  test('rows of lists name the duty whose day they show', async () => {
    const longAgo = addHours(instant(Date.now()), -24 * 40);
    const { caseId } = await RecordedCase.open(api.pool, { at: longAgo });
    const [inbox, cases, mine, late] = await Promise.all([
      caller.window.duty.inbox({ tab: 'pool' }),
      caller.officer.case.list({ state: 'open' }),
      caller.applicant.application.list({ state: 'open' }),
      caller.supervisor.supervise.overdue({}),
    ]);
    const { deadline } = await caller.supervisor.case.why({ caseId, key: 'intake' });
    const row = { on: deadline.on, at: deadline.at };
    expect(inbox.rows.find((one) => one.caseId === caseId)).toMatchObject({ duty: 'intake', deadline: row });
    expect(cases.rows.find((one) => one.caseId === caseId)?.steps).toMatchObject([{ key: 'intake', deadline: row }]);
    expect(mine.rows.find((one) => one.caseId === caseId)?.steps).toMatchObject([{ key: 'intake', deadline: row }]);
    expect(late.rows.find((one) => one.caseId === caseId)).toMatchObject({ duty: 'intake', deadline: row });
  });
});

describe('what may come next', () => {
  test('says of every day it foresees why it would be that day', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const { ahead } = await caller.applicant.case.page({ caseId });
    expect(ahead.filter(({ expectedOn }) => expectedOn !== null).length).toBeGreaterThan(2);
    expect(ahead.filter(({ expectedOn, why }) => (expectedOn === null) !== (why === null))).toEqual([]);
  });
});

/** What anybody with the number of the case is told, as often as asked. */
async function publicAnswer(caseId: string) {
  const { number } = await selectOne<{ number: string }>(api.pool, {
    text: 'SELECT number FROM case_file WHERE case_id = $1',
    values: [caseId],
  });
  return () => api.nobody.case.track({ number, lastFour: CODE.slice(-4) });
}

describe('the public answer', () => {
  test('says what happened on the first day, as far as the public timeline tells it', async () => {
    const life = await RecordedCase.open(api.pool, { procedure: ordinaryPermit, opening: { commitment: null } });
    const track = await publicAnswer(life.caseId);
    const sentence = async () => (await track()).deadline?.why?.sentence.zh;
    expect(await sentence()).toMatch(/^自 .+（周.）“提交申请”次日起 5 个工作日/);
    await life.answer('intake', 'accept');
    expect(await sentence()).toMatch(/^自 .+（周.）“收件受理”次日起/);
    await life.answer('assign', 'assign');
    expect(await sentence()).not.toContain('分派');
  });

  test('says why, names public papers without a way to open them, and nobody', async () => {
    const { caseId } = await noticeGiven();
    const found = await (await publicAnswer(caseId))();
    expect(found.deadline?.why?.sentence.zh).toMatch(/^自 .+次日起 \d+ 个工作日（/);
    const papers = found.deadline?.why?.spans.flatMap(({ openedBy, closedBy }) => [
      ...(openedBy ?? []),
      ...(closedBy ?? []),
    ]);
    expect(papers?.filter(({ id }) => id !== null)).toEqual([]);
    const told = JSON.stringify(found);
    expect(people.filter(({ name }) => told.includes(name))).toEqual([]);
    expect(told).not.toContain('拟撤销行政许可告知书');
  });
});

/** An application sent at that instant, which counts as received on Monday 29 June 2026. */
const filedAt = (at: Instant, variation: Variation = {}): Promise<RecordedCase> =>
  RecordedCase.open(api.pool, {
    ...{ at, ...variation },
    opening: { receivedOn: civilDate('2026-06-29'), ...variation.opening },
  });
const ON_SUNDAY = instant('2026-06-28T10:00:00+08:00');
const ON_FRIDAY_EVENING = instant('2026-06-26T17:30:00+08:00');

const carriedSince = (acceptedOn: CivilDate): Carried => {
  const on = civilDate('2026-07-06');
  return { number: '渝许〔2026〕旧1号', acceptedOn, segments: [], printedOn: on, countedOn: on };
};

describe('what was sent outside office hours', () => {
  test.each([
    { at: ON_SUNDAY, filedOn: '2026-06-28', zh: '6月28日（周日）', en: 'Sun 28 Jun' },
    { at: ON_FRIDAY_EVENING, filedOn: '2026-06-26', zh: '6月26日（周五）', en: 'Fri 26 Jun' },
  ])('is told to everybody with the day, $en, and why it counts from a later one', async ({ at, filedOn, zh, en }) => {
    const { caseId } = await filedAt(at);
    for (const who of everybody()) {
      const { why } = (await who.case.why({ caseId, key: 'intake' })).deadline;
      expect(why).toMatchObject({ startOn: '2026-06-29', startedBy: { zh: '提交申请' }, filedOn });
      expect(why?.sentence.zh.replaceAll('2026年', '')).toContain(
        `自 6月29日（周一）“提交申请”（${zh}办公时间外提交，按本系统默认计为下一工作日收到）次日起 5 个工作日（`,
      );
      expect(why?.sentence.en.replaceAll(' 2026', '')).toContain(
        `from the day after Mon 29 Jun ("Application made", sent outside office hours on ${en}, ` +
          'which by default of this system counts as received on the next working day)',
      );
    }
  });

  test('is told of a supplement too, and nothing of office hours where what was sent was received that day', async () => {
    const life = await RecordedCase.open(api.pool, { at: instant('2026-06-22T10:00:00+08:00') });
    const { caseId } = life;
    await life.answer('intake', 'requestSupplement', { at: instant('2026-06-23T10:00:00+08:00') });
    const asked = await caller.applicant.case.why({ caseId, key: 'supplement' });
    expect(asked.deadline.why).toMatchObject({ startOn: '2026-06-23', filedOn: null });
    await life.answer('supplement', 'submit', { at: ON_SUNDAY, receivedOn: civilDate('2026-06-29') });
    const page = await caller.applicant.case.page({ caseId });
    expect(page.duties[0]?.deadline.why).toMatchObject({
      ...{ startOn: '2026-06-29', startedBy: { zh: '提交补正材料' }, filedOn: '2026-06-28' },
    });
    expect(asked.deadline.why?.sentence.zh).not.toContain('办公时间');
  });

  test.each([
    [
      'goes on from another procedure',
      { convertedFrom: { caseId: randomUUID(), acceptedOn: null, falsitySuspected: false } },
    ],
    [
      'was accepted before it came into the system',
      { receivedOn: civilDate('2026-06-08'), carried: carriedSince(civilDate('2026-06-08')) },
    ],
  ])('is not said of a case that %s', async (_how, opening) => {
    const { caseId } = await filedAt(ON_SUNDAY, {
      procedure: ordinaryPermit,
      opening: { commitment: null, ...opening },
    });
    const { duties, clocks } = await caller.officer.case.page({ caseId });
    const shown = [...duties, ...clocks].flatMap(({ deadline: { why } }) => why ?? []);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ filedOn }) => filedOn !== null)).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('办公时间');
  });

  test('is told to the public, of a supplement too', async () => {
    const life = await filedAt(ON_SUNDAY);
    const track = await publicAnswer(life.caseId);
    const filed = (await track()).deadline?.why;
    expect(filed).toMatchObject({ startOn: '2026-06-29', startedBy: { zh: '提交申请' }, filedOn: '2026-06-28' });
    await life.answer('intake', 'requestSupplement', { at: instant('2026-06-30T10:00:00+08:00') });
    const evening = instant('2026-07-03T18:00:00+08:00');
    await life.answer('supplement', 'submit', { at: evening, receivedOn: civilDate('2026-07-06') });
    const { deadline } = await track();
    expect(deadline?.why).toMatchObject({
      startOn: '2026-07-06',
      startedBy: { zh: '补正材料' },
      filedOn: '2026-07-03',
    });
    expect(deadline?.why?.sentence.zh).toContain('按本系统默认计为下一工作日收到');
  });

  test('is not said to the public of a case that goes on from another procedure', async () => {
    const convertedFrom = { caseId: randomUUID(), acceptedOn: null, falsitySuspected: false };
    const { caseId } = await filedAt(ON_SUNDAY, {
      procedure: ordinaryPermit,
      opening: { commitment: null, convertedFrom },
    });
    const { deadline } = await (await publicAnswer(caseId))();
    expect(deadline?.why).toMatchObject({ startOn: '2026-06-29', startedBy: null, filedOn: null });
  });
});
