import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, signature } from './fields.ts';
import { intakeSteps } from './intake.ts';

const missing = {
  name: 'missing',
  label: text('缺少的可容缺材料', 'Materials that are missing and may follow'),
  hint: text(
    '其他材料须已齐全；关系安全、主体和权属的材料不得容缺',
    'Everything else is there; what decides on safety, identity or ownership cannot follow',
  ),
  kind: { type: 'materials', of: 'curable' },
  required: true,
  flow: true,
} as const satisfies Field;

const cureOn = {
  name: 'cureOn',
  label: text('承诺补齐日期', 'Day by which it is promised'),
  hint: text(
    '以承诺日期与容缺补齐期限中较早的为准，且为作出决定至少留出规定的时间；不得延期',
    'The earlier of this day and the limit applies, and time is left for the decision; there is no extension',
  ),
  kind: { type: 'date' },
  required: true,
  flow: true,
  after: 'today',
} as const satisfies Field;

const note = {
  name: 'note',
  label: text('说明', 'Note'),
  kind: { type: 'prose', maxLength: 1000 },
  required: false,
} as const satisfies Field;

const { intake, supplement } = intakeSteps;

/** 收件受理 with 容缺受理: what is secondary may follow on a commitment; without one it is supplemented as usual. */
export const deferralSteps = catalogue({
  intake: {
    ...intake,
    outcomes: {
      accept: intake.outcomes.accept,
      correctOnTheSpot: intake.outcomes.correctOnTheSpot,
      requestSupplement: intake.outcomes.requestSupplement,
      defer: {
        title: text('适用容缺', 'Let secondary materials follow'),
        form: [missing, opinion],
        documents: ['gapsNotice'],
      },
      refuse: intake.outcomes.refuse,
      notRequired: intake.outcomes.notRequired,
    },
  },
  supplement,
  commitToCure: {
    title: text('签署容缺承诺', 'Commit to hand in what is missing'),
    owner: 'APP',
    limit: 'rongque.commit',
    policy: 'LAPSE',
    lapse: { means: text('当日未签署，按一次性告知补正办理', 'Not signed on the day: to be supplemented as usual') },
    basis: [cite('RQ', ''), cite('LIC', '32')],
    clock: 'none',
    outcomes: {
      sign: {
        title: text('签署容缺承诺', 'Sign'),
        form: [cureOn, signature],
        documents: ['cureCommitment'],
        tone: 'primary',
      },
      decline: { title: text('不签署，补正后再受理', 'Do not sign: supplement first'), form: [opinion] },
    },
  },
  acceptDeferred: {
    title: text('容缺受理', 'Accept with deferred materials'),
    owner: 'WIN',
    limit: 'permit.intake',
    policy: 'DEEMED',
    lapse: {
      means: text('逾期未告知，自收到材料之日起视为受理', 'Deemed accepted as of receipt'),
      documents: ['deemedAcceptance', 'deferralNotice'],
    },
    basis: [cite('RQ', ''), cite('LIC', '32')],
    clock: 'none',
    outcomes: {
      accept: {
        title: text('受理', 'Accept'),
        form: [opinion],
        documents: ['acceptanceNotice', 'deferralNotice'],
        tone: 'primary',
      },
    },
  },
  cure: {
    title: text('补齐容缺材料', 'Hand in what is missing'),
    owner: 'APP',
    limit: 'rongque.cure',
    policy: 'LAPSE',
    lapse: {
      means: text(
        '逾期未补齐，终止办理并记入信用档案；不得延期',
        'Proceedings end, with an entry in the credit file; no extension',
      ),
      documents: ['terminationNotice', 'creditRecord'],
    },
    basis: [cite('RQ', '')],
    clock: 'runs',
    outcomes: {
      submit: {
        title: text('提交补齐材料', 'Submit'),
        form: [note],
        documents: ['cureReceipt'],
        tone: 'primary',
        files: 'required',
      },
    },
  },
  checkCure: {
    title: text('核对补齐材料', 'Check what was handed in'),
    owner: 'WIN',
    limit: 'rongque.check',
    policy: 'NUDGE',
    basis: [cite('RQ', '')],
    clock: 'runs',
    outcomes: {
      complete: {
        title: text('已补齐', 'Complete'),
        form: [opinion],
        documents: ['cureFinding'],
        tone: 'primary',
      },
      incomplete: {
        title: text('不符合要求，限原期限内重新提交', 'Not as required: again, within the same limit'),
        form: [reasons],
        documents: ['cureFinding'],
      },
    },
  },
});
