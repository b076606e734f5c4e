import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { expect, test } from 'vitest';
import { isInternal, isTold } from './disclosure.ts';
import { branchesOf } from './branches.ts';
import { readerOf } from './catalogue.ts';

const inOrdinary = readerOf(ordinaryPermit.id, ordinaryPermit.edition);
const inCommitment = readerOf(informedCommitment.id, informedCommitment.edition);

test.each([
  ['audit', 'sendBack'],
  ['legalReview', 'agree'],
  ['draft', 'proposeRefusal'],
  ['approve', 'sendBack'],
])('%s – %s stays inside the agency', (step, outcome) => {
  expect(isInternal(inOrdinary.spec(step), step, outcome)).toBe(true);
});

test.each([
  ['propose', 'doubt'],
  ['decide', 'refuse'],
  ['verify', 'conforms'],
  ['grantMoreTime', 'refuse'],
])('%s – %s is told to the applicant', (step, outcome) => {
  expect(isInternal(inCommitment.spec(step), step, outcome)).toBe(false);
});

test('officials’ opinions and colleagues are not told, what the applicant wrote is', () => {
  expect(isTold('reasons', 'SEC')).toBe(true);
  expect(isTold('opinion', 'SEC')).toBe(false);
  expect(isTold('secondOfficer', 'INS')).toBe(false);
  expect(isTold('opinion', 'APP')).toBe(true);
});

test('a duty is placed in its branches and in the exercise of a right, by the words of both', () => {
  const { stepTitle } = inCommitment;
  expect(branchesOf('intake#2', stepTitle)).toEqual([]);
  expect(branchesOf('conditions/requestMoreTime!/grantMoreTime', stepTitle).map(({ zh }) => zh)).toEqual([
    ...['承诺条件', '申请延期达成条件（一次）'],
  ]);
});
