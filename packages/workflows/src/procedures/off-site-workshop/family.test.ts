import { describe, expect, test } from 'vitest';
import type { Family } from '../../testing/family.ts';
import { morningOf } from '../../testing/scenario.ts';
import { defectsOf } from '../ordinary-permit/scenario-acts.ts';
import { currentEditionOf, procedures } from '../registry.ts';
import { caseOf, live, openSite, type Deed } from './family-scenario-acts.ts';
import { inspectorsOf, varietiesOf } from './scenario-acts.ts';

const SITE = 'off-site-workshop';
const VARIETY = 'off-site-variety';
const LAUNCH = 'off-site-launch';
const JOINT = 'joint-inspection';

const deed = (
  ...[on, procedure, step, outcome, more = {}]: readonly [
    on: string,
    procedure: string,
    step: string,
    outcome: string,
    more?: Partial<Deed>,
  ]
): Deed => ({ on, procedure, step, outcome, ...more });

const toTheLetter = (on: string, names: readonly string[]): readonly Deed[] => [
  deed(on, SITE, 'chooseRoute', 'homeWithConsent', { flow: varietiesOf(names) }),
  deed(on, SITE, 'draftLetter', 'propose'),
  deed(on, SITE, 'auditLetter', 'agree'),
  deed(on, SITE, 'signLetter', 'send'),
];
const granted = (on: string, variety: string): readonly Deed[] => [
  deed(on, VARIETY, 'draft', 'proposeGrant', { variety }),
  deed(on, VARIETY, 'audit', 'agree', { variety }),
  deed(on, VARIETY, 'approve', 'agree', { variety }),
  deed(on, VARIETY, 'seal', 'grant', { variety }),
  deed(on, VARIETY, 'deliver', 'delivered', { variety }),
];
const inspected = (days: readonly [string, string, string], variety?: string): readonly Deed[] => {
  const [planned, begun, found] = days;
  const of = variety === undefined ? {} : { variety };
  return [
    deed(planned, JOINT, 'approveInspection', 'approve', of),
    deed(planned, JOINT, 'planJoint', 'settle', { ...of, flow: inspectorsOf('陈', '周') }),
    deed(planned, JOINT, 'nameSiteInspectors', 'name', { ...of, flow: inspectorsOf('何', '唐') }),
    deed(begun, JOINT, 'beginInspection', 'begin', of),
    deed(found, JOINT, 'inspectJointly', 'conforms', of),
    deed(found, JOINT, 'signReport', 'signed', of),
    deed(found, JOINT, 'auditReport', 'uphold', of),
  ];
};

const dueOf = (family: Family, procedure: string, key: string, variety?: string): string | null =>
  caseOf(family, procedure, variety).life.dueOn(key);
const steps = (family: Family, procedure: string, variety?: string): readonly string[] =>
  caseOf(family, procedure, variety)
    .life.duties()
    .flatMap(({ step, kind }) => (kind === 'duty' ? [step] : []));

describe('the worked example of P03', () => {
  test('ends its net limit on 2026-09-02, and on 09-16 with the extension', async () => {
    const family = await openSite('2026-06-01');
    await live(family, [deed('2026-06-01', SITE, 'intake', 'accept')]);
    expect(dueOf(family, SITE, 'clock:decision')).toBe('2026-06-23');
    await live(family, toTheLetter('2026-06-02', ['阿罗替尼']));
    expect(dueOf(family, SITE, 'site/awaitReply/consent/awaitReply')).toBe('2026-06-24');
    expect(dueOf(family, VARIETY, 'clock:decision')).toBe('2026-06-23');
    await live(family, [
      deed('2026-06-09', VARIETY, 'referToReview', 'refer'),
      deed('2026-06-09', SITE, 'orderInspection', 'order'),
      deed('2026-06-10', JOINT, 'approveInspection', 'approve'),
      deed('2026-06-11', JOINT, 'planJoint', 'settle', { flow: inspectorsOf('陈', '周') }),
      deed('2026-06-12', JOINT, 'nameSiteInspectors', 'name', { flow: inspectorsOf('何', '唐') }),
    ]);
    // Planned, and off the site until the other side has answered.
    expect(steps(family, JOINT)).toEqual(['awaitConsent']);
    expect(dueOf(family, VARIETY, 'clock:decision')).toBeNull();
    await live(family, [
      deed('2026-06-22', SITE, 'awaitReply', 'agree'),
      deed('2026-07-06', JOINT, 'beginInspection', 'begin'),
      deed('2026-07-07', VARIETY, 'review', 'pass'),
      deed('2026-07-08', JOINT, 'inspectJointly', 'toRectify', { flow: defectsOf('major') }),
      deed('2026-07-10', JOINT, 'signReport', 'signed'),
      deed('2026-07-15', JOINT, 'auditReport', 'uphold'),
      deed('2026-08-05', 'rectification', 'rectify', 'submit'),
      deed('2026-08-10', 'rectification', 'reviewRectification', 'accept'),
      deed('2026-08-14', SITE, 'opineOnAssessment', 'concur'),
    ]);
    expect(steps(family, VARIETY)).toEqual(['awaitSite']);
    await live(family, [deed('2026-08-20', SITE, 'assess', 'conforms')]);
    expect(steps(family, VARIETY)).toEqual(['draft']);
    expect(dueOf(family, VARIETY, 'clock:decision')).toBe('2026-09-02');
    await live(family, [
      deed('2026-08-25', VARIETY, 'requestExtension', 'request'),
      deed('2026-08-26', VARIETY, 'approveExtension', 'grant'),
    ]);
    expect(dueOf(family, VARIETY, 'clock:decision')).toBe('2026-09-16');
    await live(family, granted('2026-09-01', '阿罗替尼'));
    expect(caseOf(family, VARIETY).life.closed).toBe('granted');
    // Twenty working days from the decision, whatever becomes of the production: 中秋节 is skipped, the Sunday that is worked counts.
    expect(steps(family, SITE)).toContain('draftPlan');
    expect(dueOf(family, SITE, 'plan/draftPlan')).toBe('2026-09-29');
  });
});

describe('青阳药业: seven varieties approved one after another for one site', () => {
  const names = ['阿罗替尼', '品种二', '品种三', '品种四', '品种五', '品种六', '品种七'];

  test('share one consent and one inspection; each is reviewed, decided and launched by itself', async () => {
    const family = await openSite('2026-03-02');
    await live(family, [
      deed('2026-03-02', SITE, 'intake', 'accept'),
      ...toTheLetter('2026-03-03', names.slice(0, 3)),
      deed('2026-03-16', SITE, 'awaitReply', 'agree'),
      deed('2026-03-16', SITE, 'orderInspection', 'order'),
      ...inspected(['2026-03-17', '2026-03-23', '2026-03-25']),
      deed('2026-03-30', SITE, 'opineOnAssessment', 'concur'),
      deed('2026-04-01', SITE, 'assess', 'conforms'),
    ]);
    // Four more come while the first are under way, on different days.
    for (const [at, name] of names.slice(3).entries()) {
      const on = `2026-04-0${at + 2}`;
      await live(family, [
        deed(on, SITE, 'addVariety', 'ask'),
        deed(on, SITE, 'admitVariety', 'admit', { flow: varietiesOf([name]) }),
      ]);
    }
    for (const [at, variety] of names.entries()) {
      const on = `2026-04-${10 + at}`;
      await live(family, [
        deed(on, VARIETY, 'referToReview', 'refer', { variety }),
        deed(on, VARIETY, 'review', 'pass', { variety }),
        ...granted(on, variety),
      ]);
    }
    const varieties = family.members.filter(({ procedure }) => procedure.id === VARIETY);
    expect(varieties.map(({ life }) => life.closed)).toEqual(names.map(() => 'granted'));
    expect(family.members.filter(({ procedure }) => procedure.id === JOINT)).toHaveLength(1);
    await live(family, [
      deed('2026-04-20', SITE, 'draftPlan', 'propose'),
      deed('2026-04-20', SITE, 'approvePlan', 'agree'),
      deed('2026-04-22', SITE, 'confirmPlan', 'confirmed'),
    ]);
    for (const variety of names) {
      await live(family, [
        deed('2026-05-06', LAUNCH, 'fileChange', 'file', { variety }),
        deed('2026-05-08', LAUNCH, 'reviewFiling', 'accept', { variety }),
        deed('2026-05-11', LAUNCH, 'updateRegister', 'done', { variety }),
        deed('2026-05-18', LAUNCH, 'validate', 'submit', { variety }),
        ...inspected(['2026-05-19', '2026-05-25', '2026-05-27'], variety),
        deed('2026-05-29', LAUNCH, 'resume', 'resume', { variety }),
      ]);
    }
    expect(caseOf(family, SITE).life.closed).toBe('launched');
    expect(family.living.map(({ procedure }) => procedure.id)).toEqual(['joint-supervision', 'site-supervision']);
    expect(family.heard.every(Boolean)).toBe(true);
  });

  test('some pass and some do not: each ends as it ends, and the site as its best variety', async () => {
    const family = await openSite('2026-03-02');
    await live(family, [
      deed('2026-03-02', SITE, 'intake', 'accept'),
      ...toTheLetter('2026-03-03', names.slice(0, 2)),
      deed('2026-03-16', SITE, 'awaitReply', 'agree'),
      deed('2026-03-16', SITE, 'orderInspection', 'order'),
      ...inspected(['2026-03-17', '2026-03-23', '2026-03-25']),
      deed('2026-03-30', SITE, 'opineOnAssessment', 'concur'),
      deed('2026-04-01', SITE, 'assess', 'conforms'),
      deed('2026-04-02', VARIETY, 'referToReview', 'refer', { variety: '阿罗替尼' }),
      deed('2026-04-02', VARIETY, 'review', 'pass', { variety: '阿罗替尼' }),
      ...granted('2026-04-03', '阿罗替尼'),
      deed('2026-04-03', VARIETY, 'referToReview', 'refer', { variety: '品种二' }),
      deed('2026-04-07', VARIETY, 'review', 'fail', { variety: '品种二' }),
      deed('2026-04-08', VARIETY, 'draft', 'proposeRefusal', { variety: '品种二' }),
      deed('2026-04-08', VARIETY, 'audit', 'agree', { variety: '品种二' }),
      deed('2026-04-08', VARIETY, 'legalReview', 'agree', { variety: '品种二' }),
      deed('2026-04-08', VARIETY, 'tellRefusal', 'tell', { variety: '品种二' }),
      deed('2026-04-09', VARIETY, 'makeStatement', 'waive', { variety: '品种二' }),
      deed('2026-04-09', VARIETY, 'approve', 'agree', { variety: '品种二' }),
      deed('2026-04-09', VARIETY, 'seal', 'refuse', { variety: '品种二' }),
      deed('2026-04-09', VARIETY, 'serveRefusal', 'delivered', { variety: '品种二' }),
      deed('2026-04-10', LAUNCH, 'abandonSite', 'abandon'),
      deed('2026-04-10', SITE, 'draftPlan', 'propose'),
      deed('2026-04-10', SITE, 'approvePlan', 'agree'),
      deed('2026-04-10', SITE, 'confirmPlan', 'confirmed'),
    ]);
    expect(caseOf(family, SITE).life.closed).toBe('notLaunched');
    expect(family.living.map(({ procedure }) => procedure.id)).toEqual(['joint-supervision', 'site-supervision']);
  });
});

test('whatever is open for a variety says which one it is, down to the inspection of its first batch', async () => {
  const family = await openSite('2026-03-02');
  await live(family, [
    deed('2026-03-02', SITE, 'intake', 'accept'),
    ...toTheLetter('2026-03-03', ['阿罗替尼', '品种二']),
    deed('2026-03-16', SITE, 'awaitReply', 'agree'),
    deed('2026-03-16', SITE, 'orderInspection', 'order'),
    ...inspected(['2026-03-17', '2026-03-23', '2026-03-25']),
    deed('2026-03-30', SITE, 'opineOnAssessment', 'concur'),
    deed('2026-04-01', SITE, 'assess', 'conforms'),
    deed('2026-04-02', VARIETY, 'referToReview', 'refer', { variety: '品种二' }),
    deed('2026-04-02', VARIETY, 'review', 'pass', { variety: '品种二' }),
    ...granted('2026-04-03', '品种二'),
    deed('2026-04-06', LAUNCH, 'fileChange', 'file', { variety: '品种二' }),
    deed('2026-04-07', LAUNCH, 'reviewFiling', 'accept', { variety: '品种二' }),
    deed('2026-04-07', LAUNCH, 'updateRegister', 'done', { variety: '品种二' }),
    deed('2026-04-07', LAUNCH, 'validate', 'submit', { variety: '品种二' }),
  ]);
  const ours = family.members.filter(({ procedure: { id } }) => [SITE, VARIETY, LAUNCH, JOINT].includes(id));
  const told = ours.map(({ procedure, life }) => {
    const abouts = life.turns.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.type === 'opened' ? [entry.about?.title.zh ?? ''] : [])),
    );
    return [procedure.id, [...new Set(abouts)].sort()] as const;
  });
  expect(told).toEqual([
    [SITE, ['', '品种二', '阿罗替尼']],
    [VARIETY, ['阿罗替尼']],
    [VARIETY, ['品种二']],
    [JOINT, ['']],
    [LAUNCH, ['品种二']],
    [JOINT, ['品种二']],
  ]);
});

describe('what reaches from the site into the cases that it opened', () => {
  const begun = async (): Promise<Family> => {
    const family = await openSite('2026-03-02');
    await live(family, [
      deed('2026-03-02', SITE, 'intake', 'accept'),
      ...toTheLetter('2026-03-03', ['阿罗替尼']),
      deed('2026-03-09', VARIETY, 'referToReview', 'refer'),
      deed('2026-03-09', SITE, 'orderInspection', 'order'),
      deed('2026-03-10', JOINT, 'approveInspection', 'approve'),
      deed('2026-03-10', JOINT, 'planJoint', 'settle', { flow: inspectorsOf('陈', '周') }),
      deed('2026-03-10', JOINT, 'nameSiteInspectors', 'name', { flow: inspectorsOf('何', '唐') }),
    ]);
    return family;
  };

  test('a side that changes its mind keeps the team off the site, and lets it in again', async () => {
    const family = await begun();
    await live(family, [deed('2026-03-16', SITE, 'awaitReply', 'agree')]);
    expect(steps(family, JOINT)).toEqual(['beginInspection']);
    await live(family, [deed('2026-03-17', SITE, 'changedOpinion', 'disagree')]);
    expect(steps(family, JOINT)).toEqual(['awaitConsent']);
    await live(family, [deed('2026-03-18', SITE, 'negotiate', 'agreed')]);
    expect(steps(family, JOINT)).toEqual(['beginInspection']);
  });

  test('withdrawn before anybody went there, everything ends; afterwards the inspection is finished', async () => {
    const early = await begun();
    await live(early, [deed('2026-03-11', SITE, 'withdraw', 'withdraw')]);
    expect(early.living).toEqual([]);
    const late = await begun();
    await live(late, [
      deed('2026-03-16', SITE, 'awaitReply', 'proposeJoint'),
      deed('2026-03-17', JOINT, 'beginInspection', 'begin'),
      deed('2026-03-18', SITE, 'withdraw', 'withdraw'),
    ]);
    // With whatever it has asked of the other side.
    expect(late.living.map(({ procedure }) => procedure.id)).toEqual([JOINT, 'joint-contribution']);
  });

  test('a site that nobody consents to in time ends in refusal while the ladder is still climbed (14.24)', async () => {
    const family = await begun();
    await live(family, [
      deed('2026-03-10', VARIETY, 'review', 'pass'),
      deed('2026-03-16', SITE, 'awaitReply', 'disagree'),
      deed('2026-03-16', SITE, 'negotiate', 'notAgreed'),
      deed('2026-03-16', SITE, 'leadersMeet', 'notAgreed'),
      deed('2026-03-16', SITE, 'jointMeeting', 'notAgreed'),
      deed('2026-03-17', SITE, 'askNational', 'noConsent'),
      deed('2026-03-18', VARIETY, 'draft', 'proposeRefusal'),
    ]);
    expect(steps(family, JOINT)).toEqual(['awaitConsent']);
    await family.goTo(morningOf('2026-04-20'));
    // Not counted: the five working days from the order of the inspection to the disagreement, and nothing after.
    expect(dueOf(family, VARIETY, 'clock:decision')).toBe('2026-03-30');
  });
});

test('a row that is done by another case knows every ending of that case, and no other', () => {
  const ours = procedures.filter(({ edition }) => edition === '2024-05');
  expect(ours).toHaveLength(9);
  for (const { steps: rows } of ours)
    for (const [step, { child, outcomes }] of Object.entries(rows)) {
      if (child === undefined) continue;
      const endings = Object.keys(currentEditionOf(child)?.endings ?? {}).filter((name) => name !== 'discontinued');
      expect(Object.keys(outcomes).sort(), step).toEqual(endings.sort());
    }
});

test('varieties are told apart by their number, not by what is written of them', async () => {
  const family = await openSite('2026-03-02');
  const row = { name: '阿罗替尼', changeClass: 'filing' };
  await live(family, [
    deed('2026-03-02', SITE, 'intake', 'accept'),
    deed('2026-03-03', SITE, 'chooseRoute', 'homeWithConsent', { flow: { varieties: [row, row] } }),
    deed('2026-03-03', SITE, 'draftLetter', 'propose'),
    deed('2026-03-03', SITE, 'auditLetter', 'agree'),
    deed('2026-03-03', SITE, 'signLetter', 'send'),
    deed('2026-03-04', SITE, 'addVariety', 'ask'),
    deed('2026-03-04', SITE, 'admitVariety', 'admit', { flow: { varieties: [row] } }),
  ]);
  const varieties = family.members.filter(({ procedure }) => procedure.id === VARIETY);
  for (const { life } of varieties.slice(0, 2)) {
    expect(caseOf(family, SITE).life.closed).toBeNull();
    await life.answer('withdraw', 'withdraw');
    await family.settle();
  }
  // The third is under way: a site is over when all of its varieties are, the same on paper or not.
  expect(caseOf(family, SITE).life.closed).toBeNull();
  await varieties[2]?.life.answer('withdraw', 'withdraw');
  await family.settle();
  expect(caseOf(family, SITE).life.closed).toBe('withdrawn');
  expect(varieties.map(({ life }) => life.turns[0]?.row.input)).toMatchObject(
    ['1', '2', '3'].map((number) => ({ opening: { childOf: { matter: { number } } } })),
  );
});
