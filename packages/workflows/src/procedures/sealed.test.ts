import { needsSeal } from '@lianban/domain/document';
import { expect, test } from 'vitest';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { ordinaryPermit } from './ordinary-permit/2019-04.ts';
import { procedures } from './registry.ts';

/** The buttons of a procedure that make a paper under seal, by step. */
const sealing = ({ steps }: AnyProcedure): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(steps).flatMap(([step, { outcomes }]) => {
      const names = Object.keys(outcomes).filter((name) => needsSeal(outcomes[name]?.documents ?? []));
      return names.length === 0 ? [] : [[step, names]];
    }),
  );

test('whoever decides, orders, revokes or writes to others seals, and nobody else [ASVS v5.0.0-7.5.3]', () => {
  expect(sealing(informedCommitment)).toEqual({
    decide: ['grant', 'refuse'],
    intake: ['refuse', 'notRequired'],
    deliver: ['delivered', 'announced'],
    grantMoreTime: ['grant'],
    checkConditions: ['unmet'],
    verify: ['correctable'],
    grantMoreRectification: ['grant'],
    sendAssistance: ['send'],
    awaitAssistance: ['recall'],
    awaitReminded: ['recall'],
    awaitJointOffice: ['recall'],
    awaitLeaders: ['recall'],
    registerEvidence: ['register'],
    decideOnEvidence: ['giveBack', 'sendToTest', 'seize', 'transfer'],
    giveNotice: ['give'],
    arrangeHearing: ['arrange'],
    weighStatement: ['rectify'],
    decideRevocation: ['revoke', 'keep'],
    publishDeregistration: ['done'],
    deregister: ['done'],
  });
  expect(sealing(ordinaryPermit)).toEqual({
    intake: ['refuse', 'notRequired'],
    approveExtension: ['grant'],
    approve: ['grant', 'refuse'],
    deliver: ['delivered', 'announced'],
  });
});

test('no applicant seals', () => {
  const owners = procedures.flatMap((procedure) =>
    Object.keys(sealing(procedure)).map((step) => procedure.steps[step]?.owner),
  );
  expect(owners.length).toBeGreaterThan(10);
  expect(owners).not.toContain('APP');
});
