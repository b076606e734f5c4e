import type { Scenario } from '../../testing/scenario.ts';
import { act } from '../liaison-request/scenario-acts.ts';

const BANAN = { code: '500113', name: { zh: '巴南区', en: 'Banan' }, unit: 'cq-review-centre' } as const;
const WANZHOU = { code: '500101', name: { zh: '万州区', en: 'Wanzhou' }, unit: 'cq-inspectorate-2' } as const;
const WUXI = { code: '500238', name: { zh: '巫溪县', en: 'Wuxi' }, unit: 'cq-inspectorate-2' } as const;

/** The year 2026, with three districts of two units. */
export const year2026 = {
  item: 'district-meetings',
  receivedOn: '2026-01-05',
  opening: { meetings: { year: 2026, districts: [BANAN, WANZHOU, WUXI] }, commitment: null },
} as const satisfies Partial<Scenario>;

const of = ({ code }: { readonly code: string }, on: string, step: string, outcome: string) => ({
  ...act(on, step, outcome),
  duty: `followYear/district${code}/${step}`,
});
const met = (district: { readonly code: string }, on: string) => of(district, on, 'meetLeaders', 'held');
const notAgain = (district: { readonly code: string }, on: string) => of(district, on, 'meetAgain', 'notPlanned');

/** Lives of the meetings of a year, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...year2026,
    rule: 'every district is met, one of them twice, and the case is over by itself when the year is',
    acts: [
      met(BANAN, '2026-03-10'),
      met(WANZHOU, '2026-05-12'),
      met(WUXI, '2026-06-09'),
      of(BANAN, '2026-11-10', 'meetAgain', 'held'),
    ],
    until: '2027-01-01',
    ending: 'allHeld',
  },
  {
    ...year2026,
    rule: 'where nobody is to be met again, nothing is left to wait for',
    acts: [
      ...[BANAN, WANZHOU, WUXI].map((district) => met(district, '2026-03-10')),
      ...[BANAN, WANZHOU, WUXI].map((district) => notAgain(district, '2026-03-11')),
    ],
    ending: 'allHeld',
  },
  {
    ...year2026,
    rule: 'whom nobody met in the year is named to the section, which reports it to the leaders',
    acts: [
      met(BANAN, '2026-03-10'),
      act('2026-06-01', 'urgeUnits', 'urge'),
      met(WANZHOU, '2026-10-13'),
      act('2027-01-05', 'reportMissed', 'report'),
    ],
    ending: 'notAllHeld',
  },
];
