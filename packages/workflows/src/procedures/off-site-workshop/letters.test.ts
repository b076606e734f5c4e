import { describe, expect, test } from 'vitest';
import type { Family } from '../../testing/family.ts';
import { caseOf, live, openSite, type Deed } from './family-scenario-acts.ts';
import { inspectorsOf, letterSent } from './scenario-acts.ts';

const SITE = 'off-site-workshop';
const CONSENT = 'site-consent';
const CONTRIBUTION = 'joint-contribution';

const deeds = (procedure: string, ...acts: readonly (readonly [on: string, step: string, outcome: string])[]) =>
  acts.map(([on, step, outcome]): Deed => ({ on, procedure, step, outcome }));

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
