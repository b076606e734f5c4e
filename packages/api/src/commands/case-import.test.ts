import { selectOne } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import { addDays, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersIn, refusalsIn, run, type AnswerLine } from '../testing/command-line.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const creditCode = enterprises[1]?.creditCode ?? '';
const segment = { from: '2026-06-09', to: '2026-08-20', reason: '现场检查', document: '渝药监特〔2026〕47号' };
const today = (): CivilDate => civilDateOf(instant(Date.now()));
let numbers = 0;
const old = (more: Readonly<Record<string, unknown>> = {}) => {
  numbers += 1;
  return {
    ...{ number: `渝药监受〔2025〕${numbers}号`, province: 'CQ', item: 'otc-retail', creditCode },
    ...{ acceptedOn: '2026-06-01', segments: [segment], printedOn: '2026-09-09', ...more },
  };
};
const imported = async (cases: readonly unknown[], by = 'hejing') =>
  run(['case', 'import', '--by', by], cases.map((line) => JSON.stringify(line)).join('\n'), {
    DATABASE_URL: database.url,
  });
const answers = async (cases: readonly unknown[]): Promise<readonly AnswerLine[]> =>
  answersIn((await imported(cases)).output);

interface OpenedClock {
  readonly dueOn: CivilDate;
  readonly startOn: CivilDate;
  readonly limit: Limit;
  /** How many stretches it left out. */
  readonly spans: number;
}

/** The clock of the case once it is opened, as the relay would open it. */
async function opened(caseId: unknown) {
  const life = await RecordedCase.resume(database.pool, String(caseId), ordinaryPermit);
  const clock = await selectOne<OpenedClock>(database.pool, {
    text: `SELECT due_on AS "dueOn", start_on AS "startOn", "limit",
        (SELECT count(*) FROM clock_span s WHERE s.case_id = c.case_id AND s.to_on IS NOT NULL) AS spans
      FROM clock c WHERE case_id = $1`,
    values: [life.caseId],
  });
  return { life, clock };
}

describe('edge case 48: an old case', () => {
  test('goes on with its segments to the day that its papers print, when that is the one counted', async () => {
    const [answer] = await answers([old()]);
    expect(answer).toMatchObject({ result: 'new', counted: '2026-09-09', printed: '2026-09-09', agrees: true });
    const { life, clock } = await opened(answer?.['case']);
    expect(clock).toEqual({ dueOn: '2026-09-09', startOn: '2026-06-01', limit: { workingDays: 20 }, spans: 1 });
    const { title } = await selectOne<{ title: string }>(database.pool, {
      text: `SELECT title ->> 'zh' AS title FROM clock_span WHERE case_id = $1`,
      values: [life.caseId],
    });
    expect(title).toBe('现场检查（渝药监特〔2026〕47号）');
    expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
    const { number } = await selectOne<{ number: string }>(database.pool, {
      text: 'SELECT acceptance_number AS number FROM case_file WHERE case_id = $1',
      values: [life.caseId],
    });
    expect(number).toBe(answer?.['number']);
    await life.answer('assign', 'assign');
    await life.answer('review', 'pass');
  });

  test('whose papers print another day is flagged: a later day stands, an earlier one does not', async () => {
    const [later, earlier] = await answers([old({ printedOn: '2026-09-16' }), old({ printedOn: '2026-08-31' })]);
    expect(later).toMatchObject({ counted: '2026-09-09', printed: '2026-09-16', agrees: false });
    expect(earlier).toMatchObject({ counted: '2026-09-09', printed: '2026-08-31', agrees: false });
    expect((await opened(later?.['case'])).clock.dueOn).toBe('2026-09-16');
    expect((await opened(earlier?.['case'])).clock.dueOn).toBe('2026-09-09');
  });

  test('is one case however often its line comes, and another only by another number', async () => {
    const line = old();
    const [first, second] = await answers([line, line]);
    expect(second).toEqual({ ...first, result: 'known' });
    expect(await answers([line])).toEqual([second]);
    expect(refusalsIn(await answers([{ ...line, printedOn: '2026-09-10' }]))).toEqual(['KNOWN_OTHERWISE number']);
  });

  test('may have stood still from its acceptance, up to today, or for no whole day, which leaves nothing out', async () => {
    const on = today();
    const told = [
      [{ from: '2026-06-01', to: '2026-06-05' }],
      [{ from: '2026-06-30', to: on }],
      [segment, { from: '2026-08-25', to: '2026-08-25' }],
    ];
    const taken = await answers(told.map((segments) => old({ segments, printedOn: '2026-06-30' })));
    expect(taken.map(({ counted }) => counted)).toEqual(['2026-07-06', '2026-06-30', '2026-09-09']);
    expect((await opened(taken[2]?.['case'])).clock).toMatchObject({ dueOn: '2026-09-09', spans: 1 });
  });

  test('keeps the limit of the day it was accepted: a rule revised afterwards holds for those accepted since', async () => {
    const { rows } = await database.pool.query<{ id: number }>(`INSERT INTO rule
        (key, province, item, "limit", policy, mark, basis, starts, effective_from)
      SELECT key, 'CQ', 'otc-retail', '{"workingDays": 30}', policy, mark, basis, starts, '2026-09-01' FROM rule
      WHERE key = 'permit.decide' AND province IS NULL AND item IS NULL RETURNING id`);
    const [before, since] = await answers([old(), old({ acceptedOn: '2026-09-01', segments: [] })]);
    await database.pool.query('DELETE FROM rule WHERE id = $1', [rows[0]?.id]);
    expect([before?.['counted'], since?.['counted']]).toEqual(['2026-09-09', '2026-10-19']);
    expect((await opened(before?.['case'])).clock.limit).toEqual({ workingDays: 20 });
    expect((await opened(since?.['case'])).clock.limit).toEqual({ workingDays: 30 });
  });

  test('that cannot be taken in is named with its field, and the others are taken in all the same', async () => {
    const segments = (more: object) => old({ segments: [{ ...segment, ...more }] });
    const { code, output } = await imported([
      old({ creditCode: '91500000MA0000000X' }),
      old({ item: 'no-such-item' }),
      old({ acceptedOn: '2999-01-01' }),
      segments({ to: null }),
      segments({ to: '2026-06-08' }),
      segments({ from: '2026-05-31' }),
      segments({ from: '2026-07-01' }),
      segments({ from: '2026-07-01', to: '2026-07-01' }),
      segments({ to: addDays(today(), 2) }),
      old({ province: 'SC' }),
      old({ printedOn: '2026-02-30' }),
      old({ remark: '' }),
      old(),
    ]);
    expect(code).toBe(1);
    expect(refusalsIn(answersIn(output))).toEqual([
      'NO_SUCH_ENTERPRISE creditCode',
      'UNKNOWN_ITEM item',
      'LATER_THAN_TODAY acceptedOn',
      'STILL_OPEN segments[0].to',
      'ENDS_BEFORE_START segments[0].to',
      'ENDS_BEFORE_START segments[0].from',
      'CLOCK_EXPIRED segments[0].from',
      'CLOCK_EXPIRED segments[0].from',
      'LATER_THAN_TODAY segments[0].to',
      'WRONG_TYPE province',
      'NO_SUCH_DATE printedOn',
      'UNKNOWN_FIELD remark',
      null,
    ]);
  });
});

test('nobody but a window officer takes old cases in', async () => {
  for (const by of ['zhoumin', 'nobody']) expect(await imported([old()], by)).toMatchObject({ code: 2, output: '' });
  expect(await run(['case', 'import'], '', { DATABASE_URL: database.url })).toMatchObject({ code: 2, output: '' });
});
