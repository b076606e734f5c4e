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
  expect(branchesOf('intake#2', inCommitment)).toEqual([]);
  expect(branchesOf('conditions/requestMoreTime!/grantMoreTime', inCommitment).map(({ zh }) => zh)).toEqual([
    ...['承诺条件', '申请延期达成条件（一次）'],
  ]);
});

test('branches of one name in two procedures are told as what they are in each', () => {
  const inWorkshop = readerOf('off-site-workshop', '2024-05');
  const inRegistration = readerOf('registration-verification', '2023-07');
  const title = (catalogue: typeof inWorkshop) => branchesOf('inspection/any', catalogue).map(({ zh }) => zh);
  expect([title(inWorkshop), title(inRegistration)]).toEqual([['厂址联合检查'], ['上市前检查']]);
});
