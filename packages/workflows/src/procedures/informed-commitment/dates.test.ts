import { civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { play, type Scenario, type ScenarioAct } from '../../testing/scenario.ts';
import { informedCommitment } from './2023-12.ts';

const act = (on: string, step: string, outcome: string, flow: ScenarioAct['flow'] = {}): ScenarioAct => ({
  on,
  step,
  outcome,
  flow,
});

const decidedAtOnce: readonly ScenarioAct[] = [
  act('2026-02-12', 'intake', 'accept'),
  act('2026-02-12', 'propose', 'proposeGrant'),
  act('2026-02-12', 'decide', 'grant'),
];
const service = act('2026-02-12', 'deliver', 'delivered');

const dueAfter = async (
  acts: readonly ScenarioAct[],
  key: string,
  opening: Scenario['opening'] = {},
): Promise<string | null> => {
  const item = 'drug-information-service';
  const { case: simulated } = await play(informedCommitment, {
    rule: '',
    item,
    receivedOn: '2026-02-12',
    opening,
    acts,
    ending: null,
  });
  return simulated.dueOn(key);
};

describe('the worked example of the specification, committed and decided on Thursday 2026-02-12', () => {
  test('the certificate is to be served by 2026-03-04', async () => {
    expect(await dueAfter(decidedAtOnce, 'deliver')).toBe('2026-03-04');
  });

  test('the window of two months ends on Sunday 2026-04-12 and therefore on Monday', async () => {
    expect(await dueAfter([...decidedAtOnce, service], 'verification/verify')).toBe('2026-04-13');
  });

  const ordered = [...decidedAtOnce, service, act('2026-03-20', 'verify', 'correctable')];
  test('defects told on 2026-03-20 are to be rectified by 2026-05-07', async () => {
    expect(await dueAfter(ordered, 'verification/rectify')).toBe('2026-05-07');
  });

  const noticed = [...ordered, act('2026-05-08', 'proposeNotice', 'propose'), act('2026-05-08', 'giveNotice', 'give')];
  test('after the notice of 2026-05-08 a hearing may be asked for until 2026-05-14', async () => {
    expect(await dueAfter(noticed, 'verification/hearing/requestHearing')).toBe('2026-05-14');
  });

  test('a hearing asked for on 2026-05-14 is to be arranged by 2026-05-21 and held by 2026-06-11', async () => {
    const asked = [...noticed, act('2026-05-14', 'requestHearing', 'request')];
    expect(await dueAfter(asked, 'verification/hearing/arrangeHearing')).toBe('2026-05-21');
    const arranged = [...asked, act('2026-05-20', 'arrangeHearing', 'arrange')];
    expect(await dueAfter(arranged, 'verification/hearing/holdHearing')).toBe('2026-06-11');
  });

  test('a statement of 2026-05-12 is weighed within five working days of the day on which both rights are over', async () => {
    const stated = [
      ...noticed,
      act('2026-05-12', 'makeStatement', 'state'),
      act('2026-05-14', 'requestHearing', 'waive'),
    ];
    expect(await dueAfter(stated, 'verification/weighStatement')).toBe('2026-05-21');
  });

  test('the clock of the revocation stands still while both rights run', async () => {
    expect(await dueAfter(noticed, 'clock:revocation')).toBeNull();
  });

  test('representations and hearing are not counted in the twenty days of the revocation', async () => {
    const waived = [
      ...noticed,
      act('2026-05-12', 'makeStatement', 'waive'),
      act('2026-05-14', 'requestHearing', 'waive'),
    ];
    expect(await dueAfter(waived, 'verification/draftRevocation')).toBe('2026-06-11');
  });
});

describe('a false commitment found on 2026-03-20 whose notice is proposed on 2026-03-24', () => {
  const found = [...decidedAtOnce, service, act('2026-03-20', 'verify', 'falseCommitment')];
  const sentBack = [
    ...found,
    act('2026-03-24', 'proposeNotice', 'propose'),
    act('2026-03-25', 'giveNotice', 'sendBack'),
  ];
  test.each([
    ['to be proposed', found, 'verification/proposeNotice'],
    ['to be given', sentBack.slice(0, -1), 'verification/giveNotice'],
    ['sent back', sentBack, 'verification/proposeNotice#2'],
  ])('is told within five working days of the finding for both officers together: %s', async (_, acts, key) => {
    expect(await dueAfter(acts, key)).toBe('2026-03-27');
  });
});

describe('two orders to rectify side by side', () => {
  const promised = { commitment: { noticeVersion: 'test', conditionsMetOn: civilDate('2026-03-10') } };
  const bothOrdered = [...decidedAtOnce, service, act('2026-03-20', 'verify', 'correctable')];
  const lengthened = [
    ...bothOrdered,
    act('2026-03-23', 'requestMoreRectification', 'request'),
    act('2026-03-24', 'grantMoreRectification', 'grant'),
  ];
  test.each([
    ['the order for which more time was asked moves', 'conditions/rectify', '2026-04-23', '2026-05-11'],
    ['the other one stays', 'verification/rectify', '2026-05-07', '2026-05-07'],
  ])('%s', async (_, key, before, after) => {
    expect(await dueAfter(bothOrdered, key, promised)).toBe(before);
    expect(await dueAfter(lengthened, key, promised)).toBe(after);
  });
});

describe('a licence served on 2026-03-20, after the day by which conditions were promised', () => {
  test('leaves the full time to rectify, until 2026-05-07', async () => {
    const { case: simulated } = await play(informedCommitment, {
      rule: '',
      item: 'otc-retail',
      receivedOn: '2026-02-12',
      opening: { commitment: { noticeVersion: 'test', conditionsMetOn: civilDate('2026-02-13') } },
      acts: [...decidedAtOnce, act('2026-03-20', 'deliver', 'delivered')],
      until: '2026-03-23',
      ending: null,
    });
    expect(simulated.dueOn('conditions/rectify')).toBe('2026-05-07');
    const instants = simulated.turns.map(({ row }) => row.input.at);
    expect(instants).toEqual([...instants].sort());
  });
});

describe('silence of the window', () => {
  test('accepts as of Thursday 2026-02-12 once 2026-02-26 has passed, and day 1 of the decision is the 13th', async () => {
    const { case: simulated } = await play(informedCommitment, {
      rule: '',
      item: 'otc-retail',
      receivedOn: '2026-02-12',
      acts: [],
      until: '2026-02-27',
      ending: null,
    });
    const started = simulated.turns.flatMap(({ entries }) => entries).find((entry) => entry.type === 'clockStarted');
    expect(simulated.turns.at(-1)?.row.input).toMatchObject({ kind: 'lapse', due: '2026-02-26T16:00:00.000Z' });
    expect(started).toMatchObject({ clock: 'decision', startOn: '2026-02-12' });
    expect(simulated.dueOn('clock:decision')).toBe('2026-03-18');
  });
});

describe('cosmetics production licence renewal (总局令46)', () => {
  test('is decided within ten working days of acceptance and verified without a last day', async () => {
    const acts = [act('2026-02-12', 'intake', 'accept')];
    const opened = await play(informedCommitment, {
      rule: '',
      item: 'cosmetics-production-renewal',
      receivedOn: '2026-02-12',
      acts,
      ending: null,
    });
    expect(opened.case.dueOn('clock:decision')).toBe('2026-03-04');
    const rest = [...decidedAtOnce, service];
    const verifying = await play(informedCommitment, {
      rule: '',
      item: 'cosmetics-production-renewal',
      receivedOn: '2026-02-12',
      acts: rest,
      ending: null,
    });
    expect(verifying.case.duties().find(({ step }) => step === 'verify')?.dueOn).toBeNull();
  });
});
