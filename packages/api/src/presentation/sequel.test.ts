import { scenarios as assistanceScenarios } from '@lianban/workflows/procedures/assistance-request/scenarios';
import { randomLife } from '@lianban/workflows/testing/random-life';
import type { SimulatedTurn } from '@lianban/workflows/drivers/simulator';
import { scenarios as commitmentScenarios } from '@lianban/workflows/procedures/informed-commitment/scenarios';
import { scenarios as inspectionScenarios } from '@lianban/workflows/procedures/inspection-task/scenarios';
import { fullScenarios } from '@lianban/workflows/procedures/ordinary-permit/full-scenarios';
import { scenarios as consultationScenarios } from '@lianban/workflows/procedures/prior-consultation/scenarios';
import { scenarios as jointSupervisionScenarios } from '@lianban/workflows/procedures/joint-supervision/scenarios';
import { scenarios as siteSupervisionScenarios } from '@lianban/workflows/procedures/site-supervision/scenarios';
import { scenarios as meetingScenarios } from '@lianban/workflows/procedures/district-meetings/scenarios';
import { scenarios as quarterScenarios } from '@lianban/workflows/procedures/quarterly-ledger/scenarios';
import { scenarios as requestScenarios } from '@lianban/workflows/procedures/liaison-request/scenarios';
import { scenarios as jointScenarios } from '@lianban/workflows/procedures/joint-inspection/scenarios';
import { scenarios as contributionScenarios } from '@lianban/workflows/procedures/joint-contribution/scenarios';
import { scenarios as consentScenarios } from '@lianban/workflows/procedures/site-consent/scenarios';
import { scenarios as launchScenarios } from '@lianban/workflows/procedures/off-site-launch/scenarios';
import { scenarios as varietyScenarios } from '@lianban/workflows/procedures/off-site-variety/scenarios';
import { scenarios as workshopScenarios } from '@lianban/workflows/procedures/off-site-workshop/scenarios';
import { deferralEditionScenarios } from '@lianban/workflows/procedures/ordinary-permit/deferral-edition-scenarios';
import { remedyScenarios } from '@lianban/workflows/procedures/remedy/scenarios';
import { scenarios as rectificationScenarios } from '@lianban/workflows/procedures/rectification/scenarios';
import { scenarios as parallelScenarios } from '@lianban/workflows/procedures/parallel-registration-licensing/scenarios';
import { scenarios as qualityScenarios } from '@lianban/workflows/procedures/quality-rectification/scenarios';
import { scenarios as registrationScenarios } from '@lianban/workflows/procedures/registration-verification/scenarios';
import { scenarios as permitScenarios } from '@lianban/workflows/procedures/ordinary-permit/scenarios';
import { procedures } from '@lianban/workflows/procedures/registry';
import { play, type Scenario } from '@lianban/workflows/testing/scenario';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { describe, expect, test } from 'vitest';
import { sequelOf } from './sequel.ts';

const LIVES = 1500;

/** How each settled step of a life ended and what opened in the same turn, as `step.outcome>opened`. */
function sequelsIn(turns: readonly SimulatedTurn[]): readonly string[] {
  const steps = new Map<string, string>();
  return turns.flatMap(({ row: { input }, entries }) => {
    for (const entry of entries) if (entry.type === 'opened') steps.set(entry.key, entry.step);
    if (input.kind !== 'answer' && input.kind !== 'childEnded' && input.kind !== 'parentTold' && input.kind !== 'lapse')
      return [];
    const ended = `${steps.get(input.duty) ?? ''}.${input.kind === 'lapse' ? 'lapsed' : input.outcome}`;
    return entries.flatMap((entry) =>
      entry.type === 'opened' && entry.kind === 'duty' ? [`${ended}>${entry.step}`] : [],
    );
  });
}

/** Lives that people made up: random ones hardly ever wait until another bureau has been silent at every level. */
const told: Readonly<Record<string, readonly Scenario[]>> = {
  'informed-commitment 2023-12': commitmentScenarios,
  'ordinary-permit 2019-04': permitScenarios,
  'ordinary-permit 2023-07': fullScenarios,
  'ordinary-permit 2024-01': deferralEditionScenarios,
  'remedy 2024-01': remedyScenarios,
  'inspection-task 2023-07': inspectionScenarios,
  'rectification 2023-07': rectificationScenarios,
  'liaison-request 2024-10': requestScenarios,
  'assistance-request 2021-07': assistanceScenarios,
  'joint-inspection 2024-05': jointScenarios,
  'off-site-workshop 2024-05': workshopScenarios,
  'off-site-variety 2024-05': varietyScenarios,
  'off-site-launch 2024-05': launchScenarios,
  'parallel-registration-licensing 2022-03': parallelScenarios,
  'quality-rectification 2022-03': qualityScenarios,
  'site-consent 2024-05': consentScenarios,
  'joint-contribution 2024-05': contributionScenarios,
  'registration-verification 2023-07': registrationScenarios,
  'quarterly-ledger 2024-10': quarterScenarios,
  'district-meetings 2024-10': meetingScenarios,
  'joint-supervision 2024-05': jointSupervisionScenarios,
  'site-supervision 2024-05': siteSupervisionScenarios,
  'prior-consultation 2024-05': consultationScenarios,
};

async function lived(procedure: AnyProcedure): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (const scenario of told[`${procedure.id} ${procedure.edition}`] ?? [])
    for (const sequel of sequelsIn((await play(procedure, scenario)).case.turns)) seen.add(sequel);
  for (let seed = 1; seed <= LIVES; seed += 1)
    for (const sequel of sequelsIn((await randomLife(procedure, seed)).turns)) seen.add(sequel);
  return seen;
}

function written({ id, edition, steps }: AnyProcedure): ReadonlySet<string> {
  const next = sequelOf(id, edition);
  return new Set(
    Object.entries(steps).flatMap(([step, { outcomes }]) =>
      [...Object.keys(outcomes), 'lapsed'].flatMap((outcome) =>
        next(step, outcome).map((following) => `${step}.${outcome}>${following}`),
      ),
    ),
  );
}

/** A ground found in one line of supervision waits until the other has ended; no button of that other line leads there. */
const isDeferredGround = (sequel: string): boolean =>
  /^(verify|checkConditions|checkRectification|decideRevocation)\.\w+>proposeNotice$/.test(sequel);

/** A hearing is arranged seven working days ahead, when representations are due: random lives do not wait for it. */
const isWithoutNotice = (sequel: string): boolean => /^makeStatement\.(waive|lapsed)>weighStatement$/.test(sequel);

describe.each(procedures.map((procedure) => [`${procedure.id} ${procedure.edition}`, procedure] as const))(
  '%s',
  (_id, procedure) => {
    test(
      'leads nowhere that the forecast does not know, and everywhere that it knows',
      { timeout: 90_000 },
      async () => {
        const [seen, known] = [await lived(procedure), written(procedure)];
        expect(
          [...seen].filter((sequel) => !known.has(sequel) && !isDeferredGround(sequel) && !isWithoutNotice(sequel)),
        ).toEqual([]);
        expect([...known].filter((sequel) => !seen.has(sequel))).toEqual([]);
      },
    );
  },
);
