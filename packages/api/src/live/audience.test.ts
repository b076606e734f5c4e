import type { Notice } from '@lianban/db/notice';
import { civilDate } from '@lianban/domain/civil-date';
import { roles, type Role } from '@lianban/domain/role';
import type { Matters } from '@lianban/domain/stand-in';
import { describe, expect, test } from 'vitest';
import type { Identity } from '../identity/identity.ts';
import { hears } from './audience.ts';

const place = { zh: '某处', en: 'Somewhere' };
const person = { id: 'person', name: '某人' };

function inRole(role: Role): Identity {
  const post = { id: 'post', role, province: 'CQ', unitId: 'unit', enterpriseId: null, place } as const;
  const factors = { hasFactor: false, hasProviderFactor: false } as const;
  const session = { id: 'session', mustChangePassword: false, method: 'password', isProven: true, ...factors } as const;
  return { person, post, posts: [post], enterprise: null, session };
}

const notice: Notice = {
  ...{
    caseId: 'case',
    version: 3,
    number: '渝',
    procedure: 'p',
    edition: 'e',
    item: 'i',
    province: 'CQ',
    enterprise: 'enterprise',
    secret: false,
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

describe('somebody who stands in', () => {
  const standing = (matters: Matters | null): Identity => {
    const { post, ...officer } = inRole('OFF');
    const until = civilDate('2026-12-31');
    return {
      ...officer,
      post: { ...post, standingIn: { for: { id: 'other', name: '他人' }, ownPostId: 'own', until, matters } },
    };
  };
  const nothing = { items: [], procedures: [], cases: [] };
  const byOther: Notice = { ...notice, by: 'other' };

  test('for a whole post hears what its holder would hear of cases', () => {
    expect(hears(standing(null), byOther, null)).toBe(true);
  });

  test('for single matters hears of these and of no others, not even while looking at one [ASVS v5.0.0-8.2.2]', () => {
    expect(hears(standing({ ...nothing, items: ['i'] }), byOther, null)).toBe(true);
    expect(hears(standing({ ...nothing, procedures: ['p'] }), byOther, null)).toBe(true);
    expect(hears(standing({ ...nothing, cases: ['case'] }), byOther, null)).toBe(true);
    expect(hears(standing({ ...nothing, items: ['j'] }), byOther, 'case')).toBe(false);
  });

  test('is told of messages to their own post, not of those to the post in which they act', () => {
    expect(hears(standing(null), { posts: ['own'] }, null)).toBe(true);
    expect(hears(standing(null), { posts: ['post'] }, null)).toBe(false);
  });
});
