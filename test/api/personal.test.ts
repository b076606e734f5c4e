import { scopeOf, type Identity } from '@lianban/api/identity/identity';
import { presently } from '@lianban/api/presentation/as-of';
import { inboxPageView } from '@lianban/api/presentation/inbox-row';
import { horizonOf } from '@lianban/db/queries/horizon';
import { inbox as inboxOf } from '@lianban/db/queries/inbox';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { select } from '@lianban/db/queryable';
import { masked, mostReveals, standingOf } from '@lianban/domain/personal';
import { roles, type Role } from '@lianban/domain/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTICE_CHANNEL, readNotice } from '@lianban/db/notice';
import type { Heard } from '@lianban/api/live/feed';
import pg, { type Pool } from 'pg';
import { callers, type Caller, type Callers } from '../support/caller.ts';
import { routeDefinitions } from '../support/every-route.ts';
import { asks } from './matrix/asks.ts';
import { openCases, type Target } from './matrix/cases.ts';
import { settle, type Asker } from './matrix/places.ts';
import { takeBack } from './matrix/record.ts';

/** Values that stand nowhere else, in everything that people have written of themselves. */
const NAME = '欧阳标志';
const SIGNER = '司徒标志';
const PHONE = '13987654321';
const OTHER_NAME = '尉迟标志';
const AGENT = '诸葛标志';

/** What only reads, and the files that are handed out. */
const reading = Object.keys(asks).filter(
  (route) => routeDefinitions[route]?._def.type === 'query' || ['audit.export', 'revision.file'].includes(route),
);
const everyRole = Object.keys(roles) as Role[]; // its keys are the roles

const heard: Heard[] = [];
let listener: pg.Client;
let api: Callers;
let askers: readonly Asker[];
let targets: readonly Target[];
let target: Target;
beforeAll(async () => {
  api = await callers({ listen: () => replayed() });
  listener = await listenTo(api.pool);
  await takeBack(api.pool, [`UPDATE person SET name = '${AGENT}' WHERE name = '方少棠'`]);
  askers = await settle(api.pool, everyRole);
  const cases = await openCases(api);
  targets = Object.values(cases);
  target = cases.inSupervision;
  const form = JSON.stringify({ contact: NAME, phone: PHONE, signature: { name: SIGNER } });
  await takeBack(api.pool, [
    `UPDATE submission SET form = form || '${form}' WHERE kind = 'open'`,
    `UPDATE document SET fields = jsonb_set(fields, '{form}', coalesce(fields -> 'form', '{}') || '{"signature": "${SIGNER}"}') WHERE type = 'commitment'`,
    `UPDATE draft SET content = content || '${JSON.stringify({ contact: NAME, phone: PHONE })}'`,
  ]);
  const administrator = await api.as('admin');
  await administrator.organisation.registerEnterprise({
    ...{ name: '某某企业', creditCode: '91500103MA60T3XC32', legalPerson: OTHER_NAME, address: '某处' },
    districtId: target.districtId,
  });
  await listener.query('SELECT 1'); // what was sent before has arrived before its answer
});
afterAll(async () => {
  await listener.end();
  await api.close();
});

/** Everything that is told of what the cases have gone through. */
async function listenTo({ options }: Pool): Promise<pg.Client> {
  const client = new pg.Client(options);
  await client.connect();
  client.on('notification', ({ payload }) => heard.push({ notice: readNotice(payload ?? ''), at: performance.now() }));
  await client.query(`LISTEN ${NOTICE_CHANNEL}`);
  return client;
}

/** The same once more, for everybody who listens. */
async function* replayed(): AsyncGenerator<Heard> {
  yield* heard;
}

/** What somebody hears who looks at the case, until the stream ends. */
async function streamOf(caller: Caller, { caseId }: Target): Promise<string> {
  const told: unknown[] = [];
  try {
    for await (const event of await caller.live.events({ watch: caseId })) told.push(event);
  } catch {
    // refused, or at its end
  }
  return JSON.stringify(told);
}

async function answerOf(caller: Caller, route: string, of: Target): Promise<string> {
  try {
    return JSON.stringify((await asks[route]?.call(caller, of)) ?? null);
  } catch {
    return ''; // refused: nothing has left
  }
}

/** The whole values that the post may be shown without asking for each. */
function openTo({ role, relation }: Asker): readonly string[] {
  const standing = standingOf(role, relation === 'own');
  if (standing === 'ownEnterprise') return relation === 'own' ? [NAME, SIGNER, PHONE, AGENT] : [];
  if (relation === 'otherProvince') return [];
  if (role === 'ADM') return [OTHER_NAME, AGENT]; // who keeps the register, and the accounts of agents
  if (role === 'AUD') return [AGENT]; // who acted, for that is what a trail is for
  return standing === 'ownUnit' ? [NAME, SIGNER, AGENT] : [];
}

describe('what people wrote of themselves', () => {
  test('is in what is read of somebody at all, or nothing would be proven', async () => {
    const applicant = askers.find(({ role, relation }) => role === 'APP' && relation === 'own');
    if (applicant === undefined) throw new Error('no applicant');
    const page = await answerOf(api.by(applicant.identity), 'case.page', target);
    for (const value of [NAME, SIGNER, PHONE]) expect(page).toContain(value);
    const timeline = await answerOf(api.by(applicant.identity), 'case.timeline', target);
    const stream = await streamOf(api.by(applicant.identity), target);
    for (const told of [timeline, stream]) expect(told).toContain(AGENT);
    expect(reading.length).toBeGreaterThan(20);
  });

  test.each(everyRole)(
    'leaves by no route for %s that may not see the whole of it [ASVS v5.0.0-14.2.6] [ASVS v5.0.0-8.2.3]',
    async (role) => {
      const leaks: string[] = [];
      for (const asker of askers.filter((one) => one.role === role)) {
        const mayHave = openTo(asker);
        const caller = api.by(asker.identity);
        for (const of of targets) {
          const answers = reading.map((route) => [route, () => answerOf(caller, route, of)] as const);
          for (const [from, answered] of [...answers, ['live.events', () => streamOf(caller, of)] as const]) {
            const answer = await answered();
            for (const value of [NAME, SIGNER, PHONE, OTHER_NAME, AGENT])
              if (!mayHave.includes(value) && answer.includes(value)) leaks.push(`${asker.relation} ${from}: ${value}`);
          }
        }
      }
      expect(leaks).toEqual([]);
    },
  );
});

test('who of the applicant acted last stands in the inbox as far as names are shown to its unit [ASVS v5.0.0-14.2.6]', async () => {
  const { caseId } = await RecordedCase.open(api.pool);
  const [own, other] = (['own', 'otherUnit'] as const).map((relation) => {
    const found = askers.find((one) => one.role === 'WIN' && one.relation === relation);
    if (found === undefined) throw new Error('nobody at the window');
    return found.identity;
  });
  if (own === undefined || other === undefined) throw new Error('nobody at the window');
  const asOf = await presently(api.pool, 'CQ');
  const page = await inboxOf(api.pool, {
    ...{ scope: scopeOf(own), personId: own.person.id, tab: 'pool', limit: 50 },
    horizon: horizonOf(asOf.now, asOf.calendar),
  });
  const lastOf = (reader: Identity) =>
    inboxPageView(page, reader, asOf).rows.find((row) => row.caseId === caseId)?.updatedBy;
  expect([lastOf(own), lastOf(other)]).toEqual([AGENT, masked('name', AGENT)]);
});

describe('a masked datum', () => {
  const contacts = async (caller: Caller) =>
    Object.fromEntries(
      (await caller.case.page({ caseId: target.caseId })).contacts.map(({ field, value }) => [field, value]),
    );
  const codeOf = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'answered',
      (failure: unknown) =>
        failure instanceof Error ? (failure.cause as { code?: string } | undefined)?.code : failure,
    );
  const rowsOf = () =>
    select<{ detail: object; name: string }>(api.pool, {
      text: `SELECT detail, who ->> 'name' AS name FROM audit WHERE action = 'personal.reveal' ORDER BY at`,
    });

  test('is shown as far as the post stands to the case', async () => {
    expect(await contacts(await api.as('zhoumin'))).toEqual({ contact: NAME, phone: '139****4321', signature: SIGNER });
    const masked = { contact: '欧***', phone: '139****4321', signature: '司***' };
    expect(await contacts(await api.as('guolan'))).toEqual(masked);
    expect(await contacts(await api.as('yeqing'))).toEqual(masked);
    expect(await contacts(await api.as('admin'))).toEqual({});
  });

  test('is given whole once the trail tells of it, with a reason where the unit has no part in the case [ASVS v5.0.0-16.2.1] [ASVS v5.0.0-14.2.6]', async () => {
    const { caseId } = target;
    const before = (await rowsOf()).length;
    expect(await (await api.as('zhoumin')).case.reveal({ caseId, field: 'phone' })).toEqual({ value: PHONE });
    const legal = await api.as('guolan');
    expect(await codeOf(legal.case.reveal({ caseId, field: 'phone' }))).toBe('REASON_NEEDED');
    expect(await legal.case.reveal({ caseId, field: 'phone', reason: '核对送达' })).toEqual({ value: PHONE });
    expect((await rowsOf()).slice(before)).toEqual([
      { name: '周敏', detail: { caseId, field: 'phone' } },
      { name: '郭岚', detail: { caseId, field: 'phone', reason: '核对送达' } },
    ]);
  });

  test('is not given when the trail cannot tell of it [ASVS v5.0.0-16.2.1]', async () => {
    await select(api.pool, {
      text: "ALTER TABLE audit ADD CONSTRAINT full_disk CHECK (action <> 'personal.reveal') NOT VALID",
    });
    try {
      const officer = await api.as('zhoumin');
      expect(await codeOf(officer.case.reveal({ caseId: target.caseId, field: 'phone' }))).not.toBe('answered');
    } finally {
      await select(api.pool, { text: 'ALTER TABLE audit DROP CONSTRAINT full_disk' });
    }
  });

  test('is given so often in an hour and no more, also when asked for all at once [ASVS v5.0.0-2.4.1]', async () => {
    const officer = await api.as('tangyue');
    const asked = Array.from({ length: mostReveals.value + 5 }, () =>
      codeOf(officer.case.reveal({ caseId: target.caseId, field: 'phone' })),
    );
    const told = await Promise.all(asked);
    expect(told.filter((one) => one === 'answered')).toHaveLength(mostReveals.value);
    expect(told.filter((one) => one === 'TOO_MANY_ATTEMPTS')).toHaveLength(5);
  });
});
