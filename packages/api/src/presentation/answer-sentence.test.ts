import { civilDate, instant } from '@lianban/domain/civil-date';
import { publishedCalendar } from '@lianban/workflows/testing/scenario';
import { expect, test } from 'vitest';
import { answerSentence, type StepInSentence } from './answer-sentence.ts';
import { ownerView } from './owner.ts';

const asOf = {
  ...{ now: instant('2026-06-30T02:00:00Z'), today: civilDate('2026-06-30'), calendar: publishedCalendar },
};
const review: StepInSentence = {
  title: { zh: '现场核查', en: 'Inspection' },
  owner: ownerView({
    ...{ role: 'INS', province: 'CQ', isAuthority: false, place: { zh: '检查二局', en: 'Inspectorate 2' } },
    claimedBy: { personId: 'p', name: '申牧' },
  }),
  deadline: { on: civilDate('2026-07-03'), workingDaysLeft: 3, clockStopped: false },
  own: false,
};
const report: StepInSentence = {
  title: { zh: '提交整改报告', en: 'Submit the report' },
  owner: ownerView({
    role: 'APP',
    province: 'CQ',
    isAuthority: false,
    place: { zh: '万和', en: '万和' },
    claimedBy: null,
  }),
  deadline: { on: civilDate('2026-07-20'), workingDaysLeft: 14, clockStopped: false },
  own: true,
};

test('an enterprise reads what it has to do, to the hour, before what others do', () => {
  expect(answerSentence({ ending: null, steps: [review, report] }, 'enterprise', asOf)).toEqual({
    zh: '请您办理“提交整改报告”，最迟 7月20日（周一） 24:00，剩 14 个工作日。',
    en: 'Please complete "Submit the report", by Mon 20 Jul 24:00 at the latest, 14 working days left.',
  });
});

test('an enterprise with nothing to do reads where its application is', () => {
  expect(answerSentence({ ending: null, steps: [review] }, 'enterprise', asOf).zh).toBe(
    '您的申请在检查二局，正在办理“现场核查”，最迟 7月3日（周五），剩 3 个工作日。',
  );
});

test('a supervisor reads who has it, and that nobody does', () => {
  expect(answerSentence({ ending: null, steps: [review] }, 'supervisor', asOf).zh).toMatch(
    /^“现场核查”由检查二局 申牧 办理/,
  );
  const free = { ...review, owner: { ...review.owner, person: null } };
  expect(answerSentence({ ending: null, steps: [free] }, 'supervisor', asOf).zh).toMatch(/检查二局（无人认领）办理/);
});

test('an officer reads what waits for them and how many more', () => {
  const own = { ...review, own: true };
  expect(answerSentence({ ending: null, steps: [own, own, report] }, 'officer', asOf)).toEqual({
    zh: '“现场核查”等您办理，最迟 7月3日（周五），剩 3 个工作日。您另有 2 件事要办。',
    en: '"Inspection" waits for you, by Fri 3 Jul at the latest, 3 working days left. 2 more wait for you.',
  });
});

test('who waits for the enterprise reads so', () => {
  const others = [{ ...report, own: false }, review];
  expect(answerSentence({ ending: null, steps: others }, 'officer', asOf)).toEqual({
    zh: '等待企业办理“提交整改报告”，最迟 7月20日（周一），剩 14 个工作日。另有 1 项同时办理。',
    en: 'Waiting for the enterprise: "Submit the report", by Mon 20 Jul at the latest, 14 working days left. 1 more runs beside it.',
  });
});

test('the public is told no name', () => {
  expect(JSON.stringify(answerSentence({ ending: null, steps: [review] }, 'public', asOf))).not.toContain('申牧');
});

test('a clock that stands still is said to', () => {
  const stopped = { ...review, deadline: { on: null, workingDaysLeft: null, clockStopped: true } };
  expect(answerSentence({ ending: null, steps: [stopped] }, 'officer', asOf).zh).toContain('，时钟已停。');
});

test('a case that is over is said to be, whatever was open', () => {
  const ending = { zh: '准予办结', en: 'Licensed' };
  expect(answerSentence({ ending, steps: [review] }, 'enterprise', asOf).en).toBe(
    'Your application is closed: Licensed.',
  );
  expect(answerSentence({ ending, steps: [] }, 'officer', asOf).zh).toBe('本案已办结：准予办结。');
});
