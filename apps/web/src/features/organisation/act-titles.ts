const titles = [
  'addPerson',
  'renamePerson',
  'disableAccount',
  'enableAccount',
  'renewPassword',
  'givePost',
  'endPost',
  'movePost',
  'renewLetter',
  'joinPool',
  'leavePool',
  'addQualification',
] as const;

/** The words of an act of the audit; another act is a change. */
export const actTitle = (action: string): (typeof titles)[number] | 'changed' =>
  titles.find((title) => action === `organisation.${title}`) ?? 'changed';
