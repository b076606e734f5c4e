/** The lives whose histories are kept: between them they pass every step, every way of waiting and most endings. */
export const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'informed-commitment': {
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
  },
  'ordinary-permit': {
    licensed: 'a complete application is reviewed, approved and served',
    'silence-accepts': 'silence of the window accepts as of the day of receipt (许可法32)',
    'refused-after-legal-review': 'a refusal passes legal review before it is signed (许可法38)',
    'sent-back': 'a leader who disagrees sends back and refuses nothing by that',
    'no-supplement': 'a supplement that does not come ends the proceedings',
    withdrawn: 'an application is withdrawn before the decision',
  },
};
