/** The lives whose histories are kept: between them they pass every step, every way of waiting and most endings. */
export const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'informed-commitment 2023-12': {
    'kept-promise': 'a kept promise ends verified',
    'silence-accepts': 'silence of the window accepts as of the day of receipt (许可法32)',
    'supplement-once': 'a supplement is requested once only (许可法32)',
    'unclear-credit': 'the window judges where the credit file is not clear, and the commitment follows the notice',
    'barred-applicant': 'a barred applicant goes on under the ordinary procedure',
    'sent-back-twice': 'a decision is sent back twice at most, and disagreement is no refusal',
    withdrawn: 'an application is withdrawn before the decision',
    'served-by-announcement': 'three failed attempts open service by announcement',
    'rectified-with-more-time': 'rectification is lengthened once',
    'revoked-by-silence': 'rectification that does not come leads to revocation, with both rights waived by silence',
    'false-commitment-after-hearing':
      'a false commitment is not rectified but revoked, after a hearing asked for on the last day (许可法69、47)',
    'kept-in-public-interest': 'grave harm to the public interest keeps the licence (许可法69)',
    'kept-with-conditions-open':
      'a licence kept in the public interest stays restricted until the promised conditions are met, and its case open',
    'promised-conditions-met': 'conditions promised for a later day lift the restriction when they are met',
    'window-lengthened': 'force majeure lengthens the window once',
    'window-ended': 'a window that has ended is not lengthened any more, neither asked for nor allowed',
    'hearing-postponed': 'a postponed hearing is postponed once, and an absent applicant ends it',
    'given-up': 'a licence is given up while verification is pending',
    'asked-by-letter': 'the other bureau is written to from here, announces a delay and answers by letter',
  },
  'ordinary-permit 2019-04': {
    licensed: 'a complete application is reviewed, approved and served',
    'silence-accepts': 'silence of the window accepts as of the day of receipt (许可法32)',
    'refused-after-legal-review': 'a refusal passes legal review before it is signed (许可法38)',
    'sent-back': 'a leader who disagrees sends back and refuses nothing by that',
    'no-supplement': 'a supplement that does not come ends the proceedings',
    withdrawn: 'an application is withdrawn before the decision',
  },
  'ordinary-permit 2023-07': {
    licensed: 'a complete application is reviewed, approved, sealed and served',
    'refused-by-announcement':
      'a refusal passes legal review and is told before it is signed, and is served (许可法36、38)',
    'refused-after-hearing': 'a hearing that is owed stops the clock until it has been held (许可法45、47、48)',
    'joint-discussion': 'two returns, whoever made them, then the joint discussion decides how it goes on',
    'bureau-meeting': 'a meeting that would refuse what was to be granted has the applicant heard first',
    'false-application': 'falsity that is confirmed before the seal turns a grant into a refusal (许可法78)',
    'inspected-and-rectified':
      'a drug licence is inspected in any case, and neither review, inspection nor rectification is counted',
    'deemed-renewed':
      'a renewal that is not decided before the licence expires is deemed granted, and what was under way ends (许可法50)',
  },
  'inspection-task 2023-07': {
    regraded: 'a critical defect fails the inspection unless the dispatching unit lowers its grade',
    'risk-reported': 'a risk to quality is told at once and assessed, while the inspection goes on',
  },
  'rectification 2023-07': {
    explained: 'further explanation and the re-check on the spot are asked for and not counted in the review',
    planned: 'what is planned for later has a day of its own each, and all of it has to be kept',
    silent: 'no report within thirty working days of the inspection fails it (药品检查管理办法)',
  },
  'assistance-request 2021-07': {
    answered: 'a letter is signed for, assigned, looked into by two and answered under the hand of the deputy director',
    delayed: 'a later answer is announced once, before the limit has passed, and counts from then on',
    redirected: 'a letter is returned once: what comes again is taken, or the competent body is named',
  },
  'parallel-registration-licensing 2022-03': {
    'worked-example':
      'the visit is not counted, the supplement begins sixty days anew, and the decision is due twenty days after the opinion',
    'sent-back':
      'J1: sent back to the review, the decision waits for another opinion under the same clock, twice at most',
    'visit-after-all':
      'J1: a review that turned negative calls the visit off; sent back and found fit, the visit is made after all',
    'licence-later':
      'B2r: defects of the licence alone let the registration go ahead; the licence waits, and its clock stands still',
    'falsity-before-the-seal':
      'falsity: suspected while the decision is prepared, it is looked into before anything is sealed',
    'class-three':
      'class III: the province verifies within thirty working days of the notice, tells the result, and licenses once registered',
  },
  'quality-rectification 2022-03': {
    rechecked: 'a report is checked once, and its result told: passed',
    silent: 'no report within six months of the visit is overdue, and recorded',
  },
  'registration-verification 2023-07': {
    'postponed-once': 'dates are negotiated, and an enterprise that is not ready is postponed once',
    'sent-at-once': 'what does not conform is sent at once and does not stop the verification',
  },
  'quarterly-ledger 2024-10': {
    late: 'edge case 35: whoever has not handed in by the day is named, and hands in all the same',
  },
  'district-meetings 2024-10': {
    missed: 'whom nobody met in the year is named to the section, which reports it to the leaders',
  },
  'liaison-request 2024-10': {
    climbed: 'a request climbs from the district to the bureau meeting and comes back with an answer',
    'asked-the-other-bureau': 'a request of a district of Sichuan goes to the other bureau by letter, which answers',
    'returned-twice': 'edge case 32: a second return goes to the section, and there is no third',
    'report-separated': 'the check of a report is lengthened once, by the head of the agency',
  },
  'ordinary-permit 2024-01': {
    'cured-beside-the-review':
      'what is secondary follows while the file is reviewed, and nothing is drafted before all of it has been checked',
    'not-cured':
      'one thing that does not come by the promised day ends the case, whatever else has come and however far the review is',
  },
  'remedy 2024-01': { upheld: 'a decision that is upheld stands, and so does the case that it ended' },
  'joint-inspection 2024-05': {
    audited: 'a joint inspection is approved, planned, staffed by both sides, signed by both and audited',
    replaced: 'whoever leaves or recuses is replaced before it goes on, on either side and on the spot too (14.23)',
  },
  'off-site-workshop 2024-05': {
    silent:
      'silence is chased after fifteen working days and brought to the joint office after twenty-five, and stays silence (14.25)',
    'another-opinion': 'the same answer again is noted and changes nothing; another one is a new version of it (14.27)',
  },
  'off-site-variety 2024-05': {
    granted: 'a variety is granted once its review is passed and consent and assessment are there (J1)',
  },
  'off-site-launch 2024-05': {
    resumed: 'a change that is filed is examined, registered and validated; the first batch is inspected by both sides',
  },
  'site-consent 2024-05': { stands: 'the answer is studied and signed by two, and stands' },
  'joint-supervision 2024-05': {
    told: 'a breach that the other side tells of is weighed here, and both hear what came of it',
  },
  'site-supervision 2024-05': {
    told: 'a breach goes out under the hand of the deputy director, and what came of it follows',
  },
  'prior-consultation 2024-05': {
    agreed: 'what the other side wants changed is talked about again, in another meeting where one is needed',
  },
  'joint-contribution 2024-05': { graded: 'a grade in dispute is answered in writing' },
};
