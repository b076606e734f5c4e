import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { opinion, reasons, secondInspector, statement } from '../building-blocks/fields.ts';
import { catalogue } from '../../vocabulary/step.ts';

/** 10.C: what has ended is not lengthened any more. The verification stays owed after the window, overdue. [design] */
const endOfWindow = {
  endOf: 'verify',
  otherwise: text('核查期限已届满，不得再延长', 'The window has ended and is not lengthened any more'),
};

/** Steps 7–9: conditions promised for later, verification after the decision, rectification. */
export const verificationSteps = catalogue({
  proveConditions: {
    title: text('条件补齐', 'Prove the promised conditions'),
    owner: 'APP',
    limit: 'given',
    policy: 'LAPSE',
    lapse: {
      means: text('逾期未达成承诺条件，责令限期整改', 'Rectification is ordered'),
      documents: ['rectificationOrder'],
    },
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交证明', 'Submit evidence'),
        form: [statement],
        documents: ['conditionsEvidence'],
        tone: 'primary',
      },
    },
  },
  requestMoreTime: {
    title: text('申请延期达成条件（一次）', 'Ask for more time, once'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: { request: { title: text('申请延期', 'Ask for extension'), form: [reasons] } },
  },
  grantMoreTime: {
    title: text('审批条件延期', 'Decide on more time'),
    owner: 'SEC',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      grant: { title: text('同意延期', 'Allow'), form: [opinion], documents: ['conditionsExtension'], tone: 'primary' },
      refuse: { title: text('不同意延期', 'Do not allow'), form: [reasons] },
    },
  },
  checkConditions: {
    title: text('核对达成条件', 'Check the evidence'),
    owner: 'OFF',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      met: { title: text('条件达成', 'Conditions met'), form: [opinion], tone: 'primary' },
      unmet: {
        title: text('条件未达成，责令整改', 'Not met: order rectification'),
        form: [reasons],
        documents: ['rectificationOrder'],
        tone: 'danger',
      },
    },
  },
  verify: {
    title: text('事中事后核查', 'Verification'),
    owner: 'INS',
    limit: 'commit.verify.window',
    policy: 'BREACH',
    basis: [cite('GF7', ''), cite('LIC', '34'), cite('LIC', '69')],
    clock: 'none',
    alsoNotBy: ['decide'],
    outcomes: {
      conforms: {
        title: text('相符', 'Conforms'),
        form: [secondInspector, opinion],
        documents: ['verificationRecord'],
        tone: 'primary',
      },
      correctable: {
        title: text('不相符可整改', 'Does not conform, correctable'),
        form: [secondInspector, reasons],
        documents: ['verificationRecord', 'rectificationOrder'],
      },
      falseCommitment: {
        title: text('虚假承诺', 'False commitment'),
        form: [secondInspector, reasons],
        documents: ['verificationRecord', 'caseClueTransfer'],
        tone: 'danger',
        irreversible: true,
      },
      unmet: {
        title: text('不相符（依规定不予整改）', 'Does not conform, no rectification by rule'),
        form: [secondInspector, reasons],
        documents: ['verificationRecord'],
        tone: 'danger',
      },
      refusedAccess: {
        title: text('拒绝核查', 'Verification refused'),
        form: [secondInspector, reasons],
        documents: ['verificationRecord'],
        tone: 'danger',
      },
      lostLater: {
        title: text('承诺时相符、事后丧失（转日常监管）', 'Met when promised, lost later: ordinary supervision'),
        form: [secondInspector, reasons],
        documents: ['verificationRecord', 'caseClueTransfer'],
      },
    },
  },
  requestLongerWindow: {
    title: text('因不可抗力申请延长核查期限（一次）', 'Ask for a longer window: force majeure, once'),
    owner: 'INS',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      request: { title: text('申请延长', 'Ask for extension'), form: [reasons], before: endOfWindow },
    },
  },
  approveLongerWindow: {
    title: text('审批延长核查期限', 'Decide on a longer window'),
    owner: 'SEC',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    alsoNotBy: ['requestLongerWindow'],
    outcomes: {
      grant: {
        title: text('同意延长', 'Allow'),
        form: [opinion],
        documents: ['windowExtension'],
        tone: 'primary',
        before: endOfWindow,
      },
      refuse: { title: text('不同意延长', 'Do not allow'), form: [reasons] },
    },
  },
  reportNewPremises: {
    title: text('报告经营场所变更', 'Report changed premises'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('LIC', '49')],
    clock: 'none',
    outcomes: {
      report: {
        title: text('报告变更', 'Report'),
        form: [
          {
            name: 'premises',
            label: text('新地址', 'New address'),
            kind: { type: 'line', maxLength: 200 },
            required: true,
          },
          {
            name: 'changeCase',
            label: text('变更许可案号', 'Number of the change case'),
            kind: { type: 'line', maxLength: 40 },
            required: false,
          },
        ],
      },
    },
  },
  rectify: {
    title: text('限期整改', 'Rectification'),
    owner: 'APP',
    limit: 'commit.rectify',
    policy: 'LAPSE',
    lapse: { means: text('逾期未整改，进入拟撤销告知', 'Notice of intended revocation follows') },
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交整改报告', 'Submit report'),
        form: [statement],
        documents: ['rectificationReport'],
        tone: 'primary',
      },
    },
  },
  requestMoreRectification: {
    title: text('申请延长整改期限（一次）', 'Ask for longer rectification, once'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: { request: { title: text('申请延期', 'Ask for extension'), form: [reasons] } },
  },
  grantMoreRectification: {
    title: text('审批整改延期', 'Decide on longer rectification'),
    owner: 'DISP',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      grant: { title: text('同意延期', 'Allow'), form: [opinion], documents: ['conditionsExtension'], tone: 'primary' },
      refuse: { title: text('不同意延期', 'Do not allow'), form: [reasons] },
    },
  },
  checkRectification: {
    title: text('整改验收', 'Check the rectification'),
    owner: 'DISP',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('GF7', '')],
    clock: 'none',
    outcomes: {
      passed: {
        title: text('整改合格', 'Rectified'),
        form: [opinion],
        documents: ['rectificationAcceptance'],
        tone: 'primary',
      },
      failed: { title: text('整改不合格', 'Not rectified'), form: [reasons], tone: 'danger' },
    },
  },
});
