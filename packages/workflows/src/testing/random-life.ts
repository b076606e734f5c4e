import { addDays } from '@lianban/domain/civil-date';
import { Simulator } from '../drivers/simulator.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { Opening } from '../vocabulary/opening.ts';
import { morningOf, openingOf, publishedCalendar } from './scenario.ts';

/** A source of numbers in [0, 1) that is the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How eagerly an outcome is chosen; unweighted lives hardly ever reach a revocation. */
const WEIGHTS: Readonly<Record<string, number>> = {
  doubt: 0.2,
  decline: 0.3,
  abandon: 0.2,
  refuse: 0.25,
  notRequired: 0.15,
  withdraw: 0.1,
  ask: 0.1,
  conforms: 0.6,
  lostLater: 0.3,
  keep: 0.5,
  revoke: 2,
  proposeRevocation: 3,
  approve: 2,
  failed: 1.5,
  falseCommitment: 1.5,
  sendBack: 0.5,
  investigateAgain: 0.4,
  verifyAgain: 0.4,
};

const pick = <T>(choices: readonly (readonly [T, number])[], random: () => number): T | undefined => {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  return choices.find(([, weight]) => (left -= weight) < 0)?.[0];
};

/** One life of a case in which everybody does something allowed, at some time, or lets it lapse. Ends closed or after `steps` acts. */
export async function randomLife(procedure: AnyProcedure, seed: number, steps = 120): Promise<Simulator> {
  const random = seeded(seed);
  const item = random() < 0.3 ? 'cosmetics-production-renewal' : 'otc-retail';
  const opening: Partial<Opening> = {
    gate: random() < 0.8 ? 'clear' : random() < 0.8 ? 'unclear' : 'barred',
    commitment:
      random() < 0.85
        ? {
            noticeVersion: 'random',
            conditionsMetOn: random() < 0.3 ? addDays('2026-03-02' as never, Math.floor(random() * 90)) : null,
          }
        : null,
  };
  const life = new Simulator(procedure, publishedCalendar, morningOf('2026-01-05'));
  await life.open(openingOf(procedure, { item, receivedOn: '2026-01-05', opening }));
  for (let i = 0; i < steps && life.closed === null; i += 1) {
    await life.goTo(addDays(life.today, Math.floor(random() * random() * 12)));
    const acts = life.duties().flatMap(({ key, step, kind, without, blocked }) =>
      Object.keys(procedure.steps[step]?.outcomes ?? {})
        .filter((outcome) => !without.includes(outcome) && !blocked && life.takes(key, step, outcome))
        .map((outcome) => [{ key, step, outcome }, (WEIGHTS[outcome] ?? 1) * (kind === 'right' ? 0.15 : 1)] as const),
    );
    const act = pick(acts, random);
    if (act !== undefined && random() < 0.85) await life.answerDuty(act.key, act.step, act.outcome);
    else await life.goTo(addDays(life.today, 15));
  }
  return life;
}
