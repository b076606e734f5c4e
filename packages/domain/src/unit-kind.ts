import type { Role } from './role.ts';
import { text, type Text } from './text.ts';

/** Kinds of units to which duties belong, as the specification names them; what a unit is called, each bureau decides. */
export const unitKinds = {
  enterprise: text('企业', 'Enterprise'),
  serviceCentre: text('行政审批服务中心', 'Service centre'),
  section: text('承办处室', 'Section in charge'),
  reviewCentre: text('药品审评机构', 'Review centre'),
  inspectorate: text('检查机构', 'Inspectorate'),
  legal: text('法规处', 'Legal section'),
  credit: text('信用管理处室', 'Credit section'),
  leadership: text('局领导', 'Bureau leadership'),
  liaisonOffice: text('科标处', 'Science and standards section'),
  liaison: text('联络单位', 'Liaison unit'),
  partnerDesk: text('跨省协作处室', 'Section for cooperation'),
  jointOffice: text('联席会议办公室（本省侧）', 'Own side of the joint office'),
  district: text('区县', 'District'),
  supervision: text('效能监督', 'Performance supervision'),
  system: text('系统', 'System'),
} as const satisfies Record<string, Text>;

/** One of the {@link unitKinds}. */
export type UnitKind = keyof typeof unitKinds;

/** The kind of unit in which a role works. */
export const unitKindOf = {
  APP: 'enterprise',
  WIN: 'serviceCentre',
  OFF: 'section',
  SEC: 'section',
  REV: 'reviewCentre',
  DISP: 'inspectorate',
  INS: 'inspectorate',
  LEG: 'legal',
  CRD: 'credit',
  DL: 'leadership',
  HEAD: 'leadership',
  BMO: 'leadership',
  TECH: 'liaisonOffice',
  RLO: 'liaison',
  DLO: 'liaison',
  ILO: 'section',
  PSC: 'partnerDesk',
  JO: 'jointOffice',
  DIST: 'district',
  SUP: 'supervision',
  ADM: 'system',
  AUD: 'supervision',
  CLK: 'system',
} as const satisfies Record<Role, UnitKind>;
