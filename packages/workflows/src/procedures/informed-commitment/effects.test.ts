import { describe, expect, test } from 'vitest';
import type { Entry } from '../../kernel/entry.ts';
import { play } from '../../testing/scenario.ts';
import { informedCommitment } from './2023-12.ts';
import { scenarios } from './scenarios.ts';

async function entriesOf(rule: string): Promise<readonly Entry[]> {
  const scenario = scenarios.find((known) => known.rule === rule);
  if (scenario === undefined) throw new Error(`no scenario: ${rule}`);
  const played = await play(informedCommitment, scenario);
  return played.case.turns.flatMap(({ entries }) => entries);
}

const documentsOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'document' ? [entry.document] : []));

describe('the licence', () => {
  test.each([
    ['an abandoned draft ends the proceedings', []],
    ['a kept promise ends verified', ['grant']],
    [
      'conditions promised for a later day lift the restriction when they are met',
      ['grantRestricted', 'liftRestriction'],
    ],
    [
      'a commitment signed after the notice may promise conditions for a later day',
      ['grantRestricted', 'liftRestriction'],
    ],
    [
      'evidence that does not convince leads to rectification, which lifts the restriction',
      ['grantRestricted', 'liftRestriction'],
    ],
    ['more time asked for on the last day comes too late when it is allowed the day after', ['grantRestricted']],
    ['promised conditions that do not come are to be rectified, then revoked', ['grantRestricted', 'revoke']],
    ['the end of the window is the fault of the agency: the licence stays and the duty stays open', ['grant']],
    ['grave harm to the public interest keeps the licence (许可法69)', ['grant']],
    [
      'a licence kept in the public interest stays restricted until the promised conditions are met, and its case open',
      ['grantRestricted', 'liftRestriction'],
    ],
    [
      'a licence kept although the promised conditions were not met is no longer restricted, and is still verified',
      ['grantRestricted', 'liftRestriction'],
    ],
    [
      'a second ground is pursued even though the licence was kept in spite of the first',
      ['grantRestricted', 'revoke'],
    ],
    ['a licence is given up while verification is pending', ['grant', 'deregister']],
  ])('%s: %j', async (rule, acts) => {
    const entries = await entriesOf(rule);
    expect(entries.flatMap((entry) => (entry.type === 'licence' ? [entry.act] : []))).toEqual(acts);
  });
});

describe('the credit file is told why a commitment failed', () => {
  test.each([
    [
      'a false commitment is not rectified but revoked, after a hearing asked for on the last day (许可法69、47)',
      ['falseCommitment'],
    ],
    ['refused access is treated as a promise that cannot be proved', ['verificationRefused']],
    [
      'rectification for which more time was not allowed, and which fails, leads to revocation',
      ['rectificationFailed'],
    ],
    ['promised conditions that do not come are to be rectified, then revoked', ['conditionsUnmet']],
    ['for cosmetics no window is set and unmet conditions lead to revocation (总局令46第22条)', ['conditionsUnmet']],
    ['a second ground waits for the revocation under way, and is pursued when that is dropped', ['conditionsUnmet']],
    ['grave harm to the public interest keeps the licence (许可法69)', []],
    ['conditions lost later are no false commitment', []],
  ])('%s: %j', async (rule, grounds) => {
    const entries = await entriesOf(rule);
    expect(entries.flatMap((entry) => (entry.type === 'breach' ? [entry.ground] : []))).toEqual(grounds);
  });
});

describe('the ordinary procedure takes over', () => {
  const untouched = { acceptedOn: null, falsitySuspected: false };
  const doubted = { acceptedOn: '2026-03-02', falsitySuspected: true };
  test.each([
    ['nobody judging the credit file leads to the ordinary procedure', untouched],
    ['the window may judge that the ordinary procedure applies', untouched],
    ['an item outside the catalogue goes on under the ordinary procedure', untouched],
    ['a barred applicant goes on under the ordinary procedure', untouched],
    ['who does not want to commit goes on under the ordinary procedure (优化营商环境条例50)', untouched],
    ['doubts of the officer lead to the ordinary procedure', doubted],
    ['doubts of the head of section lead to the ordinary procedure', doubted],
  ])('%s: %j', async (rule, conversion) => {
    const entries = await entriesOf(rule);
    expect(entries).toContainEqual({ type: 'transferred', procedure: 'ordinary-permit', ...conversion });
    expect(documentsOf(entries)).toContain('conversionNotice');
  });
});

test('every hearing has its notice before it, and a postponed one another (许可法48)', async () => {
  const documents = documentsOf(
    await entriesOf('a postponed hearing is postponed once, and an absent applicant ends it'),
  );
  expect(documents.filter((document) => document.startsWith('hearing'))).toEqual([
    ...['hearingNotice', 'hearingNotice', 'hearingRecord'],
  ]);
});

describe('what is found is put in writing', () => {
  test.each([
    ['a kept promise ends verified', ['creditCheckRecord', 'notice', 'commitment', 'commitmentPublication']],
    [
      'the end of the window is the fault of the agency: the licence stays and the duty stays open',
      ['verificationNotice'],
    ],
    [
      'a false commitment is not rectified but revoked, after a hearing asked for on the last day (许可法69、47)',
      ['caseClueTransfer', 'revocationNotice', 'revocationDecision', 'copyLetter', 'creditRecord'],
    ],
    ['promised conditions that do not come are to be rectified, then revoked', ['rectificationOrder']],
    ['conditions lost later are no false commitment', ['caseClueTransfer']],
    ['accepted representations lead to rectification instead', ['rectificationOrder']],
    [
      'rectification that does not come leads to revocation, with both rights waived by silence',
      ['hearingWaiver', 'revocationDecision'],
    ],
  ])('%s: %j', async (rule, documents) => {
    expect(documentsOf(await entriesOf(rule))).toEqual(expect.arrayContaining(documents));
  });
});

describe('the other bureau and whoever owns the evidence get their papers', () => {
  test.each([
    ['the other bureau is asked and answers, one request at a time', ['assistanceLetter', 'assistanceReply']],
    [
      'silence of the other bureau leads one level up each time and is never an answer',
      ['assistanceLetter', 'assistanceReminder', 'jointOfficeRequest'],
    ],
    [
      'what is not needed any more is recalled, by hand or with the verification',
      ['assistanceLetter', 'assistanceRecall', 'assistanceLetter', 'assistanceRecall'],
    ],
    [
      'undecided after seven working days the evidence is set free, and nothing is decided on any more',
      ['evidenceNotice', 'evidenceRelease'],
    ],
    [
      'each registration has its own days, and what is still kept is set free with the case',
      [
        ...['evidenceNotice', 'evidenceNotice', 'evidenceDecision', 'evidenceDecision'],
        ...['evidenceNotice', 'evidenceDecision', 'evidenceNotice', 'evidenceRelease'],
      ],
    ],
  ])('%s: %j', async (rule, papers) => {
    const made = documentsOf(await entriesOf(rule));
    expect(made.filter((type) => /^(assistance|evidence|jointOffice|leaders)/.test(type))).toEqual(papers);
  });
});
