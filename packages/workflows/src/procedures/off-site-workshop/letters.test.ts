import { describe, expect, test } from 'vitest';
import type { Family } from '../../testing/family.ts';
import { jointContribution } from '../joint-contribution/2024-05.ts';
import { offSiteWorkshop } from './2024-05.ts';
import { caseOf, live, openSite, type Deed } from './family-scenario-acts.ts';
import { inspectorsOf, letterSent } from './scenario-acts.ts';

const SITE = 'off-site-workshop';
const CONSENT = 'site-consent';
const CONTRIBUTION = 'joint-contribution';

const deeds = (procedure: string, ...acts: readonly (readonly [on: string, step: string, outcome: string])[]) =>
  acts.map(([on, step, outcome]): Deed => ({ on, procedure, step, outcome }));

/** Studied and signed on one day, in the province of the site. */
const answered = (on: string, outcome: string, before: readonly Deed[] = []): readonly Deed[] => [
  ...before,
  ...deeds(CONSENT, [on, 'study', outcome], [on, 'signReply', 'sign']),
];

async function lettered(): Promise<Family> {
  const family = await openSite('2026-06-01');
  const sent = letterSent('2026-06-01', '2026-06-02', ['阿罗替尼']);
  await live(
    family,
    sent.map(({ on, step, outcome, flow = {} }) => ({ on, procedure: SITE, step, outcome, flow })),
  );
  return family;
}

const open = (family: Family, procedure: string): readonly string[] =>
  caseOf(family, procedure)
    .life.duties()
    .flatMap(({ step, kind }) => (kind === 'duty' ? [step] : []));

describe('the letters of an off-site workshop', () => {
  test('ask the province of the site in a case of its own, whose signed answer settles what waits here', async () => {
    const family = await lettered();
    await live(
      family,
      deeds(
        CONSENT,
        ['2026-06-03', 'signFor', 'accept'],
        ['2026-06-10', 'study', 'agree'],
        ['2026-06-11', 'signReply', 'sign'],
      ),
    );
    expect(open(family, SITE)).not.toContain('awaitReply');
    expect(open(family, CONSENT)).toEqual(['standBy']);
  });

  test('carry a changed opinion into the case here: the team stays off, and comes back (14.27)', async () => {
    const family = await lettered();
    await live(family, [
      ...deeds(
        CONSENT,
        ['2026-06-03', 'signFor', 'accept'],
        ['2026-06-10', 'study', 'agree'],
        ['2026-06-11', 'signReply', 'sign'],
      ),
      ...deeds(CONSENT, ['2026-06-15', 'reconsider', 'disagree'], ['2026-06-16', 'signReply', 'sign']),
    ]);
    expect(open(family, SITE)).toContain('negotiate');
    await live(family, deeds(CONSENT, ['2026-06-17', 'reconsider', 'agree'], ['2026-06-18', 'signReply', 'sign']));
    expect(open(family, SITE)).not.toContain('negotiate');
  });

  test('that repeat what was answered change nothing (14.27)', async () => {
    const family = await lettered();
    await live(family, [
      ...deeds(
        CONSENT,
        ['2026-06-03', 'signFor', 'accept'],
        ['2026-06-10', 'study', 'agree'],
        ['2026-06-11', 'signReply', 'sign'],
      ),
    ]);
    const before = caseOf(family, SITE).life.turns.length;
    await live(family, deeds(CONSENT, ['2026-06-15', 'reconsider', 'agree'], ['2026-06-16', 'signReply', 'sign']));
    expect(caseOf(family, SITE).life.turns).toHaveLength(before);
  });

  test('find the answer entered by hand already where the other side was offline, and do no harm (14.26)', async () => {
    const family = await lettered();
    await live(family, deeds(SITE, ['2026-06-10', 'awaitReply', 'agree']));
    await live(family, [
      ...deeds(
        CONSENT,
        ['2026-06-11', 'signFor', 'accept'],
        ['2026-06-11', 'study', 'agree'],
        ['2026-06-12', 'signReply', 'sign'],
      ),
    ]);
    expect(open(family, SITE)).not.toContain('awaitReply');
    expect(open(family, SITE)).not.toContain('negotiate');
  });

  test('ask for inspectors, who come by name; and are recalled when the site is withdrawn', async () => {
    const family = await lettered();
    await live(family, [
      ...deeds(SITE, ['2026-06-09', 'orderInspection', 'order']),
      ...deeds('joint-inspection', ['2026-06-10', 'approveInspection', 'approve']),
      {
        ...{ on: '2026-06-11', procedure: 'joint-inspection', step: 'planJoint', outcome: 'settle' },
        flow: inspectorsOf('陈', '周'),
      },
      {
        ...{ on: '2026-06-12', procedure: CONTRIBUTION, step: 'sendInspectors', outcome: 'send' },
        flow: inspectorsOf('何', '唐'),
      },
    ]);
    expect(caseOf(family, CONTRIBUTION).life.closed).toBe('answered');
    expect(open(family, 'joint-inspection')).toEqual(['awaitConsent']);
    await live(family, deeds(SITE, ['2026-06-15', 'withdraw', 'withdraw']));
    expect(family.living).toEqual([]);
    expect(caseOf(family, CONSENT).life.closed).toBe('discontinued');
  });
});

describe('where the other side wants to see the site first', () => {
  /** Proposed by the other side, and nobody has been on the site yet. */
  async function proposed(): Promise<Family> {
    const family = await lettered();
    await live(family, answered('2026-06-08', 'proposeJoint', deeds(CONSENT, ['2026-06-03', 'signFor', 'accept'])));
    return family;
  }

  test.each([
    ['agree', ['orderInspection']],
    ['agreeConditionally', ['meetConditions', 'orderInspection']],
    ['disagree', ['negotiate', 'orderInspection']],
  ] as const)('what it says before it has seen it counts: %s', async (outcome, opened) => {
    const family = await proposed();
    await live(family, answered('2026-06-10', outcome));
    expect(family.told.get(caseOf(family, CONSENT).id)).toBe(true);
    expect(open(family, SITE).filter((step) => step !== 'decideVariety')).toEqual(expect.arrayContaining([...opened]));
    expect(open(family, SITE).filter((step) => step.startsWith('await'))).toEqual([]);
  });

  test('whoever says nothing before is asked when the site has been inspected, and not before', async () => {
    const family = await proposed();
    const inspection = { procedure: 'joint-inspection', on: '2026-06-10' };
    await live(family, [
      ...deeds(SITE, ['2026-06-10', 'orderInspection', 'order']),
      { ...inspection, step: 'approveInspection', outcome: 'approve' },
      { ...inspection, step: 'planJoint', outcome: 'settle', flow: inspectorsOf('陈', '周') },
      { ...inspection, step: 'nameSiteInspectors', outcome: 'name', flow: inspectorsOf('何', '唐') },
      { ...inspection, step: 'beginInspection', outcome: 'begin' },
      { ...inspection, step: 'inspectJointly', outcome: 'conforms' },
      { ...inspection, step: 'signReport', outcome: 'signed' },
      { ...inspection, step: 'auditReport', outcome: 'uphold' },
      ...deeds(SITE, ['2026-06-11', 'opineOnAssessment', 'concur']),
    ]);
    expect(open(family, SITE)).toContain('awaitEarly');
    await live(family, deeds(SITE, ['2026-06-12', 'assess', 'conforms']));
    expect(open(family, SITE)).toContain('awaitReply');
    expect(open(family, SITE)).not.toContain('awaitEarly');
    const { life } = caseOf(family, SITE);
    const asked = life.duties().find(({ step }) => step === 'awaitReply');
    expect(life.dueOn(asked?.key ?? '')).toBe('2026-07-06');
    await live(family, answered('2026-06-15', 'agree'));
    expect(open(family, SITE)).not.toContain('awaitReply');
  });
});

describe('letters that cross what is said otherwise', () => {
  test('answer also what was told by telephone to need more, before that has been sent', async () => {
    const family = await lettered();
    await live(family, [
      ...deeds(CONSENT, ['2026-06-03', 'signFor', 'accept']),
      ...deeds(SITE, ['2026-06-08', 'awaitReply', 'needMaterial']),
      ...answered('2026-06-09', 'agree'),
    ]);
    expect(open(family, SITE)).not.toContain('supplyMaterial');
    expect(open(family, SITE)).not.toContain('awaitEarly');
  });

  test('follow what was sent: whoever had the old letter is told that another one takes its place', async () => {
    const family = await lettered();
    await live(
      family,
      deeds(SITE, ['2026-06-08', 'awaitReply', 'needMaterial'], ['2026-06-09', 'supplyMaterial', 'send']),
    );
    const asked = family.members.filter(({ procedure }) => procedure.id === CONSENT);
    expect(asked.map(({ life }) => life.closed)).toEqual(['discontinued', null]);
  });

  test('bring a disagreement before both sides of the joint office, whose other side answers for its province', async () => {
    const family = await lettered();
    await live(
      family,
      deeds(
        SITE,
        ['2026-06-08', 'awaitReply', 'disagree'],
        ['2026-06-09', 'negotiate', 'notAgreed'],
        ['2026-06-10', 'leadersMeet', 'notAgreed'],
      ),
    );
    expect(open(family, CONTRIBUTION)).toEqual(['settleJointly']);
    const owners = [
      offSiteWorkshop.steps.jointMeeting,
      offSiteWorkshop.steps.awaitJointOffice,
      jointContribution.steps.settleJointly,
    ];
    expect(owners.map(({ owner }) => owner)).toEqual(['JO', 'JO', 'JO']);
    await live(family, [
      {
        ...{ on: '2026-06-11', procedure: CONTRIBUTION, step: 'settleJointly', outcome: 'agreed' },
        flow: { consensus: '川渝联席会议纪要〔2026〕1号' },
      },
    ]);
    expect(open(family, SITE).filter((step) => step !== 'decideVariety')).toEqual(['orderInspection']);
  });

  test('put what was told by telephone without conditions under those of the paper that follows', async () => {
    const family = await lettered();
    await live(family, [
      ...deeds(SITE, ['2026-06-08', 'awaitReply', 'agree']),
      ...answered('2026-06-09', 'agreeConditionally', deeds(CONSENT, ['2026-06-09', 'signFor', 'accept'])),
    ]);
    expect(open(family, SITE)).toContain('meetConditions');
  });
});
