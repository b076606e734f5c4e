import { describe, expect, test } from 'vitest';
import type { Entry } from '../../kernel/entry.ts';
import { play } from '../../testing/scenario.ts';
import { parallelRegistrationLicensing } from './2022-03.ts';
import { scenarios } from './scenarios.ts';

const entriesOf = async (words: string): Promise<readonly Entry[]> => {
  const scenario = scenarios.find(({ rule }) => rule.startsWith(words));
  if (scenario === undefined) throw new Error(`no scenario ${words}`);
  const { case: life } = await play(parallelRegistrationLicensing, scenario);
  return life.turns.flatMap(({ entries }) => entries);
};
const papers = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'document' ? [entry.document] : []));
const breaches = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ type }) => type === 'breach');
const tenYears = { type: 'breach', ground: 'falseApplication', bar: { months: 120 } };

describe('the paper of a refusal is that of its track', () => {
  test('who is not registered is given 不予注册决定书, and nothing that refuses a licence', async () => {
    const issued = papers(await entriesOf('J1: silence waives'));
    expect(issued).toContain('registrationRefusal');
    expect(issued).not.toContain('refusalDecision');
  });

  test('who is registered and not licensed is given 不予行政许可决定书', async () => {
    const issued = papers(await entriesOf('J2: defects of the licence that were not put right'));
    expect(issued).toContain('refusalDecision');
    expect(issued).not.toContain('registrationRefusal');
  });

  test('what the nation refuses is served by the nation', async () => {
    const issued = papers(await entriesOf('class III: refused by the nation'));
    expect(issued).not.toContain('registrationRefusal');
    expect(issued).not.toContain('refusalDecision');
  });
});

describe('false material bars for the ten years of the rule (医疗器械条例83)', () => {
  test('with the refusal of the registration, once', async () => {
    const entries = await entriesOf('falsity: found by the visit and confirmed');
    expect(breaches(entries)).toEqual([tenYears]);
    const sealed = entries.findIndex((entry) => entry.type === 'document' && entry.document === 'registrationRefusal');
    expect(entries.findIndex(({ type }) => type === 'breach')).toBeGreaterThan(sealed);
  });

  test('with the refusal of the licence, where it was found after the registration', async () => {
    expect(breaches(await entriesOf('falsity confirmed after the registration'))).toEqual([tenYears]);
  });

  test('and a refusal for any other reason bars nobody', async () => {
    for (const words of ['J1: silence waives', 'J2: defects of the licence that were not put right'])
      expect(breaches(await entriesOf(words))).toEqual([]);
  });
});
