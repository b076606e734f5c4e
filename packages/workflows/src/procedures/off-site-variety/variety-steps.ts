import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondOfficer } from '../building-blocks/fields.ts';
import { examinationSteps } from '../ordinary-permit/examination-steps.ts';

const items = {
  name: 'items',
  label: text('需补充的全部资料', 'Everything that is needed'),
  kind: { type: 'list', maxItems: 30, maxLength: 200 },
  required: true,
} as const satisfies Field;

/** One variety of an off-site workshop up to J1: technical review, and how matters stand with the site. */
export const varietySteps = catalogue({
  hearSite: {
    title: text('厂址事项进展', 'How matters stand with the site'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '56')],
    clock: 'none',
    told: true,
    outcomes: {
      awaiting: { title: text('尚待对方意见或者联合检查', 'Consent or inspection is awaited') },
      inspecting: { title: text('联合检查进行中', 'The joint inspection is under way') },
      cleared: { title: text('对方同意且综合评定符合', 'Consent given, assessment passed'), tone: 'primary' },
      noConsent: { title: text('对方不同意，协商未果', 'No consent after every level'), tone: 'danger' },
      notPassed: { title: text('综合评定不符合', 'Assessment not passed'), tone: 'danger' },
    },
  },
  referToReview: {
    title: text('送交技术审查', 'Refer to the technical review'),
    owner: 'OFF',
    limit: 'offSite.refer',
    policy: 'NUDGE',
    basis: [cite('LIC', '34'), cite('O28', '', { note: text('凭记忆', 'recalled') })],
    clock: 'runs',
    outcomes: {
      refer: { title: text('送审并告知所需时间', 'Refer and tell the time needed'), form: [opinion], tone: 'primary' },
    },
  },
  review: {
    title: text('技术审查（注册一致性、工艺验证、质量协议）', 'Technical review: registration, validation, agreement'),
    owner: 'REV',
    limit: 'offSite.review',
    policy: 'BREACH',
    basis: [cite('CHG', ''), cite('MAH132', '')],
    clock: 'paused',
    outcomes: {
      pass: {
        title: text('通过', 'Pass'),
        form: [secondOfficer, opinion],
        documents: ['reviewOpinion'],
        tone: 'primary',
      },
      requestMore: {
        title: text('发补（一次）', 'Ask for more, once'),
        form: [secondOfficer, items],
        documents: ['reviewOpinion', 'reviewSupplementNotice'],
      },
      fail: {
        title: text('不通过', 'Fail'),
        form: [secondOfficer, reasons],
        documents: ['reviewOpinion'],
        tone: 'danger',
      },
    },
  },
  supplementReview: examinationSteps.supplementReview,
  awaitSite: {
    title: text('等候厂址事项（对方同意、综合评定）', 'Wait for the site: consent and assessment'),
    owner: 'OFF',
    limit: { clock: 'decision' },
    policy: 'CHASE',
    lapse: {
      means: text(
        '决定期限届满仍无对方同意：条件不成立，拟不予变更',
        'No consent when the limit ends: the condition is not met',
      ),
    },
    basis: [cite('INSP', '56'), cite('DAL', '41')],
    clock: 'runs',
    outcomes: {},
  },
});
