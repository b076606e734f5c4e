import { civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import type { Simulator } from '../drivers/simulator.ts';
import type { Entry } from '../kernel/entry.ts';
import { play, publishedCalendar, type Scenario } from '../testing/scenario.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { scenarios as commitments } from './informed-commitment/scenarios.ts';
import { ordinaryPermitWithDeferral } from './ordinary-permit/2024-01.ts';
import { deferralEditionScenarios as permits } from './ordinary-permit/deferral-edition-scenarios.ts';
import { parallelRegistrationLicensing } from './parallel-registration-licensing/2022-03.ts';
import { act, refusalTold } from './ordinary-permit/scenario-acts.ts';
import { notRegistered, underReview, visited } from './parallel-registration-licensing/scenario-acts.ts';
import { scenarios as approvals } from './parallel-registration-licensing/scenarios.ts';
import { procedures } from './registry.ts';
import { remedy } from './remedy/2024-01.ts';
import { remedyScenarios } from './remedy/scenarios.ts';

// By the numbers that the specification gives to edge cases: decisions, hearings, revocations, parallel branches and remedies.
const named = (scenarios: readonly Scenario[], words: string): Scenario =>
  scenarios.find(({ rule }) => rule.startsWith(words)) ?? expect.fail(`no scenario ${words}`);
/** Up to and with the first such act; all of it without one. */
const lived = async (procedure: AnyProcedure, scenario: Scenario, upTo?: string): Promise<Simulator> => {
  const last = scenario.acts.findIndex(({ step, outcome }) => `${step} ${outcome}` === upTo);
  const acts = last < 0 ? scenario.acts : scenario.acts.slice(0, last + 1);
  return (await play(procedure, { ...scenario, acts })).case;
};
const entriesOf = (life: Simulator): readonly Entry[] => life.turns.flatMap(({ entries }) => entries);
const papers = (life: Simulator): readonly string[] =>
  entriesOf(life).flatMap((entry) => (entry.type === 'document' ? [entry.document] : []));
const open = (life: Simulator): readonly string[] =>
  life.duties().flatMap((duty) => (duty.kind === 'duty' && duty.step !== undefined ? [duty.step] : []));
const licenceActs = (life: Simulator): readonly string[] =>
  entriesOf(life).flatMap((entry) => (entry.type === 'licence' ? [entry.act] : []));
const breaches = (life: Simulator): readonly string[] =>
  entriesOf(life).flatMap((entry) => (entry.type === 'breach' ? [entry.ground] : []));

describe('decisions', () => {
  test('edge case 12: a leader who disagrees has it drafted again and refuses nothing by that', async () => {
    const scenario = named(permits, 'a leader who disagrees sends back');
    const life = await lived(ordinaryPermitWithDeferral, scenario, 'approve sendBack');
    expect(open(life)).toContain('draft');
    expect(papers(life)).not.toContain('refusalDecision');
    expect(life.closed).toBeNull();
  });

  test('edge case 13: no button that makes the paper of a refusal or revocation goes without reasons', () => {
    const refusing = ['refusalDecision', 'registrationRefusal', 'nonAcceptanceNotice', 'revocationDecision'];
    const buttons = procedures.flatMap(({ id, steps }) =>
      Object.entries(steps).flatMap(([step, { outcomes }]) =>
        Object.entries(outcomes).flatMap(([outcome, { documents = [], form = [] }]) =>
          documents.some((document) => refusing.includes(document))
            ? [{ place: `${id} ${step} ${outcome}`, form }]
            : [],
        ),
      ),
    );
    expect(buttons.length).toBeGreaterThan(5);
    const without = buttons.filter(({ form }) => !form.some(({ name, required }) => name === 'reasons' && required));
    expect(without.map(({ place }) => place)).toEqual([]);
  });
});

describe('hearings', () => {
  test('edge case 15: an applicant who stays away without reason ends the hearing, whose record says so, and the decision goes on', async () => {
    const scenario = named(permits, 'a hearing ends where the applicant stays away');
    const life = await lived(ordinaryPermitWithDeferral, scenario, 'holdHearing ended');
    expect(papers(life)).toContain('hearingRecord');
    expect(open(life).some((step) => step === 'requestHearing' || step === 'arrangeHearing')).toBe(false);
    expect(entriesOf(life).filter(({ type }) => type === 'clockResumed')).not.toEqual([]);
  });

  test('edge case 16: what a hearing brings to light is looked into before anything is decided', async () => {
    const scenario = named(commitments, 'accepted representations lead to another verification');
    const life = await lived(informedCommitment, scenario, 'weighStatement verifyAgain');
    expect(open(life)).toContain('verify');
    expect(licenceActs(life)).not.toContain('revoke');
  });
});

describe('commitments', () => {
  test('edge case 17: a promise that was false is revoked and bars; conditions that were lost later are neither', async () => {
    const deceit = await lived(
      informedCommitment,
      named(commitments, 'a false commitment is not rectified but revoked'),
    );
    expect([deceit.closed, licenceActs(deceit).at(-1), breaches(deceit)]).toEqual([
      'revoked',
      'revoke',
      ['falseCommitment'],
    ]);
    const lost = await lived(informedCommitment, named(commitments, 'conditions lost later'));
    expect([lost.closed, licenceActs(lost), breaches(lost)]).toEqual(['verified', ['grant'], []]);
  });

  test('edge case 18: a verification that is refused leads to the notice of revocation, and to no rectification', async () => {
    const scenario = named(commitments, 'refused access');
    const life = await lived(informedCommitment, scenario, 'verify refusedAccess');
    expect(open(life)).toContain('proposeNotice');
    expect(open(life)).not.toContain('rectify');
  });

  test('edge case 19: grave harm to the public interest keeps the licence', async () => {
    const life = await lived(informedCommitment, named(commitments, 'grave harm to the public interest'));
    expect([life.closed, licenceActs(life)]).toEqual(['keptInPublicInterest', ['grant']]);
    expect(papers(life)).not.toContain('revocationDecision');
  });
});

describe('registration and licence side by side', () => {
  test('edge case 28: a visit that is not passed has the registration refused although the review was passed', async () => {
    const [notice, ...visit] = visited('fails');
    if (notice === undefined) expect.fail('no visit');
    const passed = [...underReview, notice, { on: '2026-04-01', step: 'review', outcome: 'pass' }, ...visit];
    const granting = { on: '2026-05-06', step: 'draft', outcome: 'proposeGrant', refused: 'OUTCOME_UNAVAILABLE' };
    const refusing = [
      ...refusalTold('2026-05-06'),
      act('2026-05-07', 'makeStatement', 'waive'),
      ...notRegistered('2026-05-08'),
    ];
    const base = { rule: '', item: 'device-parallel-issue', receivedOn: '2026-03-02', ending: 'registrationRefused' };
    const { attempts, case: life } = await play(parallelRegistrationLicensing, {
      ...base,
      acts: [...passed, granting, ...refusing],
    });
    expect(attempts.flatMap(({ refused }) => (refused === null ? [] : [refused]))).toEqual(['OUTCOME_UNAVAILABLE']);
    expect([life.closed, papers(life).includes('registrationRefusal')]).toEqual(['registrationRefused', true]);
  });

  test('edge case 29: a review that fails first calls the visit off, and its part of the case ends with it', async () => {
    const scenario = named(approvals, 'class III: a negative review calls the visit off');
    const life = await lived(parallelRegistrationLicensing, scenario, 'recordReview negative');
    expect(open(life)).not.toContain('recordNotice');
    expect(open(life)).not.toContain('inspect');
  });

  test('edge case 30: a re-check after the refusal changes nothing', async () => {
    const life = await lived(parallelRegistrationLicensing, named(approvals, 'J1: silence waives'));
    const before = life.turns.length;
    expect(life.closed).toBe('registrationRefused');
    expect(life.takes('registration/visit/rectify', 'rectify', 'passed')).toBe(false);
    await life.goTo(civilDate('2027-06-01'));
    expect([life.turns.length, life.closed]).toEqual([before, 'registrationRefused']);
  });
});

test('edge case 41: what was set aside goes on in a case of its own, from the draft, where the old grounds do not refuse again', async () => {
  const ruled = await lived(remedy, named(remedyScenarios, 'what was set aside'));
  expect(entriesOf(ruled).find(({ type }) => type === 'transferred')).toMatchObject({
    ruling: { from: 'decision', barred: '场所面积不足' },
  });
  const again = await lived(ordinaryPermitWithDeferral, {
    ...named(permits, 'what was set aside is decided again'),
    acts: [],
  });
  expect(open(again)).toEqual(['redraft']);
  const { outcomes } = ordinaryPermitWithDeferral.steps.redraft;
  expect(Object.keys(outcomes)).not.toContain('proposeRefusal');
  expect(outcomes.proposeRefusalAnew.form.filter(({ required }) => required).map(({ name }) => name)).toContain(
    'newGrounds',
  );
  expect(again.dueOn('clock:decision')).toBe(publishedCalendar.addWorkingDays(civilDate('2026-05-06'), 20));
});
