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

const titled = (branch: string, id: string, edition: string) =>
  branchesOf(`${branch}/any`, readerOf(id, edition)).map(({ zh }) => zh);

test('branches of one name in two procedures are told as what they are in each', () => {
  expect(titled('inspection', 'off-site-workshop', '2024-05')).toEqual(['厂址联合检查']);
  expect(titled('inspection', 'registration-verification', '2023-07')).toEqual(['上市前检查']);
  expect(titled('register', 'off-site-launch', '2024-05')).toEqual(['登记与备案']);
  expect(titled('register', 'informed-commitment', '2023-12')).toEqual(['注销登记']);
  expect(titled('site', 'joint-inspection', '2024-05')).toEqual(['对方检查员']);
  expect(titled('site', 'site-supervision', '2024-05')).toEqual([]);
});
