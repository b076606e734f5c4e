import { randomUUID } from 'node:crypto';
import { civilDate, instant, type CivilDate } from '@lianban/domain/civil-date';
import { lastMonthOf, quarterOf } from '@lianban/domain/quarter';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../client.ts';
import { select } from '../queryable.ts';
import { bodyOf } from '../seed/liaison-bodies.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { openQuarters } from './open-quarter.ts';
import { figuresOfQuarter } from './quarter-figures.ts';
import { receiveRequest } from './register.ts';

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
const form = { subject: '样品转运', text: '如何衔接', enterprise: '', contact: '巴小楠', phone: '023-6000 0113' };
const nothing = {
  ...{ received: 0, carriedOver: 0, settled: 0, open: 0, overdue: 0, climbed: 0, outside: 0, unsupported: 0 },
  ...{ satisfied: 0, dissatisfied: 0 },
};

interface Registered {
  readonly life: RecordedCase;
  readonly receivedOn: CivilDate;
}

async function registered(): Promise<Registered> {
  const { submission } = await receiveRequest(database.pool, {
    ...{ requestId: randomUUID(), caseId: randomUUID(), by: actorOf('DIST'), province: 'CQ', source: 'district', form },
    ...{ district: BANAN, category: 'help', sensitive: false, unit: null, creditCode: null },
    ...{ requesterId: bodyOf(BANAN).id, procedure: liaisonRequest },
  });
  const { input, caseId } = submission;
  const life = await RecordedCase.resume(database.pool, caseId, liaisonRequest);
  return { life, receivedOn: input.kind === 'open' ? input.opening.receivedOn : civilDate('2000-01-01') };
}

const counted = (receivedOn: CivilDate, units: readonly string[]): Promise<readonly FiguresOfUnit[]> =>
  figuresOfQuarter(database.pool, { ...quarterOf(receivedOn), units }, instant(Date.now()));

test('figures are those of the record: what came, how high it went, how it ended, and nothing that is secret', async () => {
  const { life, receivedOn } = await registered();
  const units = ['cq-inspectorate-2', 'cq-review-centre'];
  const figures = async () => (await counted(receivedOn, units)).map(({ unit, figures: of }) => [unit, of]);
  expect(await figures()).toEqual([
    ['cq-inspectorate-2', nothing],
    ['cq-review-centre', { ...nothing, received: 1, open: 1 }],
  ]);
  await life.answer('accept', 'acceptOwn', { flow: { category: 'help' } });
  await life.answer('handle', 'escalate');
  await life.answer('dispatch', 'assign', { flow: { unit: 'cq-permits' } });
  await life.answer('handle', 'proposeReply');
  await life.answer('approveReply', 'approve');
  await life.answer('giveReply', 'reply');
  await life.answer('rate', 'satisfied');
  await life.answer('archive', 'archive');
  const settled = { ...nothing, received: 1, settled: 1, climbed: 1, satisfied: 1 };
  expect(await figures()).toEqual([
    ['cq-inspectorate-2', nothing],
    ['cq-review-centre', settled],
  ]);
  const secret = await registered();
  const { submission } = await receive(database.pool, {
    ...{ requestId: randomUUID(), caseId: secret.life.caseId, by: actorOf('DLO'), duty: 'accept', outcome: 'separate' },
    flow: { unit: 'cq-inspectorate-2' },
    form: { subject: '其余', text: '其余', unit: 'cq-inspectorate-2' },
  });
  await secret.life.submit(submission.input);
  expect((await figures())[1]).toEqual(['cq-review-centre', settled]);
});

test('the paper of a region keeps the figures of the moment at which it was handed in, and that of the bureau has all regions', async () => {
  await registered();
  const on = civilDate(lastMonthOf({ year: new Date().getUTCFullYear() + 2, quarter: 1 }));
  const [receipt] = await openQuarters(database.pool, quarterlyLedger, { on });
  const ledger = await RecordedCase.resume(database.pool, receipt?.submission.caseId ?? '', quarterlyLedger);
  const papers = (type: string) =>
    select<{ readonly figures: readonly FiguresOfUnit[] }>(database.pool, {
      text: `SELECT fields -> 'figures' AS figures FROM document WHERE case_id = $1 AND type = $2 ORDER BY version`,
      values: [ledger.caseId, type],
    });
  const handIn = async (region: number): Promise<void> => {
    const { submission } = await receive(database.pool, {
      ...{ requestId: randomUUID(), caseId: ledger.caseId, by: actorOf('RLO'), outcome: 'report' },
      ...{ duty: `collect/region${region}/compile`, flow: {}, form: { remarks: '本季度正常' } },
    });
    await ledger.submit(submission.input);
  };
  await handIn(4);
  const [handed] = await papers('regionalLedger');
  expect(handed?.figures).toEqual([
    {
      ...{ unit: 'cq-review-centre', name: { zh: '市药审中心', en: 'Review centre' } },
      figures: { ...nothing, carriedOver: 1, open: 1 },
    },
  ]);
  await registered();
  expect(await papers('regionalLedger')).toEqual([handed]);
  await ledger.answer('collect', 'goOn');
  await ledger.answer('summarise', 'submit');
  const [whole] = await papers('bureauLedger');
  expect(whole?.figures.map(({ unit, figures: { carriedOver } }) => [unit, carriedOver])).toEqual([
    ...[1, 2, 3, 4].map((nth) => [`cq-inspectorate-${nth}`, 0]),
    ['cq-review-centre', 2],
  ]);
});
