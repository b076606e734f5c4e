import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHours, instant } from './civil-date.ts';
import { roles, type Role } from './role.ts';
import {
  accessState,
  entersByUnit,
  isFitEnd,
  longestAccess,
  mayDecideAccess,
  mayEndAccess,
  maySetSecrecy,
  seesAllSecrets,
} from './secrecy.ts';

const role = fc.constantFrom(...(Object.keys(roles) as Role[])); // its keys are the roles
const person = fc.record({ personId: fc.constantFrom('a', 'b', 'c'), role });
const at = instant('2026-06-30T02:00:00.000Z');
const hours = fc.integer({ min: -60, max: 60 });

test('nobody decides on their own request, in whatever post', () => {
  fc.assert(fc.property(person, role, (asked, other) => !mayDecideAccess(asked, { ...asked, role: other })));
  fc.assert(
    fc.property(person, person, (asked, by) => !mayDecideAccess(asked, { ...by, standingInFor: asked.personId })),
  );
});

test('for every request there is exactly one role that decides on it, and it sees what is decided about or asks the other', () => {
  fc.assert(
    fc.property(role, (asked) => {
      const deciding = (Object.keys(roles) as Role[]).filter((by) =>
        mayDecideAccess({ personId: 'a', role: asked }, { personId: 'b', role: by }),
      );
      expect(deciding).toEqual([asked === 'HEAD' ? 'DL' : 'HEAD']);
    }),
  );
});

test('whoever may let somebody in may also end it, and so may who was let in', () => {
  fc.assert(
    fc.property(person, person, (asked, by) => {
      if (mayDecideAccess(asked, by) || asked.personId === by.personId) expect(mayEndAccess(asked, by)).toBe(true);
    }),
  );
});

test('an access ends ahead, and within a day of the request', () => {
  fc.assert(
    fc.property(hours, (n) => {
      expect(isFitEnd(at, addHours(at, n))).toBe(n > 0 && n <= longestAccess.value);
    }),
  );
});

test('an access runs only once it is released, before its end, and until somebody ends it', () => {
  const facts = fc.record({
    untilAt: hours.map((n) => addHours(at, n)),
    released: fc.constantFrom(null, true, false),
    endedAt: fc.constantFrom(null, at),
  });
  fc.assert(
    fc.property(facts, (one) => {
      const runs = one.released === true && one.endedAt === null && one.untilAt > at;
      expect(accessState(one, at) === 'running').toBe(runs);
      if (one.untilAt <= at) expect(['missed', 'refused', 'over', 'ended']).toContain(accessState(one, at));
    }),
  );
});

test('who watches over the work of others, and who keeps the system, is let in by no unit and puts nothing under secrecy', () => {
  for (const watching of ['SUP', 'ADM', 'AUD'] as const)
    expect([entersByUnit(watching), seesAllSecrets(watching), maySetSecrecy(watching, true)]).toEqual([
      false,
      false,
      false,
    ]);
  expect([maySetSecrecy('SEC', false), maySetSecrecy('SEC', true), maySetSecrecy('OFF', true)]).toEqual([
    false,
    true,
    false,
  ]);
});
