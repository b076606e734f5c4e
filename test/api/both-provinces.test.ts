import { randomUUID } from 'node:crypto';
import { select, selectFirst } from '@lianban/db/queryable';
import { actorOf, fileApplication, RecordedCase } from '@lianban/db/testing/recorded-case';
import type { Province } from '@lianban/domain/province';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
const cases: Partial<Record<Province, string>> = {};
beforeAll(async () => {
  api = await callers();
  for (const province of ['CQ', 'SC'] as const) {
    const { caseId } = await RecordedCase.resume(api.pool, await fileApplication(api.pool, { to: province }));
    cases[province] = caseId;
  }
  await select(api.pool, {
    text: `INSERT INTO post (id, person_id, role, unit_id, province, since) VALUES ($1, $2, 'WIN', 'sc-service-centre', 'SC', '2026-01-01')`,
    values: [randomUUID(), actorOf('WIN').personId],
  });
});
afterAll(() => api.close());

/** 何静, who is at the window of both bureaus, in her post there. */
const inPostOf = (province: Province): Promise<Caller> => api.as('hejing', { role: 'WIN', province });
const caseOf = (province: Province): string => cases[province] ?? '';
const accept = (caller: Caller, province: Province) =>
  caller.duty.answer({
    ...{ caseId: caseOf(province), duty: 'intake', outcome: 'accept', form: {}, requestId: randomUUID() },
  });

describe('edge case 50: one person with a post in either province', () => {
  test.each([
    ['CQ', 'SC'],
    ['SC', 'CQ'],
  ] as const)('in the post of %s sees nothing of %s, by any door [ASVS v5.0.0-8.4.1]', async (here, there) => {
    const caller = await inPostOf(here);
    const hidden = refusal('NO_SUCH_CASE', { caseId: caseOf(there) });
    expect((await caller.case.page({ caseId: caseOf(here) })).caseId).toBe(caseOf(here));
    await expect(caller.case.page({ caseId: caseOf(there) })).rejects.toMatchObject(hidden);
    await expect(accept(caller, there)).rejects.toMatchObject(hidden);
    const pool = await caller.duty.inbox({ tab: 'pool' });
    expect(pool.rows.map(({ caseId }) => caseId)).toEqual([caseOf(here)]);
  });

  test.each(['CQ', 'SC'] as const)(
    'acts on a duty of %s in the post there, and in no other [ASVS v5.0.0-8.2.2]',
    async (here) => {
      await accept(await inPostOf(here), here);
      const acted = await selectFirst<{ personId: string; province: Province }>(api.pool, {
        text: `SELECT e.person_id AS "personId", o.province FROM case_event e JOIN post o ON o.id = e.post_id WHERE e.case_id = $1 AND e.version = 2`,
        values: [caseOf(here)],
      });
      expect(acted).toEqual({ personId: actorOf('WIN').personId, province: here });
    },
  );
});
