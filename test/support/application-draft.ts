import type { ErrorCode } from '@lianban/domain/error';
import type { Caller } from './caller.ts';

/** The routes of an applicant. */
export type Applicant = Caller['application'];
/** What an applicant fills in. */
export type Content = Parameters<Applicant['draft']>[0]['content'];

/** An item that the drugstore may apply for at any time, by commitment or not. */
export const retail = { item: 'otc-retail', province: 'CQ' } as const;
/** An item with a window, for which the cosmetics maker holds an old licence. */
export const renewal = { item: 'cosmetics-production-renewal', province: 'CQ' } as const;
/** An item outside the catalogue of commitments. */
export const device = { item: 'device-production-licence', province: 'CQ' } as const;

/** A material that is handed in. */
export const provided = { provided: true, note: '' };

/** Everything for {@link retail} but the signature. */
export const filledIn = {
  ...{ route: 'commitment', contact: '方少棠', phone: '023-6250 0172', premises: '重庆市渝中区演示街18号' },
  materials: { 'application-form': provided, 'premises-plan': { provided: true, note: '一式两份' } },
  conditionsMetOn: null,
} as const satisfies Content;

/** Id of a draft for {@link retail} with nothing missing, signed under the notice of today, then changed as asked. */
export async function completeDraft(applicant: Applicant, changed: Content = {}): Promise<string> {
  const { draftId, notice } = await applicant.draft({ ...retail, content: {} });
  const signature = { noticeVersion: notice?.version ?? '', name: '方少棠' };
  await applicant.draft({ ...retail, draftId, content: { ...filledIn, signature, ...changed } });
  return draftId;
}

/** What a refused call throws: the code, and at least this in its detail. */
export const refusedAs = (code: ErrorCode, detail: object = {}) => ({ cause: { code, detail } });
