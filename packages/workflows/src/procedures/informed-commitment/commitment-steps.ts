import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { opinion, reasons, signature } from '../building-blocks/fields.ts';
import { catalogue } from '../../vocabulary/step.ts';

/** Steps 1–3 and 5: from the check of suitability to the decision on the spot. */
export const commitmentSteps = catalogue({
  checkSuitability: {
    title: text('适用性与信用预检', 'Suitability and credit check'),
    owner: 'WIN',
    limit: 'commit.precheck',
    policy: 'NUDGE',
    lapse: {
      means: text('无人确认，转一般程序', 'Nobody confirmed: continues under the ordinary procedure'),
      documents: ['conversionNotice'],
    },
    basis: [cite('GZ42', ''), cite('CQOBE', '50')],
    clock: 'none',
    outcomes: {
      suitable: {
        title: text('适用告知承诺', 'Commitment applies'),
        form: [opinion],
        documents: ['creditCheckRecord'],
        tone: 'primary',
      },
      ordinary: {
        title: text('转一般程序', 'Ordinary procedure'),
        form: [reasons],
        documents: ['creditCheckRecord', 'conversionNotice'],
      },
      notListed: {
        title: text('非目录事项', 'Not in the catalogue'),
        form: [reasons],
        documents: ['conversionNotice'],
      },
    },
  },
  serveNotice: {
    title: text('一次性告知', 'Notice'),
    owner: 'WIN',
    limit: 'commit.precheck',
    policy: 'NUDGE',
    basis: [cite('GZ42', '')],
    clock: 'none',
    outcomes: {
      serve: { title: text('送达告知书', 'Serve the notice'), form: [opinion], documents: ['notice'], tone: 'primary' },
    },
  },
  commit: {
    title: text('签署承诺', 'Commitment'),
    owner: 'APP',
    limit: 'commit.draft',
    policy: 'LAPSE',
    lapse: { means: text('逾期未承诺，申请草稿作废', 'The application lapses'), documents: ['terminationNotice'] },
    basis: [cite('GZ42', '')],
    clock: 'none',
    outcomes: {
      sign: {
        title: text('签署承诺', 'Sign the commitment'),
        form: [
          signature,
          {
            name: 'conditionsMetOn',
            label: text('部分条件承诺达成日期', 'Conditions promised by'),
            hint: text('条件已全部具备的不填', 'Leave empty when all conditions are met'),
            kind: { type: 'date' },
            required: false,
            flow: true,
            where: 'laterConditions',
            after: 'today',
          },
          {
            name: 'noticeVersion',
            label: text('告知书版本', 'Version of the notice'),
            kind: { type: 'line', maxLength: 60 },
            required: false,
            flow: true,
            given: 'noticeVersion',
          },
        ],
        documents: ['commitment'],
        tone: 'primary',
        irreversible: true,
      },
      decline: {
        title: text('不承诺，转一般程序', 'Decline: ordinary procedure'),
        form: [opinion],
        documents: ['conversionNotice'],
      },
      abandon: {
        title: text('放弃申请', 'Abandon'),
        form: [opinion],
        documents: ['terminationNotice'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
  propose: {
    title: text('当场审查', 'Review on the spot'),
    owner: 'OFF',
    limit: 'commit.decide',
    policy: 'NUDGE',
    basis: [cite('LIC', '42'), cite('GF7', '')],
    clock: 'runs',
    outcomes: {
      proposeGrant: {
        title: text('拟准予', 'Propose grant'),
        form: [opinion],
        documents: ['draftOpinion'],
        tone: 'primary',
      },
      proposeRefusal: { title: text('拟不予', 'Propose refusal'), form: [reasons], documents: ['draftOpinion'] },
      doubt: {
        title: text('发现疑点转一般程序', 'Doubts: ordinary procedure'),
        form: [reasons],
        documents: ['conversionNotice'],
        tone: 'danger',
      },
    },
  },
  decide: {
    title: text('当场决定', 'Decision on the spot'),
    owner: 'SEC',
    // The day is our own target; the breach of the law is that of the clock of the decision, after twenty working days.
    limit: 'commit.decide',
    policy: 'NUDGE',
    basis: [cite('LIC', '38'), cite('LIC', '42'), cite('GF7', '')],
    clock: 'runs',
    notBy: ['propose'],
    outcomes: {
      grant: {
        title: text('准予', 'Grant'),
        form: [opinion],
        documents: ['grantDecision'],
        tone: 'primary',
        irreversible: true,
      },
      refuse: {
        title: text('不予', 'Refuse'),
        form: [reasons],
        documents: ['refusalDecision'],
        tone: 'danger',
        irreversible: true,
      },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
      doubt: {
        title: text('发现疑点转一般程序', 'Doubts: ordinary procedure'),
        form: [reasons],
        documents: ['conversionNotice'],
        tone: 'danger',
      },
    },
  },
});
