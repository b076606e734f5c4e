import { describe, expect, test } from 'vitest';
import { play, type Scenario } from '../../testing/scenario.ts';
import type { Simulator } from '../../drivers/simulator.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';
import { parallelRegistrationLicensing } from './2022-03.ts';
import { concluded, underReview } from './scenario-acts.ts';
import { scenarios, workedExample } from './scenarios.ts';

const lived = async (scenario: Scenario, acts = scenario.acts.length): Promise<Simulator> =>
  (await play(parallelRegistrationLicensing, { ...scenario, acts: scenario.acts.slice(0, acts) })).case;
const due = (life: Simulator, step: string): string | null =>
  life.dueOn(life.duties().find((open) => open.step === step)?.key ?? step);
/** How many acts of the worked example come up to this one. */
const upTo = (step: string, outcome: string): number =>
  workedExample.acts.findIndex((one) => one.step === step && one.outcome === outcome) + 1;

describe('the worked example of the specification, class II', () => {
  test('received on 03-02, it would count as accepted after 03-09', async () => {
    expect(due(await lived(workedExample, 0), 'intake')).toBe('2026-03-09');
  });

  test('accepted on 03-06, it is handed over by 03-11', async () => {
    expect(due(await lived(workedExample, 3), 'handOver')).toBe('2026-03-11');
  });

  test('handed over on 03-11, sixty working days of review end on 06-08', async () => {
    expect(due(await lived(workedExample, upTo('handOver', 'handOver')), 'review')).toBe('2026-06-08');
  });

  test('notice of 03-16 gives the visit until 04-28, and the review stands still', async () => {
    const life = await lived(workedExample, upTo('notifyVerification', 'notify'));
    expect(due(life, 'inspect')).toBe('2026-04-28');
    expect(due(life, 'review')).toBeNull();
  });

  test('done on 04-24, twenty-eight working days are not counted: the review is due on 07-17', async () => {
    const life = await lived(workedExample, upTo('reportVerification', 'passed'));
    expect(due(life, 'review')).toBe('2026-07-17');
  });

  test('the supplement is due within a year of 05-20; answered on 07-15, sixty working days begin anew and end on 10-13', async () => {
    expect(due(await lived(workedExample, upTo('review', 'requestMore')), 'supplementReview')).toBe('2027-05-20');
    expect(due(await lived(workedExample, upTo('supplementReview', 'submit')), 'review')).toBe('2026-10-13');
  });

  test('the opinion of 09-30 makes the decision due on 11-03', async () => {
    const life = await lived(workedExample, upTo('review', 'pass'));
    expect(due(life, 'draft')).toBe('2026-11-03');
    expect(life.dueOn('clock:decision')).toBe('2026-11-03');
  });

  test('registered on 10-20, the licence is accepted of itself that day and due twenty working days later', async () => {
    const life = await lived(workedExample, upTo('sealRegistration', 'grant'));
    expect(life.turns.at(-1)?.entries).toContainEqual({ type: 'document', document: 'acceptanceNotice', duty: null });
    expect(life.dueOn('clock:decision')).toBe('2026-11-17');
    expect(due(life, 'deliverRegistration')).toBe('2026-11-03');
  });
});

const base = { rule: '', item: 'device-parallel-issue', receivedOn: '2026-03-02', ending: null } as const;

describe('sent back to the review in the middle of a decision', () => {
  const returned: Scenario = {
    ...base,
    acts: [
      ...concluded,
      act('2026-05-21', 'draft', 'proposeGrant'),
      act('2026-05-21', 'audit', 'agree'),
      act('2026-05-22', 'returnToReview', 'return'),
    ],
  };

  test('somebody owes the review, by a day that stands, under the clock of the decision that goes on', async () => {
    const life = await lived(returned);
    expect(
      life
        .duties()
        .filter(({ kind }) => kind === 'duty')
        .map(({ step }) => step),
    ).toEqual(['reviewAgain']);
    expect(due(life, 'reviewAgain')).toBe('2026-06-17');
    expect(life.dueOn('clock:decision')).toBe('2026-06-17');
  });

  test('an objection to its opinion has a timer of its own, and the decision goes on with the days that are left', async () => {
    const objecting = { ...returned, acts: [...returned.acts, act('2026-05-25', 'reviewAgain', 'reject')] };
    const life = await lived(objecting);
    expect(due(life, 'object')).toBe('2026-06-15');
    expect(life.nextLapse?.duty).toBe(life.duties().find(({ step }) => step === 'object')?.key);
    await life.goTo('2026-06-16' as never);
    expect(life.duties().some(({ step }) => step === 'draft')).toBe(true);
    // From 05-26 to the day on which the silence takes effect nothing is counted; three days of twenty were used before.
    expect(due(life, 'draft')).toBe('2026-07-10');
  });

  test('what was drafted before is gone, and drafted again by whoever drafts', async () => {
    const life = await lived({ ...returned, acts: [...returned.acts, act('2026-05-25', 'reviewAgain', 'pass')] });
    expect(
      life
        .duties()
        .filter(({ kind }) => kind === 'duty')
        .map(({ step }) => step),
    ).toEqual(['draft']);
    expect(life.duties().some(({ step }) => step === 'approve')).toBe(false);
  });
});

describe('a suspension', () => {
  test('stops the review clock until falsity is looked into, and the days are suspended, not merely uncounted', async () => {
    const suspended = { ...base, acts: [...underReview, act('2026-03-16', 'review', 'suspend')] };
    const life = await lived(suspended);
    expect(life.dueOn('clock:review')).toBeNull();
    expect(life.turns.flatMap(({ entries }) => entries).find(({ type }) => type === 'clockPaused')).toMatchObject({
      kind: 'suspended',
    });
    await life.goTo('2026-03-30' as never);
    await life.answer('investigateFalsity', 'cleared');
    // Ten working days later than 06-08.
    expect(life.dueOn('clock:review')).toBe('2026-06-23');
  });
});

test('a review that was lengthened ends thirty working days later', async () => {
  const longer = scenarios.find(({ rule }) => rule.startsWith('B1: the review is lengthened'));
  if (longer === undefined) throw new Error('no such life');
  const life = await lived(
    { ...longer, ending: null },
    longer.acts.findIndex(({ step }) => step === 'withdraw'),
  );
  expect(life.dueOn('clock:review')).toBe('2026-07-21');
});
