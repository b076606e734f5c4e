// The benchmark behind `npm run bench`. Everything in one run on one machine: rounds take turns, medians over rounds,
// ratios beside absolute values. A number that misses its bar is printed as such; nothing fails for it.
import { openDatabase } from '@lianban/db/client';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import { randomLife } from '@lianban/workflows/testing/random-life';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { Client, Connection } from '@temporalio/client';
import { signIn } from '../support/service-client.ts';
import { BareClient } from './bare-client.ts';
import { actors, Courses } from './course.ts';
import { required } from './environment.ts';
import { median, percentile, table, type Figure } from './figures.ts';
import { sweepMeanwhile, type SweepSeen } from './ladder.ts';
import { readInboxes } from './inbox.ts';
import { lapseTogether, type LapsesSeen } from './lapses.ts';
import { atOnce, inTurn, type Seen } from './load.ts';
import { foldTimes, longLedger } from './long-case.ts';
import { NextOwner } from './next-owner.ts';
import { Receipts } from './receipts.ts';
import { reviseMany, type RevisionSeen } from './revision.ts';
import { SiteCase, type SiteSeen } from './site.ts';
import { verifyTrail } from './trail.ts';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 2 : 7;
const CLIENTS = 32;
/** As many as cases wait for their next act: neither side is asked for the same workflow again and again. */
const WORKFLOWS = 200;
const SAMPLES = quick ? 10 : 30;
/** More acts than the fastest machine so far has done in a second; so many must be left before a round begins. */
const ACTS_PER_SECOND = 300;
const FOR_MS = quick ? 1_500 : 4_000;
const LIVES = quick ? 500 : 4_000;
const RUNGS = quick ? 2_000 : 10_000;
const SWEEPS = quick ? 1 : 3;
const LAPSES = quick ? 200 : 1_000;
const LAPSE_ROUNDS = quick ? 1 : 3;
const CLOCKS = quick ? 2_000 : 10_000;
const REVISIONS = quick ? 1 : 3;
const TRAIL_ROWS = quick ? 250_000 : 1_000_000;
const VERIFICATIONS = quick ? 1 : 3;
const CASES = quick ? [10_000, 100_000] : [100_000, 1_000_000];
const PAGES = quick ? 100 : 400;
const LONG_CASE = 500;
const FOLDS = quick ? 20 : 100;
const SITE_ROUNDS = quick ? 1 : 3;

// First, while nothing else is in this process: clients of the engine make every promise dearer from their first call on.
const lives = async (procedure: AnyProcedure, count: number): Promise<number> => {
  const from = performance.now();
  for (let seed = 0; seed < count; seed += 1) await randomLife(procedure, seed);
  return (count * 1000) / (performance.now() - from);
};
await lives(informedCommitment, LIVES / 10);
const livesPerSecond = await lives(informedCommitment, LIVES);
await lives(offSiteWorkshop, LIVES / 10);
const sitesPerSecond = await lives(offSiteWorkshop, LIVES);
const longRows = await longLedger(LONG_CASE);
await foldTimes(longRows, 5);
const foldMs = median(await foldTimes(longRows, FOLDS));

const database = openDatabase(required('DATABASE_URL'));
const connection = await Connection.connect({ address: required('TEMPORAL_ADDRESS') });
const client = new Client({ connection });
const api = required('LIANBAN_BENCH_API');
const people = new Map(await Promise.all(actors.map(async (user) => [user, await signIn(api, user)] as const)));
const bare = await BareClient.start(client, WORKFLOWS);
const courses = new Courses({ pool: database.pool, client, people });
const receipts = await Receipts.start(database.pool);
const nextOwner = new NextOwner();
await nextOwner.start(people.get('zhoumin')?.cookie ?? '');

type Contender = 'bare' | 'answer' | 'nothing' | 'receipt';
const alone: Record<Contender, Seen[]> = { bare: [], answer: [], nothing: [], receipt: [] };
const together: Record<Contender, Seen[]> = { bare: [], answer: [], nothing: [], receipt: [] };
const acts: Record<Contender, () => Promise<unknown>> = {
  bare: () => bare.act(),
  answer: () => courses.act(),
  nothing: () => bare.nothing(),
  receipt: () => receipts.one(),
};
const contenders = ['bare', 'answer', 'nothing', 'receipt'] as const;

for (let round = -1; round < ROUNDS; round += 1) {
  const needed = SAMPLES + (FOR_MS / 1000) * ACTS_PER_SECOND;
  if (courses.left < needed + 4 * CLIENTS) await courses.open(Math.max(WORKFLOWS, Math.ceil(needed / 4) + 2 * CLIENTS));
  for (const contender of contenders) {
    const one = await inTurn(SAMPLES, acts[contender]);
    const many = await atOnce({ clients: CLIENTS, forMs: FOR_MS }, acts[contender]);
    await receipts.settle();
    if (round < 0) continue; // the first round warms caches and connections
    alone[contender].push(one);
    together[contender].push(many);
  }
  process.stdout.write(round < 0 ? 'warm\n' : `round ${round + 1} of ${ROUNDS}\n`);
}

// After everything else, because what was sent stays in the record. The client acts alone, as it does without a sweep.
const sweeps: SweepSeen[] = [];
for (let round = 0; round < SWEEPS; round += 1) {
  if (courses.left < 1_000) await courses.open(400);
  const size = { rungs: RUNGS, round, samples: SAMPLES };
  sweeps.push(await sweepMeanwhile({ pool: database.pool, client }, size, acts.answer));
  process.stdout.write(`sweep ${round + 1} of ${SWEEPS}\n`);
}

const lapses: LapsesSeen[] = [];
for (let round = 0; round < LAPSE_ROUNDS; round += 1) {
  if (courses.left < 1_000) await courses.open(400);
  const against = { answer: acts.answer, bare: acts.bare, samples: SAMPLES, load: { clients: CLIENTS, forMs: FOR_MS } };
  lapses.push(await lapseTogether({ pool: database.pool, client }, LAPSES, against));
  process.stdout.write(`lapses ${round + 1} of ${LAPSE_ROUNDS}\n`);
}

const sites: SiteSeen[] = [];
const siteCase = await SiteCase.open({ pool: database.pool, client });
for (let round = -1; round < SITE_ROUNDS; round += 1) {
  const seen = await siteCase.measure(SAMPLES, acts.bare);
  if (round >= 0) sites.push(seen); // the first round warms
}
process.stdout.write('site with seven varieties\n');

const revisions: RevisionSeen[] = [];
for (let round = 0; round < REVISIONS; round += 1) {
  revisions.push(await reviseMany(CLOCKS));
  process.stdout.write(`revision ${round + 1} of ${REVISIONS}\n`);
}

const trail = await verifyTrail(TRAIL_ROWS, VERIFICATIONS);
process.stdout.write(`verification of the trail\n`);

const inboxes = await readInboxes(CASES, PAGES);
process.stdout.write(`inboxes\n`);

const p50 = (contender: Contender): number => median(alone[contender].map(({ ms }) => median(ms)));
const rate = (contender: Contender): number => median(together[contender].map(({ perSecond }) => perSecond));
const [slower, share] = [p50('answer') / p50('bare'), rate('answer') / rate('bare')];
const sweepMs = median(sweeps.map(({ ms: took }) => took));
const slowerThan = ({ usual, meanwhile }: { usual: Seen; meanwhile: Seen }): number =>
  median(meanwhile.ms) / median(usual.ms);
const meanwhile = median(sweeps.map(({ meanwhile: seen }) => median(seen.ms)));
const whileSweeping = median(sweeps.map(slowerThan));
const lapseRate = median(lapses.map(({ perSecond }) => perSecond));
const lapseShare = median(lapses.map(({ perSecond, bare: seen }) => perSecond / seen.perSecond));
const siteMs = median(sites.map(({ answerMs }) => median(answerMs)));
const siteSlower = median(sites.map(({ answerMs, bareMs }) => median(answerMs) / median(bareMs)));
const toldMs = median(sites.map((seen) => median(seen.toldMs)));
const meanwhileLapses = median(lapses.map(({ meanwhile: seen }) => median(seen.ms)));
const whileLapsing = median(lapses.map(slowerThan));
const [previewMs, applyMs] = [
  median(revisions.map((seen) => seen.previewMs)),
  median(revisions.map((seen) => seen.applyMs)),
];
const verifiedRate = median(trail.map(({ perSecond }) => perSecond));
const [small, large] = [inboxes[0], inboxes.at(-1)];
const [smallMs, largeMs] = [percentile(small?.pageMs ?? [], 0.99), percentile(large?.pageMs ?? [], 0.99)];
const added = median(large?.pageMs ?? []) - median(large?.aloneMs ?? []);
const told = percentile(nextOwner.ms, 0.99);
const ms = (value: number): string => `${value.toFixed(1)} ms`;

const figures: readonly Figure[] = [
  {
    ...{ what: 'answer over HTTP, one client, p50', bar: 'at most 1.5 × bare', reached: slower <= 1.5 },
    value: `${ms(p50('answer'))} = ${slower.toFixed(2)} × bare (${ms(p50('bare'))})`,
  },
  {
    ...{ what: `answer over HTTP, ${CLIENTS} clients, rate`, bar: 'at least 0.8 × bare', reached: share >= 0.8 },
    value: `${rate('answer').toFixed(0)}/s = ${share.toFixed(2)} × bare (${rate('bare').toFixed(0)}/s)`,
  },
  {
    ...{ what: 'Update that does nothing, one client, p50', bar: '', reached: null },
    value: `${ms(p50('nothing'))} = ${(p50('nothing') / p50('bare')).toFixed(2)} × bare; ${CLIENTS} clients ${rate('nothing').toFixed(0)}/s`,
  },
  {
    ...{ what: 'durable receipt over HTTP, one client, p50', bar: 'at most 15 ms', reached: p50('receipt') <= 15 },
    value: ms(p50('receipt')),
  },
  {
    ...{
      what: `durable receipt over HTTP, ${CLIENTS} clients`,
      bar: 'at least 400/s',
      reached: rate('receipt') >= 400,
    },
    value: `${rate('receipt').toFixed(0)}/s`,
  },
  {
    ...{ what: 'decision committed, next owner told, p99', bar: 'at most 500 ms', reached: told <= 500 },
    value: `${ms(told)} of ${nextOwner.ms.length}`,
  },
  {
    ...{ what: `one sweep that sends ${RUNGS} red cards`, bar: 'at most 10 s', reached: sweepMs <= 10_000 },
    value: `${(sweepMs / 1000).toFixed(1)} s = ${((RUNGS * 1000) / sweepMs).toFixed(0)}/s, ${sweeps[0]?.messages ?? 0} messages`,
  },
  {
    ...{
      what: 'answer over HTTP meanwhile, one client, p50',
      bar: 'at most 2 × usual',
      reached: whileSweeping <= 2,
    },
    value: `${ms(meanwhile)} = ${whileSweeping.toFixed(2)} × just before`,
  },
  {
    ...{
      what: `${LAPSES} lapses due in the same second, rate`,
      bar: 'at least 0.8 × bare',
      reached: lapseShare >= 0.8,
    },
    value: `${lapseRate.toFixed(0)}/s = ${lapseShare.toFixed(2)} × bare just before`,
  },
  {
    ...{
      what: 'answer over HTTP meanwhile, one client, p50',
      bar: 'at most 3 × usual',
      reached: whileLapsing <= 3,
    },
    value: `${ms(meanwhileLapses)} = ${whileLapsing.toFixed(2)} × just before`,
  },
  {
    ...{
      what: `preview of a calendar change over ${CLOCKS} open clocks`,
      bar: 'at most 3 s',
      reached: previewMs <= 3_000,
    },
    value: `${(previewMs / 1000).toFixed(2)} s for ${revisions[0]?.limits ?? 0} limits`,
  },
  {
    ...{ what: 'the same change applied, all dates right', bar: 'at most 5 s', reached: applyMs <= 5_000 },
    value: `${(applyMs / 1000).toFixed(2)} s, during which no turn is committed`,
  },
  {
    ...{ what: 'simulated lives', bar: 'at least 2,000/s', reached: livesPerSecond >= 2_000 },
    value: `${livesPerSecond.toFixed(0)}/s`,
  },
  {
    ...{ what: 'simulated lives of an off-site workshop', bar: 'at least 1,000/s', reached: sitesPerSecond >= 1_000 },
    value: `${sitesPerSecond.toFixed(0)}/s`,
  },
  {
    ...{ what: `a case of ${LONG_CASE} turns read from its ledger, p50`, bar: 'at most 50 ms', reached: foldMs <= 50 },
    value: ms(foldMs),
  },
  {
    ...{ what: 'answer of a site with seven varieties open, p50', bar: 'at most 2 × bare', reached: siteSlower <= 2 },
    value: `${ms(siteMs)} = ${siteSlower.toFixed(2)} × bare between them; all seven told within ${ms(toldMs)}, p50`,
  },
  {
    ...{
      what: `audit verify over ${TRAIL_ROWS} rows`,
      bar: 'at least 100,000 rows/s',
      reached: verifiedRate >= 100_000,
    },
    value: `${verifiedRate.toFixed(0)} rows/s`,
  },
  {
    ...{ what: `inbox of 50 among ${large?.cases} cases, p99`, bar: 'at most 25 ms', reached: largeMs <= 25 },
    value: `${ms(largeMs)}, p50 ${ms(median(large?.pageMs ?? []))}; ${large?.open} open, ${large?.rows} in the pool`,
  },
  {
    ...{
      what: `the same among ${small?.cases} cases`,
      bar: 'at most 1.3 × slower then',
      reached: largeMs <= 1.3 * smallMs,
    },
    value: `${ms(smallMs)}; ${(largeMs / smallMs).toFixed(2)} × slower then; ${small?.open} open, ${small?.rows} in the pool`,
  },
  {
    ...{ what: 'permission, reach and view of a page, p50', bar: 'at most 2 ms', reached: added <= 2 },
    value: `${ms(added)} more than its statement alone`,
  },
  {
    ...{ what: `overdue list of 50 among ${large?.cases} cases, p99`, bar: '', reached: null },
    value: `${ms(percentile(large?.overdueMs ?? [], 0.99))}, p50 ${ms(median(large?.overdueMs ?? []))}; among ${small?.cases} p50 ${ms(median(small?.overdueMs ?? []))}`,
  },
];
process.stdout.write(`\nmedians over ${ROUNDS} rounds, on Node ${process.version}\n\n${table(figures)}\n`);

await nextOwner.stop();
await receipts.stop();
await bare.stop();
await connection.close();
await database.close();
