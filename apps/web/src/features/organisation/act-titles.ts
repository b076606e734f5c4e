const titles = [
  'addPerson',
  'renamePerson',
  'disableAccount',
  'enableAccount',
  'renewPassword',
  'linkIdentity',
  'unlinkIdentity',
  'givePost',
  'endPost',
  'movePost',
  'renewLetter',
  'joinPool',
  'leavePool',
  'addQualification',
  'correctQualification',
  'endQualification',
  'enterInterest',
  'withdrawInterest',
] as const;

/** The words of an act of the audit; another act is a change. */
export const actTitle = (action: string): (typeof titles)[number] | 'changed' =>
  titles.find((title) => action === `organisation.${title}`) ?? 'changed';
