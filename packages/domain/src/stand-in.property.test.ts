import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addHours, civilDateOf, daysBetween, endOfDay, epochMs, instant, startOfDay } from './civil-date.ts';
import { civilDate } from './civil-date.ts';
import { roleCodes } from './role.ts';
import { answersFor, covers, isAway, longestAbsence, mayBeEntered, overlap, standsIn, unfit } from './stand-in.ts';

const first = civilDate('2026-01-01');
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays(first, days));
const absence = fc.tuple(day, fc.nat(60)).map(([from, length]) => ({ from, to: addDays(from, length) }));

describe('an absence', () => {
  test('begins with the first second of its first day in Beijing and ends with the last of its last', () => {
    fc.assert(
      fc.property(absence, fc.integer({ min: -72, max: 72 * 24 }), (away, hours) => {
        const at = addHours(startOfDay(away.from), hours);
        const isWithin = at >= startOfDay(away.from) && at < endOfDay(away.to);
        expect(isAway(away, civilDateOf(at))).toBe(isWithin);
      }),
    );
    const away = { from: first, to: first };
    expect(isAway(away, civilDateOf(endOfDay(first)))).toBe(false);
    expect(isAway(away, civilDateOf(instant(epochMs(endOfDay(first)) - 1)))).toBe(true);
  });

  test('overlaps another exactly when there is a day on which both are under way', () => {
    fc.assert(
      fc.property(absence, absence, (one, other) => {
        const days = Array.from({ length: daysBetween(one.from, one.to) + 1 }, (_, nth) => addDays(one.from, nth));
        expect(overlap(one, other)).toBe(days.some((on) => isAway(other, on)));
        expect(overlap(other, one)).toBe(overlap(one, other));
      }),
    );
  });

  test('is entered from today on, for a number of days that is limited', () => {
    fc.assert(
      fc.property(day, day, day, (from, to, today) => {
        const days = daysBetween(from, to) + 1;
        expect(mayBeEntered({ from, to }, today)).toBe(from >= today && days >= 1 && days <= longestAbsence.days);
      }),
    );
  });
});

describe('somebody can stand in', () => {
  const person = { personId: 'deputy', hasAccount: true, since: first, until: null, absences: [] };
  const need = { from: addDays(first, 10), to: addDays(first, 20), principalId: 'principal', giverId: 'giver' };

  test('only who holds a post on every day of the absence and is away on none', () => {
    fc.assert(
      fc.property(day, fc.option(day), fc.array(absence, { maxLength: 3 }), absence, (since, until, absences, away) => {
        const days = Array.from({ length: daysBetween(away.from, away.to) + 1 }, (_, nth) => addDays(away.from, nth));
        const found = unfit({ ...person, since, until, absences }, { ...need, ...away });
        const holds = days.every((on) => since <= on && (until === null || on <= until));
        const isAwayToo = absences.some((other) => days.some((on) => isAway(other, on)));
        expect(found).toBe(!holds ? 'notThroughout' : isAwayToo ? 'away' : null);
      }),
    );
  });

  test('but nobody for themselves, nobody who names themselves, and nobody without an account', () => {
    expect(unfit({ ...person, personId: 'principal' }, need)).toBe('self');
    expect(unfit({ ...person, personId: 'giver' }, need)).toBe('giver');
    expect(unfit({ ...person, hasAccount: false }, need)).toBe('noAccount');
    expect(unfit(person, need)).toBeNull();
  });
});

test('a deputy is named by whoever is away, by the head of their section, or by the leaders of their bureau', () => {
  const officer = { role: 'OFF', province: 'CQ', unitId: 'cq-permits' } as const;
  const may = roleCodes.filter((role) => answersFor({ ...officer, role }, officer));
  expect(may).toEqual(['SEC', 'DL', 'HEAD']);
  expect(roleCodes.filter((role) => answersFor({ ...officer, role, unitId: 'cq-legal' }, officer))).toEqual([
    'DL',
    'HEAD',
  ]);
  expect(roleCodes.filter((role) => answersFor({ ...officer, role, province: 'SC' }, officer))).toEqual([]);
});

test('nobody stands in for those who watch over acts, for enterprises, or for the clock', () => {
  expect(roleCodes.filter((role) => !standsIn(role))).toEqual(['APP', 'DIST', 'SUP', 'ADM', 'AUD', 'CLK']);
});

test('single matters cover their cases and no others, the whole post covers all', () => {
  const one = { caseId: 'c1', item: 'i1', procedure: 'p1' };
  const none = { items: [], procedures: [], cases: [] };
  expect(covers(null, one)).toBe(true);
  expect(covers(none, one)).toBe(false);
  expect(covers({ ...none, items: ['i1'] }, one)).toBe(true);
  expect(covers({ ...none, procedures: ['p1'] }, one)).toBe(true);
  expect(covers({ ...none, cases: ['c1'] }, one)).toBe(true);
  expect(covers({ items: ['i2'], procedures: ['p2'], cases: ['c2'] }, one)).toBe(false);
});
