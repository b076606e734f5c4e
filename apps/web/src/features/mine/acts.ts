const acts = {
  supplement: 'actSupplement',
  supplementReview: 'actSupplement',
  addMaterial: 'actSupplement',
  commit: 'actCommit',
  supplementLicence: 'actSupplement',
  commitToCure: 'actCommitToCure',
  cure: 'actCure',
  rectify: 'actReport',
  rectifyQuality: 'actReport',
  completePlanned: 'actReport',
  validate: 'actReport',
  reportApproval: 'actReport',
  fileChange: 'actReport',
  applyEntrusted: 'actEntrusted',
  meetConditions: 'actProve',
  proveConditions: 'actProve',
  makeStatement: 'actState',
  object: 'actObject',
  requestHearing: 'actHearing',
  rate: 'actRate',
} as const;

/** Key of the word on the button that leads to a step of the applicant; a step without a word of its own is 办理. */
export const actOf = (step: string): (typeof acts)[keyof typeof acts] | 'act' =>
  Object.entries(acts).find(([known]) => known === step)?.[1] ?? 'act';
