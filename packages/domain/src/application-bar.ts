import type { Item } from './item.ts';
import type { RuleKey } from './rule.ts';

/** Which row of the rule table says how long the law accepts no application after deceit, and what for. */
export interface ApplicationBar {
  readonly rule: RuleKey;
  /** What is not accepted meanwhile: another application for the same permit, or any of the product field. */
  readonly covers: 'permit' | 'field';
}

const device = { rule: 'device.fraud.bar', covers: 'field' } as const satisfies ApplicationBar;
const cosmetics = { rule: 'cosmetics.fraud.bar', covers: 'field' } as const satisfies ApplicationBar;
const anyFalseApplication = { rule: 'permit.falseApplication.bar', covers: 'permit' } as const satisfies ApplicationBar;

/** After a licence that was obtained by deceit and is revoked (药品管理法123、医疗器械条例83、化妆品条例64、许可法79). */
export const barsAfterFraud = {
  drug: { rule: 'drug.fraud.bar', covers: 'permit' },
  device,
  cosmetics,
  other: { rule: 'permit.fraud.bar', covers: 'permit' },
} as const satisfies Record<Item['field'], ApplicationBar>;

/**
 * After an application that was refused because it was false. The regulations on devices and on cosmetics bar whoever applied
 * with false material, licensed or not (医疗器械条例83、化妆品条例64); for everything else 许可法78 does.
 */
export const barsAfterFalseApplication = {
  ...{ drug: anyFalseApplication, device, cosmetics },
  other: anyFalseApplication,
} as const satisfies Record<Item['field'], ApplicationBar>;

/** The rows that a procedure has frozen into its cases so that either bar can be entered. */
export const barRules: readonly RuleKey[] = [
  ...new Set([...Object.values(barsAfterFraud), ...Object.values(barsAfterFalseApplication)].map(({ rule }) => rule)),
];
