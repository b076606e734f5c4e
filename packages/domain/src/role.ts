import { text, type Text } from './text.ts';

/** Role codes of the two bureaus, the enterprise and the clock. */
export const roleCodes = [
  'APP',
  'WIN',
  'OFF',
  'SEC',
  'REV',
  'DISP',
  'INS',
  'LEG',
  'CRD',
  'DL',
  'HEAD',
  'BMO',
  'TECH',
  'RLO',
  'DLO',
  'ILO',
  'PSC',
  'JO',
  'DIST',
  'SUP',
  'ADM',
  'AUD',
  'CLK',
] as const;
/** One of the {@link roleCodes}. */
export type Role = (typeof roleCodes)[number];

/** Roles that work on cases inside a bureau. */
export const workingRoles = [
  'WIN',
  'OFF',
  'SEC',
  'REV',
  'DISP',
  'INS',
  'LEG',
  'CRD',
  'DL',
  'HEAD',
  'BMO',
  'TECH',
  'RLO',
  'DLO',
  'ILO',
  'PSC',
  'JO',
] as const satisfies readonly Role[];

/** Roles of units that administrators give. */
export const unitRoles = [...workingRoles, 'SUP', 'ADM', 'AUD'] as const satisfies readonly Role[];

/** Roles of units to which duties can belong. */
export const dutyRoles = unitRoles.filter((role) => role !== 'AUD');

/** Whether nobody may hold both on the same day: who audits acts on no case and administers nothing. */
export const areApart = (one: Role, other: Role): boolean => (one === 'AUD') !== (other === 'AUD');

/** Roles of whoever asks something of the bureau: in a post of an enterprise, or of the liaison body of a district. */
export const outsideRoles = ['APP', 'DIST'] as const satisfies readonly Role[];

/** Whether a post of that role is outside the bureau; it reaches what is its own organisation's and nothing else. */
export const isOutside = (role: Role): role is (typeof outsideRoles)[number] => role === 'APP' || role === 'DIST';

/** What each role is called. */
export const roles = {
  APP: text('企业经办人', 'Applicant'),
  WIN: text('受理员', 'Window officer'),
  OFF: text('承办人', 'Case officer'),
  SEC: text('承办处负责人', 'Head of section'),
  REV: text('审评员', 'Reviewer'),
  DISP: text('派出检查单位', 'Dispatching inspectorate'),
  INS: text('检查员', 'Inspector'),
  LEG: text('法制审核', 'Legal reviewer'),
  CRD: text('信用管理岗', 'Credit officer'),
  DL: text('分管局领导', 'Deputy director-general'),
  HEAD: text('局长', 'Director-general'),
  BMO: text('局长办公会', 'Bureau meeting'),
  TECH: text('科标处', 'Science and standards section'),
  RLO: text('区域联络员', 'Regional liaison officer'),
  DLO: text('区县联络员', 'District liaison officer'),
  ILO: text('产业服务联络员', 'Industry liaison officer'),
  PSC: text('协作省联络岗', 'Desk of the partner province'),
  JO: text('联席会议办公室', 'Office of the joint meeting'),
  DIST: text('区县联络部门', 'Liaison body of the district'),
  SUP: text('效能监督岗', 'Performance supervisor'),
  ADM: text('系统管理员', 'Administrator'),
  AUD: text('审计员', 'Auditor'),
  CLK: text('系统时钟', 'System clock'),
} as const satisfies Record<Role, Text>;
