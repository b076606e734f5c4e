import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondOfficer, statement } from '../building-blocks/fields.ts';

/** Steps 0, 1b and B3: the choice, the licence file that is taken in ahead, and its preliminary examination. */
export const choiceSteps = catalogue({
  judgeParallel: {
    title: text('并联意愿与资格', 'Wish and eligibility for parallel approval'),
    owner: 'WIN',
    limit: 'permit.intake',
    policy: 'BREACH',
    basis: [cite('CQBL', '')],
    clock: 'none',
    outcomes: {
      suitable: {
        title: text('适用并联', 'Parallel approval applies'),
        form: [opinion],
        documents: ['parallelCheck'],
        tone: 'primary',
      },
      notSuitable: {
        title: text('不适用（分别申请）', 'It does not apply: apply separately'),
        form: [reasons],
        documents: ['separateHandlingNotice'],
      },
    },
  },
  takeInLicence: {
    title: text('许可容缺预收', 'Take the licence file in ahead'),
    owner: 'WIN',
    limit: 'permit.intake',
    policy: 'BREACH',
    basis: [cite('CQBL', '')],
    clock: 'none',
    outcomes: {
      takeIn: {
        title: text('容缺预收（缺注册证）', 'Take in without the registration certificate'),
        form: [opinion],
        documents: ['deferredAcceptance'],
        tone: 'primary',
      },
      notApplicable: {
        title: text('不适用容缺', 'Not to be taken in ahead'),
        form: [reasons],
        documents: ['separateHandlingNotice'],
      },
    },
  },
  withdrawLicence: {
    title: text('撤回许可申请（保留注册）', 'Withdraw the licence application, keep the registration'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('LIC', '32')],
    clock: 'none',
    outcomes: {
      withdraw: {
        title: text('撤回许可申请', 'Withdraw'),
        form: [reasons],
        documents: ['withdrawalNotice'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
  previewLicence: {
    title: text('许可资料预审', 'Preliminary examination of the licence file'),
    owner: 'OFF',
    limit: 'device.licence.preview',
    policy: 'NUDGE',
    basis: [cite('CQBL', ''), cite('O53', '13')],
    clock: 'none',
    outcomes: {
      passed: {
        title: text('预审通过', 'Passed'),
        form: [secondOfficer, opinion],
        documents: ['previewOpinion'],
        tone: 'primary',
      },
      requestMore: {
        title: text('补正（一次）', 'Ask for more, once'),
        form: [
          {
            name: 'items',
            label: text('需补正的全部内容', 'Everything to be supplemented'),
            kind: { type: 'list', maxItems: 30, maxLength: 200 },
            required: true,
          },
        ],
        documents: ['supplementNotice'],
      },
      unfit: { title: text('不符合', 'Not fit'), form: [secondOfficer, reasons], documents: ['previewOpinion'] },
    },
  },
  supplementLicence: {
    title: text('补正许可资料', 'Supplement the licence file'),
    owner: 'APP',
    limit: 'permit.supplement.applicant',
    policy: 'LAPSE',
    lapse: { means: text('逾期未补正，按现有资料预审', 'Nothing in time: examined as it stands') },
    basis: [cite('LIC', '32')],
    clock: 'none',
    outcomes: {
      submit: { title: text('提交补正资料', 'Submit'), form: [statement], documents: ['receipt'], tone: 'primary' },
    },
  },
});
