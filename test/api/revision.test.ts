import { randomUUID } from 'node:crypto';
import { calendarOf } from '@lianban/db/calendar';
import { select } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { writeCalendarYear } from '@lianban/domain/calendar-file';
import { calendarYears, noticeOf } from '@lianban/domain/calendar-years';
import { civilDate, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { statutoryFestivals } from '@lianban/domain/festivals';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let [proposer, approver, sichuan, applicant]: readonly Caller[] = [];
beforeAll(async () => {
  api = await callers();
  [proposer, approver] = [await api.as('admin'), await api.as('lushan')];
  [sichuan, applicant] = [api.inRole('ADM', 'SC'), await api.as('wanhe')];
});
afterAll(() => api.close());

const who = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('not signed in yet');
  return caller;
};
const calendar = () => calendarOf(api.pool, 'CQ');
const today = civilDateOf(instant(Date.now()));
const workingDayAhead = async (days: number): Promise<CivilDate> => (await calendar()).addWorkingDays(today, days);
const closing = (on: CivilDate) => ({ kind: 'closures' as const, add: [{ on, name: '档案搬迁' }], remove: [] });

/** The notice of the year in which this day lies, known or made up, with the day as a rest day too. */
function noticeWithRest(on: CivilDate): string {
  const year = Number(on.slice(0, 4));
  const known = calendarYears.find((one) => one.year === year);
  const { source, rest, work } = known ?? { source: noticeOf(year), rest: statutoryFestivals(year), work: [] };
  const days = { rest: [...rest, { on, name: '调整' }], work: work.filter((day) => day !== on) };
  return writeCalendarYear({ year, source, ...days }, 'csv');
}

async function proposed(change: Parameters<Caller['revision']['propose']>[0]['change']): Promise<string> {
  const asked = { requestId: randomUUID(), reason: '档案搬迁', change };
  return (await who(proposer).revision.propose(asked)).revisionId;
}

describe('a revision of the calendar', () => {
  test('is proposed, looked at limit by limit, approved by somebody else, and told to the applicant', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const [duty] = (await who(approver).case.page({ caseId })).duties;
    const from = { on: duty?.deadline.on, provisional: duty?.deadline.provisional };
    const on = await workingDayAhead(2);
    const revisionId = await proposed(closing(on));
    expect(await who(approver).revision.page({ revisionId })).toMatchObject({
      ...{
        title: { zh: '重庆市药品监督管理局停止办公日' },
        state: 'proposed',
        own: false,
        stale: false,
        decided: null,
      },
      ...{ counts: { later: 1, earlier: 0 }, cases: 1 },
      groups: [{ shift: 'later', unit: { zh: '行政审批服务中心' }, count: 1 }],
    });
    const { rows } = await who(approver).revision.changes({ revisionId, shift: 'later' });
    expect(rows).toMatchObject([{ caseId, what: { zh: '收件受理' }, from }]);
    expect(String(rows[0]?.to.on) > String(rows[0]?.from.on)).toBe(true);
    await who(approver).revision.decide({ revisionId, decision: 'approve', remark: ' 同意 ' });
    expect(await who(proposer).revision.page({ revisionId })).toMatchObject({
      ...{ state: 'applied', own: true, remark: '同意', decided: { name: '卢杉' } },
    });
    const page = await who(approver).case.page({ caseId });
    expect(page.duties[0]?.deadline.on).toBe(rows[0]?.to.on);
    const redated = { act: { zh: '期限重新计算' }, remark: '档案搬迁' };
    const days = [
      {
        title: { zh: '收件受理', en: 'Intake and acceptance' },
        from: { on: rows[0]?.from.on },
        to: { on: rows[0]?.to.on },
      },
    ];
    expect(page.timeline.at(-1)).toMatchObject({ ...redated, redated: days });
    expect((await who(applicant).case.timeline({ caseId })).at(-1)).toMatchObject({ ...redated, redated: days });
    expect(page.timeline[0]?.redated).toEqual([]);
    const messages = await who(applicant).message.list();
    expect(messages.rows[0]).toMatchObject({ kind: 'revision', caseId, cases: 1, reason: '档案搬迁' });
    expect((await who(approver).revision.inForce()).closures).toEqual([{ on, name: '档案搬迁' }]);
  });

  test('is refused to whoever proposed it', async () => {
    const revisionId = await proposed(closing(await workingDayAhead(3)));
    await expect(who(proposer).revision.decide({ revisionId, decision: 'approve' })).rejects.toThrow('SEPARATION');
    await expect(who(approver).revision.decide({ revisionId, decision: 'withdraw' })).rejects.toThrow('FORBIDDEN');
    await who(proposer).revision.decide({ revisionId, decision: 'withdraw' });
    await expect(who(approver).revision.decide({ revisionId, decision: 'approve' })).rejects.toThrow(
      'REVISION_DECIDED',
    );
  });

  test('of one province is not there for the other', async () => {
    const revisionId = await proposed(closing(await workingDayAhead(4)));
    const asked = { revisionId };
    const calls: readonly (() => Promise<unknown>)[] = [
      () => who(sichuan).revision.page(asked),
      () => who(sichuan).revision.changes(asked),
      () => who(sichuan).revision.file(asked),
      () => who(sichuan).revision.previewAgain(asked),
      () => who(sichuan).revision.decide({ ...asked, decision: 'approve' }),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('NO_SUCH_REVISION');
    expect((await who(sichuan).revision.list({})).rows).toEqual([]);
    await who(approver).revision.decide({ revisionId, decision: 'reject', remark: '不必停办' });
  });

  test('of the notice concerns both provinces, each of which sees its own cases only', async () => {
    await RecordedCase.open(api.pool);
    const revisionId = await proposed({ kind: 'calendarYear', content: noticeWithRest(await workingDayAhead(5)) });
    const [here, there] = [
      await who(approver).revision.page({ revisionId }),
      await who(sichuan).revision.page({ revisionId }),
    ];
    expect(here.counts.later).toBeGreaterThan(0);
    expect(there).toMatchObject({ cases: 0, counts: { later: 0 } });
    expect(here.groups.length).toBeGreaterThan(0);
    expect([there.groups, (await who(sichuan).revision.changes({ revisionId })).rows]).toEqual([[], []]);
    await who(proposer).revision.decide({ revisionId, decision: 'withdraw' });
  });
});

describe('a revision of a rule', () => {
  const row = { key: 'permit.supplement.applicant', province: null, item: null } as const;
  const basis = { zh: '市局新规', en: 'New rule of the bureau' };
  const change = {
    kind: 'rule',
    row,
    count: 45,
    mark: 'design',
    basis,
    effectiveFrom: today,
    running: 'favourable',
  } as const;

  test('is shown with its limit, and one case may take the new row over that was opened under the old', async () => {
    const opened = await RecordedCase.open(api.pool, { procedure: ordinaryPermit });
    await opened.answer('intake', 'requestSupplement');
    const { caseId } = opened;
    const number = (await who(approver).case.page({ caseId })).caseNumber;
    const kept = await proposed({ ...change, running: 'keep' });
    expect(await who(approver).revision.page({ revisionId: kept })).toMatchObject({
      ...{ title: { zh: '“申请人补正”时限改为 45 个工作日' }, cases: 0, groups: [] },
      proposal: {
        kind: 'rule',
        rule: { limit: { workingDays: 45 }, policy: 'LAPSE', province: null },
        running: 'keep',
      },
    });
    await who(approver).revision.decide({ revisionId: kept, decision: 'approve' });
    const before = (await who(approver).case.why({ caseId, key: 'supplement' })).deadline;
    const revisionId = await proposed({ kind: 'caseRule', caseNumber: number, key: row.key });
    await who(approver).revision.decide({ revisionId, decision: 'approve' });
    const after = (await who(approver).case.why({ caseId, key: 'supplement' })).deadline;
    expect(String(after.on) > String(before.on)).toBe(true);
    expect(after.why).toMatchObject({ limit: { workingDays: 45 }, basis, mark: 'design' });
    expect(after.why?.sentence.zh).toContain('45 个工作日（市局新规）');
  });

  test('names the field that is wrong, and touches no row of the other province', async () => {
    const wrong = [
      [{ ...change, row: { ...row, key: 'no.such.rule' } }, 'MALFORMED'],
      [{ ...change, effectiveFrom: civilDate('2020-01-01') }, 'MALFORMED'],
      [{ ...change, row: { ...row, province: 'SC' } }, 'FORBIDDEN'],
      [{ kind: 'caseRule', caseNumber: '渝许〔2026〕9999', key: row.key }, 'NO_SUCH_CASE'],
    ] as const;
    for (const [asked, code] of wrong) await expect(proposed(asked)).rejects.toThrow(code);
  });
});

describe('a calendar file', () => {
  test('is read with every mistake named by its line, and cannot be proposed before it is right', async () => {
    const content = 'date,kind,name\n2027-01-01,rest,元旦\n2027-02-30,rest,春节\n';
    const reading = await who(proposer).revision.read({ content });
    expect(reading).toMatchObject({ kind: 'refused' });
    expect(reading.kind === 'refused' && reading.problems[0]).toMatchObject({ line: 3, code: 'NO_SUCH_DATE' });
    await expect(proposed({ kind: 'calendarYear', content })).rejects.toThrow('MALFORMED');
  });
});

describe('the changes as a file', () => {
  test('hold a line for each, searchable by number, no formula, and the export is in the audit', async () => {
    await RecordedCase.open(api.pool);
    const revisionId = await proposed(closing(await workingDayAhead(1)));
    const { rows } = await who(proposer).revision.changes({ revisionId });
    const [first] = rows;
    const found = await who(proposer).revision.changes({ revisionId, search: first?.caseNumber ?? '' });
    expect(found.rows.map(({ caseNumber }) => caseNumber)).toEqual([first?.caseNumber]);
    const { content } = await who(proposer).revision.file({ revisionId });
    const lines = content.split('\r\n');
    expect(lines[0]).toBe('\uFEFF"案号","事项","企业","步骤","责任单位","变化","原期限","新期限"');
    expect(lines).toHaveLength(rows.length + 2);
    if (first === undefined) throw new Error('nothing changes');
    const days = [first.from, first.to].map(({ on, provisional }) => `"${on}${provisional ? '（预计）' : ''}"`);
    expect(lines[1]).toContain(days.join());
    const exports = await select(api.pool, {
      text: `SELECT FROM audit WHERE action = 'revision.export' AND detail ->> 'revisionId' = $1`,
      values: [revisionId],
    });
    expect(exports).toHaveLength(1);
    await who(approver).revision.decide({ revisionId, decision: 'reject' });
  });
});
