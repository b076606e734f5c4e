import { instant, type Instant } from '@lianban/domain/civil-date';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf, auditRow, AUDIT_COLUMNS, caseStream, recordAct, type AuditRow } from '../audit.ts';
import { select, selectOne } from '../queryable.ts';
import { madePdf } from '../seed/made-file.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, fileApplication, RecordedCase } from '../testing/recorded-case.ts';
import type { ChainBreak } from './chain-break.ts';
import type { RecordPart } from './ends.ts';
import { brokenEnds, presentEnds, type KeptEnd } from './kept-ends.ts';
import { verifyRecord, type VerifiedRecord } from './verify-record.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const STREAM = 'person:one';
const BY = actorOf('OFF');
const start = instant('2026-06-15T01:00:00.000Z');
const minuteAfter = (at: Instant, minutes: number): Instant => instant(Date.parse(at) + minutes * 60_000);
const act = (stream: string, nth: number) => ({
  ...{ stream, at: minuteAfter(start, nth), action: 'session.signIn', by: BY, detail: { nth } },
});

/** A chain of that many acts that are on no case. */
async function chainOf(rows: number, stream = STREAM): Promise<void> {
  for (let nth = 1; nth <= rows; nth += 1) await recordAct(database.pool, act(stream, nth));
}

async function lifeOfThree(): Promise<string> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant');
  return life.caseId;
}

/** What somebody with every right on the server could do: the triggers are switched off for this transaction. */
const tamper = (sql: string): Promise<unknown> =>
  database.pool.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${sql}; COMMIT`);

type Verified = VerifiedRecord & { readonly found: readonly ChainBreak[] };

async function verified(part?: Partial<RecordPart>): Promise<Verified> {
  const found: ChainBreak[] = [];
  const seen = await verifyRecord(database.url, (broken) => found.push(broken), { stream: null, since: null, ...part });
  return { ...seen, found };
}

const broken = (kind: ChainBreak['kind'], position: number, rows = 1): ChainBreak => ({
  ...{ chain: 'audit', stream: STREAM, position, kind, rows },
});

/** Puts a row into the chain at that position, as somebody would who knows how rows are hashed. */
async function putIn(position: number): Promise<void> {
  const rows = await auditOf(database.pool, STREAM);
  const head = rows.find((row) => row.position === position - 1) ?? null;
  const forged = auditRow({ ...act(STREAM, 0), action: 'session.signOut' }, { head, who: null, province: null });
  await tamper(
    `UPDATE audit SET position = position + 1000 WHERE stream = '${STREAM}' AND position >= ${position};
     UPDATE audit SET position = position - 999 WHERE stream = '${STREAM}' AND position > 1000;
     INSERT INTO audit (${AUDIT_COLUMNS}) SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_record(NULL::audit, '${JSON.stringify(forged)}')`,
  );
}

/** Changes a row and gives it the hash that fits. */
async function rewrite(position: number): Promise<void> {
  const row = (await auditOf(database.pool, STREAM))[position - 1] as AuditRow; // chains here are as long as the tests say
  const head = row.previous_hash === null ? null : { position: position - 1, hash: row.previous_hash };
  const { hash } = auditRow(
    { ...act(STREAM, 0), action: 'session.signOut' },
    { head, who: row.who, province: row.province },
  );
  await tamper(
    `UPDATE audit SET action = 'session.signOut', at = '${start}', detail = '{"nth": 0}', hash = '${hash}' WHERE stream = '${STREAM}' AND position = ${position}`,
  );
}

const at = (position: number): string => `stream = '${STREAM}' AND position = ${position}`;

describe('a record that was left alone', () => {
  test('holds, row by row and stream by stream', async () => {
    await lifeOfThree();
    await lifeOfThree();
    await chainOf(3);
    expect(await verified()).toEqual({ rows: 15, streams: 5, breaks: 0, found: [] });
  });

  test('holds while turns are committed', { timeout: 60_000 }, async () => {
    let isGrowing = true;
    const grow = async (): Promise<void> => {
      while (isGrowing) await lifeOfThree();
    };
    const growing = grow();
    for (let times = 0; times < 20; times += 1) expect((await verified()).found).toEqual([]);
    isGrowing = false;
    await growing;
  });

  test('holds where rows are from before the names of people were kept', async () => {
    await chainOf(1);
    const row = auditRow(act('person:two', 1), { head: null, who: null, province: null });
    await select(database.pool, {
      text: `INSERT INTO audit (${AUDIT_COLUMNS}) SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_record(NULL::audit, $1)`,
      values: [JSON.stringify(row)],
    });
    expect((await verified()).found).toEqual([]);
  });
});

describe('V16.4.2: a chain of the trail broken in one way is found and named', () => {
  const ways: readonly (readonly [string, () => Promise<unknown>, readonly ChainBreak[]])[] = [
    ['a changed row', () => tamper(`UPDATE audit SET action = 'other' WHERE ${at(4)}`), [broken('changed', 4)]],
    ['a changed name', () => tamper(`UPDATE audit SET who = NULL WHERE ${at(4)}`), [broken('changed', 4)]],
    ['a row rewritten with its hash', () => rewrite(4), [broken('changed', 4)]],
    ['the first row rewritten with its hash', () => rewrite(1), [broken('changed', 1)]],
    ['the last row rewritten with its hash', () => rewrite(8), [broken('changed', 8)]],
    ['a row removed in the middle', () => tamper(`DELETE FROM audit WHERE ${at(4)}`), [broken('missing', 4)]],
    [
      'rows removed and the others moved up',
      () =>
        tamper(
          `DELETE FROM audit WHERE stream = '${STREAM}' AND position IN (4, 5);
           UPDATE audit SET position = position - 2 WHERE stream = '${STREAM}' AND position > 5`,
        ),
      [broken('missing', 4, 2)],
    ],
    ['the first row removed', () => tamper(`DELETE FROM audit WHERE ${at(1)}`), [broken('missing', 1)]],
    ['a row put in with a fitting hash', () => putIn(4), [broken('inserted', 4)]],
    ['a row put in before the first', () => putIn(1), [broken('inserted', 1)]],
    [
      'two rows exchanged',
      () =>
        tamper(
          `UPDATE audit SET position = 1004 WHERE ${at(4)}; UPDATE audit SET position = 4 WHERE ${at(7)}; UPDATE audit SET position = 7 WHERE ${at(1004)}`,
        ),
      [broken('reordered', 4), broken('reordered', 7)],
    ],
    [
      'two neighbours exchanged',
      () =>
        tamper(
          `UPDATE audit SET position = 1004 WHERE ${at(4)}; UPDATE audit SET position = 4 WHERE ${at(5)}; UPDATE audit SET position = 5 WHERE ${at(1004)}`,
        ),
      [broken('reordered', 4), broken('reordered', 5)],
    ],
    [
      'rows cut off at the end',
      () => tamper(`DELETE FROM audit WHERE stream = '${STREAM}' AND position > 5`),
      [broken('missing', 6, 3)],
    ],
    ['a stream that is gone', () => tamper(`DELETE FROM audit WHERE stream = '${STREAM}'`), [broken('missing', 1, 8)]],
    ['a row added at the end', () => putIn(9), [broken('inserted', 9)]],
    [
      'a stream that nobody recorded',
      () => tamper(`DELETE FROM audit_head WHERE stream = '${STREAM}'`),
      [broken('inserted', 1, 8)],
    ],
  ];
  test.each(ways)('%s [ASVS v5.0.0-16.4.2]', async (_, damage, breaks) => {
    await chainOf(8);
    await chainOf(2, 'person:other');
    await damage();
    expect((await verified()).found).toEqual(breaks);
  });

  test('in three ways at once', async () => {
    await chainOf(12);
    await tamper(`UPDATE audit SET detail = '{"nth": 0}' WHERE ${at(2)}; DELETE FROM audit WHERE ${at(6)}`);
    await putIn(10);
    expect((await verified()).found).toEqual([broken('changed', 2), broken('missing', 6), broken('inserted', 10)]);
  });
});

describe('a ledger', () => {
  const ledger = (kind: ChainBreak['kind'], position: number, rows = 1) => ({ chain: 'ledger', kind, position, rows });
  test.each([
    [
      'an altered act',
      `UPDATE case_event SET input = jsonb_set(input, '{outcome}', '"refuse"') WHERE case_id = $1 AND version = 2`,
      [ledger('changed', 2)],
    ],
    [
      'an altered due date',
      `UPDATE case_event SET dues = '{}' WHERE case_id = $1 AND version = 1`,
      [ledger('changed', 1)],
    ],
    [
      'an altered instant, by the trail',
      `UPDATE case_event SET at = at - interval '1 day' WHERE case_id = $1 AND version = 2`,
      [ledger('changed', 2)],
    ],
    ['a removed turn', 'DELETE FROM case_event WHERE case_id = $1 AND version = 2', [ledger('missing', 2)]],
    ['a removed last turn', 'DELETE FROM case_event WHERE case_id = $1 AND version = 3', [ledger('missing', 3)]],
    ['a ledger that is gone', 'DELETE FROM case_event WHERE case_id = $1', [ledger('missing', 1, 3)]],
    [
      'a ledger whose file is gone',
      'DELETE FROM case_file WHERE case_id = $1',
      [{ chain: 'file', kind: 'missing', position: 3, rows: 1 }],
    ],
    [
      'a case of which only the trail is left',
      'DELETE FROM case_event WHERE case_id = $1; DELETE FROM case_file WHERE case_id = $1',
      [ledger('missing', 1, 3)],
    ],
    [
      'a row of the trail that tells of another hash',
      `UPDATE audit SET detail = jsonb_set(detail, '{hash}', '"0"') WHERE stream = 'case:' || $1 AND position = 2`,
      [{ chain: 'audit', kind: 'changed', position: 2, rows: 1 }],
    ],
    [
      'a trail cut off beside a whole ledger',
      `DELETE FROM audit WHERE stream = 'case:' || $1 AND position = 3`,
      [{ chain: 'audit', kind: 'missing', position: 3, rows: 1 }],
    ],
  ])('is found with %s [ASVS v5.0.0-16.4.2]', async (_, sql, breaks) => {
    await lifeOfThree();
    const caseId = await lifeOfThree();
    await tamper(sql.replaceAll('$1', `'${caseId}'`));
    expect((await verified()).found).toEqual(breaks.map((one) => ({ ...one, stream: caseStream(caseId) })));
  });

  test('that was cut off together with its trail is found by the file and the kept end [ASVS v5.0.0-16.4.2]', async () => {
    const caseId = await lifeOfThree();
    await tamper(
      `DELETE FROM case_event WHERE case_id = '${caseId}' AND version = 3; DELETE FROM audit WHERE stream = 'case:${caseId}' AND position = 3`,
    );
    expect((await verified()).found.map(({ chain, kind, position }) => [chain, kind, position])).toEqual([
      ['audit', 'missing', 3],
      ['ledger', 'missing', 3],
    ]);
  });
});

describe('what was handed in with an application', () => {
  const pdf = { material: 'application-form', mediaType: 'application/pdf' } as const;
  const files = [1, 2].map((nth) => ({ ...pdf, name: `${nth}.pdf`, bytes: madePdf([`第${nth}页`]) }));
  const one = `(SELECT id FROM attachment WHERE case_id = $1 AND name = '2.pdf')`;
  const wrong = (kind: ChainBreak['kind'], position = 2) => [{ chain: 'attachment', kind, position, rows: 1 }];
  const inserted = `INSERT INTO attachment (enterprise_id, case_id, material, name, media_type, size, sm3, person_id)
    SELECT enterprise_id, case_id, material, 'x.pdf', media_type, size, sm3, person_id FROM attachment WHERE id = ${one}`;
  test.each([
    [
      'a changed byte',
      `UPDATE attachment_content SET bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1) WHERE attachment_id = ${one}`,
      wrong('changed'),
    ],
    [
      'a digest that was put in place of another',
      `UPDATE attachment SET sm3 = repeat('0', 64) WHERE id = ${one}`,
      wrong('changed'),
    ],
    ['a file put to another material', `UPDATE attachment SET material = 'other' WHERE id = ${one}`, wrong('changed')],
    ['a content that is gone', `DELETE FROM attachment_content WHERE attachment_id = ${one}`, wrong('missing')],
    ['a file that is gone', `DELETE FROM attachment WHERE id = ${one}`, wrong('missing')],
    ['a file of another case', `UPDATE attachment SET case_id = gen_random_uuid() WHERE id = ${one}`, wrong('missing')],
    ['a file put in beside', inserted, wrong('inserted', 3)],
  ])('is found with %s [ASVS v5.0.0-16.4.2]', async (_, sql, breaks) => {
    await RecordedCase.open(database.pool, { files });
    const { caseId } = await RecordedCase.open(database.pool, { files });
    expect((await verified()).found).toEqual([]);
    await tamper(sql.replaceAll('$1', `'${caseId}'`));
    const found = breaks.map((broken) => ({ ...broken, stream: caseStream(caseId) }));
    expect((await verified()).found).toEqual(found);
    expect((await verified({ stream: caseStream(caseId) })).found).toEqual(found);
    expect((await verified({ stream: 'person:nobody' })).found).toEqual([]);
  });

  test('is not missed before its case is recorded, and is found with a name taken out of the ledger', async () => {
    await fileApplication(database.pool, { files });
    expect((await verified()).found).toEqual([]);
    const { caseId } = await RecordedCase.open(database.pool, { files });
    await tamper(
      `UPDATE case_event SET input = input #- '{opening,attachments,1}' WHERE case_id = '${caseId}' AND version = 1`,
    );
    expect((await verified()).found.map(({ chain, kind }) => [chain, kind])).toEqual([
      ['ledger', 'changed'],
      ['attachment', 'inserted'],
    ]);
  });
});

describe('a part of the record', () => {
  test('is one stream, with the ledger where it is that of a case', async () => {
    const caseId = await lifeOfThree();
    await chainOf(3);
    await tamper(`UPDATE audit SET action = 'other' WHERE ${at(2)}`);
    expect(await verified({ stream: caseStream(caseId) })).toEqual({ rows: 6, streams: 2, breaks: 0, found: [] });
    expect(await verified({ stream: STREAM })).toMatchObject({ rows: 3, streams: 1, breaks: 1 });
  });

  test('is what happened since an instant, tied to the row before', async () => {
    await chainOf(6);
    const since = minuteAfter(start, 4);
    expect(await verified({ since })).toEqual({ rows: 4, streams: 1, breaks: 0, found: [] });
    await tamper(`UPDATE audit SET action = 'other' WHERE ${at(2)}`);
    expect((await verified({ since })).found).toEqual([]);
    await tamper(`UPDATE audit SET action = 'other' WHERE ${at(5)}; DELETE FROM audit WHERE ${at(6)}`);
    expect((await verified({ since })).found).toEqual([broken('changed', 5), broken('missing', 6)]);
  });
});

test('ends that were kept elsewhere tell of a chain that was cut off together with its end', async () => {
  await chainOf(5);
  const kept: KeptEnd[] = [];
  for await (const ends of presentEnds(database.pool)) kept.push(...ends);
  await recordAct(database.pool, act(STREAM, 6));
  expect(await brokenEnds(database.pool, kept)).toEqual([]);
  await tamper(
    `DELETE FROM audit WHERE stream = '${STREAM}' AND position > 3;
     UPDATE audit_head SET position = 3, hash = (SELECT hash FROM audit WHERE ${at(3)}) WHERE stream = '${STREAM}'`,
  );
  expect((await verified()).found).toEqual([]);
  expect(await brokenEnds(database.pool, kept)).toEqual([broken('missing', 5)]);
});

test(
  'a record of several ranges is divided among processes, and none of it is left out',
  { timeout: 60_000 },
  async () => {
    const { rows } = await selectOne<{ rows: number }>(database.pool, {
      text: `WITH grown AS (INSERT INTO audit (${AUDIT_COLUMNS}) SELECT 'person:' || s, n, now(), 'x', NULL, NULL, NULL, NULL, '{}', NULL, 'x', 'sm3', NULL
      FROM generate_series(1, 5) s, generate_series(1, 45000) n WHERE n <= 2 OR n = 45000 RETURNING 1) SELECT count(*) AS rows FROM grown`,
    });
    const { found, ...seen } = await verified();
    expect(seen).toMatchObject({ rows, streams: 5 });
    expect(found.filter(({ kind }) => kind === 'missing')).toHaveLength(5);
  },
);
