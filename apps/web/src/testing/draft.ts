import type { DraftContent, DraftView, EligibilityView, ItemView } from '../features/apply/views.ts';

const both = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

/** An item with one material of each kind, for tests. */
export const item: ItemView = {
  code: 'otc-retail',
  province: 'CQ',
  edition: '2024-01',
  title: both('药品零售许可'),
  summary: both('当日颁证'),
  kind: 'issue',
  byCommitment: true,
  ownProcedure: null,
  basis: both('令84'),
  conditions: [both('有人员'), both('有场所')],
  materials: [
    { key: 'application-form', title: both('申请表'), need: 'required', curable: false },
    { key: 'premises-plan', title: both('平面图'), need: 'required', curable: false },
    { key: 'staff-training', title: both('培训材料'), need: 'later', curable: false },
    { key: 'business-licence', title: both('营业执照'), need: 'waived', curable: false },
  ],
  limits: [],
  laterConditions: true,
  licenceTitle: both('药品经营许可证'),
};

/** Eligibility with both routes open, changed as asked. */
export const eligibility = (changed: Partial<EligibilityView>): EligibilityView => ({
  gate: 'clear',
  routes: ['commitment', 'ordinary'],
  reasons: [],
  window: null,
  ...changed,
});

/** Content with nothing missing, signed under version `1`. */
export const complete: DraftContent = {
  route: 'commitment',
  contact: '谭家林',
  phone: '023-6250 0172',
  premises: '重庆市渝北区黄山大道1号',
  materials: { 'application-form': { provided: true, note: '' }, 'premises-plan': { provided: true, note: '' } },
  conditionsMetOn: null,
  signature: { noticeVersion: '1', name: '谭家林' },
};

/** A complete draft under notice `1`, changed as asked. */
export const draft = (changed: Partial<DraftView> = {}): DraftView => ({
  draftId: '00000000-0000-4000-8000-000000000001',
  item,
  content: complete,
  attachments: [],
  eligibility: eligibility({}),
  notice: { version: '1', title: both('告知书'), paragraphs: [] },
  savedAt: '2026-06-30T02:00:00.000Z',
  expiresOn: '2026-07-30',
  ...changed,
});
