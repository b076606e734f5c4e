import { text, type Text } from './text.ts';

/** The two regulators that share the installation. */
export type Province = 'CQ' | 'SC';

/** The one that is not this one. */
export const otherProvince = (province: Province): Province => (province === 'CQ' ? 'SC' : 'CQ');

/** Name, bureau and the character used in document numbers. */
export const provinces = {
  CQ: {
    name: text('重庆', 'Chongqing'),
    bureau: text('重庆市药品监督管理局', 'Chongqing Medical Products Administration'),
    prefix: '渝',
  },
  SC: {
    name: text('四川', 'Sichuan'),
    bureau: text('四川省药品监督管理局', 'Sichuan Medical Products Administration'),
    prefix: '川',
  },
} as const satisfies Record<Province, { name: Text; bureau: Text; prefix: string }>;
