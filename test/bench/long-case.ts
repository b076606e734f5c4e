import { civilDate } from '@lianban/domain/civil-date';
import { Simulator } from '@lianban/workflows/drivers/simulator';
import { foldLedger } from '@lianban/workflows/kernel/fold';
import type { Row } from '@lianban/workflows/kernel/turn';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import { letterSent } from '@lianban/workflows/procedures/off-site-workshop/scenario-acts';
import { morningOf, openingOf, publishedCalendar } from '@lianban/workflows/testing/scenario';

const VARIETIES = 7;

/** The ledger of a site with its varieties under way, over which the two sides went back and forth until it had so many turns. */
export async function longLedger(turns: number): Promise<readonly Row[]> {
  const on = civilDate('2026-03-02');
  const life = new Simulator(offSiteWorkshop, publishedCalendar, morningOf(on));
  await life.open(openingOf(offSiteWorkshop, { item: 'drug-off-site-workshop', receivedOn: on }));
  const names = Array.from({ length: VARIETIES }, (_, at) => `品种${at + 1}`);
  for (const act of letterSent(on, on, names)) await life.answer(act.step, act.outcome, { flow: act.flow ?? {} });
  await life.answer('awaitReply', 'agree');
  await life.answer('orderInspection', 'order');
  while (life.turns.length < turns) {
    const isAgainst = life.duties().some(({ step }) => step === 'negotiate');
    if (isAgainst) await life.answer('negotiate', 'agreed');
    else await life.answer('changedOpinion', 'disagree');
  }
  return life.turns.map(({ row }) => row);
}

/** How long the case takes to be read from its ledger, so many times. */
export async function foldTimes(rows: readonly Row[], times: number): Promise<readonly number[]> {
  const ms: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const from = performance.now();
    await foldLedger(offSiteWorkshop, rows);
    ms.push(performance.now() - from);
  }
  return ms;
}
