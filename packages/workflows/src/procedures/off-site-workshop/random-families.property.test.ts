import { addDays, civilDate } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../kernel/entry.ts';
import { foldLedger } from '../../kernel/fold.ts';
import type { Family, Member } from '../../testing/family.ts';
import { randomFlow, seeded, WEIGHTS } from '../../testing/random-life.ts';
import { morningOf } from '../../testing/scenario.ts';
import { notAnswered } from '../../vocabulary/step.ts';
import { openSite } from './family-scenario-acts.ts';

const FIRST = civilDate('2026-03-02');

type Weights = Readonly<Record<string, number>>;

/** What would soon end the whole is left out mostly, so that lives get far. */
const RARE: Weights = {
  ...{
    siteLicence: 0.02,
    entrusted: 0.05,
    notRequired: 0.05,
    withdraw: 0.02,
    abandon: 0.05,
    cancel: 0.3,
    refusedAccess: 0.1,
  },
  ...{
    refuse: 0.1,
    fails: 0.3,
    fail: 0.2,
    proposeRefusal: 0.3,
    homeWithConsent: 3,
    order: 3,
    referToReview: 3,
    agree: 2,
  },
};

/** A site with all its cases in which everybody does something allowed, at some time, or lets it lapse. */
async function randomFamily(seed: number, eager: Weights = {}, acts = 160): Promise<Family> {
  const random = seeded(seed);
  const family = await openSite(FIRST);
  let today = FIRST;
  for (let i = 0; i < acts && family.living.length > 0; i += 1) {
    const choices = family.living.flatMap((member) =>
      member.life.duties().flatMap(({ key, step, kind }) => {
        const spec = member.procedure.steps[step];
        if (spec === undefined || notAnswered(spec) !== null) return [];
        return Object.keys(spec.outcomes)
          .filter((outcome) => member.life.takes(key, step, outcome))
          .map((outcome) => ({
            ...{ member, key, step, outcome },
            weight: (eager[outcome] ?? RARE[outcome] ?? WEIGHTS[outcome] ?? 1) * (kind === 'right' ? 0.05 : 1),
          }));
      }),
    );
    let left = random() * choices.reduce((sum, { weight }) => sum + weight, 0);
    const choice = choices.find(({ weight }) => (left -= weight) < 0);
    if (choice !== undefined && random() < 0.85) {
      const { member, key, step, outcome } = choice;
      const form = member.procedure.steps[step]?.outcomes[outcome]?.form ?? [];
      const flow = randomFlow(form, member.life, random);
      await member.life.answerDuty(key, step, outcome, { flow });
      await family.settle();
    } else {
      today = addDays(today, 1 + Math.floor(random() * 12));
      await family.goTo(morningOf(today));
    }
  }
  return family;
}

const families = (check: (family: Family) => void | Promise<void>, eager: Weights = {}) =>
  fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => check(await randomFamily(seed, eager))),
    { numRuns: 120 },
  );

/** Lives in which the two sides write much to each other before there is an opinion. */
const TALKATIVE: Weights = { proposeJoint: 9, needMaterial: 4, signFor: 4, sign: 6, study: 4, agree: 4 };

const entriesOf = ({ life }: Member): readonly Entry[] => life.turns.flatMap(({ entries }) => entries);
const of = ({ members }: Family, procedure: string): readonly Member[] =>
  members.filter((member) => member.procedure.id === procedure);

/** What was answered, in order, by the name of the step; `null` where silence answered. */
function answersOf(member: Member) {
  const steps = new Map<string, string>();
  return member.life.turns.flatMap(({ row: { input }, entries }) => {
    for (const entry of entries) if (entry.type === 'opened') steps.set(entry.key, entry.step);
    return entries.flatMap((entry) =>
      entry.type === 'settled'
        ? [
            {
              step: steps.get(entry.key) ?? '',
              outcome: entry.outcome,
              flow: entry.flow,
              kind: input.kind,
              at: input.at,
            },
          ]
        : [],
    );
  });
}

const CONSENTS: ReadonlySet<string> = new Set([
  ...['awaitReply', 'awaitReminded', 'awaitJointOffice', 'awaitEarly', 'changedOpinion'].map((step) => `${step} agree`),
  ...['negotiate', 'leadersMeet', 'jointMeeting'].map((level) => `${level} agreed`),
  ...['confirmConditions confirmed', 'askNational designated'],
]);

const REPLIES: ReadonlySet<string> = new Set(['awaitReply', 'awaitReminded', 'awaitJointOffice', 'awaitEarly']);

const OPINIONS: ReadonlySet<string> = new Set(['agree', 'agreeConditionally', 'disagree']);

const isOpinion = (entry: Entry): boolean =>
  entry.type === 'letter' && entry.kind === 'reply' && OPINIONS.has(entry.outcome);

const FINISHED: ReadonlySet<string> = new Set([
  ...['joint-inspection', 'joint-contribution'],
  ...['joint-supervision', 'site-supervision'],
]);

describe('in every life of a site and its varieties', () => {
  test(
    'nothing is granted before J1: the review passed, and the site last heard of as cleared',
    { timeout: 120_000 },
    async () => {
      let grants = 0;
      await families((family) => {
        for (const variety of of(family, 'off-site-variety')) {
          const opening = variety.life.turns[0]?.row.input;
          let standing = opening?.kind === 'open' ? opening.opening.childOf?.matter['standing'] : undefined;
          let isReviewed = false;
          for (const { step, outcome } of answersOf(variety)) {
            if (step === 'hearSite') standing = outcome;
            if (step === 'review' && outcome === 'pass') isReviewed = true;
            if ((step === 'draft' && outcome === 'proposeGrant') || (step === 'seal' && outcome === 'grant')) {
              grants += 1;
              expect([standing, isReviewed]).toEqual(['cleared', true]);
            }
          }
        }
      });
      expect(grants).toBeGreaterThan(0);
    },
  );

  test(
    'no site is cleared without somebody’s written consent and a passed assessment: never by silence',
    { timeout: 120_000 },
    async () => {
      let [cleared, silent] = [0, 0];
      await families((family) => {
        for (const site of of(family, 'off-site-workshop')) {
          const answers = answersOf(site);
          silent += answers.filter(({ kind }) => kind === 'lapse').length;
          const told = site.life.turns.find(({ entries }) =>
            entries.some((entry) => entry.type === 'childTold' && entry.outcome === 'cleared'),
          );
          if (told === undefined) continue;
          cleared += 1;
          const before = answers.filter(({ at }) => at <= told.row.input.at);
          expect(before.some(({ step, outcome, kind }) => kind !== 'lapse' && CONSENTS.has(`${step} ${outcome}`))).toBe(
            true,
          );
          expect(before.some(({ step, outcome }) => step === 'assess' && outcome === 'conforms')).toBe(true);
        }
      });
      expect(Math.min(cleared, silent)).toBeGreaterThan(0);
    },
  );

  test('no opinion of the other side is lost, however early it comes', { timeout: 120_000 }, () =>
    families((family) => {
      for (const there of of(family, 'site-consent')) {
        const here = family.members.find(({ id }) => id === there.asked?.id);
        const said = there.life.turns.find(({ entries }) => entries.some(isOpinion));
        if (here === undefined || said === undefined || here.life.closed !== null) continue;
        const known = answersOf(here).filter(({ step, outcome }) => REPLIES.has(step) && OPINIONS.has(outcome));
        expect(known.map(({ at }) => at).some((at) => at <= said.row.input.at)).toBe(true);
      }
    }, TALKATIVE),
  );

  test('nobody works on the spot with fewer than two of either side', { timeout: 120_000 }, async () => {
    let onTheSpot = 0;
    await families((family) => {
      for (const joint of of(family, 'joint-inspection')) {
        const team = { home: 0, site: 0 };
        for (const { step, outcome, flow } of answersOf(joint)) {
          const named = Array.isArray(flow['inspectors']) ? flow['inspectors'].length : 0;
          if (step === 'planJoint' || step === 'replaceHome') team.home += named;
          if (step === 'nameSiteInspectors' || step === 'replaceSite') team.site += named;
          if (outcome === 'homeLeaves') team.home = Math.max(0, team.home - 1);
          if (outcome === 'siteLeaves') team.site = Math.max(0, team.site - 1);
          if (step !== 'beginInspection' && step !== 'inspectJointly') continue;
          onTheSpot += 1;
          expect(Math.min(team.home, team.site)).toBeGreaterThanOrEqual(2);
        }
      }
    });
    expect(onTheSpot).toBeGreaterThan(0);
  });

  test(
    'clocks are started, paused, resumed and stopped in that order, and none runs on in a closed case',
    { timeout: 120_000 },
    () =>
      families(({ members }) => {
        for (const member of members) {
          const running = new Map<string, number>();
          for (const entry of entriesOf(member)) {
            if (entry.type === 'clockStarted') running.set(entry.clock, 0);
            if (entry.type === 'clockPaused') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) + 1);
            if (entry.type === 'clockResumed') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) - 1);
            if (entry.type === 'clockStopped') expect(running.delete(entry.clock)).toBe(true);
            for (const pauses of running.values()) expect(pauses).toBeGreaterThanOrEqual(0);
          }
          if (member.life.closed !== null) expect([...running.keys()]).toEqual([]);
        }
      }),
  );

  test('every case reads again the same, and ends with its site', { timeout: 120_000 }, async () => {
    let ended = 0;
    await families(async (family) => {
      const [site] = family.members;
      for (const { procedure, life } of family.members) {
        const kernel = await foldLedger(
          procedure,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
      }
      if (site === undefined || site.life.closed === null) return;
      ended += 1;
      // An inspection that was begun is finished, with what it asks of the other side, and what was granted is supervised; nothing else outlives the site.
      expect(family.living.every(({ procedure }) => FINISHED.has(procedure.id))).toBe(true);
    });
    expect(ended).toBeGreaterThan(0);
  });
});
