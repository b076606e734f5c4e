import { addDays, addMonths, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eligibilityOf } from './eligibility.ts';
import { itemOn } from './items.ts';
import { select } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 120_000);
afterAll(() => database.drop());
beforeEach(() =>
  select(database.pool, {
    text: 'UPDATE credit_record SET repaired_on = since WHERE enterprise_id = $1',
    values: [DRUGSTORE],
  }),
);

const today = civilDateOf(instant(Date.now()));
const bars = (life: RecordedCase) =>
  select<{ ground: string; until: CivilDate | null }>(database.pool, {
    text: 'SELECT ground, until FROM credit_record WHERE case_id = $1',
    values: [life.caseId],
  });
const obstacle = async (item: string, on = today) => {
  const asked = { item: await itemOn(database.pool, today, { item, province: 'CQ' }), enterpriseId: DRUGSTORE, on };
  return (await eligibilityOf(database.pool, asked)).obstacle;
};

/** A parallel approval that was refused: because it was found false, or because the applicant did not object to a negative review. */
async function notRegistered(because: 'false' | 'negative'): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool, {
    procedure: parallelRegistrationLicensing,
    item: 'device-parallel-issue',
  });
  await life.answer('intake', 'accept');
  await life.answer('handOver', 'handOver');
  await life.answer('review', because === 'false' ? 'suspend' : 'reject');
  await (because === 'false' ? life.answer('investigateFalsity', 'confirmed') : life.answer('object', 'accept'));
  await life.answer('draft', 'proposeRefusal');
  await life.answer('audit', 'agree', { by: actorOf('SEC') });
  await life.answer('legalReview', 'agree');
  await life.answer('tellRefusal', 'tell');
  await life.answer('makeStatement', 'waive');
  await life.answer('approve', 'agree');
  await life.answer('sealRegistration', 'refuse');
  return life;
}

/** A licence granted on a commitment that was found false, revoked; with the terms of the case as given. */
async function revoked(opening: 'as it opens' | 'from before'): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool, {
    procedure: informedCommitment,
    ...(opening === 'as it opens' ? {} : { opening: { terms: await termsFromBefore() } }),
  });
  for (const [step, outcome] of Object.entries(untilRevoked)) await life.answer(step, outcome);
  return life;
}
const untilRevoked = {
  ...{ intake: 'accept', propose: 'proposeGrant', decide: 'grant', deliver: 'delivered', verify: 'falseCommitment' },
  ...{ proposeNotice: 'propose', giveNotice: 'give', makeStatement: 'waive', requestHearing: 'waive' },
  ...{ draftRevocation: 'proposeRevocation', approveRevocation: 'approve', decideRevocation: 'revoke' },
} as const;

/** What a case had among its terms before bars were there. */
async function termsFromBefore() {
  const life = await RecordedCase.open(database.pool);
  const input = life.turns[0]?.input;
  if (input?.kind !== 'open') throw new Error('not opened');
  return Object.fromEntries(Object.entries(input.opening.terms).filter(([key]) => !key.endsWith('.bar')));
}

describe('false material in the application for a device (医疗器械条例83)', () => {
  test('bars every application for a device for ten years from the decision, and none for anything else', async () => {
    const life = await notRegistered('false');
    expect(await bars(life)).toEqual([{ ground: 'falseApplication', until: addMonths(today, 120) }]);
    for (const item of ['device-parallel-issue', 'device-production-licence', 'device-parallel-national']) {
      expect([item, await obstacle(item)]).toEqual([item, 'barred']);
      expect([item, await obstacle(item, addMonths(today, 120))]).toEqual([item, 'barred']);
      expect([item, await obstacle(item, addDays(addMonths(today, 120), 1))]).toEqual([item, null]);
    }
    expect(await obstacle('otc-retail')).toBeNull();
  });

  test('a refusal for another reason bars nothing', async () => {
    const life = await notRegistered('negative');
    expect(await bars(life)).toEqual([]);
    expect(await obstacle('device-production-licence')).toBeNull();
  });
});

describe('a licence obtained by deceit', () => {
  test('is entered with the bar of the rule among the terms of the case (药品管理法123)', async () => {
    const life = await revoked('as it opens');
    expect(await bars(life)).toEqual([{ ground: 'falseCommitment', until: addMonths(today, 120) }]);
    expect(life.turns.at(-1)?.entries).toContainEqual({
      ...{ type: 'breach', ground: 'falseCommitment', bar: { months: 120 } },
    });
  });

  test('is entered with the same bar in a case that was opened before bars were among its terms, and its ledger says as little as before', async () => {
    const life = await revoked('from before');
    expect(await bars(life)).toEqual([{ ground: 'falseCommitment', until: addMonths(today, 120) }]);
    expect(life.turns.at(-1)?.entries).toContainEqual({ type: 'breach', ground: 'falseCommitment' });
    expect(life.turns.flatMap(({ entries }) => entries)).not.toContainEqual({
      ...{ type: 'amended', id: '2026-11 bar by the rule table' },
    });
  });
});
