import { civilDate } from '@lianban/domain/civil-date';
import { Simulator } from '@lianban/workflows/drivers/simulator';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { ordinaryPermitInFull } from '@lianban/workflows/procedures/ordinary-permit/2023-07';
import { morningOf, openingOf, publishedCalendar } from '@lianban/workflows/testing/scenario';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { describe, expect, test } from 'vitest';
import { ahead, type Prospect } from './ahead.ts';
import { readerOf } from './catalogue.ts';

const ON = civilDate('2026-03-02');
const asOf = { now: morningOf(ON), today: ON, calendar: publishedCalendar };

function prospectOf(procedure: AnyProcedure, item: string, changed: Partial<Prospect> = {}): Prospect {
  const opening = openingOf(procedure, { item, receivedOn: ON });
  return {
    ...{ catalogue: readerOf(procedure.id, procedure.edition), terms: opening.terms, clocks: {}, clockWhys: {} },
    ...{ open: [{ step: 'intake', without: {} }], conditionsMetOn: null, refusalDrafted: false },
    windowed: opening.item.verification.windowed,
    ...changed,
  };
}
const mainLine = (prospect: Prospect) => ahead(prospect, asOf).filter(({ condition }) => condition === null);

/** Plays the main line on one day, and gives every step as it opened with its last day. */
async function played(procedure: AnyProcedure, item: string, conditionsMetOn: string | null) {
  const simulator = new Simulator(procedure, publishedCalendar, asOf.now);
  const commitment = {
    noticeVersion: '1',
    conditionsMetOn: conditionsMetOn === null ? null : civilDate(conditionsMetOn),
  };
  await simulator.open(openingOf(procedure, { item, receivedOn: ON, opening: { commitment } }));
  const opened: { step: string; expectedOn: string | null }[] = [];
  for (let turn = 0; turn < 40 && simulator.closed === null; turn += 1) {
    const [duty] = simulator.duties().filter(({ kind }) => kind === 'duty');
    if (duty === undefined) break;
    const outcomes = Object.entries(procedure.steps[duty.step]?.outcomes ?? {});
    const main = outcomes.find(([, { tone }]) => tone === 'primary') ?? outcomes[0];
    const receipt = await simulator.answerDuty(duty.key, duty.step, main?.[0] ?? '');
    for (const { key, step } of receipt.opened) opened.push({ step, expectedOn: simulator.dueOn(key) });
  }
  return opened;
}

describe('the main line', () => {
  test.each([
    ['a licence by commitment', informedCommitment, 'otc-retail', null],
    ['one with conditions promised for later', informedCommitment, 'otc-retail', '2026-05-20'],
    ['a verification without a window', informedCommitment, 'cosmetics-production-renewal', null],
    ['an ordinary permit', ordinaryPermit, 'device-production-licence', null],
    ['an ordinary permit in full', ordinaryPermitInFull, 'otc-retail', null],
    [
      'an ordinary permit in full that is inspected if need be',
      ordinaryPermitInFull,
      'device-production-licence',
      null,
    ],
  ])('of %s is what happens when everything is done today, day for day', async (_what, procedure, item, promised) => {
    const prospect = prospectOf(procedure, item, { conditionsMetOn: promised === null ? null : civilDate(promised) });
    const told = mainLine(prospect).map(({ step, expectedOn }) => ({ step, expectedOn }));
    expect(told).toEqual(await played(procedure, item, promised));
    expect(told.length).toBeGreaterThan(3);
  });

  test('passes legal review only when a refusal is drafted', () => {
    const open = [{ step: 'audit', without: {} }];
    const stepsWhen = (refusalDrafted: boolean) =>
      mainLine(prospectOf(ordinaryPermit, 'otc-retail', { open, refusalDrafted })).map(({ step }) => step);
    expect(stepsWhen(false)).toEqual(['approve', 'deliver']);
    expect(stepsWhen(true)).toEqual(['legalReview', 'approve', 'deliver']);
  });

  test('has the day of a clock that runs, and none while it stands still', () => {
    const open = [{ step: 'draft', without: {} }];
    const approveWith = (decision: Prospect['clocks'][string]) =>
      mainLine(prospectOf(ordinaryPermit, 'otc-retail', { open, clocks: { decision: decision ?? null } })).find(
        ({ step }) => step === 'approve',
      )?.expectedOn;
    expect(approveWith(civilDate('2026-03-20'))).toBe('2026-03-20');
    expect(approveWith(null)).toBeNull();
  });
});

test('a decision that may go either way is not foretold', () => {
  const open = [{ step: 'draftRevocation', without: {} }];
  const line = mainLine(prospectOf(informedCommitment, 'otc-retail', { open }));
  expect(line.map(({ step }) => step)).toEqual(['approveRevocation', 'decideRevocation']);
  const deciding = prospectOf(informedCommitment, 'otc-retail', { open: [{ step: 'decideRevocation', without: {} }] });
  expect(ahead(deciding, asOf).map(({ step, condition }) => [step, condition?.zh])).toEqual([
    ['publishDeregistration', '如“撤销决定”结果为“撤销”'],
    ['verify', '如“撤销决定”结果为“退回补查”'],
  ]);
});

test('other buttons and silence are told with their condition, unless they cannot be used', () => {
  const conditions = (without: Record<string, unknown>) =>
    ahead(prospectOf(informedCommitment, 'otc-retail', { open: [{ step: 'intake', without }] }), asOf).flatMap(
      ({ step, condition }) => (condition === null ? [] : [[step, condition.zh]]),
    );
  expect(conditions({})).toEqual([['supplement', '如“收件受理”结果为“一次性告知补正”']]);
  expect(conditions({ requestSupplement: 'already' })).toEqual([]);
  const verify = ahead(
    prospectOf(informedCommitment, 'otc-retail', { open: [{ step: 'verify', without: { unmet: 'by rule' } }] }),
    asOf,
  );
  expect(verify.map(({ step, condition }) => [step, condition?.zh])).toEqual([
    ['rectify', '如“事中事后核查”结果为“不相符可整改”'],
    ['proposeNotice', '如“事中事后核查”结果为“虚假承诺”或“拒绝核查”'],
  ]);
  const silent = prospectOf(informedCommitment, 'otc-retail', { open: [{ step: 'rectify', without: {} }] });
  expect(ahead(silent, asOf).find(({ step }) => step === 'proposeNotice')?.condition?.en).toBe(
    'If "Rectification" is not done in time',
  );
});
