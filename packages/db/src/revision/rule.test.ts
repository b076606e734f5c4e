import {
  addDays,
  civilDate,
  civilDateOf,
  instant,
  startOfDay,
  type CivilDate,
  type Instant,
} from '@lianban/domain/civil-date';
import type { CaseRuleProposal, Proposal, RuleProposal } from '@lianban/domain/revision';
import { text } from '@lianban/domain/text';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseRecord } from '../queries/case-page.ts';
import { select, selectOne } from '../queryable.ts';
import { seedReference } from '../seed/reference.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, fileApplication, RecordedCase } from '../testing/recorded-case.ts';
import { approved as approvedIn, proposed as proposedIn } from '../testing/revising.ts';
import { verifyCase } from '../verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const today = civilDateOf(instant(Date.now()));
const at = (day: string): Instant => instant(Date.parse(startOfDay(civilDate(day))) + 10 * 3_600_000);
const item = 'otc-retail';

const ruleOf = (
  changed: Partial<RuleProposal['rule']>,
  running: RuleProposal['running'] = 'favourable',
): RuleProposal => ({
  ...{ kind: 'rule', running },
  rule: {
    ...{ key: 'permit.intake', province: 'CQ', item, limit: { workingDays: 3 }, policy: 'DEEMED', mark: 'law' },
    ...{ basis: text('本市新规', 'New local rule'), effectiveFrom: today },
    ...{ starts: text('收到申请之日', 'receipt'), notCounted: null },
    ...changed,
  },
});

const proposed = (proposal: Proposal): Promise<string> => proposedIn(database.pool, proposal);
const approved = (proposal: Proposal): Promise<string> => approvedIn(database.pool, proposal);
const changed = async (revisionId: string): Promise<readonly string[]> =>
  (
    await select<{ caseId: string }>(database.pool, {
      text: 'SELECT DISTINCT case_id AS "caseId" FROM revision_change WHERE revision_id = $1',
      values: [revisionId],
    })
  ).map(({ caseId }) => caseId);
const dueOf = async (caseId: string, key: string): Promise<CivilDate | null> =>
  (
    await selectOne<{ on: CivilDate | null }>(database.pool, {
      text: `SELECT due_on AS "on" FROM duty WHERE case_id = $1 AND key = $2`,
      values: [caseId, key],
    })
  ).on;
const tenYearsOn = civilDate(`${Number(today.slice(0, 4)) + 10}-03-02`);

test('a shorter limit of the agency is for cases under way that it favours, and for the later steps of those', async () => {
  const opened = await RecordedCase.open(database.pool, { at: at(tenYearsOn), procedure: ordinaryPermit });
  const elsewhere = await RecordedCase.open(database.pool, { at: at(tenYearsOn), item: 'drug-information-service' });
  const before = await dueOf(opened.caseId, 'intake');
  const revisionId = await approved(ruleOf({ effectiveFrom: addDays(today, -1) }));
  expect(await changed(revisionId)).toEqual([opened.caseId]);
  expect(String(await dueOf(opened.caseId, 'intake')) < String(before)).toBe(true);
  expect(await dueOf(elsewhere.caseId, 'intake')).toBe(before);
  const record = await caseRecord(database.pool, opened.caseId, {
    ...{ personId: actorOf('ADM').personId, role: 'ADM', province: 'CQ', unitIds: [], enterpriseId: null },
  });
  expect(record?.head.opening.terms['permit.intake']).toMatchObject({ limit: { workingDays: 3 }, mark: 'law' });
  // A second intake, after the supplement, counts the new days.
  await opened.answer('intake', 'requestSupplement', { at: at(addDays(tenYearsOn, 1)) });
  await opened.answer('supplement', 'submit', { at: at(addDays(tenYearsOn, 2)) });
  const again = await selectOne<{ limit: object }>(database.pool, {
    text: `SELECT why -> 'limit' AS limit FROM duty WHERE case_id = $1 AND state = 'open' AND rule = 'permit.intake'`,
    values: [opened.caseId],
  });
  expect(again.limit).toEqual({ workingDays: 3 });
  expect(await verifyCase(database.pool, opened.caseId)).toEqual([]);
});

test('edge case 44: a longer limit of the agency is for new cases only, whatever was chosen', async () => {
  const { caseId } = await RecordedCase.open(database.pool, { at: at(tenYearsOn) });
  const before = await dueOf(caseId, 'intake');
  const longer = ruleOf({ limit: { workingDays: 8 }, effectiveFrom: today });
  expect(await changed(await approved(longer))).toEqual([]);
  expect(await dueOf(caseId, 'intake')).toBe(before);
});

test('a longer limit of the applicant favours them; kept cases keep theirs', async () => {
  const opened = await RecordedCase.open(database.pool, { procedure: ordinaryPermit });
  await opened.answer('intake', 'requestSupplement');
  const before = await dueOf(opened.caseId, 'supplement');
  const more = { key: 'permit.supplement.applicant', limit: { workingDays: 45 }, policy: 'LAPSE' } as const;
  expect(await changed(await approved(ruleOf({ ...more, effectiveFrom: addDays(today, -2) }, 'keep')))).toEqual([]);
  expect(await dueOf(opened.caseId, 'supplement')).toBe(before);
  const revisionId = await approved(ruleOf({ ...more, effectiveFrom: addDays(today, -1) }));
  expect(await changed(revisionId)).toContain(opened.caseId);
  expect(String(await dueOf(opened.caseId, 'supplement')) > String(before)).toBe(true);
});

test('the row that was replaced ends the day before, and stays ended when the reference data are installed again', async () => {
  const from = addDays(today, 30);
  await approved(ruleOf({ key: 'permit.deliver', item: null, province: null, effectiveFrom: from }, 'keep'));
  await seedReference(database.pool);
  const rows = await select(database.pool, {
    text: `SELECT effective_from > $1::date AS later, effective_to AS "to" FROM rule WHERE key = 'permit.deliver' AND item IS NULL AND province IS NULL
      ORDER BY effective_from`,
    values: [today],
  });
  expect(rows).toEqual([
    { later: false, to: addDays(from, -1) },
    { later: true, to: null },
  ]);
});

test('a rule does not begin before or with one that is known, and is not for cases under way before it is in force', async () => {
  const future = ruleOf({ key: 'permit.assign', effectiveFrom: addDays(today, 1) });
  await expect(proposed(future)).rejects.toMatchObject({ code: 'MALFORMED', detail: { field: 'running' } });
  const early = ruleOf(
    { key: 'permit.deliver', item: null, province: null, effectiveFrom: addDays(today, 30) },
    'keep',
  );
  await expect(proposed(early)).rejects.toMatchObject({ code: 'MALFORMED', detail: { field: 'effectiveFrom' } });
});

test('edge case 44: one case takes over a later and more favourable row by itself', async () => {
  const [one, other] = [
    await RecordedCase.open(database.pool, { at: at(tenYearsOn), item: 'drug-information-service' }),
    await RecordedCase.open(database.pool, { at: at(tenYearsOn), item: 'drug-information-service' }),
  ];
  const before = await dueOf(other.caseId, 'intake');
  const term = { limit: { workingDays: 2 }, mark: 'design', basis: text('新规', 'New rule') } as const;
  const proposal: CaseRuleProposal = {
    ...{ kind: 'caseRule', province: 'CQ', key: 'permit.intake', term },
    ...{ caseId: one.caseId, caseNumber: 'any' },
  };
  expect(await changed(await approved(proposal))).toEqual([one.caseId]);
  expect(String(await dueOf(one.caseId, 'intake')) < String(before)).toBe(true);
  expect(await dueOf(other.caseId, 'intake')).toBe(before);
});

test('an application that was received before is opened under the terms that it was received with', async () => {
  const caseId = await fileApplication(database.pool, {
    at: at(tenYearsOn),
    item: 'device-production-licence',
    procedure: ordinaryPermit,
  });
  await approved(ruleOf({ item: 'device-production-licence', limit: { workingDays: 1 } }));
  await RecordedCase.resume(database.pool, caseId, ordinaryPermit);
  const { limit } = await selectOne<{ limit: object }>(database.pool, {
    text: `SELECT "limit" FROM duty WHERE case_id = $1 AND key = 'intake'`,
    values: [caseId],
  });
  expect(limit).toEqual({ workingDays: 5 });
});
