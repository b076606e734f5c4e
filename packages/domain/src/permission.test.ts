import { expect, test } from 'vitest';
import { mayCall, rowScope, type Action } from './permission.ts';
import { roles, type Role } from './role.ts';

const everyRole = Object.keys(roles) as Role[];
const officers: readonly Role[] = ['WIN', 'OFF', 'SEC', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO'];
const rolesThatMay = (action: Action) => everyRole.filter((role) => mayCall(role, action));

test.each<[Action, readonly Role[]]>([
  ['application.draft', ['APP']],
  ['application.submit', ['APP']],
  ['application.list', ['APP']],
  ['application.withdraw', ['APP']],
  ['duty.inbox', ['APP', ...officers]],
  ['duty.answer', ['APP', ...officers]],
  ['duty.claim', officers],
  ['duty.release', officers],
  ['case.list', [...officers, 'SUP']],
  ['case.page', ['APP', ...officers, 'SUP', 'ADM']],
  ['case.timeline', ['APP', ...officers, 'SUP', 'ADM']],
  ['supervise.due', ['SUP']],
  ['supervise.overdue', ['SUP']],
  ['supervise.urge', ['SEC', 'DL', 'HEAD', 'SUP']],
  ['message.list', ['APP', ...officers, 'SUP', 'ADM', 'AUD']],
  ['message.read', ['APP', ...officers, 'SUP', 'ADM', 'AUD']],
  ['admin.rules', ['ADM']],
  ['admin.operations', ['ADM']],
  ['audit.search', ['AUD']],
  ['audit.export', ['AUD']],
  ['live.events', ['APP', ...officers, 'SUP', 'ADM', 'AUD']],
])('%s is for %j', (action, allowed) => {
  expect(rolesThatMay(action)).toEqual(allowed);
});

test('who watches or administers decides nothing', () => {
  for (const role of ['SUP', 'ADM', 'AUD', 'CLK'] as const) expect(mayCall(role, 'duty.answer')).toBe(false);
});

test('what is not in the table is refused', () => {
  expect(rolesThatMay('session.elevate' as Action)).toEqual([]);
});

test('an enterprise sees its own, an office its province', () => {
  expect(rowScope('APP')).toBe('own-enterprise');
  for (const role of officers) expect(rowScope(role)).toBe('own-province');
});
