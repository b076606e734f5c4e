import type { FlowValues } from '@lianban/domain/field';
import { describe, expect, test } from 'vitest';
import { Family, type Member } from '../../testing/family.ts';
import { morningOf, openingOf, publishedCalendar } from '../../testing/scenario.ts';
import { defectsOf } from '../ordinary-permit/scenario-acts.ts';
import { currentEditionOf } from '../registry.ts';
import { parallelRegistrationLicensing } from './2022-03.ts';

const DAY = '2026-03-02';
const APPROVAL = 'parallel-registration-licensing';
const VISIT = 'inspection-task';
const RECTIFICATION = 'quality-rectification';

async function opened(): Promise<Family> {
  const family = new Family({
    calendar: publishedCalendar,
    procedureOf: (id) => currentEditionOf(id) ?? parallelRegistrationLicensing,
    openingOf: (procedure) => openingOf(procedure, { item: 'device-parallel-issue', receivedOn: DAY }),
  });
  await family.open(parallelRegistrationLicensing, morningOf(DAY));
  return family;
}

type Deed = readonly [on: string, procedure: string, step: string, outcome: string, flow?: FlowValues];

const caseOf = (family: Family, procedure: string): Member => {
  const found = family.members.findLast((one) => one.procedure.id === procedure);
  if (found === undefined) throw new Error(`no case of ${procedure}`);
  return found;
};

async function live(family: Family, deeds: readonly Deed[]): Promise<void> {
  for (const [on, procedure, step, outcome, flow = {}] of deeds) {
    await family.goTo(morningOf(on));
    await caseOf(family, procedure).life.answer(step, outcome, { flow });
    await family.settle();
  }
}

const toTheVisit: readonly Deed[] = [
  ['2026-03-06', APPROVAL, 'judgeParallel', 'suitable'],
  ['2026-03-06', APPROVAL, 'intake', 'accept'],
  ['2026-03-06', APPROVAL, 'takeInLicence', 'takeIn'],
  ['2026-03-11', APPROVAL, 'handOver', 'handOver'],
  ['2026-03-16', APPROVAL, 'notifyVerification', 'notify'],
  ['2026-03-17', VISIT, 'approveInspection', 'approve'],
  ['2026-03-18', VISIT, 'planInspection', 'announced'],
];
const onSite: Deed = ['2026-03-30', VISIT, 'beginInspection', 'begin'];
const reviewFails: readonly Deed[] = [
  ['2026-03-31', APPROVAL, 'review', 'reject'],
  ['2026-04-01', APPROVAL, 'object', 'accept'],
];
const refused: readonly Deed[] = [
  ['2026-04-02', APPROVAL, 'draft', 'proposeRefusal'],
  ['2026-04-02', APPROVAL, 'audit', 'agree'],
  ['2026-04-02', APPROVAL, 'legalReview', 'agree'],
  ['2026-04-02', APPROVAL, 'tellRefusal', 'tell'],
  ['2026-04-03', APPROVAL, 'makeStatement', 'waive'],
  ['2026-04-07', APPROVAL, 'approve', 'agree'],
  ['2026-04-07', APPROVAL, 'sealRegistration', 'refuse'],
  ['2026-04-08', APPROVAL, 'serveRegistrationRefusal', 'delivered'],
];
const toRectify: readonly Deed[] = [
  onSite,
  ['2026-04-03', VISIT, 'inspectDevice', 'toRectify', defectsOf('major')],
  ['2026-04-10', VISIT, 'auditReport', 'uphold'],
  ['2026-04-13', APPROVAL, 'reportVerification', 'toRectify', { affected: [{ number: '1', affects: 'BOTH' }] }],
];

describe('a parallel approval with its visit and its rectification, each a case of its own', () => {
  test('one visit serves both, its defects are rectified once, and both certificates go out together', async () => {
    const family = await opened();
    await live(family, [...toTheVisit, ...toRectify]);
    expect(caseOf(family, RECTIFICATION).life.turns[0]?.row.input).toMatchObject({
      opening: { childOf: { matter: { ...defectsOf('major'), endedOn: '2026-04-03' } } },
    });
    expect(caseOf(family, RECTIFICATION).life.dueOn('rectifyQuality')).toBe('2026-10-08');
    await live(family, [
      ['2026-05-06', APPROVAL, 'previewLicence', 'passed'],
      ['2026-05-20', APPROVAL, 'review', 'pass'],
      ['2026-06-01', RECTIFICATION, 'rectifyQuality', 'submit'],
      ['2026-06-15', RECTIFICATION, 'recheckQuality', 'passed'],
      ['2026-06-16', RECTIFICATION, 'tellResult', 'tell'],
      ...['sealRegistration', 'seal'].flatMap((seal): readonly Deed[] => [
        ['2026-06-17', APPROVAL, 'draft', 'proposeGrant'],
        ['2026-06-17', APPROVAL, 'audit', 'agree'],
        ['2026-06-17', APPROVAL, 'approve', 'agree'],
        ['2026-06-17', APPROVAL, seal, 'grant'],
      ]),
      ['2026-06-18', APPROVAL, 'deliverBoth', 'delivered'],
    ]);
    expect(caseOf(family, APPROVAL).life.closed).toBe('bothGranted');
    expect(family.living).toEqual([]);
  });

  test('a review that fails calls off a visit that has not begun', async () => {
    const family = await opened();
    await live(family, [...toTheVisit, ...reviewFails]);
    expect(caseOf(family, VISIT).life.closed).toBe('discontinued');
  });

  test('a visit that has begun is finished and filed; its late result changes nothing', async () => {
    const family = await opened();
    await live(family, [...toTheVisit, onSite, ...reviewFails, ...refused]);
    expect(caseOf(family, APPROVAL).life.closed).toBe('registrationRefused');
    const before = caseOf(family, APPROVAL).life.turns.length;
    await live(family, [
      ['2026-04-09', VISIT, 'inspectDevice', 'conforms'],
      ['2026-04-10', VISIT, 'auditReport', 'uphold'],
    ]);
    expect(caseOf(family, VISIT).life.closed).toBe('conforms');
    expect(caseOf(family, APPROVAL).life.turns.length).toBe(before);
    expect([...family.told.values()]).toEqual([false]);
  });

  test('a re-check that comes after the refusal is stored and has no effect', async () => {
    const family = await opened();
    await live(family, [
      ...toTheVisit,
      ...toRectify,
      ['2026-04-20', RECTIFICATION, 'rectifyQuality', 'submit'],
      ['2026-04-21', APPROVAL, 'review', 'reject'],
      ['2026-04-22', APPROVAL, 'object', 'accept'],
      ...refused.map(([, ...rest]): Deed => ['2026-04-23', ...rest]),
      ['2026-05-06', RECTIFICATION, 'recheckQuality', 'passed'],
      ['2026-05-07', RECTIFICATION, 'tellResult', 'tell'],
    ]);
    expect(caseOf(family, APPROVAL).life.closed).toBe('registrationRefused');
    expect(caseOf(family, RECTIFICATION).life.closed).toBe('passed');
    expect(family.told.get(caseOf(family, RECTIFICATION).id)).toBe(false);
  });

  test('silence of the enterprise for six months is told at once: it is followed up, and nothing is registered', async () => {
    const family = await opened();
    await live(family, [...toTheVisit, ...toRectify]);
    await family.goTo(morningOf('2026-10-12'));
    expect(caseOf(family, RECTIFICATION).life.closed).toBe('overdue');
    const steps = caseOf(family, APPROVAL)
      .life.duties()
      .map(({ step }) => step);
    expect(steps).toEqual(expect.arrayContaining(['followUpOverdue', 'draft']));
    expect(steps).not.toContain('review');
  });

  test('withdrawn, the registration takes a visit that has not begun with it', async () => {
    const family = await opened();
    await live(family, [...toTheVisit, ['2026-03-20', APPROVAL, 'withdraw', 'withdraw']]);
    expect(family.living).toEqual([]);
  });
});

test('a row that is done by another case knows every ending of that case, and no other', () => {
  for (const [step, spec] of Object.entries(parallelRegistrationLicensing.steps)) {
    if (!('child' in spec)) continue;
    const endings = Object.keys(currentEditionOf(spec.child)?.endings ?? {}).filter((name) => name !== 'discontinued');
    expect(Object.keys(spec.outcomes).sort(), step).toEqual(endings.sort());
  }
});
