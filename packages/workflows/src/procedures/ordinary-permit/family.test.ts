import type { FlowValues } from '@lianban/domain/field';
import { describe, expect, test } from 'vitest';
import { Family, type Member } from '../../testing/family.ts';
import { morningOf, openingOf, publishedCalendar } from '../../testing/scenario.ts';
import { currentEditionOf } from '../registry.ts';
import { ordinaryPermitInFull } from './2023-07.ts';
import { defectsOf } from './scenario-acts.ts';

const ITEM = 'drug-production-licence';
const DAY = '2026-03-02';

async function opened(): Promise<Family> {
  const family = new Family({
    calendar: publishedCalendar,
    procedureOf: (id) => currentEditionOf(id) ?? ordinaryPermitInFull,
    openingOf: (procedure) => openingOf(procedure, { item: ITEM, receivedOn: DAY }),
  });
  await family.open(ordinaryPermitInFull, morningOf(DAY));
  return family;
}

type Deed = readonly [on: string, procedure: string, step: string, outcome: string, flow?: FlowValues];

async function live(family: Family, deeds: readonly Deed[]): Promise<void> {
  for (const [on, procedure, step, outcome, flow = {}] of deeds) {
    await family.goTo(morningOf(on));
    const member = family.members.findLast((one) => one.procedure.id === procedure);
    await member?.life.answer(step, outcome, { flow });
    await family.settle();
  }
}

const caseOf = (family: Family, procedure: string): Member => {
  const found = family.members.findLast((one) => one.procedure.id === procedure);
  if (found === undefined) throw new Error(`no case of ${procedure}`);
  return found;
};

const toTheSite: readonly Deed[] = [
  ['2026-03-03', 'ordinary-permit', 'intake', 'accept'],
  ['2026-03-03', 'ordinary-permit', 'assign', 'assign'],
  ['2026-03-10', 'ordinary-permit', 'review', 'inspect'],
];
const onSite: readonly Deed[] = [
  ['2026-03-11', 'inspection-task', 'approveInspection', 'approve'],
  ['2026-03-12', 'inspection-task', 'planInspection', 'announced'],
  ['2026-03-25', 'inspection-task', 'beginInspection', 'begin'],
];

describe('a drug licence with its inspection and its rectification, each a case of its own', () => {
  test('goes from one to the other and back, and its clock stands still until the assessment', async () => {
    const family = await opened();
    await live(family, [
      ...toTheSite,
      ...onSite,
      ['2026-03-27', 'inspection-task', 'inspectDrug', 'toRectify', defectsOf('major')],
      ['2026-04-02', 'inspection-task', 'auditReport', 'uphold'],
    ]);
    expect(caseOf(family, 'inspection-task').life.closed).toBe('toRectify');
    const { life } = caseOf(family, 'rectification');
    expect(life.turns[0]?.row.input).toMatchObject({
      opening: { childOf: { matter: { ...defectsOf('major'), endedOn: '2026-03-27', reissued: false } } },
    });
    // Thirty working days from the end of the inspection: 清明 and 劳动节 are skipped, the Saturday that is worked counts.
    expect(life.dueOn('rectify')).toBe('2026-05-13');
    await live(family, [
      ['2026-05-08', 'rectification', 'rectify', 'submit'],
      ['2026-05-12', 'rectification', 'reviewRectification', 'accept'],
    ]);
    const parent = caseOf(family, 'ordinary-permit').life;
    expect(parent.duties().some(({ step }) => step === 'assess')).toBe(true);
    expect(parent.dueOn('clock:decision')).toBeNull();
    await live(family, [['2026-05-14', 'ordinary-permit', 'assess', 'conforms']]);
    // Accepted 03-03; the review began that day, so that nothing had been used of thirty working days before 05-14.
    expect(parent.dueOn('clock:decision')).toBe('2026-06-26');
    await live(family, [
      ['2026-05-15', 'ordinary-permit', 'draft', 'proposeGrant'],
      ['2026-05-15', 'ordinary-permit', 'audit', 'agree'],
      ['2026-05-18', 'ordinary-permit', 'approve', 'agree'],
      ['2026-05-18', 'ordinary-permit', 'seal', 'grant'],
      ['2026-05-19', 'ordinary-permit', 'deliver', 'delivered'],
    ]);
    expect(parent.closed).toBe('licensed');
    expect(family.living).toEqual([]);
    expect([...family.told.values()]).toEqual([true, true]);
  });

  test('silence of the enterprise in the rectification fails it, and with it the assessment', async () => {
    const family = await opened();
    await live(family, [
      ...toTheSite,
      ...onSite,
      ['2026-03-27', 'inspection-task', 'inspectDrug', 'toRectify', defectsOf('major')],
      ['2026-04-02', 'inspection-task', 'auditReport', 'uphold'],
    ]);
    await family.goTo(morningOf('2026-05-20'));
    expect(caseOf(family, 'rectification').life.closed).toBe('fails');
    await expect(live(family, [['2026-05-20', 'ordinary-permit', 'assess', 'conforms']])).rejects.toMatchObject({
      message: 'OUTCOME_UNAVAILABLE',
    });
  });

  test('withdrawn before the inspection has begun, the inspection is discontinued', async () => {
    const family = await opened();
    await live(family, [
      ...toTheSite,
      ...onSite.slice(0, 2),
      ['2026-03-20', 'ordinary-permit', 'withdraw', 'withdraw'],
    ]);
    expect(caseOf(family, 'inspection-task').life.closed).toBe('discontinued');
    expect(family.told.size).toBe(0);
  });

  test('withdrawn afterwards, the inspection is finished, and its ending finds nobody who waits', async () => {
    const family = await opened();
    await live(family, [...toTheSite, ...onSite, ['2026-03-26', 'ordinary-permit', 'withdraw', 'withdraw']]);
    expect(caseOf(family, 'inspection-task').life.closed).toBeNull();
    await live(family, [
      ['2026-03-27', 'inspection-task', 'inspectDrug', 'fails', defectsOf('critical')],
      ['2026-04-02', 'inspection-task', 'auditReport', 'uphold'],
    ]);
    expect(caseOf(family, 'inspection-task').life.closed).toBe('fails');
    expect([...family.told.values()]).toEqual([false]);
  });
});

test('a row that is done by another case knows every ending of that case, and no other', () => {
  for (const [step, spec] of Object.entries(ordinaryPermitInFull.steps)) {
    if (!('child' in spec)) continue;
    const endings = Object.keys(currentEditionOf(spec.child)?.endings ?? {}).filter((name) => name !== 'discontinued');
    expect(Object.keys(spec.outcomes).sort(), step).toEqual(endings.sort());
  }
});
