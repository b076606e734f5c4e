import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';

/** Opinion of the officer, kept in the record; never read by a flow. */
export const opinion = {
  name: 'opinion',
  label: text('意见', 'Opinion'),
  kind: { type: 'prose', maxLength: 2000 },
  required: false,
} as const satisfies Field;

/** Reasons without which a refusal, a return or a revocation may not be made (许可法38). */
export const reasons = {
  name: 'reasons',
  label: text('理由', 'Reasons'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

/** What the applicant or an inspector reports. */
export const statement = {
  name: 'statement',
  label: text('说明', 'Statement'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

/** The second of the two officers that a substantive check needs (许可法34): somebody of the unit that owes it. */
export const secondOfficer = {
  name: 'secondOfficer',
  label: text('另一名承办人', 'Second officer'),
  kind: { type: 'colleague', of: 'unit' },
  required: true,
} as const satisfies Field;

/** The same for an inspection on the spot: somebody of the team that was drawn for it (药品检查管理办法15). */
export const secondInspector = {
  ...secondOfficer,
  label: text('另一名检查员', 'Second inspector'),
  kind: { type: 'colleague', of: 'team' },
} as const satisfies Field;

/** Name under a signature. */
export const signature = {
  name: 'signature',
  label: text('签署人', 'Signed by'),
  kind: { type: 'line', maxLength: 60 },
  required: true,
  personal: 'name',
} as const satisfies Field;
