import type { RowValue } from '@lianban/domain/field';
import { text, type Text } from '@lianban/domain/text';

/** Where the branches of a parallel approval stand. Each branch writes its own part; guards and bars read all of it. */
export interface Standing {
  /** B1: the opinion of the technical review; `returned` while it is made again. */
  review: 'pending' | 'passed' | 'negative' | 'returned';
  /** B2: what the one visit says for the registration. Its clock stands still while it is under way. */
  verification: 'pending' | 'underWay' | 'passed' | 'failed';
  /** B2: what the same visit says for the licence. */
  inspection: 'pending' | 'rectifying' | 'passed' | 'failed';
  /** B3. */
  preview: 'pending' | 'passed' | 'unfit';
  falsity: 'none' | 'suspected' | 'confirmed';
  /** J1. */
  registration: 'pending' | 'granted' | 'refused';
  /** J2, and whether there is a licence to decide on: sought, taken in ahead, handled apart, withdrawn. */
  licence: 'sought' | 'takenIn' | 'apart' | 'withdrawn' | 'granted' | 'refused';
  /** A rectification that was not made in time is followed up by the inspectorate. */
  overdue: 'no' | 'owed' | 'seenTo';
}

/** At the application. */
export const atFirst = (): Standing => ({
  ...{ review: 'pending', verification: 'pending', inspection: 'pending', preview: 'pending' },
  ...{ falsity: 'none', registration: 'pending', licence: 'sought', overdue: 'no' },
});

/** Nothing can be registered any more, whatever the review would say: it is told to stop. */
export const isReviewMoot = ({ verification, falsity }: Standing): boolean =>
  verification === 'failed' || falsity === 'confirmed';

/** Nothing can be granted any more, whatever the visit would find: one that has not begun is called off. */
export const isVerificationMoot = ({ review, falsity, registration }: Standing): boolean =>
  falsity === 'confirmed' || registration === 'refused' || (review === 'negative' && registration === 'pending');

/** J1 is ready: both conclusions are there, or one that decides alone. */
export const isRegistrationReady = (s: Standing): boolean =>
  s.falsity !== 'suspected' &&
  (isReviewMoot(s) || s.review === 'negative' || (s.review === 'passed' && s.verification === 'passed'));

/** J2 is ready: registered, and both the visit and the preliminary examination have a conclusion for the licence. */
export const isLicenceReady = ({ registration, inspection, preview, falsity }: Standing): boolean =>
  registration === 'granted' &&
  (falsity === 'confirmed' ||
    (falsity === 'none' && (inspection === 'passed' || inspection === 'failed') && preview !== 'pending'));

/** Nothing about the licence is open any more. */
export const isLicenceSettled = ({ licence }: Standing): boolean => licence !== 'sought' && licence !== 'takenIn';

const falsityConfirmed = text('申请资料已查实虚假', 'The application has been found false');
const verificationFailed = text('体系核查未通过', 'The verification was not passed');
const reviewNegative = text('技术审评不通过', 'The technical review is negative');
const inspectionFailed = text('现场检查未通过', 'The inspection was not passed');
const previewUnfit = text('许可资料预审不符合', 'The licence file is not fit');

/** Why the registration cannot be granted; null when it can (总局令47第59条). */
export function barToRegistration(s: Standing): Text | null {
  if (s.falsity === 'confirmed') return falsityConfirmed;
  if (s.verification === 'failed') return verificationFailed;
  return s.review === 'negative' ? reviewNegative : null;
}

/** Why the licence cannot be granted; null when it can. */
export function barToLicence(s: Standing): Text | null {
  if (s.falsity === 'confirmed') return falsityConfirmed;
  if (s.inspection === 'failed') return inspectionFailed;
  return s.preview === 'unfit' ? previewUnfit : null;
}

/** Whether any of the defects concerns that side; without a mark they concern both. */
export const concerns = (side: 'REG' | 'LIC', marked: readonly RowValue[] = []): boolean =>
  marked.length === 0 || marked.some(({ affects }) => affects === side || affects === 'BOTH');
