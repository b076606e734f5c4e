const acts = {
  supplement: 'actSupplement',
  commit: 'actCommit',
  rectify: 'actReport',
  proveConditions: 'actProve',
  makeStatement: 'actState',
  requestHearing: 'actHearing',
} as const;

/** Key of the word on the button that leads to a step of the applicant; a step without a word of its own is 办理. */
export const actOf = (step: string): (typeof acts)[keyof typeof acts] | 'act' =>
  Object.entries(acts).find(([known]) => known === step)?.[1] ?? 'act';
