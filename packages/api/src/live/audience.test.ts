import type { Notice } from '@lianban/db/notice';
import { roles, type Role } from '@lianban/domain/role';
import { expect, test } from 'vitest';
import type { Identity } from '../identity/identity.ts';
import { hears } from './audience.ts';

const place = { zh: '某处', en: 'Somewhere' };
const person = { id: 'person', name: '某人' };

function inRole(role: Role): Identity {
  const post = { id: 'post', role, province: 'CQ', unitId: 'unit', enterpriseId: null, place } as const;
  const session = { id: 'session', mustChangePassword: false, hasFactor: false, isProven: true };
  return { person, post, posts: [post], enterprise: null, session };
}

const notice: Notice = {
  ...{
    caseId: 'case',
    version: 3,
    number: '渝',
    procedure: 'p',
    edition: 'e',
    province: 'CQ',
    enterprise: 'enterprise',
  },
  ...{
    units: ['unit'],
    roles: Object.keys(roles) as Role[],
    by: 'person',
    byName: '某人',
    duty: null,
    outcome: 'open',
  }, // its keys are the roles
};

test('an auditor is told nothing of a case, not even of the one that is looked at; messages to the post arrive [ASVS v5.0.0-8.2.2]', () => {
  expect(hears(inRole('OFF'), notice, 'case')).toBe(true);
  expect(hears(inRole('AUD'), notice, 'case')).toBe(false);
  expect(hears(inRole('AUD'), { posts: ['post'] }, null)).toBe(true);
});
