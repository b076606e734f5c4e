import { civilDateOf } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../kernel/fold.ts';
import type { Entry } from '../../kernel/entry.ts';
import { randomLife } from '../../testing/random-life.ts';
import { informedCommitment } from './2023-12.ts';

const lives = (check: (entries: readonly Entry[], closed: string | null) => void) =>
  fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const life = await randomLife(informedCommitment, seed);
      check(
        life.turns.flatMap(({ entries }) => entries),
        life.closed,
      );
    }),
    { numRuns: 300 },
  );

const position = (entries: readonly Entry[], wanted: (entry: Entry) => boolean): number => entries.findIndex(wanted);

describe('in every life of a case', () => {
  test('a licence is granted only after a decision to grant, and revoked only after a decision to revoke', () =>
    lives((entries) => {
      const settled = (outcome: string) =>
        position(entries, (entry) => entry.type === 'settled' && entry.outcome === outcome);
      const act = (...acts: string[]) =>
        position(entries, (entry) => entry.type === 'licence' && acts.includes(entry.act));
      if (act('grant', 'grantRestricted') >= 0) expect(settled('grant')).toBeLessThan(act('grant', 'grantRestricted'));
      if (act('revoke') >= 0) {
        expect(settled('revoke')).toBeGreaterThanOrEqual(0);
        expect(settled('revoke')).toBeLessThan(act('revoke'));
        expect(settled('give')).toBeLessThan(act('revoke'));
      }
    }));

  test('every duty is opened once and ends once, and nothing is open when the case is closed', () =>
    lives((entries, closed) => {
      const open = new Map<string, string>();
      for (const entry of entries) {
        if (entry.type === 'opened') {
          expect(open.has(entry.key)).toBe(false);
          open.set(entry.key, entry.kind);
        }
        if (entry.type === 'cancelled') expect(open.delete(entry.key)).toBe(true);
        if (entry.type === 'settled' && open.get(entry.key) === 'duty') open.delete(entry.key);
      }
      if (closed !== null) expect([...open.keys()]).toEqual([]);
    }));

  test('a supplement is requested at most once and a duty lengthened at most once', () =>
    lives((entries) => {
      const count = (outcome: string) =>
        entries.filter((entry) => entry.type === 'settled' && entry.outcome === outcome).length;
      expect(count('requestSupplement')).toBeLessThanOrEqual(1);
      const lengthened = entries.flatMap((entry) => (entry.type === 'extended' ? [entry.key] : []));
      expect(lengthened).toEqual([...new Set(lengthened)]);
    }));

  test('clocks are started, paused, resumed and stopped in that order', () =>
    lives((entries) => {
      const running = new Map<string, number>();
      for (const entry of entries) {
        if (entry.type === 'clockStarted') running.set(entry.clock, 0);
        if (entry.type === 'clockPaused') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) + 1);
        if (entry.type === 'clockResumed') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) - 1);
        if (entry.type === 'clockStopped') expect(running.delete(entry.clock)).toBe(true);
        for (const pauses of running.values()) expect(pauses).toBeGreaterThanOrEqual(0);
      }
    }));

  test('no turn is of a day before the one that precedes it', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const life = await randomLife(informedCommitment, seed);
        const days = life.turns.map(({ row }) => civilDateOf(row.input.at));
        expect(days).toEqual([...days].sort());
      }),
      { numRuns: 300 },
    ));

  test('the ledger folds again to the same state', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const life = await randomLife(informedCommitment, seed);
        const kernel = await foldLedger(
          informedCommitment,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
        expect(
          kernel
            .openDuties()
            .map(({ key }) => key)
            .sort(),
        ).toEqual(
          life
            .duties()
            .map(({ key }) => key)
            .sort(),
        );
      }),
      { numRuns: 200 },
    ));

  test('weighted lives reach every ending', { timeout: 60_000 }, async () => {
    const endings = new Set<string | null>();
    for (let seed = 0; seed < 1500; seed += 1) endings.add((await randomLife(informedCommitment, seed)).closed);
    expect(Object.keys(informedCommitment.endings).filter((ending) => !endings.has(ending))).toEqual([]);
  });
});
