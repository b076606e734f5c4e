import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { opinion, reasons } from '../building-blocks/fields.ts';
import { hearingSteps, holdingStep, statementStep } from '../building-blocks/hearing.ts';
import { catalogue } from '../../vocabulary/step.ts';

/** What the holder has to do instead, when the licence is kept in spite of the ground. */
const remedialMeasures = {
  name: 'remedialMeasures',
  label: text('补救措施', 'Remedial measures'),
  kind: { type: 'list', maxItems: 20, maxLength: 400 },
  required: true,
} as const satisfies Field;

/** Steps 10–13: notice of intended revocation, representations and hearing, decision, aftermath; 注销 on request. */
export const revocationSteps = catalogue({
  proposeNotice: {
    title: text('提请拟撤销告知', 'Propose the notice of intended revocation'),
    owner: 'OFF',
    limit: 'revoke.notice',
    policy: 'NUDGE',
    basis: [cite('LIC', '69')],
    clock: 'none',
    outcomes: {
      propose: { title: text('提请告知', 'Propose'), form: [reasons], documents: ['draftOpinion'], tone: 'primary' },
    },
  },
  giveNotice: {
    title: text('拟撤销告知', 'Notice of intended revocation'),
    owner: 'LEG',
    limit: 'revoke.notice',
    policy: 'NUDGE',
    basis: [cite('LIC', '69'), cite('LIC', '47')],
    clock: 'none',
    notBy: ['proposeNotice'],
    outcomes: {
      give: {
        title: text('发出告知', 'Give notice'),
        form: [opinion],
        documents: ['revocationNotice'],
        tone: 'primary',
        irreversible: true,
      },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  makeStatement: statementStep('revoke.statement', 'paused'),
  requestHearing: hearingSteps.requestHearing,
  arrangeHearing: hearingSteps.arrangeHearing,
  // 许可法48: by somebody other than those who reviewed the application; here also who found or pursued the ground.
  holdHearing: holdingStep({
    notBy: ['propose', 'decide', 'verify', 'checkConditions', 'checkRectification', 'proposeNotice', 'giveNotice'],
    alsoNotBy: ['draftRevocation', 'approveRevocation', 'decideRevocation'],
  }),
  weighStatement: {
    title: text('复核陈述申辩', 'Weigh the representations'),
    owner: 'LEG',
    // Step 11 is not counted to its end, so the clock of the decision gives no last day here.
    limit: 'revoke.weigh',
    policy: 'BREACH',
    basis: [cite('LIC', '36'), cite('LIC', '48')],
    clock: 'paused',
    outcomes: {
      rejected: { title: text('不采纳', 'Not accepted'), form: [reasons], tone: 'primary' },
      verifyAgain: { title: text('采纳，重新核查', 'Accepted: verify again'), form: [reasons] },
      rectify: {
        title: text('采纳，改为限期整改', 'Accepted: order rectification'),
        form: [reasons],
        documents: ['rectificationOrder'],
      },
    },
  },
  draftRevocation: {
    title: text('撤销决定拟稿', 'Draft the revocation decision'),
    owner: 'LEG',
    limit: { clock: 'revocation' },
    policy: 'BREACH',
    basis: [cite('LIC', '69')],
    clock: 'runs',
    outcomes: {
      proposeRevocation: {
        title: text('拟撤销', 'Propose revocation'),
        form: [reasons],
        documents: ['draftOpinion'],
        tone: 'primary',
      },
      proposeKeeping: {
        title: text('拟不予撤销（重大公共利益）', 'Propose to keep: public interest'),
        form: [reasons],
        documents: ['draftOpinion'],
      },
      investigateAgain: { title: text('退回补查', 'Back to verification'), form: [reasons] },
    },
  },
  approveRevocation: {
    title: text('撤销审批', 'Approve the draft'),
    owner: 'DL',
    limit: { clock: 'revocation' },
    policy: 'BREACH',
    basis: [cite('LIC', '69')],
    clock: 'runs',
    notBy: ['draftRevocation'],
    alsoNotBy: ['verify', 'checkRectification'],
    outcomes: {
      approve: {
        title: text('同意，提请局长办公会', 'Agree: put to the bureau meeting'),
        form: [opinion],
        tone: 'primary',
      },
      sendBack: { title: text('不同意，退回修改', 'Disagree: send back'), form: [reasons] },
      investigateAgain: { title: text('退回补查', 'Back to verification'), form: [reasons] },
    },
  },
  decideRevocation: {
    title: text('撤销决定', 'Decide on revocation'),
    owner: 'BMO',
    limit: { clock: 'revocation' },
    policy: 'BREACH',
    basis: [cite('LIC', '69')],
    clock: 'runs',
    notBy: ['draftRevocation'],
    alsoNotBy: ['verify', 'checkRectification'],
    outcomes: {
      revoke: {
        title: text('撤销', 'Revoke'),
        form: [reasons],
        documents: ['revocationDecision'],
        tone: 'danger',
        irreversible: true,
      },
      keep: {
        title: text('不予撤销（重大公共利益）', 'Keep: public interest'),
        form: [reasons, remedialMeasures],
        documents: ['nonRevocationDecision'],
        irreversible: true,
      },
      investigateAgain: { title: text('退回补查', 'Back to verification'), form: [reasons] },
    },
  },
  publishDeregistration: {
    title: text('注销公告与抄告', 'Deregistration notice and copy letter'),
    owner: 'WIN',
    limit: 'revoke.aftermath',
    policy: 'NUDGE',
    basis: [cite('LIC', '70'), cite('LIC', '64')],
    clock: 'none',
    outcomes: {
      done: {
        title: text('完成', 'Done'),
        form: [opinion],
        documents: ['deregistrationNotice', 'copyLetter'],
        tone: 'primary',
      },
    },
  },
  enterCredit: {
    title: text('登记失信记录', 'Enter into the credit file'),
    owner: 'CRD',
    limit: 'revoke.aftermath',
    policy: 'NUDGE',
    basis: [cite('CQOBE', '50')],
    clock: 'none',
    outcomes: { done: { title: text('完成', 'Done'), form: [opinion], documents: ['creditRecord'], tone: 'primary' } },
  },
  askDeregistration: {
    title: text('主动注销', 'Give the licence up'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('LIC', '70')],
    clock: 'none',
    outcomes: {
      ask: { title: text('申请注销', 'Apply for deregistration'), form: [reasons], tone: 'danger', irreversible: true },
    },
  },
  deregister: {
    title: text('办理注销', 'Deregister'),
    owner: 'WIN',
    limit: 'permit.deliver',
    policy: 'BREACH',
    basis: [cite('LIC', '70')],
    clock: 'none',
    outcomes: {
      done: {
        title: text('注销', 'Deregister'),
        form: [opinion],
        documents: ['deregistrationNotice'],
        tone: 'primary',
        irreversible: true,
      },
    },
  },
});
