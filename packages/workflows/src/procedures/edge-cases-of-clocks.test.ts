import { addDays, civilDate, endOfDay, epochMs, instant } from '@lianban/domain/civil-date';
import { rungsOf } from '@lianban/domain/ladder';
import { text } from '@lianban/domain/text';
import { describe, expect, test } from 'vitest';
import { Simulator } from '../drivers/simulator.ts';
import { morningOf, openingOf, play, publishedCalendar, type ScenarioAct } from '../testing/scenario.ts';
import type { Proceeding } from '../vocabulary/proceeding.ts';
import { procedure } from '../vocabulary/procedure.ts';
import { catalogue } from '../vocabulary/step.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { act, granted } from './informed-commitment/scenario-acts.ts';

// By the numbers that the specification gives to edge cases. Where the procedure of the case is not written yet, the
// clocks and limits are those of its rules, in a procedure made up here.
const item = 'otc-retail';
const verifying = async (acts: readonly ScenarioAct[]): Promise<Simulator> =>
  (
    await play(informedCommitment, {
      ...{ rule: '', item, receivedOn: '2026-02-12', ending: null },
      acts: [...granted('2026-02-12'), ...acts],
    })
  ).case;
const open = (simulated: Simulator) => simulated.duties().map(({ step }) => step);
const lastSecondOf = (day: string) => instant(epochMs(endOfDay(civilDate(day))) - 1_000);
const papers = (simulated: Simulator) =>
  simulated.turns.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.type === 'document' ? entry.document : [])),
  );

describe('edge case 25: the other bureau is silent', () => {
  const asked = [act('2026-03-02', 'requestAssistance', 'request'), act('2026-03-03', 'sendAssistance', 'send')];

  test('for fifteen working days: it is reminded, then the joint office is asked, and nothing is presumed', async () => {
    const simulated = await verifying(asked);
    const { key = '' } = simulated.duties().find(({ step }) => step === 'awaitAssistance') ?? {};
    expect(simulated.dueOn(key)).toBe(publishedCalendar.addWorkingDays(civilDate('2026-03-03'), 15));
    await simulated.goToInstant(lastSecondOf('2026-03-24'));
    expect(open(simulated)).toContain('awaitAssistance');
    await simulated.goToInstant(endOfDay(civilDate('2026-03-24')));
    expect(open(simulated)).toContain('awaitReminded');
    expect(papers(simulated).at(-1)).toBe('assistanceReminder');
    // Five working days from the last day of silence, whatever day of the week the reminder falls on.
    await simulated.goToInstant(endOfDay(publishedCalendar.addWorkingDays(civilDate('2026-03-03'), 20)));
    expect(open(simulated)).toContain('awaitJointOffice');
    expect(papers(simulated).at(-1)).toBe('jointOfficeRequest');
    expect(papers(simulated)).not.toContain('assistanceReply');
  });

  test('for good: the deputy directors have it, and the verification it was asked for is where it was', async () => {
    const simulated = await verifying(asked);
    await simulated.goTo(civilDate('2026-08-03'));
    expect(open(simulated)).toEqual(expect.arrayContaining(['awaitLeaders', 'verify']));
    expect(simulated.closed).toBeNull();
  });
});

test('edge case 34: an instruction that is missing for three working days is reminded of, and nothing is approved by it', async () => {
  const simulated = await verifying([act('2026-03-02', 'requestAssistance', 'request')]);
  const waiting = simulated.duties().find(({ step }) => step === 'sendAssistance');
  expect(waiting?.dueOn).toBe('2026-03-05');
  const turns = simulated.turns.length;
  await simulated.goTo(civilDate('2026-03-31'));
  expect(simulated.turns.length).toBe(turns);
  expect(open(simulated)).toContain('sendAssistance');
  const dueOn = civilDate('2026-03-05');
  const limited = {
    kind: 'agency',
    limit: { workingDays: 3 },
    extensions: [],
    spans: [],
    dueOn,
    dueAt: endOfDay(dueOn),
  } as const;
  const cards = [];
  for (const { rung, on } of rungsOf({ ...limited, startOn: civilDate('2026-03-02') }, publishedCalendar)) {
    if (on > '2026-03-31') break;
    cards.push([rung, on]);
  }
  expect(cards).toEqual([
    ['reminder', '2026-03-04'],
    ['red', '2026-03-05'],
    ['red', '2026-03-12'],
    ['red', '2026-03-19'],
    ['red', '2026-03-26'],
  ]);
});

const nothing = text('', '');
const row = { title: nothing, owner: 'OFF', policy: 'BREACH', basis: [], clock: 'runs' } as const;
const done = { done: { title: nothing } } as const;
const steps = catalogue({
  investigate: { ...row, limit: { clock: 'penalty' }, outcomes: done },
  refer: { ...row, limit: null, outcomes: done },
  awaitPolice: {
    ...row,
    limit: 'crime.police.file',
    policy: 'CHASE',
    outcomes: { ...done, notFiled: { title: nothing } },
  },
  reconsider: { ...row, limit: 'crime.reconsider', outcomes: done },
  close: { ...row, limit: 'supervise.close', policy: 'NUDGE', outcomes: done },
  moreTime: { ...row, limit: null, outcomes: done },
});
const penalty = (flow: (p: Proceeding<typeof steps>) => Promise<unknown>) =>
  procedure({
    ...{ id: 'made-up-penalty', edition: '2026-01', title: nothing, series: '试', basis: [], steps },
    ...{ endings: { over: nothing }, clockRules: ['case.decide', 'supervise.progress'] },
    flow: async (p) => {
      await flow(p);
      return p.close('over');
    },
  });
const filed = async (flow: Parameters<typeof penalty>[0], on: string): Promise<Simulator> => {
  const made = penalty(flow);
  const simulated = new Simulator(made, publishedCalendar, morningOf(on));
  await simulated.open(openingOf(made, { item, receivedOn: on }));
  return simulated;
};

test('edge case 38: a referral the police do not file is reconsidered within three days, and the case goes on with the days it had left', async () => {
  const simulated = await filed(async (p) => {
    p.clock.start('penalty', 'case.decide');
    await p.step('refer');
    await p.clock.pause('penalty', { key: 'referral', kind: 'suspended', title: nothing }, async () => {
      const answer = await p.step('awaitPolice');
      if (answer.outcome === 'notFiled') await p.step('reconsider');
    });
    await p.step('investigate');
  }, '2026-07-10');
  expect(simulated.dueOn('clock:penalty')).toBe('2026-10-08');
  await simulated.goTo(civilDate('2026-07-20'));
  await simulated.answer('refer', 'done'); // the tenth day; eighty are left
  expect(simulated.dueOn('clock:penalty')).toBeNull();
  expect(simulated.dueOn('awaitPolice')).toBe('2026-07-23');
  await simulated.goTo(civilDate('2026-07-23'));
  await simulated.answer('awaitPolice', 'notFiled');
  expect(simulated.dueOn('reconsider')).toBe('2026-07-27'); // the 26th is a Sunday
  await simulated.goTo(civilDate('2026-07-27'));
  await simulated.answer('reconsider', 'done');
  expect(simulated.dueOn('clock:penalty')).toBe(addDays(civilDate('2026-07-27'), 80));
  expect(simulated.dueOn('investigate')).toBe(simulated.dueOn('clock:penalty'));
});

test('edge case 40: a supervised case keeps its legal ninety days, whatever is added to the limit of the supervision', async () => {
  const simulated = await filed(async (p) => {
    p.clock.start('penalty', 'case.decide');
    await p.inParallel({
      penalty: () => p.step('investigate'),
      supervision: async () => {
        const longer = p.offer('moreTime', async () => {
          p.extend('close', 'supervise.progress');
          return Promise.resolve();
        });
        await p.step('close');
        longer.end();
      },
    });
  }, '2026-07-10');
  const legal = simulated.dueOn('clock:penalty');
  expect(legal).toBe('2026-10-08');
  await simulated.answer('moreTime', 'done');
  expect(simulated.dueOn('supervision/close')).toBe('2026-11-09'); // thirty days more, and the 7th is a Saturday
  expect([simulated.dueOn('clock:penalty'), simulated.dueOn('penalty/investigate')]).toEqual([legal, legal]);
});
