import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { procedures } from '@lianban/workflows/procedures/registry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAhead, moved, movedCalendar } from '../support/later-years.ts';
import { lives } from '../support/lives.ts';
import { EnginePlayer } from '../support/play-on-engine.ts';

const today = civilDateOf(instant(Date.now()));
let player: EnginePlayer;

beforeAll(async () => {
  player = await EnginePlayer.start();
});
afterAll(() => player.stop());

test('every released edition has lives to play', () => {
  expect(lives.map(({ procedure }) => procedure)).toEqual(procedures);
});

const played = lives.flatMap(({ procedure, scenarios }) =>
  scenarios.map((scenario) => [`${procedure.id}: ${scenario.rule}`, procedure, scenario] as const),
);

describe.concurrent('a life on the engine is the life on the simulator', () => {
  test.each(played)('%s', async (_, procedure, scenario) => {
    const days = daysAhead(scenario.receivedOn, today);
    const later = moved(scenario, days);
    const { simulated, ledger, refusals, workflowId } = await player.play(procedure, later, movedCalendar(days));
    expect(refusals).toEqual(simulated.attempts.map(({ refused }) => refused));
    expect(ledger.rows).toEqual(simulated.case.turns.map(({ row }) => row));
    expect(ledger.turns.map(({ entries }) => entries)).toEqual(simulated.case.turns.map(({ entries }) => entries));
    if (simulated.case.closed === null) await player.client.workflow.getHandle(workflowId).terminate('scenario over');
  });
});
