import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawTeam, type Draw, type Listed } from './team.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const runs = { numRuns: 300 };
const seeds = fc.string({ minLength: 1, maxLength: 20 });
const listed = (personId: string, tickets: number, mayLead = true): Listed => ({
  ...{ personId, name: personId, mayLead, out: tickets === 0 ? ['conflict'] : [], tickets },
});
const lists = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 12 })
  .chain((ids) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()), { minLength: ids.length, maxLength: ids.length })
      .map((drawn) => ids.map((id, nth) => listed(id, ...(drawn[nth] ?? [0, false])))),
  );
const draw = (over: Partial<Draw> & Pick<Draw, 'list' | 'seed'>): Draw => ({ kept: [], size: 2, hash, ...over });
const people = (asked: Draw): readonly string[] => drawTeam(asked)?.drawn.map(({ personId }) => personId) ?? [];

describe('a draw', () => {
  test('gives the same team for the same seed, in whatever order the list stands', () => {
    fc.assert(
      fc.property(lists, seeds, fc.nat(), (list, seed, turn) => {
        const turned = list.map((_, at) => list[(at + turn) % list.length]).flatMap((one) => one ?? []);
        expect(drawTeam(draw({ list: turned.toReversed(), seed }))).toEqual(drawTeam(draw({ list, seed })));
      }),
      runs,
    );
  });

  test('draws as many different people as are wanted, nobody left out of the list, and a leader who may lead; or nobody', () => {
    fc.assert(
      fc.property(lists, seeds, fc.integer({ min: 1, max: 4 }), (list, seed, size) => {
        const able = list.filter(({ tickets }) => tickets > 0);
        const team = drawTeam(draw({ list, seed, size }));
        const possible = able.length >= size && able.some(({ mayLead }) => mayLead);
        expect(team !== null).toBe(possible);
        if (team === null) return;
        const ids = team.drawn.map(({ personId }) => personId);
        expect(new Set(ids).size).toBe(size);
        expect(ids.every((id) => able.some(({ personId }) => personId === id))).toBe(true);
        expect(ids[0]).toBe(team.leader);
        expect(able.find(({ personId }) => personId === team.leader)?.mayLead).toBe(true);
      }),
      runs,
    );
  });

  test('fills up a team and draws nobody again who is in it', () => {
    fc.assert(
      fc.property(lists, seeds, (list, seed) => {
        const team = drawTeam(draw({ list, seed }));
        const [, second] = team?.drawn ?? [];
        if (second === undefined) return;
        const left = list.map((one) => (one.personId === team?.leader ? { ...one, tickets: 0 } : one));
        const again = drawTeam(draw({ list: left, seed: `${seed}+`, kept: [second.personId] }));
        if (again === null) return;
        expect(again.drawn).toHaveLength(1);
        expect(again.drawn[0]?.personId).not.toBe(second.personId);
        expect([second.personId, again.drawn[0]?.personId]).toContain(again.leader);
      }),
      runs,
    );
  });

  test('can draw everybody who is on the list, and draws by their tickets', () => {
    const list = [listed('a', 1), listed('b', 2), listed('c', 3), listed('d', 4), listed('out', 0)];
    const times = 4000;
    const first = new Map<string, number>();
    for (let nth = 0; nth < times; nth += 1) {
      const [id = ''] = people(draw({ list, seed: `seed ${nth}`, size: 1 }));
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    expect([...first.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    // Four standard deviations at most.
    for (const { personId, tickets } of list.slice(0, 4)) {
      const share = tickets / 10;
      const spread = 4 * Math.sqrt(times * share * (1 - share));
      expect(Math.abs((first.get(personId) ?? 0) - times * share), personId).toBeLessThan(spread);
    }
  });
});
