import { separationRules } from '@lianban/domain/separation';
import { describe, expect, test } from 'vitest';
import type { OutcomeSpec, StepSpec } from '../vocabulary/step.ts';
import { procedures } from './registry.ts';
import { apart, barredBy, ruleApart } from './separation.ts';

/** Every step of every procedure, with the catalogue that it stands in. */
const rows = procedures.flatMap(({ id, steps }) =>
  Object.entries<StepSpec>(steps).map(([step, spec]) => ({ name: `${id} ${step}`, step, spec, catalogue: steps })),
);
const buttons = ({ outcomes }: StepSpec): readonly OutcomeSpec[] => Object.values(outcomes);
const makes = (spec: StepSpec, ...types: readonly string[]): boolean =>
  buttons(spec).some(({ documents = [] }) => documents.some((type) => types.includes(type)));
const names = (found: typeof rows): readonly string[] => found.map(({ name }) => name);
const secondOf = ({ form = [] }: OutcomeSpec) => form.find(({ kind }) => kind.type === 'colleague');

describe('the catalogues and the table of separation', () => {
  test('part the same steps, and every parting has its rule', () => {
    for (const { name, step, spec, catalogue } of rows) {
      const asked = apart.filter(({ then }) => then.includes(step)).flatMap(({ first }) => first);
      const here = asked.filter((other) => Object.hasOwn(catalogue, other));
      expect([...barredBy(spec)].sort(), name).toEqual([...new Set(here)].sort());
      for (const other of barredBy(spec)) expect(ruleApart(step, other), `${name} / ${other}`).not.toBeNull();
    }
  });

  test('name only steps that there are', () => {
    const known = new Set(rows.map(({ step }) => step));
    expect(apart.flatMap(({ first, then }) => [...first, ...then]).filter((step) => !known.has(step))).toEqual([]);
  });

  test('use every rule that parts steps', () => {
    const parting = separationRules.map(({ key }) => key).filter((key) => key !== 'twoOfficers' && key !== 'recusal');
    expect(parting.filter((key) => !apart.some(({ rule }) => rule === key))).toEqual([]);
  });
});

describe('every step to which a rule of separation applies carries it', () => {
  const isParted = (step: string, rule: string): boolean =>
    apart.some((one) => one.rule === rule && one.then.includes(step));

  test('whoever can send a draft back is not who drafted it', () => {
    const sending = rows.filter(({ spec }) => Object.hasOwn(spec.outcomes, 'sendBack'));
    expect(sending.length).toBeGreaterThan(5);
    expect(names(sending.filter(({ step }) => !isParted(step, 'drafting')))).toEqual([]);
  });

  test('what an officer asks for is approved by another', () => {
    const asking = rows.filter(
      ({ spec }) => spec.owner !== 'APP' && spec.limit === null && Object.hasOwn(spec.outcomes, 'request'),
    );
    expect(asking.length).toBeGreaterThan(2);
    const approved = ({ step }: (typeof rows)[number]) =>
      apart.some(({ rule, first }) => rule === 'drafting' && first.includes(step));
    expect(names(asking.filter((row) => !approved(row)))).toEqual([]);
  });

  test('whoever inspected or reviewed does not decide alone', () => {
    const deciding = rows.filter(
      ({ step, spec, catalogue }) =>
        (makes(spec, 'revocationDecision', 'nonRevocationDecision') || (step === 'approve' && 'review' in catalogue)) &&
        spec.owner !== 'APP',
    );
    expect(deciding.length).toBeGreaterThan(1);
    expect(names(deciding.filter(({ step }) => !isParted(step, 'inspecting')))).toEqual([]);
  });

  test('a hearing is chaired by none of those who reviewed, inspected or pursued the matter', () => {
    const hearings = rows.filter(({ spec }) => makes(spec, 'hearingRecord'));
    expect(hearings.length).toBeGreaterThan(0);
    const pursuing = ['propose', 'decide', 'verify', 'proposeNotice', 'review', 'draft', 'audit', 'legalReview'];
    for (const { name, spec, catalogue } of hearings) {
      const here = pursuing.filter((step) => Object.hasOwn(catalogue, step));
      expect(here.length, name).toBeGreaterThan(3);
      expect(barredBy(spec), name).toEqual(expect.arrayContaining(here));
    }
  });

  test('every conclusion of an inspection names a second officer of its team, every review one of its unit', () => {
    const concluding = rows.flatMap(({ name, spec }) =>
      buttons(spec)
        .filter(({ documents = [] }) =>
          documents.some((type) => type === 'verificationRecord' || type === 'reviewOpinion'),
        )
        .map((button) => ({ name: `${name} ${button.title.en}`, button })),
    );
    expect(concluding.length).toBeGreaterThan(6);
    for (const { name, button } of concluding) {
      const second = secondOf(button);
      const of = button.documents?.includes('verificationRecord') === true ? 'team' : 'unit';
      expect([name, second?.required, second?.kind]).toEqual([name, true, { type: 'colleague', of }]);
    }
  });
});
