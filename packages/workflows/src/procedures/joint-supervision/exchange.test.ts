import { expect, test } from 'vitest';
import type { FlowValues } from '@lianban/domain/field';
import { Family } from '../../testing/family.ts';
import { morningOf, openingOf, publishedCalendar } from '../../testing/scenario.ts';
import { caseOf, live, type Deed } from '../off-site-workshop/family-scenario-acts.ts';
import { currentEditionOf } from '../registry.ts';
import { jointSupervision } from './2024-05.ts';

const HERE = 'joint-supervision';
const THERE = 'site-supervision';
const CONTRIBUTION = 'joint-contribution';

/** A site under the supervision of both, with the case that the first letter has opened there. */
async function supervised(): Promise<Family> {
  const family = new Family({
    calendar: publishedCalendar,
    procedureOf: (id) => currentEditionOf(id) ?? jointSupervision,
    openingOf: (procedure) => openingOf(procedure, { item: 'drug-off-site-workshop', receivedOn: '2026-07-01' }),
  });
  await family.open(jointSupervision, morningOf('2026-07-01'));
  return family;
}

const deed = (procedure: string, step: string, outcome: string, flow: FlowValues = {}): Deed => ({
  ...{ on: '2026-07-06', procedure, step, outcome, flow },
});
const found = (what: string): FlowValues => ({ statement: what, controls: '已责令暂停放行' });
const open = (family: Family, procedure: string): readonly string[] =>
  caseOf(family, procedure)
    .life.duties()
    .flatMap(({ step, kind }) => (kind === 'duty' ? [step] : []));

test('an urgent risk at the site is known here the same day, and assessed within three days on either side', async () => {
  const family = await supervised();
  await live(family, [deed(THERE, 'reportBreach', 'riskTold', found('中间体可能受到污染'))]);
  expect(open(family, THERE)).toEqual(['standBy', 'assessRisk', 'settleBreach']);
  expect(open(family, HERE)).toEqual(['standWatch', 'assessRisk', 'weighBreach']);
  for (const procedure of [HERE, THERE]) {
    const { life } = caseOf(family, procedure);
    const risk = life.duties().find(({ step }) => step === 'assessRisk');
    expect(life.dueOn(risk?.key ?? '')).toBe('2026-07-09');
  }
});

test('a breach found there is weighed here once it is signed; both sides hear what came of it', async () => {
  const family = await supervised();
  await live(family, [deed(THERE, 'reportBreach', 'breachTold', found('批记录不一致'))]);
  expect(open(family, HERE)).toEqual(['standWatch']);
  await live(family, [deed(THERE, 'signReply', 'sign')]);
  expect(open(family, HERE)).toEqual(['standWatch', 'weighBreach']);
  await live(family, [
    deed(THERE, 'settleBreach', 'resultTold', { statement: '已责令限期改正' }),
    deed(HERE, 'weighBreach', 'noInspection', { reasons: '与持有人无关' }),
  ]);
  expect(family.told.get(caseOf(family, THERE).id)).toBe(true);
  expect(open(family, CONTRIBUTION)).toEqual(['noteTheirResult']);
  await live(family, [deed(CONTRIBUTION, 'noteTheirResult', 'noted')]);
  expect(open(family, HERE)).toEqual(['standWatch']);
});

test('a breach found here is dealt with there and answered, while this side acts on the holder', async () => {
  const family = await supervised();
  await live(family, [deed(HERE, 'reportBreach', 'breachTold', { statement: '持有人放行记录缺失' })]);
  expect(open(family, HERE)).toEqual(['standWatch', 'tellOtherSide', 'weighBreach']);
  await live(family, [
    deed(CONTRIBUTION, 'handleTheirBreach', 'resultTold', { statement: '场地已整改' }),
    deed(CONTRIBUTION, 'signReply', 'sign'),
  ]);
  expect(open(family, HERE)).toEqual(['standWatch', 'weighBreach']);
});

test('every breach is told by itself, and the same letter sent again is no second one', async () => {
  const family = await supervised();
  await live(family, [
    deed(THERE, 'reportBreach', 'riskTold', found('第一批')),
    deed(THERE, 'reportBreach', 'riskTold', found('第二批')),
    deed(THERE, 'reportBreach', 'riskTold', found('第二批')),
  ]);
  expect(open(family, HERE).filter((step) => step === 'weighBreach')).toHaveLength(2);
});

test('a site that is struck ends the supervision on either side', async () => {
  const family = await supervised();
  await live(family, [deed(HERE, 'standWatch', 'struck')]);
  expect(family.living).toEqual([]);
  expect(caseOf(family, THERE).life.closed).toBe('discontinued');
});
